//! The headings of a table: links that sort.

use console::listing::{Direction, Heading, Order};
use leptos::ev::Event;
use leptos::prelude::*;

use super::SORT;
use super::listing::{Listing, class};
use super::selection::Selection;
use super::words::things;
use crate::state::location::use_location;
use crate::ui::table::{self, Header, SortHeader, Sorted};

pub(super) fn heads(listing: Listing, selection: Option<Selection>) -> impl IntoView {
    let widths = listing.shares();
    let head = move |(at, column): (usize, usize)| {
        let heading = listing.columns.heading(column)?;
        let width = Signal::derive(move || {
            let width = widths.with(|all| all.get(at).copied());
            width.map(|share| format!("{share}%")).unwrap_or_default()
        });
        Some(sorting(listing, column, heading, width))
    };
    let all =
        move || listing.columns.shown.get().into_iter().enumerate().filter_map(head).collect_view();
    view! {
        {selection.map(|selection| select_all(listing, selection))}
        {all}
        {listing.actions.map(|_| actions())}
    }
}

fn actions() -> impl IntoView {
    view! { <Header label=texts::tables::actions() class="actions" hidden=true /> }
}

fn sorting(
    listing: Listing,
    column: usize,
    heading: Heading,
    width: Signal<String>,
) -> impl IntoView {
    let location = use_location();
    let Heading { label, format, .. } = heading;
    let text = move |order: Order| listing.columns.with_headings(|headings| order.text(headings));
    let sorted = Signal::derive(move || {
        listing.order.with(|order| {
            let (place, direction) = order.of(column)?;
            let place = if order.columns() > 1 { place } else { 0 };
            Some(Sorted { direction: of_table(direction), place })
        })
    });
    let href =
        Signal::derive(move || location.href_with(SORT, &text(listing.order.get().by(column))));
    let further = move |()| {
        let order = listing.order.get_untracked().and_by(column);
        location.set_option(SORT, &text(order));
    };
    view! {
        <SortHeader
            label=label
            sorted=sorted
            href=href
            on_further=further
            class=class(format)
            width=width
        />
    }
}

/// Ticked when all rows that match are selected, half ticked when some are.
fn select_all(listing: Listing, selection: Selection) -> impl IntoView {
    let shown = Memo::new(move |_| selection.shown());
    let some = move || shown.get().0 > 0;
    let all = move || some() && shown.get().0 == shown.get().1;
    let label = texts::tables::select_all(things(listing.kind));
    view! {
        <th scope="col" role="columnheader" class="pick">
            <input
                type="checkbox"
                aria-label=label
                prop:checked=all
                prop:indeterminate=move || some() && !all()
                on:change=move |event: Event| selection.pick_all(event_target_checked(&event))
            />
        </th>
    }
}

fn of_table(direction: Direction) -> table::Direction {
    match direction {
        Direction::Ascending => table::Direction::Ascending,
        Direction::Descending => table::Direction::Descending,
    }
}
