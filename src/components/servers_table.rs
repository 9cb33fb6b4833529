//! Servers in a table, grouped by the monitor that watches them.

use std::sync::Arc;

use console::listing::{Row, SERVERS, headings};
use leptos::prelude::*;
use maxscale::monitor::Monitor;
use maxscale::object::Object;
use maxscale::server::Server;

use crate::components::links::ObjectLink;
use crate::components::object_table::{Grouping, ObjectTable, RowActions, SelectionActions};
use crate::components::replication::ReplicationCards;
use crate::components::state_badge::MonitorBadge;
use crate::ui::lazy::{Waiting, lazy};

/// The table.
#[component]
pub fn ServersTable(
    /// The servers.
    #[prop(into)]
    servers: Signal<Arc<Vec<Server>>>,
    /// The monitors.
    #[prop(into)]
    monitors: Signal<Arc<Vec<Monitor>>>,
    /// False where all are of one monitor, whose page it is.
    #[prop(default = true)]
    grouped: bool,
    /// What can be done to each.
    #[prop(optional_no_strip)]
    actions: Option<RowActions>,
    /// True to have tools above the table.
    #[prop(optional)]
    tools: bool,
    /// What can be done to several that are selected.
    #[prop(optional_no_strip)]
    on_selected: Option<SelectionActions>,
) -> impl IntoView {
    let rows = Signal::derive(move || {
        let row = |one: &Server| Row::of(SERVERS, one.name.clone(), one).under(one.monitor.clone());
        servers.with(|all| all.iter().map(row).collect::<Vec<_>>())
    });
    let known = Signal::derive(move || {
        monitors.with(|all| all.iter().map(|one| Object::Monitor(one.name.clone())).collect())
    });
    let heading = move |of| view! { <GroupHeading monitor=of monitors=monitors /> }.into_any();
    let grouping = grouped.then(|| Grouping {
        known,
        heading: Callback::new(heading),
        none: texts::servers_table::watches_none(),
    });
    view! {
        {cards(servers)}
            <ObjectTable
                caption=texts::servers_table::by_monitor()
                kind="server"
                none=texts::servers_table::no_servers()
                headings=headings(SERVERS)
                rows=rows
                grouping=grouping
                actions=actions
                tools=tools
                on_selected=on_selected
            />
    }
}

/// The table comes before what it tells by hover and focus.
fn cards(servers: Signal<Arc<Vec<Server>>>) -> AnyView {
    let waiting = Waiting::Nothing(texts::parts::the_replication());
    lazy!(dashboard, waiting, |servers: Signal<Arc<Vec<Server>>>| view! {
        <ReplicationCards servers=servers />
    })
}

#[component]
fn GroupHeading(monitor: Option<Object>, monitors: Signal<Arc<Vec<Monitor>>>) -> impl IntoView {
    let Some(object) = monitor else {
        return view! { <span>{texts::servers_table::not_monitored()}</span> }.into_any();
    };
    let known = {
        let name = object.name().to_owned();
        Memo::new(move |_| {
            monitors.with(|all| {
                let own = all.iter().find(|one| one.name.as_str() == name)?;
                Some((own.state.clone(), own.module.word().to_owned(), own.leads == Some(true)))
            })
        })
    };
    let about = move || {
        known.get().map(|(state, module, leads)| {
            let leads = leads.then(texts::servers_table::leads);
            view! {
                <MonitorBadge state=state />
                <span class="quiet">{module}</span>
                <span class="quiet">{leads}</span>
            }
        })
    };
    view! {
        <ObjectLink to=object />
        {about}
    }
    .into_any()
}
