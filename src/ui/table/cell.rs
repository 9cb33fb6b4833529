//! Rows, their cells, and the headings of groups of rows.
//!
//! Roles are spelled out because the cards of narrow screens are not laid out as a table, and some
//! browsers then forget that they are one.

use crate::ui::reactive::following;
use crate::ui::signal::Signal;
use leptos::prelude::*;

/// The heading of the rows below it.
#[component]
pub fn RowGroup(
    /// How many columns the table has.
    #[prop(into)]
    columns: Signal<usize>,
    /// Its place among the table's rows, from 1.
    #[prop(into)]
    number: Signal<usize>,
    /// The heading.
    children: Children,
) -> AnyView {
    view! {
        <tr role="row" class="row-group" aria-rowindex=following(move || number.get().to_string())>
            <th role="rowheader" colspan=following(move || columns.get().to_string())>
                <div class="row-group-heading">{children()}</div>
            </th>
        </tr>
    }
    .into_any()
}

/// One row.
#[component]
pub fn Row(
    /// Its place among the table's rows, from 1; the header is the first.
    #[prop(into)]
    number: Signal<usize>,
    /// The cells.
    children: Children,
) -> AnyView {
    view! {
        <tr role="row" aria-rowindex=following(move || number.get().to_string())>
            {children()}
        </tr>
    }
    .into_any()
}

/// The cell that names its row.
#[component]
pub fn RowHeader(
    /// The name, usually a link.
    children: Children,
) -> AnyView {
    view! {
        <th scope="row" role="rowheader">
            {children()}
        </th>
    }
    .into_any()
}

/// Any other cell.
#[component]
pub fn Cell(
    /// The column's name, shown beside the value on narrow screens.
    label: &'static str,
    /// What its column is like, as a class.
    #[prop(optional)]
    class: &'static str,
    /// The value.
    children: Children,
) -> AnyView {
    view! {
        <td role="cell" data-label=label class=class>
            <div class="cell">{children()}</div>
        </td>
    }
    .into_any()
}

/// Stands in for the rows when there are none.
#[component]
pub fn EmptyRow(
    /// How many columns the table has.
    #[prop(into)]
    columns: Signal<usize>,
    /// Why there are none, and what to do.
    children: Children,
) -> AnyView {
    view! {
        <tr role="row" class="row-empty">
            <td role="cell" colspan=following(move || columns.get().to_string())>
                {children()}
            </td>
        </tr>
    }
    .into_any()
}
