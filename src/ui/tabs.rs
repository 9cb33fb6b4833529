//! A row of tabs that are links, so that each view has its URL.

use crate::ui::number::number;
use crate::ui::reactive::{effect, following, reactive};
use crate::ui::signal::Signal;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

/// One tab.
#[derive(Clone)]
pub struct Tab {
    /// Where it goes.
    pub href: Signal<String>,
    /// Its name.
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
) -> AnyView {
    view! {
        <nav class="tabs" aria-label=label>
            <ul>{tabs.into_iter().map(tab_link).collect_view()}</ul>
        </nav>
    }
    .into_any()
}

fn tab_link(tab: Tab) -> AnyView {
    let Tab { href, words, count, current } = tab;
    let link = NodeRef::<html::A>::new();
    effect(move || {
        if let (Some(link), true) = (link.get(), current.get()) {
            show(&link);
        }
    });
    view! {
        <li>
            <a
                node_ref=link
                class="tab"
                href=following(move || href.get())
                aria-current=following(move || current.get().then_some("page"))
            >
                {words}
                {reactive(move || count.get().map(|count| view! { " " <span class="tab-count">{number(count)}</span> }))}
            </a>
        </li>
    }
    .into_any()
}

/// Moves the row, where it is wider than the screen, so that this tab is to be seen.
fn show(tab: &HtmlElement) {
    if let Ok(Some(row)) = tab.closest("ul") {
        let room = row.client_width() - tab.offset_width();
        row.set_scroll_left(tab.offset_left() - room / 2);
    }
}
