//! What can be wrong where clients come in: at listeners and services.

use super::Severity::{Broken, Caution};
use super::{Effect, Problem, ProblemSources};
use maxscale::command::Command;
use maxscale::impact::{has_usable_server, targets};
use maxscale::listener::{Listener, ListenerState};
use maxscale::service::{Service, ServiceState};

const SEE_LOG: &str = "Check the MaxScale log.";
const START: &str = "Start it unless it was stopped on purpose.";

pub(super) fn of_service(service: &Service, all: ProblemSources<'_>) -> Option<Problem> {
    let problem = |severity, what: &str, advice| {
        Problem::new(severity, Effect::Service, service.name.clone(), what, advice)
    };
    Some(match &service.state {
        ServiceState::Started => return without_servers(service, all),
        ServiceState::Stopped => {
            let stopped = problem(Caution, "is stopped: it takes no clients", START);
            Problem { effect: Effect::Connecting, ..stopped }.next(Command::Start)
        }
        ServiceState::Failed => problem(Broken, "could not start", SEE_LOG),
        ServiceState::Allocated => problem(Caution, "has not started yet", SEE_LOG),
        ServiceState::Other(word) => problem(Caution, &format!("is {word}"), SEE_LOG),
    })
}

fn without_servers(service: &Service, all: ProblemSources<'_>) -> Option<Problem> {
    if has_usable_server(service, all.servers, all.monitors, all.services) {
        return None;
    }
    let (what, advice) = if targets(service, all.monitors, all.services).is_empty() {
        ("has no servers; clients get errors", "Give it servers or a monitor to route to.")
    } else {
        (
            "has no usable server; clients get errors",
            "Return a server to service, or bring one back.",
        )
    };
    Some(Problem::new(Broken, Effect::Service, service.name.clone(), what, advice))
}

/// That the listeners of a stopped service are stopped is no problem of its own.
pub(super) fn of_listener(listener: &Listener, services: &[Service]) -> Option<Problem> {
    let service = services.iter().find(|one| Some(&one.name) == listener.service.as_ref());
    let rests = service.is_some_and(|service| service.state == ServiceState::Stopped);
    let problem = |severity, what: String, advice| {
        Problem::new(severity, Effect::Connecting, listener.name.clone(), what, advice)
    };
    Some(match &listener.state {
        ListenerState::Running | ListenerState::Destroyed => return None,
        ListenerState::Stopped if rests => return None,
        ListenerState::Stopped => {
            let what = format!("is stopped: no client can connect at {}", listener.address);
            problem(Caution, what, START).next(Command::Start)
        }
        ListenerState::Failed => problem(
            Broken,
            format!("could not listen at {}", listener.address),
            "The port may be in use, or the certificate may be wrong. Check the MaxScale log.",
        ),
        ListenerState::Created => problem(Caution, "does not listen yet".to_owned(), SEE_LOG),
        ListenerState::Other(word) => problem(Caution, format!("is {word}"), SEE_LOG),
    })
}
