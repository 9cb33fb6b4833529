//! Details that are out of sight until asked for.

use super::icon::{Icon, IconView};
use leptos::prelude::*;

/// A native `<details>` with its summary.
#[component]
pub fn Disclosure(
    /// What one gets to see.
    #[prop(into)]
    summary: Signal<String>,
    /// True to start open.
    #[prop(optional)]
    open: bool,
    /// The details.
    children: Children,
) -> AnyView {
    view! {
        <details class="disclosure" open=open>
            <summary>
                <IconView icon=Icon::ChevronRight />
                <span class="disclosure-words">{move || summary.get()}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
    .into_any()
}
