//! What the dashboard reads: its lists, and how long they are.

use maxscale::about::About;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::problem::{Everything, Problem, problems};
use maxscale::server::Server;
use maxscale::service::Service;

use crate::api;
use crate::query::{Query, query};
use crate::route::Route;

/// All lists but that of the sessions, of which only the number is read.
#[derive(Clone, Copy)]
pub(super) struct Dashboard {
    pub(super) servers: Query<Vec<Server>>,
    pub(super) monitors: Query<Vec<Monitor>>,
    pub(super) services: Query<Vec<Service>>,
    pub(super) listeners: Query<Vec<Listener>>,
    pub(super) about: Query<About>,
    pub(super) sessions: Query<u64>,
    pub(super) filters: Query<Vec<Filter>>,
}

impl Dashboard {
    /// Reads it from now on; what matters most comes first.
    pub(super) fn read() -> Self {
        Self {
            servers: query(api::servers::all),
            monitors: query(api::monitors::all),
            services: query(api::services::all),
            listeners: query(api::listeners::all),
            about: query(api::maxscale::overview),
            sessions: query(api::sessions::total),
            filters: query(api::filters::all),
        }
    }

    /// Everything that is not as it should be, once all is there that it depends on.
    pub(super) fn problems(self) -> Vec<Problem> {
        let (Some(servers), Some(monitors), Some(services)) =
            (self.servers.data.get(), self.monitors.data.get(), self.services.data.get())
        else {
            return vec![];
        };
        problems(Everything {
            servers: &servers,
            monitors: &monitors,
            services: &services,
            listeners: &self.listeners.data.get().unwrap_or_default(),
            about: self.about.data.get().as_deref(),
        })
    }

    /// How many objects a tab lists, once that is known.
    pub(super) fn count(self, tab: &Route) -> Option<u64> {
        match tab {
            Route::Servers => length(self.servers),
            Route::Services => length(self.services),
            Route::Listeners => length(self.listeners),
            Route::Filters => length(self.filters),
            Route::Monitors => length(self.monitors),
            _ => self.sessions.data.get().map(|total| *total),
        }
    }
}

fn length<T: Send + Sync>(query: Query<Vec<T>>) -> Option<u64> {
    query.data.with(|data| data.as_deref().map(|all| all.len() as u64))
}
