//! The sentences are true for the states, monitors and routers they are said of.

use super::*;
use crate::allowed::Watch;
use crate::monitor::{Monitor, MonitorModule};
use crate::server::Server;
use crate::service::Router;
use crate::single;

fn server(state: &str, connections: u64) -> Server {
    single(&format!(
        r#"{{"data":{{"id":"db2","attributes":
        {{"state":"{state}","statistics":{{"connections":{connections}}}}},
        "relationships":{{"monitors":{{"data":[{{"id":"M"}}]}}}}}}}}"#
    ))
    .unwrap()
}

fn watched(state: &str, connections: u64, monitor: &str, router: Router) -> Situation {
    let monitor: Monitor =
        single(&format!(r#"{{"data":{{"id":"M","attributes":{monitor}}}}}"#)).unwrap();
    Situation::of(&server(state, connections), Some(&monitor), vec![router])
}

const MARIADB: &str = r#"{"module":"mariadbmon","state":"Running"}"#;
const GALERA: &str = r#"{"module":"galeramon","state":"Running"}"#;
const STOPPED: &str = r#"{"module":"mariadbmon","state":"Stopped"}"#;

#[test]
fn the_sentence_changes_with_force() {
    let replica = watched("Slave, Running", 9, MARIADB, Router::ReadWriteSplit);
    assert!(of_maintain(&replica, false).contains("at that client’s next request"));
    assert!(of_maintain(&replica, true).contains("closes all 9 connections to it at once, open"));
}

#[test]
fn that_a_transaction_may_finish_is_said_of_readwritesplit_only() {
    let split = watched("Slave, Running", 9, MARIADB, Router::ReadWriteSplit);
    assert!(of_maintain(&split, false).contains("an open transaction may finish first"));
    for router in [Router::ReadConnRoute, Router::Other("x".into())] {
        let other = watched("Slave, Running", 9, MARIADB, router);
        assert!(!of_maintain(&other, false).contains("may finish"));
    }
}

#[test]
fn a_galera_primary_hands_over_unless_its_monitor_may_not() {
    let primary = watched("Master, Synced, Running", 3, GALERA, Router::ReadWriteSplit);
    assert!(of_maintain(&primary, false).starts_with("Another node becomes primary at once"));
    let forced = notes_on_maintain(&primary, true);
    assert!(forced.contains(&"Another node becomes primary at once, if one is in sync."));
    let fixed = r#"{"module":"galeramon","state":"Running",
        "monitor_diagnostics":{"root_node_as_master":true}}"#;
    let fixed = watched("Master, Synced, Running", 3, fixed, Router::ReadWriteSplit);
    assert!(!of_maintain(&fixed, false).contains("becomes primary"));
}

#[test]
fn nobody_follows_a_primary_whose_monitor_is_stopped() {
    let primary = watched("Master, Running", 3, STOPPED, Router::ReadWriteSplit);
    for force in [false, true] {
        let notes = notes_on_maintain(&primary, force);
        assert!(notes.iter().any(|note| note.contains("No other server becomes primary")));
    }
    let replica = watched("Slave, Running", 3, STOPPED, Router::ReadWriteSplit);
    assert!(succession(&replica).is_none());
}

#[test]
fn without_connections_nothing_is_said_to_be_closed() {
    for state in ["Slave, Running", "Maintenance, Running"] {
        let idle = watched(state, 0, MARIADB, Router::ReadWriteSplit);
        for force in [false, true] {
            assert!(of_maintain(&idle, force).contains("nothing is connected"));
        }
    }
}

#[test]
fn an_unread_monitor_may_refuse() {
    let unread = Situation::of(&server("Master, Running", 1), None, vec![]);
    assert_eq!(unread.watch, Watch::NotKnown);
    assert!(notes_on_maintain(&unread, false).iter().any(|note| note.contains("may refuse")));
    let strange = watched("Master, Running", 1, r#"{"module":"new"}"#, Router::ReadWriteSplit);
    assert_eq!(strange.watch, Watch::NotKnown);
    let known = Watch::Running(MonitorModule::MariaDb);
    assert_eq!(watched("Down", 0, MARIADB, Router::ReadWriteSplit).watch, known);
}

#[test]
fn a_galera_node_may_take_its_role_back_when_it_returns() {
    let back = watched("Maintenance, Running", 0, GALERA, Router::ReadWriteSplit);
    assert!(notes_on_return(&back).iter().any(|note| note.contains("primary again at once")));
    let not = r#"{"module":"galeramon","state":"Running",
        "monitor_diagnostics":{"disable_master_failback":true}}"#;
    let not = watched("Maintenance, Running", 0, not, Router::ReadWriteSplit);
    assert!(notes_on_return(&not).is_empty());
    let drained = watched("Drained, Slave, Synced, Running", 0, GALERA, Router::ReadWriteSplit);
    assert!(notes_on_return(&drained).is_empty());
}

#[test]
fn delete_names_what_it_unlinks() {
    let alone: Server = single(r#"{"data":{"id":"db2"}}"#).unwrap();
    assert!(of_delete(&alone, None).contains("no monitor or service uses it"));
    let linked = server("Slave, Running", 0);
    assert_eq!(
        of_delete(&linked, None),
        "db2 is unlinked from monitor M and removed from MaxScale."
    );
}
