//! The headings of a table: links that sort, unless the rows stay as they come.

use leptos::prelude::*;
use maxscale::listing::{Direction, Heading, Order};

use super::SORT;
use super::listing::{Listing, class};
use crate::state::location::use_place;
use crate::ui::table::{self, Header, SortHeader, Sorted};

pub(super) fn heads(listing: Listing, as_they_come: bool) -> AnyView {
    let widths = listing.widths();
    let head = move |(at, column): (usize, usize)| {
        let heading = listing.heading(column)?;
        let width = Signal::derive(move || {
            let width = widths.with(|all| all.get(at).copied());
            width.map(|share| format!("{share}%")).unwrap_or_default()
        });
        let (label, class) = (heading.label, class(heading.shape));
        Some(if as_they_come {
            view! { <Header label=label class=class width=width /> }.into_any()
        } else {
            sorting(listing, column, heading, width)
        })
    };
    let all = move || listing.shown.get().into_iter().enumerate().filter_map(head).collect_view();
    view! {
        {all}
        {listing.actions.map(|_| view! { <Header label="Actions" class="actions" hidden=true /> })}
    }
    .into_any()
}

fn sorting(listing: Listing, column: usize, heading: Heading, width: Signal<String>) -> AnyView {
    let place = use_place();
    let Heading { label, shape, .. } = heading;
    let text = move |order: Order| listing.headings.with_value(|headings| order.text(headings));
    let sorted = Signal::derive(move || {
        listing.order.with(|order| {
            let (place, direction) = order.of(column)?;
            let place = if order.columns() > 1 { place } else { 0 };
            Some(Sorted { direction: of_table(direction), place })
        })
    });
    let href = Signal::derive(move || place.href_with(SORT, &text(listing.order.get().by(column))));
    let further = move |()| {
        let order = listing.order.get_untracked().and_by(column);
        place.set_option(SORT, &text(order));
    };
    view! {
        <SortHeader
            label=label
            sorted=sorted
            href=href
            on_further=further
            class=class(shape)
            width=width
        />
    }
    .into_any()
}

fn of_table(direction: Direction) -> table::Direction {
    match direction {
        Direction::Ascending => table::Direction::Ascending,
        Direction::Descending => table::Direction::Descending,
    }
}
