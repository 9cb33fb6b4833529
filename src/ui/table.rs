//! Tables that stay smooth with thousands of rows and become cards on narrow screens.

mod cell;
mod header;
mod virtual_rows;
mod walk;

pub use cell::{Cell, EmptyRow, Row, RowGroup, RowHeader};
pub use header::{Direction, Header, SortHeader, Sorted};
pub use virtual_rows::{BLOCK, Block, VirtualRows};
pub use walk::walk;

use super::overflow::overflows;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;

/// The shell of a table. Its children are the bodies: [`Block`]s or plain `<tbody>`s.
#[component]
pub fn Table(
    /// What the rows are; names the table and its scroll region.
    #[prop(into)]
    caption: Signal<String>,
    /// The [`Header`]s and [`SortHeader`]s in order.
    #[prop(into)]
    head: ViewFnOnce,
    /// How many rows it has with its header, in the document or not; 0 when all are in it.
    #[prop(optional, into)]
    rows: Signal<usize>,
    /// Whether its columns keep their width whatever rows are in the document.
    #[prop(optional, into)]
    fixed: Signal<bool>,
    /// The element around the table.
    #[prop(optional)]
    region: NodeRef<html::Div>,
    /// Told of keys pressed in it.
    #[prop(optional, into)]
    on_key: Option<Callback<KeyboardEvent>>,
    /// Told when the focus comes to something in it.
    #[prop(optional, into)]
    on_focus: Option<Callback<FocusEvent>>,
    /// The bodies.
    children: Children,
) -> impl IntoView {
    let wide = overflows(region);
    view! {
        <div
            node_ref=region
            class="table-region"
            role=move || wide.get().then_some("region")
            aria-label=move || wide.get().then(|| caption.get())
            tabindex=move || wide.get().then_some("0")
        >
            <table
                class="table"
                class:table-fixed=move || fixed.get()
                role="table"
                aria-rowcount=move || Some(rows.get()).filter(|rows| *rows > 0).map(|rows| rows.to_string())
                on:keydown=move |event: KeyboardEvent| { if let Some(on_key) = on_key { on_key.run(event) } }
                on:focusin=move |event: FocusEvent| { if let Some(on_focus) = on_focus { on_focus.run(event) } }
            >
                <caption class="visually-hidden">{move || caption.get()}</caption>
                <thead role="rowgroup">
                    <tr role="row" aria-rowindex="1" data-sort-by=texts::ui::sort_by()>{head.run()}</tr>
                </thead>
                {children()}
            </table>
        </div>
    }
}
