//! One object in a table.

use crate::ui::memo::Memo;
use leptos::prelude::*;
use maxscale::listing::Value;
use maxscale::object::Object;

use super::cell::value_view;
use super::lines::{Content, Shown};
use super::listing::{Listing, class};
use crate::components::links::ObjectLink;
use crate::ui::table::{Cell, Row, RowHeader};

/// The cells of its line, which change in place.
pub(super) fn object_row(
    listing: Listing,
    object: Object,
    number: Signal<usize>,
    line: Memo<Shown>,
) -> AnyView {
    let cell = move |column: usize| {
        let heading = listing.heading(column)?;
        let value = Signal::derive(move || {
            line.with(|line| match &line.content {
                Content::Row(row) => row.values.get(column).cloned().unwrap_or(Value::Nothing),
                _ => Value::Nothing,
            })
        });
        Some(view! {
            <Cell label=heading.label class=class(heading.shape)>
                {value_view(heading.shape, value)}
            </Cell>
        })
    };
    let cells = move || listing.shown.get().into_iter().skip(1).filter_map(cell).collect_view();
    let subject = object.clone();
    let actions = listing.actions.map(|actions| {
        view! {
            <Cell label="Actions" class="actions">
                {actions.run(subject)}
            </Cell>
        }
    });
    view! {
        <Row number=number>
            <RowHeader>
                <ObjectLink to=object />
            </RowHeader>
            {cells}
            {actions}
        </Row>
    }
    .into_any()
}
