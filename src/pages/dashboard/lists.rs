//! The tabs that list objects of one kind.

use console::listing::{
    FILTERS, Heading, LISTENERS, ListedListener, ListedMonitor, ListedService, MONITORS, Row,
    SERVICES, headings,
};
use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::monitor::Monitor;
use maxscale::object::Object;
use maxscale::server_context::Topology;
use maxscale::service::Service;

use super::data::Dashboard;
use crate::commands::{RowCommands, Target, TargetOf, row_buttons};
use crate::components::loaded::Loaded;
use crate::components::object_table::ObjectTable;
use crate::query::{Query, Status};
use crate::ui::menu::SharedMenu;

#[component]
pub(super) fn Services(data: Dashboard) -> impl IntoView {
    let rows = Signal::derive(move || {
        let row = |one: &Service, topology: Topology<'_>| {
            Row::of(SERVICES, one.name.clone(), &ListedService::of(one, topology))
        };
        data.topology().with(|topology| {
            topology.services.unwrap_or_default().iter().map(|one| row(one, topology)).collect()
        })
    });
    let target_of = target_of(data.services, |one| one.name.as_str(), Subject::Service);
    view! {
        <List
            status=data.services.status()
            what=texts::parts::the_services()
            kind="service"
            caption=texts::objects::all_services()
            none=texts::dashboard::no_services()
            headings=headings(SERVICES)
            rows=rows
            target_of=Some(target_of)
        />
    }
}

#[component]
pub(super) fn Listeners(data: Dashboard) -> impl IntoView {
    let rows = Signal::derive(move || {
        let services = data.services.data.get().unwrap_or_default();
        let listeners = data.listeners.data.get().unwrap_or_default();
        let row = |listener: &maxscale::listener::Listener| {
            let is_own = |service: &&Service| listener.service.as_ref() == Some(&service.name);
            let sessions = services.iter().find(is_own).and_then(|service| service.sessions);
            let listed = ListedListener { listener: listener.clone(), sessions };
            Row::of(LISTENERS, listener.name.clone(), &listed)
        };
        listeners.iter().map(row).collect()
    });
    let target_of = target_of(data.listeners, |one| one.name.as_str(), Subject::Listener);
    view! {
        <List
            status=data.listeners.status()
            what=texts::parts::the_listeners()
            kind="listener"
            caption=texts::objects::all_listeners()
            none=texts::dashboard::no_listeners()
            headings=headings(LISTENERS)
            rows=rows
            target_of=Some(target_of)
        />
    }
}

#[component]
pub(super) fn Filters(data: Dashboard) -> impl IntoView {
    let rows = rows(data.filters, |one| Row::of(FILTERS, one.name.clone(), one));
    view! {
        <List
            status=data.filters.status()
            what=texts::parts::the_filters()
            kind="filter"
            caption=texts::objects::all_filters()
            none=texts::dashboard::no_filters()
            headings=headings(FILTERS)
            rows=rows
            target_of=None
        />
    }
}

#[component]
pub(super) fn Monitors(data: Dashboard) -> impl IntoView {
    let rows = Signal::derive(move || {
        let row = |one: &Monitor, topology: Topology<'_>| {
            Row::of(MONITORS, one.name.clone(), &ListedMonitor::of(one, topology))
        };
        data.topology().with(|topology| {
            topology.monitors.unwrap_or_default().iter().map(|one| row(one, topology)).collect()
        })
    });
    let target_of = target_of(data.monitors, |one| one.name.as_str(), Subject::Monitor);
    view! {
        <List
            status=data.monitors.status()
            what=texts::parts::the_monitors()
            kind="monitor"
            caption=texts::objects::all_monitors()
            none=texts::dashboard::no_monitors()
            headings=headings(MONITORS)
            rows=rows
            target_of=Some(target_of)
        />
    }
}

fn rows<T: PartialEq + Send + Sync>(query: Query<Vec<T>>, row: fn(&T) -> Row) -> Signal<Vec<Row>> {
    Signal::derive(move || {
        query.data.with(|data| data.iter().flat_map(|all| all.iter()).map(row).collect())
    })
}

/// What the row of an object of the list stands for.
fn target_of<T: Clone + Send + Sync>(
    query: Query<Vec<T>>,
    name: fn(&T) -> &str,
    subject: fn(T) -> Subject,
) -> TargetOf {
    Callback::new(move |object: Object| {
        let own = object.name().to_owned();
        let known = Signal::derive(move || {
            query.data.with(|data| {
                let mut all = data.iter().flat_map(|all| all.iter());
                all.find(|one| name(one) == own).cloned().map(subject)
            })
        });
        Target::one(object, known)
    })
}

/// The table, once the list has been read; what stands for a target can be started and stopped.
#[component]
fn List(
    status: Status,
    what: &'static str,
    kind: &'static str,
    caption: &'static str,
    none: &'static str,
    headings: Vec<Heading>,
    rows: Signal<Vec<Row>>,
    target_of: Option<TargetOf>,
) -> impl IntoView {
    let menu = SharedMenu::new();
    view! {
        {target_of.map(|target_of| view! { <RowCommands menu=menu target_of=target_of /> })}
        <Loaded status=status what=what>
            <ObjectTable
                caption=caption
                kind=kind
                none=none
                headings=headings.clone()
                rows=rows
                actions=target_of.map(|_| row_buttons(menu))
                tools=true
            />
        </Loaded>
    }
}
