//! The top of a page.

use crate::ui::icon::{Icon, IconView};
use leptos::prelude::*;

/// Way back, actions, heading, state.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The URL and the words of the way back, on a page below another.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// What stands beside the heading, and comes next after it: the gear.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// What stands right of both: state, version.
    #[prop(optional, into)]
    details: ViewFnOnce,
) -> impl IntoView {
    let back = back.map(|(href, words)| {
        view! {
            <a class="back" href=href>
                <IconView icon=Icon::ChevronLeft />
                {words}
            </a>
        }
    });
    view! {
        <header class="page-header">
            {back}
            <div class="page-row">
                <div class="page-name">
                    <h1 tabindex="-1">{move || title.get()}</h1>
                    {actions.run()}
                </div>
                <div class="page-details">{details.run()}</div>
            </div>
        </header>
    }
}
