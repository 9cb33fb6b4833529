//! The headings of a table: links that sort, unless the rows stay as they come.

use crate::ui::handler::handler;
use crate::ui::memo::Memo;
use crate::ui::reactive::{derive, following, reactive};
use crate::ui::signal::Signal;
use console::listing::{Direction, Heading, Order};
use leptos::ev::Event;
use leptos::prelude::*;

use super::SORT;
use super::listing::{Listing, class};
use super::selection::Selection;
use crate::state::location::use_place;
use crate::ui::table::{self, Header, SortHeader, Sorted};

pub(super) fn heads(listing: Listing, selection: Option<Selection>, as_they_come: bool) -> AnyView {
    let widths = listing.shares();
    let head = move |(at, column): (usize, usize)| {
        let heading = listing.columns.heading(column)?;
        let width = derive(move || {
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
    let all =
        move || listing.columns.shown.get().into_iter().enumerate().filter_map(head).collect_view();
    view! {
        {selection.map(|selection| select_all(listing, selection))}
        {reactive(all)}
        {listing.actions.map(|_| view! { <Header label="Actions" class="actions" hidden=true /> })}
    }
    .into_any()
}

fn sorting(listing: Listing, column: usize, heading: Heading, width: Signal<String>) -> AnyView {
    let place = use_place();
    let Heading { label, shape, .. } = heading;
    let text = move |order: Order| listing.columns.with_headings(|headings| order.text(headings));
    let sorted = derive(move || {
        listing.order.with(|order| {
            let (place, direction) = order.of(column)?;
            let place = if order.columns() > 1 { place } else { 0 };
            Some(Sorted { direction: of_table(direction), place })
        })
    });
    let href = derive(move || place.href_with(SORT, &text(listing.order.get().by(column))));
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

/// Ticked when all rows that match are selected, half ticked when some are.
fn select_all(listing: Listing, selection: Selection) -> AnyView {
    let shown = Memo::new(move |_| selection.shown());
    let some = move || shown.get().0 > 0;
    let all = move || some() && shown.get().0 == shown.get().1;
    let kind = listing.kind;
    view! {
        <th scope="col" role="columnheader" class="pick">
            <input
                type="checkbox"
                aria-label=format!("Select all {kind}s that match")
                prop:checked=all
                prop:indeterminate=following(move || some() && !all())
                on:change=handler(move |event: Event| selection.pick_all(event_target_checked(&event)))
            />
        </th>
    }
    .into_any()
}

fn of_table(direction: Direction) -> table::Direction {
    match direction {
        Direction::Ascending => table::Direction::Ascending,
        Direction::Descending => table::Direction::Descending,
    }
}
