//! What the search looks through: read while it is open.

use std::sync::Arc;
use std::time::Duration;

use console::search::{Index, Lists, means_sessions};
use leptos::prelude::*;
use maxscale::Page;
use maxscale::filter::Filter;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::session::Session;

use super::Search;
use crate::api;
use crate::query::{Query, Status, When, query, query_when};

/// MaxScale is asked for sessions once nothing has been typed for so long.
const RESTS: Duration = Duration::from_millis(250);

/// The lists as queries.
#[derive(Clone, Copy)]
pub(super) struct Data {
    servers: Query<Vec<Server>>,
    services: Query<Vec<Service>>,
    monitors: Query<Vec<Monitor>>,
    listeners: Query<Vec<Listener>>,
    filters: Query<Vec<Filter>>,
    sessions: Query<Page<Session>>,
}

impl Data {
    /// Reads the lists from now on, and of the sessions those that `text` means. What was known
    /// when the search was closed is there at once.
    pub(super) fn read(search: Search, text: RwSignal<String>) -> Self {
        let asked = RwSignal::new(String::new());
        let data = Self {
            servers: query_when(When::seldom(), api::servers::all),
            services: query_when(When::seldom(), api::services::all),
            monitors: query_when(When::seldom(), api::monitors::all),
            listeners: query_when(When::seldom(), api::listeners::all),
            filters: query_when(When::seldom(), api::filters::all),
            sessions: query(move || api::sessions::meant(&asked.get_untracked())),
        };
        data.sessions.data.set(nobody());
        data.sessions.rest(true);
        Effect::new(move || {
            let typed = text.with(|text| text.trim().to_owned());
            let wanted = if means_sessions(&typed) { typed.clone() } else { String::new() };
            let ask = move || {
                let rests = text.try_with_untracked(|text| text.trim() == typed) == Some(true);
                if rests && asked.try_get_untracked().is_some_and(|asked| asked != wanted) {
                    // Who is known already may be found until the answer comes: nothing goes away
                    // under the hand that is about to choose it.
                    let nobody_is = wanted.is_empty();
                    if nobody_is {
                        data.sessions.data.set(nobody());
                    }
                    data.sessions.rest(nobody_is);
                    asked.set(wanted);
                    data.sessions.read_now();
                }
            };
            set_timeout(ask, RESTS);
        });
        let known = search.known.get_value();
        restore(data.servers, known.servers);
        restore(data.services, known.services);
        restore(data.monitors, known.monitors);
        restore(data.listeners, known.listeners);
        restore(data.filters, known.filters);
        on_cleanup(move || {
            search.known.try_set_value(untrack(|| data.lists()));
        });
        data
    }

    fn lists(self) -> Lists {
        Lists {
            servers: self.servers.data.get().unwrap_or_default(),
            monitors: self.monitors.data.get().unwrap_or_default(),
            services: self.services.data.get().unwrap_or_default(),
            listeners: self.listeners.data.get().unwrap_or_default(),
            filters: self.filters.data.get().unwrap_or_default(),
            sessions: self
                .sessions
                .data
                .get()
                .map_or_else(Arc::default, |page| Arc::new(page.items.clone())),
        }
    }

    /// All of it made ready, anew whenever something has changed.
    pub(super) fn index(self) -> Memo<Index> {
        Memo::new_with_compare(move |_| Index::of(self.lists()), |_, _| true)
    }

    /// What is not known yet, in words; or why something could not be read. Empty when all is well.
    pub(super) fn trouble(self) -> String {
        let all = [
            ("servers", self.servers.status()),
            ("services", self.services.status()),
            ("monitors", self.monitors.status()),
            ("listeners", self.listeners.status()),
            ("filters", self.filters.status()),
            ("sessions", self.sessions.status()),
        ];
        let failed = |(what, status): &(&str, Status)| {
            let error = status.error.get()?;
            Some(format!("The {what} could not be read: {}", error.words()))
        };
        let reading = || all.iter().any(|(_, status)| !status.known.get());
        let failed = all.iter().find_map(failed);
        failed.or_else(|| reading().then(|| "Reading…".to_owned())).unwrap_or_default()
    }
}

fn nobody() -> Option<Arc<Page<Session>>> {
    Some(Arc::new(Page { items: vec![], total: 0 }))
}

fn restore<T: PartialEq + Send + Sync>(query: Query<Vec<T>>, known: Arc<Vec<T>>) {
    if !known.is_empty() {
        query.data.set(Some(known));
    }
}
