//! One service: how it routes, to what, and who uses it.

use console::history::Metric;
use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::name::{ServerName, ServiceName};
use maxscale::object::{Object, ObjectState, objects};
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::state::ServerState;
use texts::number;

use crate::api;
use crate::commands::{CommandMenu, Target, TopologyQueries};
use crate::components::charts::{Charts, Shown};
use crate::components::links::{ObjectLink, ObjectLinks};
use crate::components::object_page::{ObjectPage, relatives, words};
use crate::components::object_tabs::{ObjectTab, ObjectTabs};
use crate::components::sessions::{Sessions, SessionsOf};
use crate::components::state_badge::{ObjectBadge, StateBadge};
use crate::query::{Attention, Query, use_query, use_query_with};
use crate::ui::facts::{Fact, Facts};
use crate::ui::lazy::lazy;
use crate::ui::notice::Notice;
use crate::ui::section::Section;
use crate::ui::tone::Tone;

/// The page of the service with this name.
#[component]
pub fn ServicePage(name: ServiceName) -> impl IntoView {
    let (title, object) = (name.to_string(), Object::from(name.clone()));
    let service = use_query(api::services::one(name.clone()));
    let subject = service.part(|service| Subject::Service(service.clone()));
    let servers = use_query(api::servers::all());
    let topology = TopologyQueries {
        servers,
        monitors: use_query_with(api::monitors::all(), Attention::Background),
        services: use_query_with(api::services::all(), Attention::Background),
    };
    let state = Memo::new(move |_| {
        let service = service.data.get()?;
        Some(topology.with(|topology| ObjectState::of_service(&service, topology)))
    });
    let charts = [Metric::ServiceSessions, Metric::ServiceOperations]
        .map(|one| Shown::one(one, &title))
        .to_vec();
    view! {
        <ObjectPage
            status=service.status()
            name=title
            kind="service"
            actions=move || view! { <CommandMenu target=Target::one(object.clone(), subject) /> }
            details=move || state.get().map(|state| view! { <ObjectBadge state=state /> })
        >
            <NoUsableServer state=state />
            <ObjectTabs kind="service" tabs=tabs(service, servers, name.clone(), charts.clone()) />
        </ObjectPage>
    }
}

fn tabs(
    service: Query<Service>,
    servers: Query<Vec<Server>>,
    name: ServiceName,
    charts: Vec<Shown>,
) -> Vec<ObjectTab> {
    let overview = move || {
        view! {
            <Overview service=service />
            <Charts charts=charts.clone() />
            <Targets service=service servers=servers />
        }
        .into_any()
    };
    let sessions = move || {
        let of = SessionsOf::Service(name.clone());
        lazy!(sessions, "the sessions", |of: SessionsOf| view! { <Sessions of=of /> })
    };
    let parameters = service.part(|service| (*service.parameters).clone());
    vec![
        ObjectTab::new("overview", "Overview", overview),
        ObjectTab::new("sessions", "Sessions", sessions),
        ObjectTab::values("parameters", "Parameters", parameters),
    ]
}

#[component]
fn NoUsableServer(state: Memo<Option<ObjectState>>) -> impl IntoView {
    move || {
        (state.get() == Some(ObjectState::NoUsableServer)).then(|| {
            view! {
                <Notice tone=Tone::Bad title="No usable server: clients get errors">
                    "Return a server to service, or bring one back."
                </Notice>
            }
        })
    }
}

#[component]
fn Overview(service: Query<Service>) -> impl IntoView {
    let text = move |read| words(service, read);
    let links = move |read| relatives(service, read);
    let newer = service.part(newer_statistics);
    let only_where_told = move || {
        let fact = |(label, value): (&'static str, String)| {
            view! { <Fact label=label>{value}</Fact> }
        };
        newer.get().unwrap_or_default().into_iter().map(fact).collect_view()
    };
    view! {
        <Section title="Overview">
            <Facts>
                <Fact label="Router">{text(|service| Some(service.router.word().to_owned()))}</Fact>
                <Fact label="Sessions">
                    {text(|service| service.sessions.map(|n| n.to_string()))}
                </Fact>
                <Fact label="Total sessions">
                    {text(|service| service.total_sessions.map(|n| n.to_string()))}
                </Fact>
                <Fact label="Active operations">
                    {text(|service| service.active_operations.map(|n| n.to_string()))}
                </Fact>
                <Fact label="Failed logins">
                    {text(|service| service.failed_logins.map(|n| n.to_string()))}
                </Fact>
                {only_where_told}
                <Fact label="Listeners">
                    <ObjectLinks to=links(|service| objects(&service.listeners)) />
                </Fact>
                <Fact label="Filters">
                    <ObjectLinks to=links(|service| objects(&service.filters)) />
                </Fact>
                <Fact label="Replays interrupted transactions">
                    {text(|service| {
                        let replays = service.replays_transactions?;
                        Some(if replays { "yes" } else { "no" }.to_owned())
                    })}
                </Fact>
            </Facts>
        </Section>
    }
}

/// What MaxScale tells since 25.01 and 25.10.
fn newer_statistics(service: &Service) -> Vec<(&'static str, String)> {
    let real = |name: &str| service.statistics.get(name).and_then(serde_json::Value::as_f64);
    let whole = |name: &str| real(name).map(|value| number(value.max(0.0) as u64));
    let percent = |name: &str| real(name).map(|value| format!("{}%", value.round() as u64));
    let tenths = |name: &str| {
        let tenths = (real(name)? * 10.0).round().max(0.0) as u64;
        Some(format!("{}.{}", number(tenths / 10), tenths % 10))
    };
    let all = [
        ("Reads routed", whole("routed_reads")),
        ("Writes routed", whole("routed_writes")),
        ("Session activity, average", percent("avg_session_active_pct")),
        ("Session activity, highest", percent("max_session_active_pct")),
        ("Queries per session, average", tenths("avg_session_queries")),
        ("Queries per session, highest", whole("max_session_queries")),
    ];
    all.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

/// What it routes to: a monitor's servers, servers of its own, other services.
#[component]
fn Targets(service: Query<Service>, servers: Query<Vec<Server>>) -> impl IntoView {
    let cluster = service.part(|service| service.cluster.clone());
    let inner = service.part(|service| service.services.clone());
    let targets = Memo::new(move |_| {
        let (Some(service), Some(all)) = (service.data.get(), servers.data.get()) else {
            return vec![];
        };
        let routed = |server: &&Server| {
            service.servers.contains(&server.name)
                || (service.cluster.is_some() && server.monitor == service.cluster)
        };
        all.iter().filter(routed).map(|server| server.name.clone()).collect::<Vec<_>>()
    });
    let through = move || {
        cluster.get().flatten().map(|name| {
            view! { <p>"Through the monitor " <ObjectLink to=name /> "."</p> }
        })
    };
    view! {
        <Section title="Routes to">
            {through}
            <ul class="plain-list">
                <For each=move || targets.get() key=Clone::clone let:name>
                    <TargetServer name=name servers=servers />
                </For>
                <For each=move || inner.get().unwrap_or_default() key=Clone::clone let:name>
                    <li><ObjectLink to=name /></li>
                </For>
            </ul>
        </Section>
    }
}

#[component]
fn TargetServer(name: ServerName, servers: Query<Vec<Server>>) -> impl IntoView {
    let key = name.clone();
    let state = Memo::new(move |_| {
        let servers = servers.data.get().unwrap_or_default();
        let own = servers.iter().find(|server| server.name == key);
        own.map_or_else(ServerState::default, |server| server.state.clone())
    });
    view! {
        <li>
            <ObjectLink to=name />
            <StateBadge state=state />
        </li>
    }
}
