//! Says that there is nothing here, why, and what to do.

use super::icon::{Icon, IconView};
use leptos::prelude::*;

/// A calm sign in place of a list without rows or a page without content.
#[component]
pub fn Empty(
    /// The drawing.
    icon: Icon,
    /// What is missing.
    #[prop(into)]
    title: Signal<String>,
    /// Buttons or links that help.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// Why, or what to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <IconView icon=icon />
            <p class="empty-title">{move || title.get()}</p>
            {children.map(|children| view! { <div class="empty-words">{children()}</div> })}
            <div class="empty-actions">{actions.run()}</div>
        </div>
    }
}
