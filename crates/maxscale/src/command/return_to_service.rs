//! Giving a server back what maintenance or a drain has taken.

use super::server_state::{DRAIN, MAINTENANCE, clear, set};
use super::subject::servers;
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, no_inputs};
use crate::impact::Impact;
use crate::object::Kind;
use crate::request::Request;
use crate::server_context::{Monitoring, ServerContext};
use crate::state::Mode;

pub(super) static ENTRY: Entry = Entry {
    key: "return",
    label: "Return to service",
    title: "Return {} to service",
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
    done: |server, _| format!("{} was returned to service", server.name()),
    is_done: |subject, _| subject.and_then(Subject::mode) == Some(Mode::InService),
    cannot: "Can’t return {} to service",
    failed: "Return to service failed",
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
    format!(
        "MaxScale routes to these {} servers again after their monitor’s next check.",
        servers(subjects).count()
    )
}

fn sentence_for_one(context: &ServerContext) -> String {
    let (server, name) = (&context.server, &context.server.name);
    let maintained = server.state.mode() == Mode::Maintenance;
    match &context.monitoring {
        Monitoring::Stopped(_) => format!(
            "MaxScale may route to {name} again at once; its monitor is stopped, so its state \
             stays as it was at the stop."
        ),
        Monitoring::Unmonitored if !server.state.is_running() => format!(
            "{name} may be routed to again, but it counts as down, and no monitor watches it to \
             find out."
        ),
        Monitoring::Unmonitored => format!("MaxScale may route to {name} again at once."),
        _ if !server.state.is_running() => {
            format!("{name} is down: MaxScale routes to it again once it runs and has a role.")
        }
        _ if maintained || server.state.role().is_none() => format!(
            "MaxScale routes to {name} again after the next monitor check, usually within seconds."
        ),
        _ => format!("MaxScale gives {name} new connections again; open ones are not touched."),
    }
}

/// A Galera node may take the role back at once
/// (recording maintenance-galera-primary).
fn notes_for_server(context: &ServerContext) -> Vec<&'static str> {
    let may = context.takes_back && context.server.state.mode() == Mode::Maintenance;
    let note = "It may become primary again at once; transactions open on the present primary \
        then end at their next statement.";
    may.then_some(note).into_iter().collect()
}
