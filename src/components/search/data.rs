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
use texts::{search, tables};

use crate::api;
use crate::api::sessions::SessionFilter;
use crate::query::{Attention, Query, Status, use_changing_query, use_query_with};

/// MaxScale is asked for sessions once nothing has been typed for so long.
const RESTS: Duration = Duration::from_millis(250);

/// As many sessions of one user as a search shows.
const MOST_SESSIONS: u64 = 50;

/// The lists as queries.
#[derive(Clone, Copy)]
pub(super) struct Data {
    servers: Query<Vec<Server>>,
    services: Query<Vec<Service>>,
    monitors: Query<Vec<Monitor>>,
    listeners: Query<Vec<Listener>>,
    filters: Query<Vec<Filter>>,
    sessions: Query<Page<Session>>,
    meant: ReadSignal<Option<MeantSessions>>,
}

impl Data {
    /// Reads the lists from now on, and of the sessions those that `text` means.
    pub(super) fn read(text: RwSignal<String>) -> Self {
        let meant = meant(text);
        let background = Attention::Background;
        Self {
            servers: use_query_with(api::servers::all(), background),
            services: use_query_with(api::services::all(), background),
            monitors: use_query_with(api::monitors::all(), background),
            listeners: use_query_with(api::listeners::all(), background),
            filters: use_query_with(api::filters::all(), background),
            // Who is known already may be found until the answer comes: nothing goes away under
            // the hand that is about to choose it.
            sessions: use_changing_query(move || {
                let filter = meant.with(|meant| meant.as_ref().map(MeantSessions::filter))?;
                Some(api::sessions::page(&filter, MOST_SESSIONS, 0))
            }),
            meant,
        }
    }

    fn lists(self) -> Lists {
        Lists {
            servers: self.servers.data.get().unwrap_or_default(),
            monitors: self.monitors.data.get().unwrap_or_default(),
            services: self.services.data.get().unwrap_or_default(),
            listeners: self.listeners.data.get().unwrap_or_default(),
            filters: self.filters.data.get().unwrap_or_default(),
            sessions: Arc::new(self.found_sessions()),
        }
    }

    /// Those of the page whose client is where it is meant to be.
    fn found_sessions(self) -> Vec<Session> {
        let host = self.meant.get().map(|meant| meant.host).unwrap_or_default();
        let is_there =
            |one: &&Session| one.remote.as_deref().unwrap_or_default().starts_with(&host);
        self.sessions.data.with(|page| {
            page.iter().flat_map(|page| &page.items).filter(is_there).cloned().collect()
        })
    }

    /// All of it made ready, anew whenever something has changed.
    pub(super) fn index(self) -> Memo<Index> {
        Memo::new_with_compare(move |_| Index::of(self.lists()), |_, _| true)
    }

    /// What is not known yet, in words; or why something could not be read. Empty when all is well.
    pub(super) fn trouble(self) -> String {
        let sessions = self.sessions.status();
        let lists = [
            (tables::servers(), self.servers.status()),
            (tables::services(), self.services.status()),
            (tables::monitors(), self.monitors.status()),
            (tables::listeners(), self.listeners.status()),
            (tables::filters(), self.filters.status()),
        ];
        let failed = |(things, status): (&str, Status)| {
            let error = status.error.get()?;
            Some(search::unread(things, error.words()))
        };
        let is_reading = || {
            let sessions = self.meant.with(Option::is_some).then_some(sessions);
            let all = lists.iter().map(|(_, status)| *status).chain(sessions);
            all.into_iter().any(|status| !status.known.get())
        };
        let failed = lists.into_iter().chain([(tables::sessions(), sessions)]).find_map(failed);
        failed.or_else(|| is_reading().then(|| search::loading().to_owned())).unwrap_or_default()
    }
}

/// The sessions that a text means: a number, or `user@host`.
#[derive(Clone, PartialEq, Eq)]
struct MeantSessions {
    who: String,
    host: String,
    is_number: bool,
}

impl MeantSessions {
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        means_sessions(text).then(|| match text.split_once('@') {
            Some((user, host)) => {
                Self { who: user.to_owned(), host: host.to_owned(), is_number: false }
            }
            None => Self { who: text.to_owned(), host: String::new(), is_number: true },
        })
    }

    fn filter(&self) -> SessionFilter {
        if self.is_number {
            SessionFilter::Number(self.who.clone())
        } else {
            SessionFilter::User(self.who.clone())
        }
    }
}

/// What `text` means, once nothing has been typed for a moment.
fn meant(text: RwSignal<String>) -> ReadSignal<Option<MeantSessions>> {
    let (meant, set_meant) = signal(None);
    Effect::new(move || {
        let typed = text.get();
        let settle = move || {
            let rests = text.try_with_untracked(|text| *text == typed) == Some(true);
            let now = MeantSessions::read(&typed);
            if rests && meant.try_with_untracked(|before| *before != now) == Some(true) {
                set_meant.try_set(now);
            }
        };
        set_timeout(settle, RESTS);
    });
    meant
}
