//! One row of a table.

use console::listing::{self, Value};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::cell::value_view;
use super::lines::{Content, Shown};
use super::listing::{Listing, class};
use super::selection::Selection;
use crate::components::links::ObjectLink;
use crate::ui::table::{Cell, Row, RowHeader};

/// The cells of its line, which change in place.
pub(super) fn row_view(
    listing: Listing,
    selection: Option<Selection>,
    row: listing::Row,
    line: Memo<Shown>,
) -> impl IntoView {
    let cell = move |column: usize| {
        let heading = listing.columns.heading(column)?;
        let value = Signal::derive(move || {
            line.with(|line| match &line.content {
                Content::Row(row) => row.values.get(column).cloned().unwrap_or(Value::Nothing),
                Content::Heading(_) | Content::Empty(_) => Value::Nothing,
            })
        });
        Some(view! {
            <Cell label=heading.label class=class(heading.format)>
                {value_view(heading.format, value)}
            </Cell>
        })
    };
    let cells =
        move || listing.columns.shown.get().into_iter().skip(1).filter_map(cell).collect_view();
    let pick = selection.map(|selection| picker(selection, row.name.clone()));
    let actions = listing.actions.zip(row.object.clone()).map(|(actions, object)| {
        view! {
            <Cell label=texts::tables::actions() class="actions">
                {actions.run(object)}
            </Cell>
        }
    });
    let header = match row.object {
        Some(object) => view! { <ObjectLink to=object /> }.into_any(),
        None => view! { <span class="name">{row.name}</span> }.into_any(),
    };
    view! {
        <Row number=Signal::derive(move || line.with(|line| line.number))>
            {pick}
            <RowHeader>{header}</RowHeader>
            {cells}
            {actions}
        </Row>
    }
}

/// The box that selects the row; with Shift, all between it and the last one as well.
fn picker(selection: Selection, name: String) -> impl IntoView {
    let (label, own) = (texts::tables::select(&name), name.clone());
    let pick = move |event: MouseEvent| {
        selection.pick(&name, event_target_checked(&event), event.shift_key());
    };
    view! {
        <td role="cell" class="pick">
            <input
                type="checkbox"
                aria-label=label
                prop:checked=move || selection.has(&own)
                on:click=pick
            />
        </td>
    }
}
