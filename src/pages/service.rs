//! One service: how it routes, to what, and who uses it.

use console::history::Metric;
use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::name::{ServerName, ServiceName};
use maxscale::object::{Kind, Object, ObjectState, objects};
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::state::ServerState;

use crate::api;
use crate::commands::{CommandMenu, Target, TopologyQueries};
use crate::components::charts::{Charts, Shown};
use crate::components::links::{ObjectLink, ObjectLinks};
use crate::components::object_page::{ObjectPage, relatives, words};
use crate::components::object_tabs::{ObjectTab, ObjectTabs};
use crate::components::sessions::{Sessions, SessionsOf};
use crate::components::state_badge::{ObjectBadge, StateBadge};
use crate::components::tree::yes_or_no;
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
            kind=Kind::Service
            actions=move || view! { <CommandMenu target=Target::one(object.clone(), subject) /> }
            details=move || state.get().map(|state| view! { <ObjectBadge state=state /> })
        >
            <NoUsableServer state=state />
            <ObjectTabs kind=Kind::Service tabs=tabs(service, servers, name.clone(), charts.clone()) />
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
        lazy!(sessions, texts::parts::the_sessions(), |of: SessionsOf| view! { <Sessions of=of /> })
    };
    let parameters = service.part(|service| (*service.parameters).clone());
    vec![
        ObjectTab::new("overview", texts::attributes::overview(), overview),
        ObjectTab::new("sessions", texts::objects::sessions(), sessions),
        ObjectTab::values("parameters", texts::attributes::parameters(), parameters),
    ]
}

#[component]
fn NoUsableServer(state: Memo<Option<ObjectState>>) -> impl IntoView {
    move || {
        (state.get() == Some(ObjectState::NoUsableServer)).then(|| {
            view! {
                <Notice tone=Tone::Bad title=texts::service_page::no_usable_server()>
                    {texts::problem::return_server()}
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
        <Section title=texts::attributes::overview()>
            <Facts>
                <Fact label=texts::attributes::router()>{text(|service| Some(service.router.word().to_owned()))}</Fact>
                <Fact label=texts::objects::sessions()>
                    {text(|service| service.sessions.map(texts::number))}
                </Fact>
                <Fact label=texts::attributes::total_sessions()>
                    {text(|service| service.total_sessions.map(texts::number))}
                </Fact>
                <Fact label=texts::attributes::active_operations()>
                    {text(|service| service.active_operations.map(texts::number))}
                </Fact>
                <Fact label=texts::attributes::failed_logins()>
                    {text(|service| service.failed_logins.map(texts::number))}
                </Fact>
                {only_where_told}
                <Fact label=texts::objects::listeners()>
                    <ObjectLinks to=links(|service| objects(&service.listeners)) />
                </Fact>
                <Fact label=texts::objects::filters()>
                    <ObjectLinks to=links(|service| objects(&service.filters)) />
                </Fact>
                <Fact label=texts::service_page::replays_transactions()>
                    {text(|service| {
                        let replays = service.replays_transactions?;
                        Some(yes_or_no(replays).to_owned())
                    })}
                </Fact>
            </Facts>
        </Section>
    }
}

/// What MaxScale tells since 25.01 and 25.10.
fn newer_statistics(service: &Service) -> Vec<(&'static str, String)> {
    let real = |name: &str| service.statistics.get(name).and_then(serde_json::Value::as_f64);
    let whole = |name: &str| real(name).map(|value| texts::number(value.max(0.0) as u64));
    let percent = |name: &str| real(name).map(|value| texts::values::percent(value.round() as u64));
    let tenths = |name: &str| real(name).map(|value| texts::decimal(value.max(0.0), 1));
    let all = [
        (texts::attributes::reads_routed(), whole("routed_reads")),
        (texts::attributes::writes_routed(), whole("routed_writes")),
        (texts::service_page::session_activity_average(), percent("avg_session_active_pct")),
        (texts::service_page::session_activity_highest(), percent("max_session_active_pct")),
        (texts::service_page::queries_average(), tenths("avg_session_queries")),
        (texts::service_page::queries_highest(), whole("max_session_queries")),
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
            view! { <p>{texts::service_page::through_the_monitor()} " " <ObjectLink to=name /> "."</p> }
        })
    };
    view! {
        <Section title=texts::attributes::routes_to()>
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
