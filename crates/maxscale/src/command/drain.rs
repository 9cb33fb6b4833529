//! Giving a server no new connections.

use super::primary::{self, succession};
use super::server_state::{DRAIN, clear, set};
use super::subject::{connections, servers};
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, no_inputs};
use crate::impact::Impact;
use crate::object::Kind;
use crate::server::Server;
use crate::state::Mode;
use texts::{commands, number, sentences};

pub(super) static ENTRY: Entry = Entry {
    key: "drain",
    label: commands::drain,
    title: |what| commands::drain_what(what),
    symbol: Symbol::Drain,
    kinds: &[Kind::Server],
    shortcut: Some("d"),
    bulk: true,
    danger: |_| Danger::Low,
    refusal,
};

pub(super) static DETAILS: Details = Details {
    inputs: no_inputs,
    sentence,
    notes: |subject, _| subject.as_server().and_then(succession).into_iter().collect(),
    tells_impact: true,
    requests: |subject, _| vec![set(&subject.object(), DRAIN)],
    undo: |subject, _| vec![clear(&subject.object(), DRAIN)],
    done: |server, _| commands::draining(server.name()),
    is_done: |subject, _| {
        matches!(subject.and_then(Subject::mode), Some(Mode::Draining | Mode::Drained))
    },
    cannot: |what| commands::cannot_drain(what),
    failed: commands::drain_failed,
    leaves_page: false,
};

fn refusal(subject: &Subject, _: &Values) -> Option<Refusal> {
    let context = subject.as_server()?;
    match context.server.state.mode() {
        Mode::Maintenance => Some(Refusal::HiddenByMaintenance),
        Mode::Draining | Mode::Drained => Some(Refusal::AlreadyDraining),
        Mode::InService => primary::refusal(context, true),
    }
}

fn sentence(subjects: &[Subject], _: &Values, _: Option<&Impact>) -> String {
    if let [Subject::Server(context)] = subjects {
        return sentence_for_one(&context.server);
    }
    let open = match connections(subjects) {
        None => sentences::theirs_stay().to_owned(),
        Some(0) => sentences::none_stay().to_owned(),
        Some(many) => sentences::all_stay(many),
    };
    let servers = number(servers(subjects).count() as u64);
    format!("{} {open}", sentences::drain_many(servers))
}

fn sentence_for_one(server: &Server) -> String {
    let open = match server.load.connections {
        None => sentences::some_open_stay().to_owned(),
        Some(0) => sentences::drained_at_once().to_owned(),
        Some(many) => sentences::open_stay(many),
    };
    format!("{} {open}", sentences::drain(&server.name))
}
