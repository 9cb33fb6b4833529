//! Rows, their cells, and the headings of groups of rows.
//!
//! Roles are spelled out because the cards of narrow screens are not laid out as a table, and some
//! browsers then forget that they are one.

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
) -> impl IntoView {
    view! {
        <tr role="row" class="row-group" aria-rowindex=move || number.get().to_string()>
            <th role="rowheader" colspan=move || columns.get().to_string()>
                <div class="row-group-heading">{children()}</div>
            </th>
        </tr>
    }
}

/// One row.
#[component]
pub fn Row(
    /// Its place among the table's rows, from 1; the header is the first.
    #[prop(into)]
    number: Signal<usize>,
    /// The cells.
    children: Children,
) -> impl IntoView {
    view! {
        <tr role="row" aria-rowindex=move || number.get().to_string()>
            {children()}
        </tr>
    }
}

/// The cell that names its row.
#[component]
pub fn RowHeader(
    /// The name, usually a link.
    children: Children,
) -> impl IntoView {
    view! {
        <th scope="row" role="rowheader">
            {children()}
        </th>
    }
}

/// Any other cell.
#[component]
pub fn Cell(
    /// The column's name, shown beside the value on narrow screens.
    label: &'static str,
    /// What its column is like, as a class.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <td role="cell" data-label=label class=class>
            <div class="cell">{children()}</div>
        </td>
    }
}

/// Stands in for the rows when there are none.
#[component]
pub fn EmptyRow(
    /// How many columns the table has.
    #[prop(into)]
    columns: Signal<usize>,
    /// Why there are none, and what to do.
    children: Children,
) -> impl IntoView {
    view! {
        <tr role="row" class="row-empty">
            <td role="cell" colspan=move || columns.get().to_string()>
                {children()}
            </td>
        </tr>
    }
}
