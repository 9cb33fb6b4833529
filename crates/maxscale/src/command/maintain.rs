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
use texts::{commands, number, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "maintain",
    label: commands::maintain,
    title: |what| commands::maintain_what(what),
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
        if values.force() {
            commands::maintained_by_force(server.name())
        } else {
            commands::maintained(server.name())
        }
    },
    is_done,
    cannot: |what| commands::cannot_maintain(what),
    failed: commands::maintain_failed,
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
    let servers = number(servers(subjects).count() as u64);
    match (connections(subjects), force) {
        (Some(0), _) => sentences::maintain_many_idle(servers),
        (Some(many), true) => sentences::maintain_many_by_force(many, servers),
        (None, true) => sentences::maintain_many_all_by_force(servers),
        (Some(many), false) => sentences::maintain_many(many, servers),
        (None, false) => sentences::maintain_many_with_some(servers),
    }
}

fn sentence_for_one(context: &ServerContext, force: bool) -> String {
    let (server, name) = (&context.server, &context.server.name);
    let already = server.state.mode() == Mode::Maintenance;
    match (server.load.connections, already, force) {
        (Some(0), true, _) => sentences::maintained_idle(name),
        (Some(0), false, _) => sentences::maintain_idle(name),
        (Some(many), true, true) => sentences::maintained_by_force(many, name),
        (None, true, true) => sentences::maintained_all_by_force(name),
        (Some(many), true, false) => sentences::maintained(many, name),
        (None, true, false) => sentences::maintained_with_some(name),
        (Some(many), false, true) => sentences::maintain_by_force(many, name),
        (None, false, true) => sentences::maintain_all_by_force(name),
        (_, false, false) => graceful(context),
    }
}

/// The recordings are of readwritesplit; of other routers less is promised.
fn graceful(context: &ServerContext) -> String {
    let name = &context.server.name;
    let splits = context.routers.contains(&Router::ReadWriteSplit);
    match (context.is_primary(), splits) {
        (true, _) if context.hands_over => sentences::maintain_handing_over(name),
        (true, true) => sentences::maintain_primary_split(name),
        (false, true) => sentences::maintain_split(name),
        (_, false) => sentences::maintain(name),
    }
}

fn notes_for_server(context: &ServerContext, force: bool) -> Vec<&'static str> {
    let server = &context.server;
    let in_use = server.load.connections != Some(0);
    let uses = |router| in_use && context.routers.contains(&router);
    let told = !force && in_use && context.hands_over;
    let mut notes: Vec<_> = succession(context).into_iter().filter(|_| !told).collect();
    if uses(Router::ReadConnRoute) {
        notes.push(if force {
            sentences::readconnroute_by_force()
        } else {
            sentences::readconnroute()
        });
    }
    if force && uses(Router::ReadWriteSplit) {
        notes.push(sentences::readwritesplit_by_force());
    }
    notes.extend(monitoring_note(context));
    notes
}

fn monitoring_note(context: &ServerContext) -> Option<&'static str> {
    match &context.monitoring {
        Monitoring::Stopped(_) => Some(sentences::monitor_is_stopped()),
        Monitoring::Unmonitored => Some(sentences::no_monitor()),
        Monitoring::Running(MonitorModule::MariaDb) if !context.server.state.is_running() => {
            Some(sentences::no_failover_while_down())
        }
        Monitoring::Running(MonitorModule::MariaDb) => Some(sentences::left_behind()),
        Monitoring::Running(MonitorModule::Other(_)) => Some(sentences::monitor_of_unknown_kind()),
        Monitoring::NotKnown => Some(sentences::monitor_not_read()),
        Monitoring::Running(_) => None,
    }
}
