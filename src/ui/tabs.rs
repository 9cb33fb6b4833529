//! A row of tabs that are links, so that each view has its URL.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use texts::number;

/// One tab.
#[derive(Clone)]
pub struct Tab {
    /// Where it goes.
    pub href: Signal<String>,
    pub words: String,
    /// How many things it holds; `None` while that is not known.
    pub count: Signal<Option<u64>>,
    /// Whether it is the one shown.
    pub current: Signal<bool>,
}

/// A navigation of [`Tab`]s.
#[component]
pub fn TabLinks(
    /// The navigation's name for screen readers.
    #[prop(into)]
    label: String,
    /// The tabs in order.
    tabs: Vec<Tab>,
) -> impl IntoView {
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{tabs.into_iter().map(tab_link).collect_view()}</ul>
        </nav>
    }
}

fn tab_link(tab: Tab) -> impl IntoView {
    let Tab { href, words, count, current } = tab;
    let link = NodeRef::<html::A>::new();
    Effect::new(move || {
        if let (Some(link), true) = (link.get(), current.get()) {
            show(&link);
        }
    });
    view! {
        <li>
            <a
                node_ref=link
                class="tab"
                href=move || href.get()
                aria-current=move || current.get().then_some("page")
            >
                {words}
                {move || count.get().map(|count| view! { " " <span class="tab-count">{number(count)}</span> })}
            </a>
        </li>
    }
}

/// Moves the row, where it is wider than the screen, so that this tab is to be seen.
fn show(tab: &HtmlElement) {
    if let Ok(Some(row)) = tab.closest("ul") {
        let room = row.client_width() - tab.offset_width();
        row.set_scroll_left(tab.offset_left() - room / 2);
    }
}
