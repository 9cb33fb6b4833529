//! Taking a server out of service, for work on it.
//!
//! The facts are in rest-api.md 4.4 and the recordings maintenance-replica and
//! maintenance-galera-primary; where they differ, the recordings decided.

use super::input::FORCE;
use super::primary::{self, succession};
use super::server_state::{MAINTENANCE, clear, set};
use super::subject::{connections, servers};
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values};
use crate::impact::Impact;
use crate::monitor::MonitorModule;
use crate::object::Kind;
use crate::request::Request;
use crate::server_context::{Monitoring, ServerContext};
use crate::service::Router;
use crate::state::Mode;
use crate::words::counted;

pub(super) static ENTRY: Entry = Entry {
    key: "maintain",
    label: "Maintain",
    title: "Maintain {}",
    symbol: Symbol::Pause,
    kinds: &[Kind::Server],
    shortcut: Some("m"),
    bulk: true,
    danger: |values| if values.force() { Danger::High } else { Danger::Low },
    refusal,
};

pub(super) static DETAILS: Details = Details {
    inputs: |_| &[FORCE],
    sentence,
    notes: |subject, values| {
        let context = subject.as_server().into_iter();
        context.flat_map(|context| notes_for_server(context, values.force())).collect()
    },
    tells_impact: true,
    requests: |subject, values| {
        let request = set(&subject.object(), MAINTENANCE);
        vec![if values.force() { request.option("force", "yes") } else { request }]
    },
    undo,
    done: |server, values| {
        let and = if values.force() { " and its connections were closed" } else { "" };
        format!("{} is in maintenance{and}", server.name())
    },
    is_done,
    cannot: "Can’t put {} into maintenance",
    failed: "Maintenance failed",
    leaves_page: false,
};

fn refusal(subject: &Subject, values: &Values) -> Option<Refusal> {
    let context = subject.as_server()?;
    if context.server.state.mode() == Mode::Maintenance && !values.force() {
        return Some(Refusal::AlreadyInMaintenance);
    }
    primary::refusal(context, false)
}

fn undo(subject: &Subject, _: &Values) -> Vec<Request> {
    match subject.as_server().map(|context| context.server.state.mode()) {
        Some(Mode::InService | Mode::Draining | Mode::Drained) => {
            vec![clear(&subject.object(), MAINTENANCE)]
        }
        Some(Mode::Maintenance) | None => vec![],
    }
}

/// By force, nothing is connected any more either.
fn is_done(subject: Option<&Subject>, values: &Values) -> bool {
    let server = subject.and_then(Subject::as_server).map(|context| &context.server);
    server.is_some_and(|server| {
        server.state.mode() == Mode::Maintenance
            && (!values.force() || server.load.connections == Some(0))
    })
}

fn sentence(subjects: &[Subject], values: &Values, _: Option<&Impact>) -> String {
    let force = values.force();
    if let [Subject::Server(context)] = subjects {
        return sentence_for_one(context, force);
    }
    let (servers, connections) = (servers(subjects).count(), connections(subjects));
    let open = counted(connections, "connection");
    match (connections, force) {
        (Some(0), _) => format!(
            "No new queries go to these {servers} servers; nothing is connected to them now."
        ),
        (_, true) => format!(
            "No new queries go to these {servers} servers, and {open} are closed at once, \
             open transactions included."
        ),
        (_, false) => format!(
            "No new queries go to these {servers} servers. Each of their {open} closes at its \
             client’s next request; in readwritesplit a running query or an open transaction \
             may finish first."
        ),
    }
}

fn sentence_for_one(context: &ServerContext, force: bool) -> String {
    let (server, name) = (&context.server, &context.server.name);
    let connections = server.load.connections;
    let already = server.state.mode() == Mode::Maintenance;
    match (connections, already, force) {
        (Some(0), true, _) => {
            format!("{name} is in maintenance already; nothing is connected to it now.")
        }
        (Some(0), false, _) => {
            format!("No new queries go to {name}; nothing is connected to it now.")
        }
        (_, true, true) => format!(
            "{name} is in maintenance already; {} at once, open transactions included.",
            closed(connections)
        ),
        (_, true, false) => format!(
            "{name} is in maintenance already and keeps {} until each client’s next request.",
            counted(connections, "connection")
        ),
        (_, false, true) => format!(
            "No new queries go to {name}, and {} at once, open transactions included.",
            closed(connections)
        ),
        (_, false, false) => graceful(context),
    }
}

fn closed(connections: Option<u64>) -> String {
    match connections {
        Some(1) => "its one connection is closed".to_owned(),
        Some(many) => format!("all {many} connections to it are closed"),
        None => "every connection to it is closed".to_owned(),
    }
}

/// The recordings are of readwritesplit; of other routers less is promised.
fn graceful(context: &ServerContext) -> String {
    let name = &context.server.name;
    let splits = context.routers.contains(&Router::ReadWriteSplit);
    if context.is_primary() && context.hands_over {
        return format!(
            "Another node becomes primary at once, if one is in sync; a transaction open on \
             {name} runs on to its next statement, then its client is disconnected."
        );
    }
    if context.is_primary() && splits {
        return format!(
            "No new queries go to {name}. readwritesplit lets transactions that are open on it \
             complete, then closes its connections."
        );
    }
    let finish = if splits {
        "; in readwritesplit a running query or an open transaction may finish first"
    } else {
        ""
    };
    format!(
        "No new queries go to {name}. Each of its connections closes at its client’s next \
         request{finish}."
    )
}

fn notes_for_server(context: &ServerContext, force: bool) -> Vec<&'static str> {
    let server = &context.server;
    let in_use = server.load.connections != Some(0);
    let uses = |router| in_use && context.routers.contains(&router);
    let told = !force && in_use && context.hands_over;
    let mut notes: Vec<_> = succession(context).into_iter().filter(|_| !told).collect();
    if uses(Router::ReadConnRoute) {
        notes.push(if force {
            "Sessions of readconnroute services on it end at once."
        } else {
            "Sessions of readconnroute services on it end at their next query, open transaction \
             or not."
        });
    }
    if force && uses(Router::ReadWriteSplit) {
        notes.push(
            "readwritesplit repeats interrupted reads on another server; interrupted \
             transactions are lost unless the service has transaction_replay.",
        );
    }
    notes.extend(monitoring_note(context));
    notes
}

fn monitoring_note(context: &ServerContext) -> Option<&'static str> {
    match &context.monitoring {
        Monitoring::Stopped(_) => Some(
            "Its monitor is stopped: this takes effect at once, without MaxScale’s checks, and \
             the state shown is as old as the stop.",
        ),
        Monitoring::Unmonitored => {
            Some("No monitor watches it: this takes effect at once, without MaxScale’s checks.")
        }
        Monitoring::Running(MonitorModule::MariaDb) if !context.server.state.is_running() => Some(
            "It is down. If it was the primary, automatic failover does not start while it is in \
             maintenance.",
        ),
        Monitoring::Running(MonitorModule::MariaDb) => Some(
            "While it is in maintenance, a switchover or failover leaves it behind with the old \
             primary.",
        ),
        Monitoring::Running(MonitorModule::Other(_)) => {
            Some("Its monitor is of a kind this console does not know; MaxScale may refuse.")
        }
        Monitoring::NotKnown => Some("Its monitor could not be read; MaxScale may refuse."),
        Monitoring::Running(_) => None,
    }
}
