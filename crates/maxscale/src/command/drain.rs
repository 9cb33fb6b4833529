//! Giving a server no new connections.

use super::primary::{self, succession};
use super::server_state::{DRAIN, clear, set};
use super::subject::{connections, servers};
use super::{Danger, Details, Entry, Refusal, Subject, Symbol, Values, no_inputs};
use crate::impact::Impact;
use crate::object::Kind;
use crate::server::Server;
use crate::state::Mode;
use crate::words::counted;

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
    done: |server, _| format!("{} gets no new connections", server.name()),
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
    let open = counted(connections(subjects), "connection");
    format!(
        "MaxScale gives these {servers} servers no new connections; they keep {open} until \
         the clients leave by themselves, which can take as long as they like."
    )
}

fn sentence_for_one(server: &Server) -> String {
    let name = &server.name;
    let open = match server.load.connections {
        Some(0) => {
            return format!(
                "MaxScale gives {name} no new connections; it has none now, so it is drained at \
                 once."
            );
        }
        Some(1) => "the one that is open goes on".to_owned(),
        Some(many) => format!("the {many} that are open go on"),
        None => "those that are open go on".to_owned(),
    };
    format!(
        "MaxScale gives {name} no new connections; {open} until the clients leave by themselves, \
         which can take as long as they like."
    )
}
