//! What an action will do to a server's connections, in one sentence that is true for this server.
//!
//! The facts are in rest-api.md 4.4 and the recordings maintenance-replica and
//! maintenance-galera-primary; where they differ, the recordings decided.

use crate::allowed::Watch;
use crate::monitor::MonitorModule;
use crate::server::Server;
use crate::service::Router;
use crate::state::{Mode, Role};

/// A number of things with its noun: `no connections`, `1 connection`, `9 connections`.
pub fn counted(count: Option<u64>, one: &str) -> String {
    match count {
        None => format!("{one}s"),
        Some(0) => format!("no {one}s"),
        Some(1) => format!("1 {one}"),
        Some(many) => format!("{many} {one}s"),
    }
}

/// What Maintain will do, depending on `force`.
pub fn of_maintain(server: &Server, watch: &Watch, force: bool) -> String {
    let name = &server.name;
    let connections = counted(server.load.connections, "connection");
    match (server.load.connections, force) {
        (Some(0), _) => {
            format!("MaxScale stops routing to {name}; nothing is connected to it now.")
        }
        (_, true) => format!(
            "MaxScale stops routing to {name} and closes {} at once, open transactions included.",
            closed(server.load.connections)
        ),
        (_, false) if server.state.mode() == Mode::Maintenance => format!(
            "{name} is in maintenance already and keeps {connections} until each client’s next \
             request."
        ),
        (_, false) => graceful(server, watch),
    }
}

fn closed(connections: Option<u64>) -> String {
    match connections {
        Some(1) => "the one connection to it".to_owned(),
        Some(many) => format!("all {many} connections to it"),
        None => "every connection to it".to_owned(),
    }
}

/// Who becomes primary in the server's place; graceful maintenance says it in its sentence.
fn succession(server: &Server, watch: &Watch) -> Option<&'static str> {
    match (server.state.role()?, watch) {
        (Role::Primary, Watch::Running(MonitorModule::Galera | MonitorModule::Postgres)) => {
            Some("Another node becomes primary at once, if one is in sync.")
        }
        (Role::Primary, Watch::Stopped(_) | Watch::Unmonitored) => {
            Some("No other server becomes primary, as no running monitor can choose one.")
        }
        _ => None,
    }
}

fn graceful(server: &Server, watch: &Watch) -> String {
    let name = &server.name;
    let is_primary = server.state.role() == Some(Role::Primary);
    match watch {
        Watch::Running(MonitorModule::Galera | MonitorModule::Postgres) if is_primary => format!(
            "Another node becomes primary at once, if one is in sync; a transaction open on \
             {name} runs on to its next statement, then its client is disconnected."
        ),
        Watch::Stopped(_) | Watch::Unmonitored if is_primary => format!(
            "MaxScale stops routing to {name} and lets its open transactions complete; no other \
             server becomes primary, as no running monitor can choose one."
        ),
        _ if is_primary => format!(
            "MaxScale stops routing to {name}; its open transactions may complete, then its \
             connections are closed."
        ),
        _ => format!(
            "MaxScale stops routing to {name} and closes each of its connections at that \
             client’s next request; a running query or an open transaction may finish first."
        ),
    }
}

/// What else to know before Maintain, depending on `force` and the routers of the services that
/// use the server.
pub fn notes_on_maintain(
    server: &Server,
    watch: &Watch,
    force: bool,
    routers: &[Router],
) -> Vec<&'static str> {
    let mut notes = vec![];
    let in_use = server.load.connections != Some(0);
    if force || !in_use {
        notes.extend(succession(server, watch));
    }
    if routers.contains(&Router::ReadConnRoute) && in_use {
        notes.push(if force {
            "Sessions of readconnroute services on it end at once."
        } else {
            "Sessions of readconnroute services on it end at their next query, open transaction \
             or not."
        });
    }
    if force && routers.contains(&Router::ReadWriteSplit) && in_use {
        notes.push(
            "readwritesplit repeats interrupted reads on another server; interrupted \
             transactions are lost unless the service has transaction_replay.",
        );
    }
    match watch {
        Watch::Stopped(_) => notes.push(
            "Its monitor is stopped: this takes effect at once, without MaxScale’s checks, and \
             the state shown is as old as the stop.",
        ),
        Watch::Unmonitored => {
            notes.push(
                "No monitor watches it: this takes effect at once, without MaxScale’s checks.",
            );
        }
        Watch::Running(MonitorModule::MariaDb) if !server.state.is_running() => notes.push(
            "It is down. If it was the primary, automatic failover does not start while it is in \
             maintenance.",
        ),
        Watch::Running(MonitorModule::MariaDb) => notes.push(
            "While it is in maintenance, a switchover or failover leaves it behind with the old \
             primary.",
        ),
        Watch::Running(MonitorModule::Other(_)) => {
            notes.push("Its monitor is of a kind this console does not know; MaxScale may refuse.")
        }
        Watch::Running(_) | Watch::NotKnown => {}
    }
    notes
}

/// What Drain will do.
pub fn of_drain(server: &Server) -> String {
    let name = &server.name;
    match server.load.connections {
        Some(0) => format!(
            "MaxScale gives {name} no new connections; it has none now, so it is drained at once."
        ),
        connections => format!(
            "MaxScale gives {name} no new connections; {} until the clients leave by themselves, \
             which can take as long as they like.",
            match connections {
                Some(1) => "the one that is open goes on".to_owned(),
                Some(many) => format!("the {many} that are open go on"),
                None => "those that are open go on".to_owned(),
            }
        ),
    }
}

/// What Return to service will do.
pub fn of_return(server: &Server, watch: &Watch) -> String {
    let name = &server.name;
    match (server.state.mode(), watch) {
        (_, _) if !server.state.is_running() => {
            format!("{name} is down: MaxScale routes to it again once it runs and is found fit.")
        }
        (Mode::Maintenance, Watch::Running(_)) => format!(
            "MaxScale routes to {name} again as soon as its monitor gives it a role, as a rule \
             within one tick."
        ),
        (Mode::Maintenance, _) => format!("MaxScale may route to {name} again at once."),
        _ => format!("MaxScale gives {name} new connections again; open ones are not touched."),
    }
}

/// What Delete will do.
pub fn of_delete(server: &Server) -> String {
    let name = &server.name;
    let services = server.services.iter().map(|service| format!("service {service}"));
    let monitor = server.monitor.iter().map(|monitor| format!("monitor {monitor}"));
    let links: Vec<_> = monitor.chain(services).collect();
    match links.split_last() {
        None => format!("{name} is removed from MaxScale; no monitor or service uses it."),
        Some((only, [])) => format!("{name} is unlinked from {only} and removed from MaxScale."),
        Some((last, others)) => format!(
            "{name} is unlinked from {} and {last}, and removed from MaxScale.",
            others.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::single;

    fn server(state: &str, connections: u64) -> Server {
        single(&format!(
            r#"{{"data":{{"id":"db2","attributes":
            {{"state":"{state}","statistics":{{"connections":{connections}}}}}}}}}"#
        ))
        .unwrap()
    }

    #[test]
    fn the_sentence_changes_with_force() {
        let replica = server("Slave, Running", 9);
        let watch = Watch::Running(MonitorModule::MariaDb);
        assert!(of_maintain(&replica, &watch, false).contains("at that client’s next request"));
        let forced = of_maintain(&replica, &watch, true);
        assert!(forced.contains("closes all 9 connections to it at once, open transactions"));
    }

    #[test]
    fn a_galera_primary_hands_over_and_a_stopped_monitor_does_not() {
        let primary = server("Master, Synced, Running", 3);
        let galera = of_maintain(&primary, &Watch::Running(MonitorModule::Galera), false);
        assert!(galera.starts_with("Another node becomes primary at once"));
        let running = Watch::Running(MonitorModule::Galera);
        let notes = notes_on_maintain(&primary, &running, true, &[Router::ReadWriteSplit]);
        assert!(notes.contains(&"Another node becomes primary at once, if one is in sync."));
        let stopped = of_maintain(&primary, &Watch::Stopped(MonitorModule::Galera), false);
        assert!(stopped.contains("no other server becomes primary"));
        let frozen = Watch::Stopped(MonitorModule::MariaDb);
        let notes = notes_on_maintain(&primary, &frozen, true, &[]);
        assert!(notes.iter().any(|note| note.starts_with("No other server becomes primary")));
        let replica = server("Slave, Running", 3);
        let notes = notes_on_maintain(&replica, &frozen, true, &[]);
        assert!(!notes.iter().any(|note| note.contains("becomes primary")));
    }

    #[test]
    fn without_connections_nothing_is_said_to_be_closed() {
        let idle = server("Slave, Running", 0);
        for force in [false, true] {
            let sentence = of_maintain(&idle, &Watch::Unmonitored, force);
            assert!(sentence.contains("nothing is connected"), "{sentence}");
        }
    }

    #[test]
    fn delete_names_what_it_unlinks() {
        let linked: Server = single(
            r#"{"data":{"id":"db2","relationships":{"monitors":{"data":[{"id":"M"}]},
            "services":{"data":[{"id":"A"},{"id":"B"}]}}}}"#,
        )
        .unwrap();
        assert_eq!(
            of_delete(&linked),
            "db2 is unlinked from monitor M, service A and service B, and removed from MaxScale."
        );
        assert!(of_delete(&server("Down", 0)).contains("no monitor or service uses it"));
    }
}
