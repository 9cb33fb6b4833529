//! Objects of any kind in a table, whose order and filter are options of the screen's address.

mod cell;
mod columns;
mod filter;
mod grouping;
mod head;
mod keyboard;
mod lines;
mod listing;
mod pages;
mod row;
mod selection;
mod states;
mod tools;
mod words;

use console::listing::{Heading, Row};
use leptos::prelude::*;
use maxscale::object::Object;

use crate::ui::lazy::{Waiting, lazy};
use crate::ui::table::{EmptyRow, Table, VirtualRows};
use columns::Columns;
pub use grouping::Grouping;
use head::heads;
use keyboard::Keyboard;
use lines::Lines;
use listing::{Listing, ListingOptions};
use pages::Pages;
pub use pages::{PAGE, PageSize, asked_page, page_href};
use selection::Selection;
pub use tools::SelectionActions;
use tools::Tools;
use words::none_matches;

/// The option that filters.
const FILTER: &str = "filter";
const SORT: &str = "sort";

/// Larger tables have only those of their lines in the document that are near what is seen; in
/// others the browser's own search finds everything.
const WHOLE: usize = 100;

/// What can be done to an object, at the end of its row.
pub type RowActions = Callback<Object, AnyView>;

/// The table.
#[component]
pub fn ObjectTable(
    /// What the rows are, for the table's name.
    #[prop(into)]
    caption: String,
    /// The key of what one row is: `server`.
    kind: &'static str,
    /// Said when there are no rows at all.
    none: &'static str,
    /// The columns.
    headings: Vec<Heading>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// What the rows are listed under.
    #[prop(optional_no_strip)]
    grouping: Option<Grouping>,
    /// True to show the rows page by page, as the address says.
    #[prop(optional)]
    paged: bool,
    /// What can be done to each.
    #[prop(optional_no_strip)]
    actions: Option<RowActions>,
    /// True to have what matches counted, columns chosen and rows saved above the table.
    #[prop(optional)]
    tools: bool,
    /// What can be done to several that are selected; without, none can be. Shown beside how many
    /// they are, as long as there are any.
    #[prop(optional_no_strip)]
    on_selected: Option<SelectionActions>,
) -> impl IntoView {
    let columns = Columns::new(kind, headings);
    let selects = on_selected.is_some();
    let listing =
        Listing::new(ListingOptions { kind, columns, rows, grouping, paged, actions, selects });
    let selection = selects.then(|| Selection::new(listing));
    let keyboard = Keyboard::new(listing);
    let virtual_rows = VirtualRows::new();
    let blocks = Memo::new(move |_| listing.blocks());
    let nothing = Memo::new(move |_| listing.lines.with(Vec::is_empty));
    let words = move || {
        let filter = listing.filter.get();
        let none = || match filter.as_str() {
            "" => none.to_owned(),
            filter => none_matches(kind, filter),
        };
        nothing.get().then(none)
    };
    let empty = move || {
        words().map(|words| {
            view! {
                <tbody role="rowgroup">
                    <EmptyRow columns=listing.width()>{words}</EmptyRow>
                </tbody>
            }
        })
    };
    view! {
        {tools.then(|| lazy_tools(listing, selection, on_selected))}
        <Table
            caption=caption
            head=move || heads(listing, selection)
            rows=Signal::derive(move || listing.lines.with(Vec::len) + 1)
            fixed=listing.large
            region=keyboard.region
            on_key=move |event| keyboard.on_key(&event)
            on_focus=move |event| keyboard.on_focus(&event)
        >
            <For each=move || 0..blocks.get() key=|number| *number let:number>
                <Lines
                    number=number
                    listing=listing
                    virtual_rows=virtual_rows
                    keyboard=keyboard
                    selection=selection
                />
            </For>
            {empty}
        </Table>
        {paged.then(|| lazy_pages(listing))}
    }
}

/// The rows come before what can be done with them.
fn lazy_tools(
    listing: Listing,
    selection: Option<Selection>,
    actions: Option<SelectionActions>,
) -> impl IntoView {
    let waiting = Waiting::Nothing(texts::parts::the_tools());
    view! {
        <div class="table-tools">
            {lazy!(
                dashboard,
                waiting,
                |listing: Listing, selection: Option<Selection>, actions: Option<SelectionActions>| {
                    view! { <Tools listing=listing selection=selection actions=actions /> }
                }
            )}
        </div>
    }
}

fn lazy_pages(listing: Listing) -> AnyView {
    let waiting = Waiting::Nothing(texts::parts::the_pages());
    lazy!(sessions, waiting, |listing: Listing| view! { <Pages listing=listing /> })
}
