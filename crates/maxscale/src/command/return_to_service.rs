//! Giving a server back what maintenance or a drain has taken.

use super::server_state::{DRAIN, MAINTENANCE, clear, set};
use super::subject::servers;
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, no_inputs};
use crate::impact::Impact;
use crate::object::Kind;
use crate::request::Request;
use crate::server_context::{Monitoring, ServerContext};
use crate::state::Mode;
use texts::{commands, number, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "return",
    label: commands::return_to_service,
    title: |what| commands::return_what(what),
    symbol: Symbol::Play,
    kinds: &[Kind::Server],
    shortcut: Some("u"),
    bulk: true,
    danger: |_| Danger::Low,
    refusal,
};

pub(super) static DETAILS: Details = Details {
    inputs: no_inputs,
    sentence,
    notes: |subject, _| subject.as_server().into_iter().flat_map(notes_for_server).collect(),
    tells_impact: false,
    requests,
    undo,
    done: |server, _| commands::returned(server.name()),
    is_done: |subject, _| subject.and_then(Subject::mode) == Some(Mode::InService),
    cannot: |what| commands::cannot_return(what),
    failed: commands::return_failed,
    leaves_page: false,
};

fn refusal(subject: &Subject, _: &Values) -> Option<Refusal> {
    let in_service = subject.as_server()?.server.state.mode() == Mode::InService;
    in_service.then_some(Refusal::InService)
}

/// Both are cleared, whatever the state on the screen: maintenance hides a drain that is still set
/// and would come back (rest-api.md 3.2.1), and clearing is never refused (4.2).
fn requests(subject: &Subject, _: &Values) -> Vec<Request> {
    let server = subject.object();
    vec![clear(&server, MAINTENANCE), clear(&server, DRAIN)]
}

fn undo(subject: &Subject, _: &Values) -> Vec<Request> {
    let server = subject.object();
    match subject.as_server().map(|context| context.server.state.mode()) {
        Some(Mode::Maintenance) => vec![set(&server, MAINTENANCE)],
        Some(Mode::Draining | Mode::Drained) => vec![set(&server, DRAIN)],
        Some(Mode::InService) | None => vec![],
    }
}

fn sentence(subjects: &[Subject], _: &Values, _: Option<&Impact>) -> String {
    if let [Subject::Server(context)] = subjects {
        return sentence_for_one(context);
    }
    sentences::return_many(number(servers(subjects).count() as u64))
}

fn sentence_for_one(context: &ServerContext) -> String {
    let (server, name) = (&context.server, &context.server.name);
    let maintained = server.state.mode() == Mode::Maintenance;
    match &context.monitoring {
        Monitoring::Stopped(_) => sentences::return_with_stopped_monitor(name),
        Monitoring::Unmonitored if !server.state.is_running() => {
            sentences::return_unwatched_down(name)
        }
        Monitoring::Unmonitored => sentences::return_unwatched(name),
        _ if !server.state.is_running() => sentences::return_down(name),
        _ if maintained || server.state.role().is_none() => sentences::return_maintained(name),
        _ => sentences::return_drained(name),
    }
}

/// A Galera node may take the role back at once
/// (recording maintenance-galera-primary).
fn notes_for_server(context: &ServerContext) -> Vec<&'static str> {
    let may = context.takes_back && context.server.state.mode() == Mode::Maintenance;
    may.then(sentences::takes_role_back).into_iter().collect()
}
