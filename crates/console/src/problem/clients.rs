//! What can be wrong where clients come in: at listeners and services.

use super::Severity::{Broken, Caution};
use super::{Problem, ProblemSources};
use maxscale::impact::targets;
use maxscale::listener::{Listener, ListenerState};
use maxscale::server::Server;
use maxscale::service::{Router, Service, ServiceState};
use maxscale::state::Role;

pub(super) fn of_service(service: &Service, all: ProblemSources<'_>) -> Option<Problem> {
    let (severity, what, advice) = match &service.state {
        ServiceState::Started => return without_servers(service, all),
        ServiceState::Stopped => (
            Caution,
            "is stopped: it takes no clients".to_owned(),
            "Start it, unless somebody is at work with it.",
        ),
        ServiceState::Failed => (Broken, "could not start".to_owned(), "MaxScale’s log says why."),
        ServiceState::Allocated => {
            (Caution, "has not started yet".to_owned(), "MaxScale’s log says why.")
        }
        ServiceState::Other(word) => (Caution, format!("is {word}"), "Look at MaxScale’s log."),
    };
    Some(Problem::new(severity, service.name.clone(), what, advice))
}

fn without_servers(service: &Service, all: ProblemSources<'_>) -> Option<Problem> {
    let targets = targets(service, all.monitors, all.services);
    let known = || all.servers.iter().filter(|server| targets.contains(&server.name));
    // Of what readconnroute asks for nothing may be left; then the primary stands in.
    let stands_in = |server: &Server| {
        service.router == Router::ReadConnRoute
            && server.state.is_usable()
            && server.state.role() == Some(Role::Primary)
    };
    if known().any(|server| service.takes(&server.state) || stands_in(server)) {
        return None;
    }
    let (what, advice) = if targets.is_empty() {
        ("has no servers: its clients get errors", "Give it servers or a monitor to route to.")
    } else {
        (
            "has no server that it could use: its clients get errors",
            "Return a server to service, or bring one back.",
        )
    };
    Some(Problem::new(Broken, service.name.clone(), what, advice))
}

/// That the listeners of a stopped service are stopped is no problem of its own.
pub(super) fn of_listener(listener: &Listener, services: &[Service]) -> Option<Problem> {
    let service = services.iter().find(|one| Some(&one.name) == listener.service.as_ref());
    let rests = service.is_some_and(|service| service.state == ServiceState::Stopped);
    let (severity, what, advice) = match &listener.state {
        ListenerState::Running | ListenerState::Destroyed => return None,
        ListenerState::Stopped if rests => return None,
        ListenerState::Stopped => (
            Caution,
            format!("is stopped: no client can connect at {}", listener.address),
            "Start it, unless somebody is at work with it.",
        ),
        ListenerState::Failed => (
            Broken,
            format!("could not listen at {}", listener.address),
            "Another program may have the port; MaxScale’s log says why.",
        ),
        ListenerState::Created => {
            (Caution, "does not listen yet".to_owned(), "MaxScale’s log says why.")
        }
        ListenerState::Other(word) => (Caution, format!("is {word}"), "Look at MaxScale’s log."),
    };
    Some(Problem::new(severity, listener.name.clone(), what, advice))
}
