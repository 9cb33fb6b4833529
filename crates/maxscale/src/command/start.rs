//! Letting a service, a listener or a monitor work (rest-api.md 3.3 to 3.5).

use super::stop::put;
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, no_inputs, no_notes};
use crate::impact::Impact;
use crate::object::Kind;
use crate::words::{counted, listed};

pub(super) static ENTRY: Entry = Entry {
    key: "start",
    label: "Start",
    title: "Start {}",
    symbol: Symbol::Play,
    kinds: &[Kind::Service, Kind::Listener, Kind::Monitor],
    shortcut: None,
    bulk: false,
    danger: |_| Danger::Low,
    refusal: |subject, _| subject.is_started().then_some(Refusal::AlreadyRunning),
};

pub(super) static DETAILS: Details = Details {
    inputs: no_inputs,
    sentence,
    notes: no_notes,
    tells_impact: false,
    requests: |subject, _| vec![put(&subject.object(), "start")],
    undo: |subject, _| vec![put(&subject.object(), "stop")],
    done: |object, _| format!("{} {} was started", object.kind().capitalised(), object.name()),
    is_done: |subject, _| subject.is_some_and(Subject::is_started),
    cannot: "Can’t start {}",
    failed: "Start failed",
    leaves_page: false,
};

fn sentence(subjects: &[Subject], _: &Values, _: Option<&Impact>) -> String {
    match subjects {
        [Subject::Service(service)] => {
            let listeners = listed(&service.listeners).map_or_else(
                || "It has no listener, so none can come yet.".to_owned(),
                |names| format!("They come through {names}."),
            );
            format!("{} takes clients again. {listeners}", service.name)
        }
        [Subject::Listener(listener)] => {
            format!("Clients can connect at {} again.", listener.address)
        }
        [Subject::Monitor(monitor)] => format!(
            "{} looks at {} again; what it finds counts from its next tick on.",
            monitor.name,
            counted(Some(monitor.servers.len() as u64), "server")
        ),
        _ => String::new(),
    }
}
