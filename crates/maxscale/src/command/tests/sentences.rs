//! The sentences are true for the states, monitors and routers they are said of.

use crate::command::fixtures::{
    GALERA, MARIADB, SPLIT, STOPPED, monitor, monitored, server, service, session,
};
use crate::command::{Command, Subject, Values};
use crate::object::Kind;
use crate::server::Server;
use crate::server_context::Topology;
use crate::single;

const FORCE: bool = true;
const PLAIN: bool = false;

fn sentence(command: Command, subject: &Subject, force: bool) -> String {
    let values = Values::default().with_tick("force", force);
    (command.details().sentence)(std::slice::from_ref(subject), &values, None)
}

fn notes(command: Command, subject: &Subject, force: bool) -> Vec<&'static str> {
    let values = Values::default().with_tick("force", force);
    (command.details().notes)(subject, &values)
}

const MAINTAIN: Command = Command::Maintain;
const RETURN: Command = Command::ReturnToService;
const STOP: Command = Command::Stop;

#[test]
fn the_sentence_changes_with_force() {
    let replica = monitored("Slave, Running", 9, MARIADB, SPLIT);
    let words = sentence(MAINTAIN, &replica, PLAIN);
    assert!(words.contains("at its client’s next request"));
    let words = sentence(MAINTAIN, &replica, FORCE);
    assert!(words.contains("all 9 connections to it are closed at once, open"));
}

#[test]
fn that_a_transaction_may_finish_is_said_of_readwritesplit_only() {
    let split = monitored("Slave, Running", 9, MARIADB, SPLIT);
    assert!(sentence(MAINTAIN, &split, PLAIN).contains("an open transaction may finish first"));
    for router in ["readconnroute", "x"] {
        let other = monitored("Slave, Running", 9, MARIADB, router);
        assert!(!sentence(MAINTAIN, &other, PLAIN).contains("may finish"));
    }
}

#[test]
fn a_galera_primary_hands_over_unless_its_monitor_may_not() {
    let primary = monitored("Master, Synced, Running", 3, GALERA, SPLIT);
    let words = sentence(MAINTAIN, &primary, PLAIN);
    assert!(words.starts_with("Another node becomes primary at once"));
    let forced = notes(MAINTAIN, &primary, FORCE);
    assert!(forced.contains(&"Another node becomes primary at once, if one is in sync."));
    let fixed = r#"{"module":"galeramon","state":"Running",
        "monitor_diagnostics":{"root_node_as_master":true}}"#;
    let fixed = monitored("Master, Synced, Running", 3, fixed, SPLIT);
    assert!(!sentence(MAINTAIN, &fixed, PLAIN).contains("becomes primary"));
}

#[test]
fn nobody_follows_a_primary_whose_monitor_is_stopped() {
    let primary = monitored("Master, Running", 3, STOPPED, SPLIT);
    for force in [PLAIN, FORCE] {
        let notes = notes(MAINTAIN, &primary, force);
        assert!(notes.iter().any(|note| note.contains("No other server becomes primary")));
    }
    let replica = monitored("Slave, Running", 3, STOPPED, SPLIT);
    assert!(notes(Command::Drain, &replica, PLAIN).is_empty());
}

#[test]
fn without_connections_nothing_is_said_to_be_closed() {
    for state in ["Slave, Running", "Maintenance, Running"] {
        let idle = monitored(state, 0, MARIADB, SPLIT);
        for force in [PLAIN, FORCE] {
            assert!(sentence(MAINTAIN, &idle, force).contains("nothing is connected"));
        }
    }
}

#[test]
fn an_unread_monitor_may_refuse() {
    let unread = Subject::server(&server("Master, Running", 1), Topology::default());
    assert!(notes(MAINTAIN, &unread, PLAIN).iter().any(|note| note.contains("may refuse")));
}

#[test]
fn a_galera_node_may_take_its_role_back_when_it_returns() {
    let back = monitored("Maintenance, Running", 0, GALERA, SPLIT);
    assert!(notes(RETURN, &back, PLAIN).iter().any(|note| note.contains("primary again at once")));
    let not = r#"{"module":"galeramon","state":"Running",
        "monitor_diagnostics":{"disable_master_failback":true}}"#;
    let not = monitored("Maintenance, Running", 0, not, SPLIT);
    assert!(notes(RETURN, &not, PLAIN).is_empty());
    let drained = monitored("Drained, Slave, Synced, Running", 0, GALERA, SPLIT);
    assert!(notes(RETURN, &drained, PLAIN).is_empty());
}

#[test]
fn delete_names_what_it_unlinks() {
    let alone: Server = single(r#"{"data":{"id":"db2"}}"#).unwrap();
    let delete = |server: &Server| {
        sentence(Command::Delete, &Subject::server(server, Topology::default()), PLAIN)
    };
    assert!(delete(&alone).contains("no monitor or service uses it"));
    let linked = server("Slave, Running", 0);
    assert_eq!(delete(&linked), "db2 is unlinked from monitor M and removed from MaxScale.");
}

#[test]
fn stopping_by_force_closes_sessions_and_the_sentence_says_so() {
    let (some, none) = (service(4, "Started"), service(0, "Started"));
    assert_eq!(
        sentence(STOP, &some, PLAIN),
        "RW takes no new clients: L1 and L2 no longer listen. \
         Its 4 sessions go on until the clients leave."
    );
    assert!(sentence(STOP, &some, FORCE).contains("4 sessions are closed at once, open trans"));
    assert!(sentence(STOP, &none, FORCE).contains("no sessions now"));
    assert_eq!((STOP.details().inputs)(Kind::Service).len(), 1);
    assert!((STOP.details().inputs)(Kind::Monitor).is_empty());
}

#[test]
fn a_stopped_monitor_freezes_and_a_killed_session_is_named() {
    let running = monitor("Running");
    assert!(sentence(STOP, &running, PLAIN).contains("its 2 servers stay as they are"));
    assert!(notes(STOP, &running, PLAIN).iter().any(|note| note.contains("no failover")));
    let killed = sentence(Command::Kill, &session(), PLAIN);
    assert!(killed.starts_with("app@10.0.0.7 is disconnected") && killed.contains("a and b"));
}
