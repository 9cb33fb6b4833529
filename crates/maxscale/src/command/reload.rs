//! Letting a service read the accounts of its servers again (rest-api.md 3.4).

use super::{Danger, Details, Entry, Symbol, no_inputs, nothing};
use crate::object::Kind;
use crate::request::{Request, Verb};

pub(super) static ENTRY: Entry = Entry {
    key: "reload",
    label: "Reload",
    title: "Reload {}",
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
        format!(
            "MaxScale reads the database users for {} again, so that new accounts and changed \
             passwords count at once. Its sessions go on.",
            names.collect::<Vec<_>>().join(", ")
        )
    },
    notes: |_, _| vec![],
    tells_impact: false,
    requests: |subject, _| {
        let service = subject.object();
        let maxctrl = ["reload", "service", service.name()];
        vec![Request::new(Verb::Post, format!("{}/reload", service.path())).maxctrl(&maxctrl)]
    },
    undo: nothing,
    done: |service, _| format!("The database users for {} were read again", service.name()),
    is_done: |_, _| false,
    cannot: "Can’t reload the database users for {}",
    failed: "Reload failed",
    leaves_page: false,
};
