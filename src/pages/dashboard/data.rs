//! What the dashboard reads: its lists, and how long they are.

use std::sync::Arc;

use console::problem::{Everything, Problem, problems};
use leptos::prelude::*;
use maxscale::about::About;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::thread::{Thread, all_sessions};

use crate::api;
use crate::query::{Query, When, query, query_when, use_history};
use crate::route::Route;
use crate::state::location::use_place;
use crate::state::session::use_session;

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
            servers: query_when(charted_or(on(&[Route::Servers])), api::servers::all),
            monitors: query_when(on(&[Route::Monitors]), api::monitors::all),
            services: query_when(on(&[Route::Services, Route::Listeners]), api::services::all),
            listeners: query_when(on(&[Route::Listeners]), api::listeners::all),
            about: about(),
            threads: query(api::threads::all),
            filters: query_when(on(&[Route::Filters]), api::filters::all),
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
            _ => self.threads.data.with(|threads| all_sessions(threads.as_ref()?)),
        }
    }
}

fn length<T: Send + Sync>(query: Query<Vec<T>>) -> Option<u64> {
    query.data.with(|data| data.as_deref().map(|all| all.len() as u64))
}

/// Also while there are charts of it.
fn charted_or(when: When) -> When {
    let (charted, shown) = (use_history().charted, when.shown);
    When { shown: Signal::derive(move || shown.get() || charted.get()), ..when }
}

/// What was read to see whether the session lives need not be read twice.
fn about() -> Query<About> {
    let known = use_session().about.get_untracked().filter(|about| about.uptime_seconds.is_some());
    let when = When { shown: Signal::stored(true), at_once: known.is_none() };
    let about = query_when(when, api::maxscale::overview);
    about.data.set(known.map(Arc::new));
    about
}

/// While one of these tabs is shown.
fn on(tabs: &'static [Route]) -> When {
    let route = use_place().route;
    let shown = Memo::new(move |_| route.with(|route| tabs.contains(route)));
    When { shown: shown.into(), at_once: true }
}
