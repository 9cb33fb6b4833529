//! One server: its state, what can be done to it, who uses it.

mod data;
mod overview;
mod relatives;
mod response_times;

use console::history::Metric;
use leptos::prelude::*;
use maxscale::name::ServerName;
use maxscale::object::Kind;
use maxscale::server::Server;
use maxscale::server_context::Monitoring;

use crate::commands::CommandMenu;
use crate::components::charts::{Charts, Shown};
use crate::components::drains::DrainProgress;
use crate::components::object_page::{ObjectPage, Values};
use crate::components::object_tabs::{ObjectTab, ObjectTabs};
use crate::components::sessions::{Sessions, SessionsOf};
use crate::components::state_badge::StateBadge;
use crate::components::tree::Tree;
use crate::query::Query;
use crate::ui::lazy::lazy;
use crate::ui::notice::Notice;
use crate::ui::section::Section;
use crate::ui::tone::Tone;
use data::ServerData;
use overview::{Overview, ReplicationTrouble};
use relatives::Relatives;
use response_times::{ResponseTimes, without_response_times};

/// The page of the server with this name.
#[component]
pub fn ServerPage(name: ServerName) -> impl IntoView {
    let (title, own) = (name.to_string(), name.clone());
    let data = ServerData::read(name);
    let server = data.server;
    let charts = {
        let title = title.clone();
        // Maintenance hides the lag; its chart stays where it is, with the focus.
        let has_lag = Memo::new(move |before: Option<&bool>| {
            let lag = server.data.with(|server| server.as_ref().and_then(|server| server.lag()));
            before == Some(&true) || lag.is_some()
        });
        Signal::derive(move || {
            let lag = has_lag.get().then_some(Metric::Lag);
            let metrics = [Metric::Connections, Metric::Operations].into_iter().chain(lag);
            metrics.map(|one| Shown::one(one, &title)).collect::<Vec<_>>()
        })
    };
    view! {
        <ObjectPage
            status=server.status()
            name=title
            kind=Kind::Server
            actions=move || view! { <CommandMenu target=data.target() /> }
            details=move || view! { <Details server=server /> }
        >
            <div class="stack">
                <ReplicationTrouble server=server />
                <Frozen data=data />
                <DrainProgress name=own.clone() server=server />
            </div>
            <ObjectTabs
                kind=Kind::Server
                tabs=tabs(data, own.clone(), charts)
            />
        </ObjectPage>
    }
}

fn tabs(data: ServerData, name: ServerName, charts: Signal<Vec<Shown>>) -> Vec<ObjectTab> {
    let server = data.server;
    let overview = move || {
        view! {
            <Overview server=server />
            {move || view! { <Charts charts=charts.get() /> }}
            <Relatives data=data />
        }
        .into_any()
    };
    let sessions = move || {
        let of = SessionsOf::Server(name.clone());
        lazy!(sessions, texts::parts::the_sessions(), |of: SessionsOf| view! { <Sessions of=of /> })
    };
    let statistics = move || {
        view! {
            <ResponseTimes server=server />
            <div class="columns">
                <Values
                    title=texts::attributes::statistics()
                    value=server.part(|server| without_response_times(&server.statistics))
                />
                <Diagnostics data=data />
            </div>
        }
        .into_any()
    };
    let parameters = server.part(|server| (*server.parameters).clone());
    vec![
        ObjectTab::new("overview", texts::attributes::overview(), overview),
        ObjectTab::new("sessions", texts::objects::sessions(), sessions),
        ObjectTab::new("statistics", texts::attributes::statistics(), statistics),
        ObjectTab::values("parameters", texts::attributes::parameters(), parameters),
    ]
}

/// A stopped monitor leaves the states as they were (rest-api.md 3.3).
#[component]
fn Frozen(data: ServerData) -> impl IntoView {
    let frozen = Memo::new(move |_| matches!(data.monitoring(), Monitoring::Stopped(_)));
    move || {
        frozen.get().then(|| {
            view! {
                <Notice tone=Tone::Caution title=texts::server_page::monitor_is_stopped()>
                    {texts::server_page::state_is_old()}
                </Notice>
            }
        })
    }
}

/// State and version beside the name.
#[component]
fn Details(server: Query<Server>) -> impl IntoView {
    let state = server.part(|server| server.state.clone());
    let state = Memo::new(move |_| state.get().unwrap_or_default());
    let version = server.part(|server| server.version.clone());
    view! {
        <StateBadge state=state />
        <span class="quiet">{move || version.get().flatten()}</span>
    }
}

#[component]
fn Diagnostics(data: ServerData) -> impl IntoView {
    let diagnostics = Memo::new(move |_| {
        let server = data.server.data.get()?;
        data.monitor()?.diagnostics_of(&server.name).cloned()
    });
    let known = Memo::new(move |_| diagnostics.with(Option::is_some));
    let value = Signal::derive(move || diagnostics.get().unwrap_or_default());
    view! {
        <Section title=texts::server_page::monitor_diagnostics()>
            <Show
                when=move || known.get()
                fallback=|| {
                    view! { <p class="quiet">{texts::server_page::no_running_monitor()}</p> }
                }
            >
                <Tree value=value />
            </Show>
        </Section>
    }
}
