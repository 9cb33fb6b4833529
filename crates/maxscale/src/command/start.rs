//! Letting a service, a listener or a monitor work (rest-api.md 3.3 to 3.5).

use super::stop::put;
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, named, no_inputs, no_notes};
use crate::impact::Impact;
use crate::object::Kind;
use texts::{capitalised, commands, listed, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "start",
    label: commands::start,
    title: |what| commands::start_what(what),
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
    done: |object, _| commands::started(capitalised(&named(object))),
    is_done: |subject, _| subject.is_some_and(Subject::is_started),
    cannot: |what| commands::cannot_start(what),
    failed: commands::start_failed,
    leaves_page: false,
};

fn sentence(subjects: &[Subject], _: &Values, _: Option<&Impact>) -> String {
    match subjects {
        [Subject::Service(service)] => {
            let listeners = listed(&service.listeners)
                .map_or_else(|| sentences::no_listener().to_owned(), sentences::through);
            format!("{} {listeners}", sentences::start_service(&service.name))
        }
        [Subject::Listener(listener)] => sentences::start_listener(&listener.address),
        [Subject::Monitor(monitor)] => match monitor.servers.len() {
            0 => sentences::start_idle_monitor(&monitor.name),
            many => sentences::start_monitor(many as u64, &monitor.name),
        },
        _ => String::new(),
    }
}
