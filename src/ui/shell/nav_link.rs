//! A link of the navigation.

use crate::ui::icon::{Icon, IconView};
use leptos::prelude::*;

/// Leads to one of the main places.
#[component]
pub fn NavLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// Its drawing; the only thing to see where there is little room.
    icon: Icon,
    #[prop(into)] words: String,
    /// Whether the page shown is there or below.
    #[prop(into)]
    current: Signal<bool>,
) -> impl IntoView {
    view! {
        <li>
            <a
                class="nav-link"
                href=href
                title=words.clone()
                aria-current=move || current.get().then_some("page")
            >
                <IconView icon=icon />
                <span class="nav-words">{words.clone()}</span>
            </a>
        </li>
    }
}

/// Leads to a list below the place before; there to be seen where there is room for its words.
#[component]
pub fn NavListLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    #[prop(into)] words: String,
    /// Whether the list is shown, or something of it.
    #[prop(into)]
    current: Signal<bool>,
) -> impl IntoView {
    // Told from the tab and the column of the same name.
    let label = format!("All {}", words.to_lowercase());
    view! {
        <li class="nav-list">
            <a
                class="nav-link"
                href=href
                aria-label=label
                aria-current=move || current.get().then_some("true")
            >
                {words}
            </a>
        </li>
    }
}
