//! The bodies of a table: one for each object that rows are listed under.

use crate::ui::memo::Memo;
use leptos::prelude::*;
use maxscale::listing::{Group, Row, grouped};
use maxscale::object::Object;

use super::row::ObjectRow;
use super::{ByObject, Columns};
use crate::ui::table::{EmptyRow, RowGroup};

/// What rows are listed under.
#[derive(Clone, Copy)]
pub struct Grouping {
    /// The objects known, so that one without rows is there as well.
    pub known: Signal<Vec<Object>>,
    /// The heading of a group.
    pub heading: Callback<Option<Object>, AnyView>,
    /// Said of an object without rows.
    pub none: &'static str,
}

impl Grouping {
    /// Groups the rows. Objects without rows are there when nothing is filtered out.
    pub(super) fn groups(self, rows: &[&Row], with_empty: bool) -> Vec<Group> {
        grouped(rows, if with_empty { self.known.get() } else { vec![] })
    }
}

/// The rows listed under one object, or all when there is no grouping.
#[component]
pub(super) fn RowsOf(
    group: Option<Object>,
    groups: Memo<Vec<Group>>,
    grouping: Option<Grouping>,
    rows: Memo<ByObject>,
    columns: Columns,
) -> AnyView {
    let key = group.clone();
    let members = Memo::new(move |_| {
        groups.with(|groups| {
            let own = groups.iter().find(|one| one.of == key);
            own.map(|group| group.members.clone()).unwrap_or_default()
        })
    });
    let list = view! {
        <For each=move || members.get() key=Clone::clone let:object>
            <ObjectRow object=object rows=rows columns=columns />
        </For>
    };
    let Some(Grouping { heading, none, .. }) = grouping else {
        return view! { <tbody role="rowgroup">{list}</tbody> }.into_any();
    };
    let heading = move || heading.run(group);
    view! {
        <RowGroup heading=heading columns=columns.count()>
            {list}
            {move || members.with(Vec::is_empty).then(|| view! {
                <EmptyRow columns=columns.count()>{none}</EmptyRow>
            })}
        </RowGroup>
    }
    .into_any()
}
