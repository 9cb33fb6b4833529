//! Letting a service, a listener or a monitor rest (rest-api.md 3.3 to 3.5).

use super::input::FORCE;
use super::{Danger, Details, Entry, Input, Refusal, Subject, Symbol, Values};
use crate::impact::Impact;
use crate::listener::Listener;
use crate::monitor::Monitor;
use crate::object::{Kind, Object};
use crate::request::{Request, Verb};
use crate::service::Service;
use crate::words::{counted, listed};

pub(super) static ENTRY: Entry = Entry {
    key: "stop",
    label: "Stop",
    title: "Stop {}",
    symbol: Symbol::Pause,
    kinds: &[Kind::Service, Kind::Listener, Kind::Monitor],
    shortcut: None,
    bulk: false,
    danger: |values| if values.force() { Danger::High } else { Danger::Low },
    refusal: |subject, values| {
        (subject.is_stopped() && !values.force()).then_some(Refusal::AlreadyStopped)
    },
};

pub(super) static DETAILS: Details = Details {
    inputs,
    sentence,
    notes,
    tells_impact: false,
    requests: |subject, values| {
        let request = put(&subject.object(), "stop");
        vec![if values.force() { request.option("force", "yes") } else { request }]
    },
    undo: |subject, _| vec![put(&subject.object(), "start")],
    done: |object, values| {
        let and = if values.force() { " and its sessions were closed" } else { "" };
        format!("{} {} was stopped{and}", object.kind().capitalised(), object.name())
    },
    is_done: |subject, _| subject.is_some_and(Subject::is_stopped),
    cannot: "Can’t stop {}",
    failed: "Stop failed",
    leaves_page: false,
};

/// Starts or stops.
pub(super) fn put(object: &Object, verb: &str) -> Request {
    Request::new(Verb::Put, format!("{}/{verb}", object.path())).maxctrl(&[
        verb,
        object.kind().word(),
        object.name(),
    ])
}

fn inputs(kind: Kind) -> &'static [Input] {
    match kind {
        Kind::Service | Kind::Listener => &[FORCE],
        Kind::Monitor | Kind::Server | Kind::Filter | Kind::Session => &[],
    }
}

fn sentence(subjects: &[Subject], values: &Values, _: Option<&Impact>) -> String {
    match subjects {
        [Subject::Service(service)] => stop_service(service, values.force()),
        [Subject::Listener(listener)] => stop_listener(listener, values.force()),
        [Subject::Monitor(monitor)] => stop_monitor(monitor),
        _ => String::new(),
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

fn notes(subject: &Subject, _: &Values) -> Vec<&'static str> {
    let mut notes = vec![];
    if matches!(subject, Subject::Monitor(_)) {
        notes.extend([
            "There is no failover, and no server becomes primary in another’s place.",
            "Maintenance can be set on any server then, the primary included, without MaxScale’s \
             checks.",
        ]);
    }
    notes.push("MaxScale forgets this when it restarts, and starts it again.");
    notes
}
