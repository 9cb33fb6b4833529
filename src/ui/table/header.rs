//! The headers of columns, plain and sortable.

use crate::ui::icon::{Icon, IconView};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// Which end of the order comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest or A first.
    Ascending,
    /// Largest or Z first.
    Descending,
}

impl Direction {
    const fn aria(self) -> &'static str {
        match self {
            Self::Ascending => "ascending",
            Self::Descending => "descending",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Ascending => texts::ui::ascending(),
            Self::Descending => texts::ui::descending(),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Ascending => Icon::SortUp,
            Self::Descending => Icon::SortDown,
        }
    }
}

/// A column's header.
#[component]
pub fn Header(
    /// The column's name.
    #[prop(into)]
    label: String,
    /// What the column is like, as a class.
    #[prop(optional)]
    class: &'static str,
    /// Its share of the width, such as `12%`; empty for as much as it needs.
    #[prop(optional, into)]
    width: Signal<String>,
    /// True where everyone sees what the column is.
    #[prop(optional)]
    hidden: bool,
) -> impl IntoView {
    view! {
        <th scope="col" role="columnheader" class=class style:width=move || width.get()>
            <span class:visually-hidden=hidden>{label}</span>
        </th>
    }
}

/// How a table is sorted by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorted {
    /// Which end comes first.
    pub direction: Direction,
    /// Its place among the columns that sort, from 1; 0 when it is the only one.
    pub place: usize,
}

/// A column's header that sorts: a link, because the order is part of the URL.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: String,
    /// How the table is sorted by this column now, if it is.
    #[prop(into)]
    sorted: Signal<Option<Sorted>>,
    /// The URL of the order that a click brings.
    #[prop(into)]
    href: Signal<String>,
    /// Sorts by this column as a further one: a click with the Shift key.
    #[prop(into)]
    on_further: Callback<()>,
    /// What the column is like, as a class.
    #[prop(optional)]
    class: &'static str,
    /// Its share of the width, such as `12%`; empty for as much as it needs.
    #[prop(optional, into)]
    width: Signal<String>,
) -> impl IntoView {
    let aria =
        move || sorted.get().filter(|sorted| sorted.place < 2).map(|one| one.direction.aria());
    let further = move |event: MouseEvent| {
        if event.shift_key() {
            event.prevent_default();
            on_further.run(());
        }
    };
    view! {
        <th
            scope="col"
            role="columnheader"
            class=format!("sortable {class}")
            style:width=move || width.get()
            aria-sort=aria
        >
            <a
                class="sort"
                href=move || href.get()
                title=texts::ui::sort_as_well()
                on:click=further
            >
                {label}
                {move || sorted.get().map(mark)}
            </a>
        </th>
    }
}

/// An arrow; where several columns sort, which it is of them, and what `aria-sort` cannot say.
fn mark(sorted: Sorted) -> impl IntoView {
    let Sorted { direction, place } = sorted;
    let said =
        (place > 1).then(|| view! { <span class="visually-hidden">{direction.words()}</span> });
    let place = (place > 0).then(|| view! { <span class="sort-place">" " {place} " "</span> });
    view! {
        <IconView icon=direction.icon() />
        {place}
        {said}
    }
}
