//! The headers of columns, plain and sortable.

use crate::ui::icon::{Icon, IconView};
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
    /// True for a column of numbers.
    #[prop(optional)]
    numeric: bool,
    /// True where everyone sees what the column is.
    #[prop(optional)]
    hidden: bool,
) -> AnyView {
    view! {
        <th scope="col" role="columnheader" class:numeric=numeric>
            <span class:visually-hidden=hidden>{label}</span>
        </th>
    }
    .into_any()
}

/// A column's header that sorts: a link, because the order is part of the URL.
#[component]
pub fn SortHeader(
    /// The column's name.
    #[prop(into)]
    label: String,
    /// How the table is sorted by this column now, if it is.
    #[prop(into)]
    sorted: Signal<Option<Direction>>,
    /// The URL of the order that a click brings.
    #[prop(into)]
    href: Signal<String>,
    /// True for a column of numbers.
    #[prop(optional)]
    numeric: bool,
) -> AnyView {
    let icon = move || sorted.get().map(|sorted| view! { <IconView icon=sorted.icon() /> });
    view! {
        <th
            scope="col"
            role="columnheader"
            class="sortable"
            class:numeric=numeric
            aria-sort=move || sorted.get().map(Direction::aria)
        >
            <a class="sort" href=move || href.get()>
                {label}
                {icon}
            </a>
        </th>
    }
    .into_any()
}
