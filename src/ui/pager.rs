//! The way from page to page of a long list, as links, so that each page has its URL.

use super::button::LinkButton;
use super::icon::Icon;
use leptos::prelude::*;
use texts::number;

/// Which part of a list is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// The number of the page, from 1.
    pub page: u64,
    /// How many things a page holds.
    pub size: u64,
    /// How many there are on all pages together.
    pub total: u64,
}

impl Part {
    fn last_page(self) -> u64 {
        self.total.div_ceil(self.size.max(1)).max(1)
    }

    fn previous(self) -> Option<u64> {
        (self.page > 1).then(|| (self.page - 1).min(self.last_page()))
    }

    fn next(self) -> Option<u64> {
        (self.page < self.last_page()).then_some(self.page + 1)
    }

    /// Nothing where there is nothing to count.
    fn words(self) -> String {
        if self.total == 0 {
            return String::new();
        }
        let first = (self.page.saturating_sub(1)).saturating_mul(self.size).saturating_add(1);
        let last = first.saturating_add(self.size).saturating_sub(1).min(self.total);
        if first > last {
            return texts::ui::none_on_page(number(self.total));
        }
        texts::ui::part(number(first), number(last), number(self.total))
    }
}

/// What is shown of the list, and links to the pages before and after.
#[component]
pub fn Pager(
    /// The navigation's name for screen readers.
    #[prop(into)]
    label: String,
    /// The part shown.
    #[prop(into)]
    part: Signal<Part>,
    /// The URL of a page.
    #[prop(into)]
    href: Callback<u64, String>,
) -> impl IntoView {
    let part = Memo::new(move |_| part.get());
    let link = move |page: Option<u64>, words: &'static str, icon: Icon| {
        page.map(|page| view! { <LinkButton href=href.run(page) icon=icon>{words}</LinkButton> })
    };
    view! {
        <nav class="pager" aria-label=label>
            <span class="quiet" role="status">
                {move || part.get().words()}
            </span>
            {move || link(part.get().previous(), texts::ui::previous_page(), Icon::ChevronLeft)}
            {move || link(part.get().next(), texts::ui::next_page(), Icon::ChevronRight)}
        </nav>
    }
}
