//! A link of the navigation.

use crate::ui::icon::{Icon, IconView};
use leptos::prelude::*;

/// Leads to one of the main places.
#[component]
pub fn NavLink(
    /// Where it goes.
    #[prop(into)]
    href: String,
    /// Its drawing; the only thing to see where there is little room. What has none is there only
    /// where there is room for words.
    #[prop(optional)]
    icon: Option<Icon>,
    #[prop(into)] words: String,
    /// What it is called, where the words alone are those of something else as well.
    #[prop(optional, into)]
    label: Option<String>,
    /// Whether the page shown is there or below.
    #[prop(into)]
    current: Signal<bool>,
) -> impl IntoView {
    view! {
        <li class=icon.is_none().then_some("nav-list")>
            <a
                class="nav-link"
                href=href
                title=words.clone()
                aria-label=label
                aria-current=move || current.get().then_some("page")
            >
                {icon.map(|icon| view! { <IconView icon=icon /> })}
                <span class="nav-words">{words.clone()}</span>
            </a>
        </li>
    }
}
