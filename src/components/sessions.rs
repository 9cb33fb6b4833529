//! Sessions wherever they show: filtered by user, host, server, state and idle time, sorted, page
//! by page.

mod criteria;
mod filters;
mod of_server;
mod page_request;
mod pages;

use leptos::prelude::*;
use maxscale::name::{ServerName, ServiceName};
use maxscale::session::Session;
use maxscale::thread::total_sessions;
use texts::{number, objects, sessions as words};

use crate::api;
use crate::api::sessions::SessionFilter;
use crate::components::loaded::Loaded;
use crate::components::sessions_table::SessionsTable;
use crate::query::{Attention, Query, Status, use_query, use_query_with};
use crate::route::{Options, Route, Tab};
use criteria::use_criteria;
use filters::Filters;
use of_server::SessionsOfServer;
use pages::SessionPages;

/// More sessions than this are not read whole without being asked: MaxScale describes each of them
/// to answer, on its one thread for REST (rest-api.md 1.9).
const MANY: u64 = 1_000;

/// More than this are read seldom.
const SOME: u64 = 200;

/// Whose sessions are shown.
#[derive(Clone, PartialEq, Eq)]
pub enum SessionsOf {
    /// Everybody's.
    All,
    /// Those with a connection to this server.
    Server(ServerName),
    /// Those that came to this service.
    Service(ServiceName),
}

/// The sessions.
#[component]
pub fn Sessions(of: SessionsOf) -> impl IntoView {
    match of {
        SessionsOf::All => view! { <AllSessions /> }.into_any(),
        SessionsOf::Server(name) => view! { <SessionsOfServer name=name /> }.into_any(),
        SessionsOf::Service(name) => view! { <SessionsOfService name=name /> }.into_any(),
    }
}

/// How many sessions there are, once that is known.
fn use_total() -> (Memo<Option<u64>>, Memo<bool>) {
    let threads = use_query(api::threads::all());
    let total = Memo::new(move |_| threads.data.with(|threads| total_sessions(threads.as_ref()?)));
    let is_known = Memo::new(move |_| {
        threads.data.with(Option::is_some) || threads.error.with(Option::is_some)
    });
    (total, is_known)
}

/// All of them where they are few, and else the pages that MaxScale makes of them.
#[component]
fn AllSessions() -> impl IntoView {
    let (total, is_known) = use_total();
    let are_few =
        Memo::new(move |_| is_known.get().then(|| total.get().is_none_or(|total| total <= MANY)));
    move || match are_few.get() {
        None => ().into_any(),
        Some(false) => view! { <SessionPages /> }.into_any(),
        Some(true) => {
            let attention = Memo::new(move |_| attention(total.get()));
            let sessions = use_query_with(api::sessions::all(), attention);
            view! { <SessionList status=sessions.status() sessions=all(sessions) of=SessionsOf::All /> }
                .into_any()
        }
    }
}

fn all(sessions: Query<Vec<Session>>) -> Signal<Vec<Session>> {
    Signal::derive(move || sessions.data.get().map(|all| (*all).clone()).unwrap_or_default())
}

fn attention(total: Option<u64>) -> Attention {
    if total.is_some_and(|total| total > SOME) { Attention::Background } else { Attention::Shown }
}

/// MaxScale finds the sessions of a service itself.
#[component]
fn SessionsOfService(name: ServiceName) -> impl IntoView {
    let total = RwSignal::new(None);
    let filter = SessionFilter::Service(name.clone());
    let attention = Memo::new(move |_| attention(total.get()));
    let page = use_query_with(api::sessions::page(&filter, MANY, 0), attention);
    Effect::new(move || total.set(page.data.with(|page| page.as_ref().map(|page| page.total))));
    let sessions = Signal::derive(move || {
        page.data.with(|page| page.as_ref().map(|page| page.items.clone()).unwrap_or_default())
    });
    let link =
        Options::default().with("service", name.as_str()).href(&Route::Dashboard(Tab::Sessions));
    let more = move || {
        total.get().filter(|total| *total > MANY).map(|total| {
            view! {
                <p class="quiet">
                    {words::first_of(number(MANY), number(total))}
                    " "
                    <a class="object-link" href=link.clone()>
                        {words::all_of_this_service()}
                    </a>
                </p>
            }
        })
    };
    view! {
        {more}
        <SessionList status=page.status() sessions=sessions of=SessionsOf::Service(name) />
    }
}

/// Sessions that are all here: filtered, sorted and cut into pages in the browser.
#[component]
fn SessionList(status: Status, sessions: Signal<Vec<Session>>, of: SessionsOf) -> impl IntoView {
    let criteria = use_criteria();
    let shown = Signal::derive(move || {
        let criteria = criteria.get();
        let mut all = sessions.get();
        all.retain(|session| criteria.matches(session));
        all
    });
    let (caption, of_service) = match &of {
        SessionsOf::All => (objects::sessions(), false),
        SessionsOf::Server(_) => (words::using_this_server(), false),
        SessionsOf::Service(_) => (words::of_this_service(), true),
    };
    let none = Memo::new(move |_| criteria.with(|criteria| criteria.is_empty()));
    let table = move || {
        let none = if none.get() { words::none() } else { words::none_matches() };
        view! {
            <SessionsTable sessions=shown caption=caption none=none of_service=of_service paged=true />
        }
    };
    view! {
        <Filters criteria=criteria sessions=sessions shown=shown of=of />
        <Loaded status=status what=texts::parts::the_sessions()>
            {table}
        </Loaded>
    }
}
