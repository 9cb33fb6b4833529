//! One object in a table.

use crate::ui::memo::Memo;
use leptos::prelude::*;
use maxscale::listing::{Heading, Shape, Value};
use maxscale::object::Object;

use super::cell::value_view;
use super::{ByObject, Columns};
use crate::components::links::ObjectLink;
use crate::ui::table::{Cell, Row, RowHeader};

/// Follows the row of this object; each cell changes only when its own value does.
#[component]
pub(super) fn ObjectRow(object: Object, rows: Memo<ByObject>, columns: Columns) -> AnyView {
    let key = object.clone();
    let row = Memo::new(move |_| rows.with(|all| all.get(&key).cloned()));
    let cell = move |(index, heading): (usize, Heading)| {
        let value = Memo::new(move |_| {
            row.with(|row| {
                let value = row.as_deref().and_then(|row| row.values.get(index));
                value.cloned().unwrap_or(Value::Nothing)
            })
        });
        let numeric = heading.shape == Shape::Number;
        view! {
            <Cell label=heading.label numeric=numeric>
                {value_view(heading.shape, value)}
            </Cell>
        }
    };
    let cells = columns.headings.with_value(|headings| {
        headings.iter().copied().enumerate().skip(1).map(cell).collect_view()
    });
    let subject = object.clone();
    let actions = columns
        .actions
        .map(|actions| view! { <Cell label="Actions">{actions.run(subject)}</Cell> });
    view! {
        <Row>
            <RowHeader>
                <ObjectLink to=object />
            </RowHeader>
            {cells}
            {actions}
        </Row>
    }
    .into_any()
}
