//! Letting a service, a listener or a monitor rest (rest-api.md 3.3 to 3.5).

use super::input::FORCE;
use super::{Danger, Details, Entry, Input, Refusal, Subject, Symbol, Values, named};
use crate::impact::Impact;
use crate::listener::Listener;
use crate::monitor::Monitor;
use crate::object::{Kind, Object};
use crate::request::{Request, Verb};
use crate::service::Service;
use texts::{capitalised, commands, listed, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "stop",
    label: commands::stop,
    title: |what| commands::stop_what(what),
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
        let what = capitalised(&named(object));
        if values.force() { commands::stopped_by_force(what) } else { commands::stopped(what) }
    },
    is_done: |subject, _| subject.is_some_and(Subject::is_stopped),
    cannot: |what| commands::cannot_stop(what),
    failed: commands::stop_failed,
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
    let (name, listeners) = (&service.name, service.listeners.len() as u64);
    let clients = match listed(&service.listeners) {
        None => sentences::stop_unheard_service(name),
        Some(names) => sentences::stop_service(listeners, name, names),
    };
    let sessions = match (service.sessions, force) {
        (Some(0), _) => sentences::no_sessions().to_owned(),
        (Some(many), true) => sentences::sessions_are_closed(many),
        (None, true) => sentences::some_sessions_are_closed().to_owned(),
        (Some(many), false) => sentences::sessions_go_on(many),
        (None, false) => sentences::some_sessions_go_on().to_owned(),
    };
    format!("{clients} {sessions}")
}

fn stop_listener(listener: &Listener, force: bool) -> String {
    if force {
        sentences::stop_listener_by_force(&listener.address)
    } else {
        sentences::stop_listener(&listener.address)
    }
}

fn stop_monitor(monitor: &Monitor) -> String {
    match monitor.servers.len() {
        0 => sentences::stop_idle_monitor(&monitor.name),
        many => sentences::stop_monitor(many as u64),
    }
}

fn notes(subject: &Subject, _: &Values) -> Vec<&'static str> {
    let mut notes = vec![];
    if matches!(subject, Subject::Monitor(_)) {
        notes.extend([sentences::no_failover(), sentences::no_checks()]);
    }
    notes.push(sentences::starts_again());
    notes
}
