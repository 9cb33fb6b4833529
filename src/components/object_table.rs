//! Objects of any kind in a table, whose order and filter are options of the screen's address.

mod cell;
mod grouping;
mod row;

use std::collections::HashMap;
use std::sync::Arc;

use crate::ui::memo::Memo;
use leptos::prelude::*;
use maxscale::listing::{Direction, Group, Heading, Order, Row, Shape, arranged};
use maxscale::object::Object;

use crate::state::location::use_place;
use crate::ui::table::{self, EmptyRow, Header, SortHeader, Table};
pub use grouping::Grouping;
use grouping::RowsOf;

/// The option that filters.
pub const FILTER: &str = "filter";
const SORT: &str = "sort";

/// All rows by their object; unchanged ones stay the same between two rounds.
type ByObject = HashMap<Object, Arc<Row>>;

/// What can be done to an object, at the end of its row.
pub type RowActions = Callback<Object, AnyView>;

/// The columns, known to all rows.
#[derive(Clone, Copy)]
struct Columns {
    headings: StoredValue<Vec<Heading>>,
    actions: Option<RowActions>,
}

impl Columns {
    fn count(self) -> u32 {
        let own = self.headings.with_value(Vec::len) + usize::from(self.actions.is_some());
        u32::try_from(own).unwrap_or(u32::MAX)
    }
}

/// The table.
#[component]
pub fn ObjectTable(
    /// What the rows are, for the table's name.
    #[prop(into)]
    caption: String,
    /// What one row is: `server`.
    kind: &'static str,
    /// Said when there are no rows at all.
    none: &'static str,
    /// The columns.
    headings: Vec<Heading>,
    /// The rows.
    #[prop(into)]
    rows: Signal<Vec<Row>>,
    /// What the rows are listed under.
    #[prop(optional)]
    grouping: Option<Grouping>,
    /// True to show the rows as they come, whatever the address says.
    #[prop(optional)]
    as_they_come: bool,
    /// What can be done to each.
    #[prop(optional_no_strip)]
    actions: Option<RowActions>,
) -> AnyView {
    let place = use_place();
    let columns = Columns { headings: StoredValue::new(headings), actions };
    let rows = Memo::new(move |_| rows.get());
    let option = move |name: &'static str| {
        Memo::new(move |_| place.options.with(|options| options.get(name).to_owned()))
    };
    let (sort, filter) = (option(SORT), option(FILTER));
    let order = Memo::new(move |_| {
        columns.headings.with_value(|headings| sort.with(|sort| Order::read(sort, headings)))
    });
    let groups = Memo::new(move |_| {
        rows.with(|all| {
            if as_they_come {
                let members = all.iter().map(|row| row.object.clone()).collect();
                return vec![Group { of: None, members }];
            }
            let filter = filter.get();
            let shown = arranged(all, order.get(), &filter);
            match grouping {
                Some(grouping) => grouping.groups(&shown, filter.is_empty()),
                None => {
                    let members = shown.iter().map(|row| row.object.clone()).collect();
                    vec![Group { of: None, members }]
                }
            }
        })
    });
    let by_object = Memo::new(move |known: Option<&ByObject>| rows.with(|all| indexed(all, known)));
    let nothing = move || {
        let nothing = groups.with(|groups| groups.iter().all(|group| group.members.is_empty()));
        let grouped = grouping.is_some() && groups.with(|groups| !groups.is_empty());
        (nothing && !grouped).then(|| words_for_none(none, kind, &filter.get(), as_they_come))
    };
    let body = move |group: Group| {
        view! { <RowsOf group=group.of groups=groups grouping=grouping rows=by_object columns=columns /> }
    };
    let head = move || heads(columns, order, as_they_come);
    view! {
        <Table caption=caption head=head>
            <For each=move || groups.get() key=|group| group.of.clone() children=body />
            {move || nothing().map(|words| view! {
                <tbody role="rowgroup">
                    <EmptyRow columns=columns.count()>{words}</EmptyRow>
                </tbody>
            })}
        </Table>
    }
    .into_any()
}

fn words_for_none(none: &str, kind: &str, filter: &str, as_they_come: bool) -> String {
    if filter.is_empty() || as_they_come {
        none.to_owned()
    } else {
        format!("No {kind} matches “{filter}”.")
    }
}

/// Keeps what has not changed, so that rows whose object is as before are left alone.
fn indexed(rows: &[Row], known: Option<&ByObject>) -> ByObject {
    let keep = |row: &Row| {
        let same = known.and_then(|known| known.get(&row.object)).filter(|old| ***old == *row);
        same.cloned().unwrap_or_else(|| Arc::new(row.clone()))
    };
    rows.iter().map(|row| (row.object.clone(), keep(row))).collect()
}

/// The headings: links that sort, unless the rows stay as they come.
fn heads(columns: Columns, order: Memo<Order>, as_they_come: bool) -> impl IntoView {
    let place = use_place();
    let head = move |(index, heading): (usize, Heading)| {
        let (label, numeric) = (heading.label, heading.shape == Shape::Number);
        if as_they_come {
            return view! { <Header label=label numeric=numeric /> };
        }
        let sorted = Signal::derive(move || order.get().of(index).map(direction));
        let href =
            Signal::derive(move || place.href_with(SORT, &order.get().after_click(index, heading)));
        view! { <SortHeader label=label sorted=sorted href=href numeric=numeric /> }
    };
    let own =
        columns.headings.with_value(|all| all.iter().copied().enumerate().map(head).collect_view());
    view! {
        {own}
        {columns.actions.map(|_| view! { <Header label="Actions" hidden=true /> })}
    }
}

fn direction(direction: Direction) -> table::Direction {
    match direction {
        Direction::Ascending => table::Direction::Ascending,
        Direction::Descending => table::Direction::Descending,
    }
}
