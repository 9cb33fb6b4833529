//! A link of the navigation.

use crate::ui::icon::{Icon, IconView};
use crate::ui::reactive::following;
use crate::ui::signal::Signal;
use leptos::prelude::*;

/// Leads to one of the main places.
#[component]
pub fn NavLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// Its drawing; the only thing to see where there is little room.
    icon: Icon,
    /// Its name.
    #[prop(into)]
    words: String,
    /// Whether the page shown is there or below.
    #[prop(into)]
    current: Signal<bool>,
) -> AnyView {
    view! {
        <li>
            <a
                class="nav-link"
                href=href
                title=words.clone()
                aria-current=following(move || current.get().then_some("page"))
            >
                <IconView icon=icon />
                <span class="nav-words">{words.clone()}</span>
            </a>
        </li>
    }
    .into_any()
}
