//! Ending a session (rest-api.md 3.7).

use super::{Danger, Details, Entry, Subject, Symbol, Values, is_gone, no_inputs, nothing};
use crate::impact::Impact;
use crate::object::Kind;
use crate::request::{Request, Verb};
use crate::session::Session;
use crate::words::listed;

pub(super) static ENTRY: Entry = Entry {
    key: "kill",
    label: "Kill",
    title: "Kill {}",
    symbol: Symbol::Close,
    kinds: &[Kind::Session],
    shortcut: None,
    bulk: false,
    danger: |_| Danger::High,
    refusal: |_, _| None,
};

pub(super) static DETAILS: Details = Details {
    inputs: no_inputs,
    sentence,
    notes: |_, _| vec!["MaxScale doesn’t report whether a transaction is open."],
    tells_impact: true,
    requests: |subject, _| {
        let session = subject.object();
        let maxctrl = ["destroy", "session", session.name()];
        vec![Request::new(Verb::Delete, session.path()).maxctrl(&maxctrl)]
    },
    undo: nothing,
    done: |session, _| format!("Session {} was killed", session.name()),
    is_done: is_gone,
    cannot: "Can’t kill session {}",
    failed: "Kill failed",
    leaves_page: false,
};

fn sentence(subjects: &[Subject], _: &Values, _: Option<&Impact>) -> String {
    match subjects {
        [Subject::Session(session)] => sentence_for_one(session),
        _ => String::new(),
    }
}

fn sentence_for_one(session: &Session) -> String {
    let servers = match listed(&session.servers) {
        None => String::new(),
        Some(names) => format!(", and its connections to {names} are closed"),
    };
    format!(
        "{} is disconnected at once{servers}. A transaction that is open is rolled back.",
        session.client()
    )
}
