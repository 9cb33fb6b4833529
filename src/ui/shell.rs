//! The frame of all pages: skip link, header bar, navigation, main, and a page's own header.

use super::icon::{Icon, IconView};
use super::live::LiveRegion;
use leptos::prelude::*;

/// The id of the element that holds the page's content.
const MAIN: &str = "main";

/// The frame around a signed-in page.
#[component]
pub fn Shell(
    /// The product's name beside its mark.
    #[prop(into)]
    product: String,
    /// Where the product's name leads.
    #[prop(into)]
    home: String,
    /// What stands at the right of the header bar: age of the data, theme, user.
    #[prop(into)]
    tools: ViewFnOnce,
    /// The [`NavLink`]s.
    #[prop(into)]
    nav: ViewFnOnce,
    /// The page.
    children: Children,
) -> AnyView {
    view! {
        <SkipLink />
        <header class="bar">
            <a class="brand" href=home>
                <Mark />
                <span class="brand-name">{product}</span>
            </a>
            <div class="bar-tools">{tools.run()}</div>
        </header>
        <div class="frame">
            <nav class="nav" aria-label="Main">
                <ul>{nav.run()}</ul>
            </nav>
            <main id=MAIN class="main" tabindex="-1">
                {children()}
            </main>
        </div>
        <LiveRegion />
    }
    .into_any()
}

/// A button, not a link: the fragment of the URL is the route.
#[component]
fn SkipLink() -> AnyView {
    view! {
        <button type="button" class="skip" on:click=move |_| super::focus::focus_id(MAIN)>
            "Skip to content"
        </button>
    }
    .into_any()
}

/// A link of the navigation.
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
                aria-current=move || current.get().then_some("page")
            >
                <IconView icon=icon />
                <span class="nav-words">{words.clone()}</span>
            </a>
        </li>
    }
    .into_any()
}

/// The top of a page: way back, actions, heading, state.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// The URL and the words of the way back, on a page below another.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// What stands left of the heading: the gear.
    #[prop(optional, into)]
    actions: ViewFnOnce,
    /// What stands right of the heading: state, version.
    #[prop(optional, into)]
    details: ViewFnOnce,
    /// What stands at the end of the row.
    #[prop(optional, into)]
    tools: ViewFnOnce,
) -> AnyView {
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
                    {actions.run()} <h1 tabindex="-1">{move || title.get()}</h1>
                </div>
                <div class="page-details">{details.run()}</div>
                <div class="page-tools">{tools.run()}</div>
            </div>
        </header>
    }
    .into_any()
}

/// The frame of a page without navigation: one card in the middle, for signing in.
#[component]
pub fn CentredPage(
    /// The product's name beside its mark.
    #[prop(into)]
    product: String,
    /// The heading.
    #[prop(into)]
    title: String,
    /// The content of the card.
    children: Children,
    /// What stands below the card.
    #[prop(optional, into)]
    footer: ViewFnOnce,
) -> AnyView {
    view! {
        <main id=MAIN class="centred">
            <div class="centred-card">
                <p class="brand">
                    <Mark />
                    <span class="brand-name">{product}</span>
                </p>
                <h1 tabindex="-1">{title}</h1>
                {children()}
            </div>
            <div class="centred-footer">{footer.run()}</div>
        </main>
        <LiveRegion />
    }
    .into_any()
}

/// The product's mark: several backends behind one front.
#[component]
fn Mark() -> AnyView {
    view! {
        <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d="M3 12h5M8 12l8-7M8 12h8M8 12l8 7"></path>
            <path class="mark-nodes" d="M16 3h5v4h-5zM16 10h5v4h-5zM16 17h5v4h-5z"></path>
        </svg>
    }
    .into_any()
}
