//! Letting a service read the accounts of its servers again (rest-api.md 3.4).

use super::{Danger, Details, Entry, Symbol, no_inputs, nothing};
use crate::object::Kind;
use crate::request::{Request, Verb};
use texts::{commands, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "reload",
    label: texts::common::reload,
    title: |what| commands::reload_what(what),
    symbol: Symbol::Refresh,
    kinds: &[Kind::Service],
    shortcut: None,
    bulk: false,
    danger: |_| Danger::Low,
    refusal: |_, _| None,
};

pub(super) static DETAILS: Details = Details {
    inputs: no_inputs,
    sentence: |subjects, _, _| {
        let names = subjects.iter().map(|one| one.object().name().to_owned());
        sentences::reload(names.collect::<Vec<_>>().join(", "))
    },
    notes: |_, _| vec![],
    tells_impact: false,
    requests: |subject, _| {
        let service = subject.object();
        let maxctrl = ["reload", "service", service.name()];
        vec![Request::new(Verb::Post, format!("{}/reload", service.path())).maxctrl(&maxctrl)]
    },
    undo: nothing,
    done: |service, _| commands::reloaded(service.name()),
    is_done: |_, _| false,
    cannot: |what| commands::cannot_reload(what),
    failed: commands::reload_failed,
    leaves_page: false,
};
