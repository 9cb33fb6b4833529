//! What can be wrong where clients come in: at listeners and services.

use super::Severity::{Broken, Caution};
use super::{Effect, Problem, ProblemSources};
use maxscale::command::Command;
use maxscale::impact::{has_usable_server, targets};
use maxscale::listener::{Listener, ListenerState};
use maxscale::service::{Service, ServiceState};
use texts::problem as words;

pub(super) fn of_service(service: &Service, all: ProblemSources<'_>) -> Option<Problem> {
    let problem = |severity, what: &str, advice| {
        Problem::new(severity, Effect::Service, service.name.clone(), what, advice)
    };
    Some(match &service.state {
        ServiceState::Started => return without_servers(service, all),
        ServiceState::Stopped => {
            let stopped = problem(Caution, words::service_stopped(), words::start());
            Problem { effect: Effect::Connecting, ..stopped }.next(Command::Start)
        }
        ServiceState::Failed => problem(Broken, words::could_not_start(), words::check_log()),
        ServiceState::Allocated => problem(Caution, words::not_started(), words::check_log()),
        ServiceState::Other(word) => {
            problem(Caution, &words::in_other_state(word), words::check_log())
        }
    })
}

fn without_servers(service: &Service, all: ProblemSources<'_>) -> Option<Problem> {
    if has_usable_server(service, all.servers, all.monitors, all.services) {
        return None;
    }
    let (what, advice) = if targets(service, all.monitors, all.services).is_empty() {
        (words::no_servers(), words::give_servers())
    } else {
        (words::no_usable_server(), words::return_server())
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
            let what = words::listener_stopped(&listener.address);
            problem(Caution, what, words::start()).next(Command::Start)
        }
        ListenerState::Failed => {
            problem(Broken, words::could_not_listen(&listener.address), words::check_port())
        }
        ListenerState::Created => {
            problem(Caution, words::does_not_listen().to_owned(), words::check_log())
        }
        ListenerState::Other(word) => {
            problem(Caution, words::in_other_state(word), words::check_log())
        }
    })
}
