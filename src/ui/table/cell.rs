//! Rows, their cells, and the headings of groups of rows.
//!
//! Roles are spelled out because the cards of narrow screens are not laid out as a table, and some
//! browsers then forget that they are one.

use leptos::prelude::*;

/// Rows that belong together, under a heading of their own.
#[component]
pub fn RowGroup(
    /// The heading.
    #[prop(into)]
    heading: ViewFnOnce,
    /// How many columns the table has.
    columns: u32,
    /// The [`Row`]s.
    children: Children,
) -> AnyView {
    view! {
        <tbody role="rowgroup">
            <tr role="row" class="row-group">
                <th scope="rowgroup" role="rowheader" colspan=columns>
                    <div class="row-group-heading">{heading.run()}</div>
                </th>
            </tr>
            {children()}
        </tbody>
    }
    .into_any()
}

/// One row.
#[component]
pub fn Row(children: Children) -> AnyView {
    view! { <tr role="row">{children()}</tr> }.into_any()
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
    /// True for a number.
    #[prop(optional)]
    numeric: bool,
    /// The value.
    children: Children,
) -> AnyView {
    view! {
        <td role="cell" data-label=label class:numeric=numeric>
            <div class="cell">{children()}</div>
        </td>
    }
    .into_any()
}

/// Stands in for the rows when there are none.
#[component]
pub fn EmptyRow(
    /// How many columns the table has.
    columns: u32,
    /// Why there are none, and what to do.
    children: Children,
) -> AnyView {
    view! {
        <tr role="row" class="row-empty">
            <td role="cell" colspan=columns>
                {children()}
            </td>
        </tr>
    }
    .into_any()
}
