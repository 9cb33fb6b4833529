//! What the dashboard reads: its lists, and how long they are.

use console::problem::{Problem, ProblemSources, problems};
use leptos::prelude::*;
use maxscale::about::About;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::thread::{Thread, total_sessions};

use crate::api;
use crate::commands::TopologyQueries;
use crate::query::{Attention, Query, use_history, use_query, use_query_with};
use crate::route::{Route, Tab};
use crate::state::location::use_location;

/// All lists but that of the sessions; the threads know how many there are.
#[derive(Clone, Copy)]
pub(super) struct Dashboard {
    pub(super) servers: Query<Vec<Server>>,
    pub(super) monitors: Query<Vec<Monitor>>,
    pub(super) services: Query<Vec<Service>>,
    pub(super) listeners: Query<Vec<Listener>>,
    pub(super) about: Query<About>,
    pub(super) threads: Query<Vec<Thread>>,
    pub(super) filters: Query<Vec<Filter>>,
}

impl Dashboard {
    /// Reads it from now on; what matters most comes first, and what the tab does not show is
    /// read seldom.
    pub(super) fn read() -> Self {
        Self {
            servers: use_query_with(api::servers::all(), charted_or_on(Tab::Servers)),
            monitors: use_query_with(api::monitors::all(), on(&[Tab::Monitors])),
            services: use_query_with(api::services::all(), on(&[Tab::Services, Tab::Listeners])),
            listeners: use_query_with(api::listeners::all(), on(&[Tab::Listeners])),
            about: use_query(api::maxscale::overview()),
            threads: use_query(api::threads::all()),
            filters: use_query_with(api::filters::all(), on(&[Tab::Filters])),
        }
    }

    /// Everything that is not as it should be, once all is there that it depends on.
    pub(super) fn problems(self) -> Option<Vec<Problem>> {
        let servers = self.servers.data.get()?;
        let monitors = self.monitors.data.get()?;
        let services = self.services.data.get()?;
        Some(problems(ProblemSources {
            servers: &servers,
            monitors: &monitors,
            services: &services,
            listeners: &self.listeners.data.get().unwrap_or_default(),
            about: self.about.data.get().as_deref(),
        }))
    }

    /// The lists around a server.
    pub(super) fn topology(self) -> TopologyQueries {
        let Self { servers, monitors, services, .. } = self;
        TopologyQueries { servers, monitors, services }
    }

    /// How many objects a tab lists, once that is known.
    pub(super) fn count(self, tab: Tab) -> Option<u64> {
        match tab {
            Tab::Servers => length(self.servers),
            Tab::Services => length(self.services),
            Tab::Listeners => length(self.listeners),
            Tab::Filters => length(self.filters),
            Tab::Monitors => length(self.monitors),
            Tab::Sessions => self.threads.data.with(|threads| total_sessions(threads.as_ref()?)),
        }
    }
}

fn length<T: Send + Sync>(query: Query<Vec<T>>) -> Option<u64> {
    query.data.with(|data| data.as_deref().map(|all| all.len() as u64))
}

fn attention(is_shown: bool) -> Attention {
    if is_shown { Attention::Shown } else { Attention::Background }
}

/// While one of these tabs is shown.
fn on(tabs: &'static [Tab]) -> Memo<Attention> {
    let route = use_location().route;
    Memo::new(move |_| attention(route.with(Route::tab).is_some_and(|tab| tabs.contains(&tab))))
}

/// While this tab is shown, and while there are charts.
fn charted_or_on(tab: Tab) -> Memo<Attention> {
    let (charted, route) = (use_history().charted, use_location().route);
    Memo::new(move |_| attention(charted.get() || route.with(Route::tab) == Some(tab)))
}
