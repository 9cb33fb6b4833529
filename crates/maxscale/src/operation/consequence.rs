//! What an operation will do, in one sentence, and what else to know.

use super::{Operand, Operation};
use crate::consequence::{counted, listed};
use crate::listener::Listener;
use crate::monitor::Monitor;
use crate::service::Service;
use crate::session::Session;

/// What will happen.
pub fn consequence(operation: Operation, operand: &Operand) -> String {
    match (operation, operand) {
        (Operation::Start, Operand::Service(service)) => {
            let listeners = listed(&service.listeners).map_or_else(
                || "It has no listener, so none can come yet.".to_owned(),
                |names| format!("They come through {names}."),
            );
            format!("{} takes clients again. {listeners}", service.name)
        }
        (Operation::Start, Operand::Listener(listener)) => {
            format!("Clients can connect at {} again.", listener.address)
        }
        (Operation::Start, Operand::Monitor(monitor)) => format!(
            "{} looks at {} again; what it finds counts from its next tick on.",
            monitor.name,
            counted(Some(monitor.servers.len() as u64), "server")
        ),
        (Operation::Stop { force }, Operand::Service(service)) => stop_service(service, force),
        (Operation::Stop { force }, Operand::Listener(listener)) => stop_listener(listener, force),
        (Operation::Stop { .. }, Operand::Monitor(monitor)) => stop_monitor(monitor),
        (_, Operand::Session(session)) => kill(session),
        (Operation::Kill, _) => "Only sessions can be killed.".to_owned(),
    }
}

fn stop_service(service: &Service, force: bool) -> String {
    let name = &service.name;
    let through = listed(&service.listeners).map_or_else(String::new, |names| {
        match service.listeners.len() {
            1 => format!(": {names} no longer listens"),
            _ => format!(": {names} no longer listen"),
        }
    });
    let sessions = match (service.sessions, force) {
        (Some(0), _) => "It has no sessions now.".to_owned(),
        (sessions, true) => {
            format!(
                "Its {} are closed at once, open transactions included.",
                counted(sessions, "session")
            )
        }
        (sessions, false) => {
            format!("Its {} go on until the clients leave.", counted(sessions, "session"))
        }
    };
    format!("{name} takes no new clients{through}. {sessions}")
}

fn stop_listener(listener: &Listener, force: bool) -> String {
    let sessions = if force {
        "Sessions that came through it are closed at once, open transactions included."
    } else {
        "Sessions that came through it go on until the clients leave."
    };
    format!("No client can connect at {} any more. {sessions}", listener.address)
}

fn stop_monitor(monitor: &Monitor) -> String {
    let servers = match monitor.servers.len() {
        0 => return format!("{} watches no servers; nothing changes.", monitor.name),
        1 => "its server".to_owned(),
        many => format!("its {many} servers"),
    };
    format!(
        "The states of {servers} stay as they are now: MaxScale does not notice when one goes \
         down or comes back, and routes as if nothing had happened."
    )
}

fn kill(session: &Session) -> String {
    let servers = match listed(&session.servers) {
        None => String::new(),
        Some(names) => format!(", and its connections to {names} are closed"),
    };
    format!(
        "{} is disconnected at once{servers}. A transaction that is open is rolled back.",
        session.client()
    )
}

/// What else to know.
pub fn notes(operation: Operation, operand: &Operand) -> Vec<&'static str> {
    let mut notes = vec![];
    match (operation, operand) {
        (Operation::Stop { .. }, Operand::Monitor(_)) => notes.extend([
            "There is no failover, and no server becomes primary in another’s place.",
            "Maintenance can be set on any server then, the primary included, without MaxScale’s \
             checks.",
        ]),
        (Operation::Kill, _) => {
            notes.push("MaxScale does not tell whether a transaction is open.");
        }
        _ => (),
    }
    if matches!(operation, Operation::Stop { .. }) {
        notes.push("MaxScale forgets this when it restarts, and starts it again.");
    }
    notes
}
