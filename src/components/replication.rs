//! Whom a server follows and who follows it, beside its name and its state.

use leptos::prelude::*;
use leptos::web_sys::Element;
use maxscale::monitor::Monitor;
use maxscale::name::{MonitorName, ServerName};
use maxscale::object::Object;
use maxscale::replication::{Replica, ReplicaConnection, ReplicationState, ThreadState};
use maxscale::server::Server;

use crate::api;
use crate::query::{Query, use_query};
use crate::route::Route;
use crate::ui::facts::{Fact, Facts};
use crate::ui::hover_card::HoverCard;
use crate::ui::lazy::lazy;

/// What has a card: a server's name and its state.
const SELECTOR: &str = "tbody th > .object-link, tbody tr > .state";

/// A card has room for so many followers.
const SHOWN: usize = 6;

/// Shows the replication of the servers in a table of them.
#[component]
pub fn ReplicationCards(
    /// The servers, with the monitors that watch them.
    #[prop(into)]
    servers: Signal<std::sync::Arc<Vec<Server>>>,
) -> impl IntoView {
    let card = move |href: String| {
        let Route::Object(Object::Server(name)) = Route::parse(&href) else {
            return ().into_any();
        };
        let watched_by = servers.with_untracked(|all| {
            all.iter().find(|one| one.name == name).and_then(|one| one.monitor.clone())
        });
        lazy!(
            objects,
            texts::parts::the_replication(),
            |name: ServerName, watched_by: Option<MonitorName>| view! {
                <Replication server=name monitor=watched_by />
            }
        )
    };
    view! {
        <HoverCard selector=SELECTOR subject=row_link card=Callback::new(card) />
    }
}

/// The address of the page of the row's server.
fn row_link(element: &Element) -> Option<String> {
    let row = element.closest("tr").ok()??;
    row.query_selector("th a.object-link").ok()??.get_attribute("href")
}

#[component]
fn Replication(server: ServerName, monitor: Option<MonitorName>) -> impl IntoView {
    let title = server.to_string();
    let content = match monitor {
        None => view! { <p class="quiet">{texts::replication_card::no_monitor_watches_it()}</p> }
            .into_any(),
        Some(name) => {
            let monitor = use_query(api::monitors::one(name));
            (move || known(&server, monitor)).into_any()
        }
    };
    view! {
        <p class="card-title">{title}</p>
        {content}
    }
}

fn known(server: &ServerName, monitor: Query<Monitor>) -> AnyView {
    let Some(monitor) = monitor.data.get() else {
        let words = match monitor.error.get() {
            None => texts::replication_card::reading().to_owned(),
            Some(error) => error.words(),
        };
        return view! { <p class="quiet">{words}</p> }.into_any();
    };
    let replicas = monitor.replicas();
    let (own, others): (Vec<_>, Vec<_>) =
        replicas.into_iter().partition(|one| one.server == *server);
    let followers: Vec<_> = others
        .into_iter()
        .filter(|one| one.connection.source_server.as_ref() == Some(server))
        .collect();
    if own.is_empty() && followers.is_empty() {
        let words = texts::replication_card::follows_none();
        return view! { <p class="quiet">{words}</p> }.into_any();
    }
    let hidden = followers.len().saturating_sub(SHOWN) as u64;
    let more = (hidden > 0).then(|| view! { <li>{texts::replication_card::and_more(hidden)}</li> });
    view! {
        {own.into_iter().map(follows).collect_view()}
        {(!followers.is_empty()).then(|| view! {
            <p>{texts::replication_card::followed_by()}</p>
            <ul class="notes">{followers.iter().take(SHOWN).map(follower).collect_view()} {more}</ul>
        })}
    }
    .into_any()
}

fn follower(replica: &Replica) -> AnyView {
    let state = replica.connection.state().words();
    view! { <li>{replica.server.to_string()} ": " {state}</li> }.into_any()
}

fn follows(replica: Replica) -> impl IntoView {
    let ReplicaConnection { source, gtid, error, .. } = replica.connection.clone();
    let state = replica.connection.state();
    let optional = |label: &'static str, value: Option<String>| {
        value.filter(|value| !value.is_empty()).map(|value| {
            view! { <Fact label=label>{value}</Fact> }
        })
    };
    let threads = (state != ReplicationState::Running).then(|| {
        let ReplicaConnection { io, sql, .. } = &replica.connection;
        texts::replication_card::threads_of(thread(io), thread(sql))
    });
    view! {
        <Facts>
            <Fact label=texts::replication_card::follows()>{source}</Fact>
            <Fact label=texts::replication_card::replication()>{state.words()}</Fact>
            {optional(texts::replication_card::threads(), threads)}
            {optional(texts::replication_card::gtid_received(), gtid)}
        </Facts>
        {error.filter(|error| !error.is_empty()).map(|error| view! {
            <p class="card-error">
                <span class="quiet">{texts::replication_card::last_error()}</span>
                {error}
            </p>
        })}
    }
}

fn thread(state: &ThreadState) -> &str {
    match state {
        ThreadState::Running => texts::replication_card::thread_runs(),
        ThreadState::Stopped => texts::replication_card::thread_is_stopped(),
        ThreadState::Connecting => texts::replication_card::thread_connects(),
        ThreadState::Other(word) => word,
        ThreadState::NotKnown => texts::common::unknown(),
    }
}
