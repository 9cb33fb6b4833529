//! Tables that scroll inside their own region and become cards on narrow screens.

mod cell;
mod header;

pub use cell::{Cell, EmptyRow, Row, RowGroup, RowHeader};
pub use header::{Direction, Header, SortHeader};

use super::overflow::overflows;
use leptos::html;
use leptos::prelude::*;

/// The shell of a table. Its children are the bodies: [`RowGroup`]s or plain `<tbody>`s.
#[component]
pub fn Table(
    /// What the rows are; names the table and its scroll region.
    #[prop(into)]
    caption: Signal<String>,
    /// The [`Header`]s and [`SortHeader`]s in order.
    #[prop(into)]
    head: ViewFnOnce,
    /// The bodies.
    children: Children,
) -> AnyView {
    let region = NodeRef::<html::Div>::new();
    let wide = overflows(region);
    view! {
        <div
            node_ref=region
            class="table-region"
            role=move || wide.get().then_some("region")
            aria-label=move || wide.get().then(|| caption.get())
            tabindex=move || wide.get().then_some("0")
        >
            <table class="table" role="table">
                <caption class="visually-hidden">{move || caption.get()}</caption>
                <thead role="rowgroup">
                    <tr role="row">{head.run()}</tr>
                </thead>
                {children()}
            </table>
        </div>
    }
    .into_any()
}
