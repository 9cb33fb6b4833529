//! What Maintain will do, depending on force.

use super::{counted, succession};
use crate::allowed::Watch;
use crate::monitor::MonitorModule;
use crate::service::Router;
use crate::situation::Situation;
use crate::state::Mode;

/// What Maintain will do, depending on `force`.
pub fn of_maintain(situation: &Situation, force: bool) -> String {
    let (server, name) = (&situation.server, &situation.server.name);
    let connections = server.load.connections;
    let already = server.state.mode() == Mode::Maintenance;
    match (connections, already, force) {
        (Some(0), true, _) => {
            format!("{name} is in maintenance already; nothing is connected to it now.")
        }
        (Some(0), false, _) => {
            format!("MaxScale stops routing to {name}; nothing is connected to it now.")
        }
        (_, true, true) => format!(
            "{name} is in maintenance already; this closes {} at once, open transactions \
             included.",
            closed(connections)
        ),
        (_, true, false) => format!(
            "{name} is in maintenance already and keeps {} until each client’s next request.",
            counted(connections, "connection")
        ),
        (_, false, true) => format!(
            "MaxScale stops routing to {name} and closes {} at once, open transactions included.",
            closed(connections)
        ),
        (_, false, false) => graceful(situation),
    }
}

fn closed(connections: Option<u64>) -> String {
    match connections {
        Some(1) => "the one connection to it".to_owned(),
        Some(many) => format!("all {many} connections to it"),
        None => "every connection to it".to_owned(),
    }
}

/// The recordings are of readwritesplit; of other routers less is promised.
fn graceful(situation: &Situation) -> String {
    let name = &situation.server.name;
    let splits = situation.routers.contains(&Router::ReadWriteSplit);
    if situation.is_primary() && situation.hands_over {
        return format!(
            "Another node becomes primary at once, if one is in sync; a transaction open on \
             {name} runs on to its next statement, then its client is disconnected."
        );
    }
    if situation.is_primary() && splits {
        return format!(
            "MaxScale stops routing to {name}; readwritesplit lets transactions that are open on \
             it complete, then closes its connections."
        );
    }
    let finish = if splits {
        "; in readwritesplit a running query or an open transaction may finish first"
    } else {
        ""
    };
    format!(
        "MaxScale stops routing to {name} and closes each of its connections at that client’s \
         next request{finish}."
    )
}

/// What else to know before Maintain, depending on `force`.
pub fn notes_on_maintain(situation: &Situation, force: bool) -> Vec<&'static str> {
    let server = &situation.server;
    let in_use = server.load.connections != Some(0);
    let uses = |router| in_use && situation.routers.contains(&router);
    let told = !force && in_use && situation.hands_over;
    let mut notes: Vec<_> = succession(situation).into_iter().filter(|_| !told).collect();
    if uses(Router::ReadConnRoute) {
        notes.push(if force {
            "Sessions of readconnroute services on it end at once."
        } else {
            "Sessions of readconnroute services on it end at their next query, open transaction \
             or not."
        });
    }
    if force && uses(Router::ReadWriteSplit) {
        notes.push(
            "readwritesplit repeats interrupted reads on another server; interrupted \
             transactions are lost unless the service has transaction_replay.",
        );
    }
    notes.extend(watched(situation));
    notes
}

fn watched(situation: &Situation) -> Option<&'static str> {
    match &situation.watch {
        Watch::Stopped(_) => Some(
            "Its monitor is stopped: this takes effect at once, without MaxScale’s checks, and \
             the state shown is as old as the stop.",
        ),
        Watch::Unmonitored => {
            Some("No monitor watches it: this takes effect at once, without MaxScale’s checks.")
        }
        Watch::Running(MonitorModule::MariaDb) if !situation.server.state.is_running() => Some(
            "It is down. If it was the primary, automatic failover does not start while it is in \
             maintenance.",
        ),
        Watch::Running(MonitorModule::MariaDb) => Some(
            "While it is in maintenance, a switchover or failover leaves it behind with the old \
             primary.",
        ),
        Watch::Running(MonitorModule::Other(_)) => {
            Some("Its monitor is of a kind this console does not know; MaxScale may refuse.")
        }
        Watch::NotKnown => Some("Its monitor could not be read; MaxScale may refuse."),
        Watch::Running(_) => None,
    }
}
