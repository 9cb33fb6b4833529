//! Servers in a table, grouped by the monitor that watches them.

mod order;
mod row;

use std::collections::HashMap;
use std::sync::Arc;

use leptos::prelude::*;
use maxscale::monitor::Monitor;
use maxscale::name::{MonitorName, ServerName};
use maxscale::server::Server;

use crate::components::links::MonitorLink;
use crate::components::state_badge::MonitorBadge;
use crate::state::location::use_place;
use crate::ui::table::{EmptyRow, RowGroup, Table};
use order::{Group, Order, grouped, matches};
use row::ServerRow;

pub use order::FILTER;

/// All servers by name; unchanged ones stay the same between two rounds.
type ByName = HashMap<ServerName, Arc<Server>>;

const COLUMNS: u32 = 6;

/// The table. Its order and its filter are options of the screen's address.
#[component]
pub fn ServersTable(
    /// The servers.
    #[prop(into)]
    servers: Signal<Arc<Vec<Server>>>,
    /// The monitors.
    #[prop(into)]
    monitors: Signal<Arc<Vec<Monitor>>>,
) -> impl IntoView {
    let place = use_place();
    let by_name = Memo::new(move |known: Option<&ByName>| indexed(&servers.get(), known));
    let order = Memo::new(move |_| place.options.with(Order::read));
    let filter = Memo::new(move |_| place.options.with(|options| options.get(FILTER).to_owned()));
    let groups = Memo::new(move |_| {
        let filter = filter.get();
        servers.with(|all| {
            let shown = all.iter().filter(|server| matches(server, &filter)).collect();
            monitors.with(|monitors| grouped(shown, monitors, order.get(), filter.is_empty()))
        })
    });
    let group = move |group: Group| {
        let monitor = group.monitor;
        let key = monitor.clone();
        let members = Memo::new(move |_| {
            groups.with(|groups| {
                let own = groups.iter().find(|group| group.monitor == key);
                own.map(|group| group.servers.clone()).unwrap_or_default()
            })
        });
        view! { <ServerGroup monitor=monitor members=members by_name=by_name monitors=monitors /> }
    };
    let none = move || groups.with(Vec::is_empty).then(|| nothing(filter.get()));
    view! {
        <Table caption="Servers by monitor" head=move || order::headers(order)>
            <For each=move || groups.get() key=|group| group.monitor.clone() children=group />
            {none}
        </Table>
    }
}

/// Keeps what has not changed, so that rows whose server is as before are left alone.
fn indexed(servers: &[Server], known: Option<&ByName>) -> ByName {
    let keep = |server: &Server| {
        let same = known.and_then(|known| known.get(&server.name)).filter(|old| ***old == *server);
        same.cloned().unwrap_or_else(|| Arc::new(server.clone()))
    };
    servers.iter().map(|server| (server.name.clone(), keep(server))).collect()
}

fn nothing(filter: String) -> impl IntoView {
    let words = if filter.is_empty() {
        "MaxScale has no servers.".to_owned()
    } else {
        format!("No server matches “{filter}”.")
    };
    view! {
        <tbody role="rowgroup">
            <EmptyRow columns=COLUMNS>{words}</EmptyRow>
        </tbody>
    }
}

#[component]
fn ServerGroup(
    monitor: Option<MonitorName>,
    members: Memo<Vec<ServerName>>,
    by_name: Memo<ByName>,
    monitors: Signal<Arc<Vec<Monitor>>>,
) -> impl IntoView {
    let heading = move || view! { <GroupHeading monitor=monitor monitors=monitors /> };
    view! {
        <RowGroup heading=heading columns=COLUMNS>
            <For
                each=move || members.get()
                key=Clone::clone
                children=move |name| view! { <ServerRow name=name by_name=by_name /> }
            />
            {move || members.with(Vec::is_empty).then(|| view! {
                <EmptyRow columns=COLUMNS>"This monitor watches no servers."</EmptyRow>
            })}
        </RowGroup>
    }
}

#[component]
fn GroupHeading(
    monitor: Option<MonitorName>,
    monitors: Signal<Arc<Vec<Monitor>>>,
) -> impl IntoView {
    let Some(name) = monitor else {
        return view! { <span>"Not monitored"</span> }.into_any();
    };
    let known = {
        let name = name.clone();
        Memo::new(move |_| monitors.with(|all| all.iter().find(|one| one.name == name).cloned()))
    };
    let about = move || {
        known.get().map(|monitor| {
            let module = monitor.module.word().to_owned();
            let leads = (monitor.leads == Some(true)).then_some("leads its cooperating MaxScales");
            view! {
                <MonitorBadge state=monitor.state />
                <span class="quiet">{module}</span>
                <span class="quiet">{leads}</span>
            }
        })
    };
    view! {
        <MonitorLink name=name />
        {about}
    }
    .into_any()
}
