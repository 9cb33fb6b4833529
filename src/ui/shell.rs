//! The frame of all pages: skip link, header bar, navigation, main, and a page's own header.

mod brand;
mod centred_page;
mod nav_link;
mod page_header;

pub use centred_page::CentredPage;
pub use nav_link::NavLink;
pub use page_header::PageHeader;

use super::focus::{focus_first, focus_id};
use super::live::LiveRegion;
use brand::Brand;
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
    children: Children,
) -> impl IntoView {
    view! {
        <SkipLinks />
        <header class="bar">
            <a class="brand" href=home>
                <Brand product=product />
            </a>
            <div class="bar-tools">{tools.run()}</div>
        </header>
        <div class="frame">
            <nav class="nav" aria-label=texts::ui::main_navigation()>
                <ul>{nav.run()}</ul>
            </nav>
            <main id=MAIN class="main" tabindex="-1">
                {children()}
            </main>
        </div>
        <LiveRegion />
    }
}

/// The first row of the first table of the page.
const FIRST_ROW: &str = "main tbody :is(a, button, input)";

/// Buttons, not links: the fragment of the URL is the route.
#[component]
fn SkipLinks() -> impl IntoView {
    view! {
        <button type="button" class="skip" on:click=move |_| focus_id(MAIN)>
            {texts::ui::skip_to_content()}
        </button>
        <button type="button" class="skip" on:click=move |_| focus_first(FIRST_ROW, MAIN)>
            {texts::ui::skip_to_table()}
        </button>
    }
}
