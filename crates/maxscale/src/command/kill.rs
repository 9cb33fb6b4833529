//! Ending a session (rest-api.md 3.7).

use super::{Danger, Details, Entry, Subject, Symbol, Values, is_gone, named, no_inputs, nothing};
use crate::impact::Impact;
use crate::object::Kind;
use crate::request::{Request, Verb};
use crate::session::Session;
use texts::{capitalised, commands, listed, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "kill",
    label: commands::kill,
    title: |what| commands::kill_what(what),
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
    notes: |_, _| vec![sentences::transaction_not_told()],
    tells_impact: true,
    requests: |subject, _| {
        let session = subject.object();
        let maxctrl = ["destroy", "session", session.name()];
        vec![Request::new(Verb::Delete, session.path()).maxctrl(&maxctrl)]
    },
    undo: nothing,
    done: |session, _| commands::killed(capitalised(&named(session))),
    is_done: is_gone,
    cannot: |what| commands::cannot_kill(what),
    failed: commands::kill_failed,
    leaves_page: false,
};

fn sentence(subjects: &[Subject], _: &Values, _: Option<&Impact>) -> String {
    match subjects {
        [Subject::Session(session)] => sentence_for_one(session),
        _ => String::new(),
    }
}

fn sentence_for_one(session: &Session) -> String {
    let client = session.client();
    let killed = match listed(&session.servers) {
        None => sentences::kill(client),
        Some(servers) => sentences::kill_connected(client, servers),
    };
    format!("{killed} {}", sentences::rolled_back())
}
