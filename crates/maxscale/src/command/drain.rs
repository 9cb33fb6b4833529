//! Giving a server no new connections.

use super::primary::{self, succession};
use super::server_state::{DRAIN, clear, set};
use super::subject::{connections, servers};
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, no_inputs};
use crate::impact::Impact;
use crate::object::Kind;
use crate::server::Server;
use crate::state::Mode;
use crate::words::{capitalised, counted};

pub(super) static ENTRY: Entry = Entry {
    key: "drain",
    label: "Drain",
    title: "Drain {}",
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
    done: |server, _| format!("{} is draining", server.name()),
    is_done: |subject, _| {
        matches!(subject.and_then(Subject::mode), Some(Mode::Draining | Mode::Drained))
    },
    cannot: "Can’t drain {}",
    failed: "Drain failed",
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
    let servers = servers(subjects).count();
    let open = match connections(subjects) {
        None => "Their connections".to_owned(),
        open => capitalised(&counted(open, "connection")),
    };
    format!(
        "These {servers} servers get no new connections. {open} stay open until clients \
         disconnect; there is no time limit."
    )
}

fn sentence_for_one(server: &Server) -> String {
    let name = &server.name;
    let open = match server.load.connections {
        Some(0) => {
            return format!(
                "{name} gets no new connections. It has none now, so it is drained at once."
            );
        }
        Some(1) => "The open connection stays until its client disconnects".to_owned(),
        Some(many) => format!("The {many} open connections stay until clients disconnect"),
        None => "Open connections stay until clients disconnect".to_owned(),
    };
    format!("{name} gets no new connections. {open}; there is no time limit.")
}
