//! Details that are out of sight until asked for.

use super::icon::{Icon, IconView};
use leptos::html;
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
    /// Called when it has been opened or closed.
    #[prop(optional, into)]
    on_toggle: Option<Callback<bool>>,
    /// The details.
    children: Children,
) -> impl IntoView {
    let details = NodeRef::<html::Details>::new();
    let toggled = move |_| {
        if let (Some(on_toggle), Some(details)) = (on_toggle, details.get_untracked()) {
            on_toggle.run(details.has_attribute("open"));
        }
    };
    view! {
        <details node_ref=details class="disclosure" open=open on:toggle=toggled>
            <summary>
                <IconView icon=Icon::ChevronRight />
                <span class="disclosure-words">{move || summary.get()}</span>
            </summary>
            <div class="disclosure-body">{children()}</div>
        </details>
    }
}
