//! The facts of a server in one place.

use leptos::prelude::*;
use maxscale::replication::{Lag, ReplicaConnection};
use maxscale::server::Server;
use maxscale::state::Condition;
use serde_json::Value;

use crate::components::lag::LagText;
use crate::components::time::{Moment, span};
use crate::components::tree::yes_or_no;
use crate::query::Query;
use crate::ui::facts::{Fact, Facts};
use crate::ui::notice::Notice;
use crate::ui::section::Section;
use crate::ui::tone::Tone;

/// The facts; those that MaxScale does not tell are left out.
#[component]
pub(super) fn Overview(server: Query<Server>) -> impl IntoView {
    let facts = server.part(facts);
    let facts = Memo::new(move |_| facts.get().unwrap_or_default());
    let labels = Memo::new(move |_| {
        facts.with(|facts| facts.iter().map(|(label, _)| *label).collect::<Vec<_>>())
    });
    let value = move |label: Label| {
        move || {
            facts.with(|facts| {
                let told = facts.iter().find(|(known, _)| *known == label);
                told.map(|(_, told)| told_view(told.clone()))
            })
        }
    };
    view! {
        <Section title=texts::attributes::overview()>
            <Facts>
                <For each=move || labels.get() key=|label| *label let:label>
                    <Fact label=label.text() leads=label.leads()>{value(label)}</Fact>
                </For>
            </Facts>
        </Section>
    }
}

/// Which fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Label {
    ActiveOperations,
    Address,
    Connections,
    Details,
    DownSince,
    Gtid,
    InThisRoleSince,
    MaxScaleStatus,
    ReadOnly,
    ReadsRouted,
    ReplicatesFrom,
    ReplicationLag,
    Uptime,
    WritesRouted,
}

impl Label {
    /// Whether it is what one looks for first.
    fn leads(self) -> bool {
        matches!(
            self,
            Self::ActiveOperations | Self::Connections | Self::DownSince | Self::ReplicationLag
        )
    }

    fn text(self) -> &'static str {
        match self {
            Self::ActiveOperations => texts::attributes::active_operations(),
            Self::Address => texts::attributes::address(),
            Self::Connections => texts::attributes::connections(),
            Self::Details => texts::server_page::details(),
            Self::DownSince => texts::server_page::down_since(),
            Self::Gtid => texts::attributes::gtid(),
            Self::InThisRoleSince => texts::server_page::in_this_role_since(),
            Self::MaxScaleStatus => texts::server_page::maxscale_status(),
            Self::ReadOnly => texts::server_page::read_only(),
            Self::ReadsRouted => texts::attributes::reads_routed(),
            Self::ReplicatesFrom => texts::server_page::replicates_from(),
            Self::ReplicationLag => texts::attributes::replication_lag(),
            Self::Uptime => texts::server_page::uptime(),
            Self::WritesRouted => texts::attributes::writes_routed(),
        }
    }
}

/// What stands beside a label.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Text(String),
    Number(u64),
    Lag(Lag),
    /// Since when, as an HTTP date.
    Since(String),
    /// What was read last of a server that is not there.
    LastSeen(Box<Told>),
}

fn facts(server: &Server) -> Vec<(Label, Told)> {
    let is_there = server.state.is_running();
    // Told since 25.01.
    let routed = |name: &str| server.statistics.get(name).and_then(Value::as_u64).map(Told::Number);
    let numbers = [
        (Label::Connections, server.load.connections.map(Told::Number)),
        (Label::ActiveOperations, server.load.active_operations.map(Told::Number)),
        (Label::ReadsRouted, routed("routed_reads")),
        (Label::WritesRouted, routed("routed_writes")),
    ];
    let seen = [
        (Label::ReplicationLag, server.lag().map(Told::Lag)),
        (Label::Gtid, server.gtid.clone().map(Told::Text)),
        (Label::ReadOnly, server.read_only.map(|yes| Told::Text(yes_or_no(yes).to_owned()))),
    ];
    let seen = seen.map(|(label, told)| match is_there {
        true => (label, told),
        false => (label, told.map(|told| Told::LastSeen(Box::new(told)))),
    });
    let known = [
        vec![
            (Label::Address, Some(Told::Text(server.address.to_string()))),
            (Label::MaxScaleStatus, Some(Told::Text(status(server)))),
            (Label::Details, server.state_details.clone().map(Told::Text)),
            since(server),
            in_role_since(server),
        ],
        numbers.to_vec(),
        vec![(Label::ReplicatesFrom, sources(server).map(Told::Text))],
        seen.to_vec(),
    ];
    let told = known.concat().into_iter().filter_map(|(label, told)| Some((label, told?)));
    let mut facts: Vec<_> = told.collect();
    facts.sort_by_key(|(label, _)| !label.leads());
    facts
}

/// In MaxScale’s own words.
fn status(server: &Server) -> String {
    server.status.as_ref().map_or_else(|| server.state.raw().to_owned(), |status| status.words())
}

/// How long it runs, or since when it does not: what was read last of its uptime says nothing of
/// a server that is down.
fn since(server: &Server) -> (Label, Option<Told>) {
    let date = server.state_since().map(|date| Told::Since(date.to_owned()));
    match server.state.condition() {
        Condition::Down | Condition::NeedDnsLookup => (Label::DownSince, date),
        Condition::MaintenanceDown | Condition::AuthError => (Label::Uptime, None),
        Condition::Serving(_)
        | Condition::NoRole
        | Condition::Draining
        | Condition::Drained
        | Condition::Maintenance
        | Condition::Unknown => {
            let uptime = server.uptime_seconds.filter(|seconds| *seconds > 0);
            (Label::Uptime, uptime.map(|seconds| Told::Text(span(seconds))))
        }
    }
}

fn in_role_since(server: &Server) -> (Label, Option<Told>) {
    let is_serving = matches!(server.state.condition(), Condition::Serving(_));
    let date = server.state_since().filter(|_| is_serving);
    (Label::InThisRoleSince, date.map(|date| Told::Since(date.to_owned())))
}

fn sources(server: &Server) -> Option<String> {
    let sources = server.replication.iter().map(|connection| connection.source.clone());
    let sources = sources.collect::<Vec<_>>();
    (!sources.is_empty()).then(|| sources.join(", "))
}

fn told_view(told: Told) -> AnyView {
    match told {
        Told::Text(text) => text.into_any(),
        Told::Number(number) => texts::number(number).into_any(),
        Told::Lag(lag) => view! { <LagText lag=Signal::stored(Some(lag)) /> }.into_any(),
        Told::Since(date) => view! { <Moment date=date /> }.into_any(),
        Told::LastSeen(told) => view! {
            {told_view(*told)}
            <span class="quiet">" " {texts::server_page::last_seen()}</span>
        }
        .into_any(),
    }
}

/// Why a replica does not follow its primary: the most important text of its page then.
#[component]
pub(super) fn ReplicationTrouble(server: Query<Server>) -> impl IntoView {
    let stopped = server.part(|server| {
        let stopped = server.replication.iter().filter(|one| !one.is_running());
        stopped.cloned().collect::<Vec<ReplicaConnection>>()
    });
    let notice = |connection: ReplicaConnection| {
        let title = texts::server_page::replication_does_not_run(&connection.source);
        let why = connection.error.clone().unwrap_or_else(|| connection.state().words());
        view! { <Notice tone=Tone::Bad title=title>{why}</Notice> }
    };
    move || stopped.get().unwrap_or_default().into_iter().map(notice).collect_view()
}
