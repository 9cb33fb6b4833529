//! The requests of each command, and the way back.

use crate::command::fixtures::{monitor, service, session, urls};
use crate::command::{Command, Subject, Values};
use crate::server::Server;
use crate::server_context::Topology;
use crate::single;

fn server(name: &str, state: &str, monitored: bool) -> Subject {
    let monitors = if monitored { r#"{"id":"M"}"# } else { "" };
    let server: Server = single(&format!(
        r#"{{"data":{{"id":"{name}","attributes":{{"state":"{state}"}},
        "relationships":{{"monitors":{{"data":[{monitors}]}}}}}}}}"#
    ))
    .unwrap();
    Subject::server(&server, Topology::default())
}

fn sent(command: Command, subject: &Subject, force: bool) -> Vec<String> {
    let values = Values::default().with_tick("force", force);
    urls(&(command.details().requests)(subject, &values))
}

fn undone(command: Command, state: &str) -> Vec<String> {
    let before = server("db2", state, true);
    urls(&(command.details().undo)(&before, &Values::default()))
}

#[test]
fn maintain_is_one_request() {
    let db2 = server("db2", "Slave, Running", true);
    assert_eq!(sent(Command::Maintain, &db2, false), ["PUT servers/db2/set?state=maintenance"]);
    assert_eq!(
        sent(Command::Maintain, &db2, true),
        ["PUT servers/db2/set?state=maintenance&force=yes"]
    );
}

#[test]
fn return_also_lifts_a_drain_that_maintenance_hides() {
    assert_eq!(
        sent(Command::ReturnToService, &server("d b", "Maintenance", true), false),
        ["PUT servers/d%20b/clear?state=maintenance", "PUT servers/d%20b/clear?state=drain"]
    );
}

#[test]
fn only_a_linked_server_is_deleted_by_force() {
    let delete = |linked| sent(Command::Delete, &server("db2", "Down", linked), false);
    assert_eq!(delete(true), ["DELETE servers/db2?force=yes"]);
    assert_eq!(delete(false), ["DELETE servers/db2"]);
}

#[test]
fn the_state_shows_whether_it_was_done() {
    let plain = Values::default();
    let is_done =
        |command: Command, subject: &Subject| (command.details().is_done)(Some(subject), &plain);
    for (command, before, after) in [
        (Command::Maintain, "Draining, Slave, Running", "Maintenance, Running"),
        (Command::Drain, "Slave, Running", "Draining, Slave, Running"),
        (Command::Drain, "Maintenance, Running", "Drained, Running"),
        (Command::ReturnToService, "Drained, Slave, Running", "Slave, Running"),
    ] {
        assert!(!is_done(command, &server("db2", before, true)), "{command:?}");
        assert!(is_done(command, &server("db2", after, true)), "{command:?}");
    }
    for (command, before, after) in
        [(Command::Stop, "Started", "Stopped"), (Command::Start, "Stopped", "Started")]
    {
        assert!(!is_done(command, &service(0, before)), "{command:?}");
        assert!(is_done(command, &service(0, after)), "{command:?}");
    }
    for command in [Command::Delete, Command::Kill] {
        assert!((command.details().is_done)(None, &plain), "{command:?}");
    }
    assert!(!is_done(Command::Kill, &session()));
    assert!(!is_done(Command::Delete, &server("db2", "Down", true)));
}

#[test]
fn undo_restores_the_mode_before() {
    let cleared = ["PUT servers/db2/clear?state=maintenance"];
    assert_eq!(undone(Command::Maintain, "Draining, Slave, Running"), cleared);
    assert!(undone(Command::Maintain, "Maintenance, Running").is_empty());
    assert_eq!(
        undone(Command::ReturnToService, "Drained, Running"),
        ["PUT servers/db2/set?state=drain"]
    );
    assert!(undone(Command::Delete, "Slave, Running").is_empty());
}

#[test]
fn each_operation_is_one_request() {
    let stop = Command::Stop;
    let all = [
        (stop, service(0, "Started"), false, "PUT services/RW/stop", "stop service RW"),
        (
            stop,
            service(0, "Started"),
            true,
            "PUT services/RW/stop?force=yes",
            "stop service RW --force",
        ),
        (Command::Start, monitor("Stopped"), false, "PUT monitors/M/start", "start monitor M"),
        (
            Command::Reload,
            service(3, "Started"),
            false,
            "POST services/RW/reload",
            "reload service RW",
        ),
        (Command::Kill, session(), false, "DELETE sessions/22", "destroy session 22"),
    ];
    for (command, subject, force, expected, maxctrl) in all {
        assert_eq!(sent(command, &subject, force), [expected]);
        let values = Values::default().with_tick("force", force);
        let requests = (command.details().requests)(&subject, &values);
        assert_eq!(requests[0].as_maxctrl(), Some(format!("maxctrl {maxctrl}")));
    }
    let undo = |command: Command, subject: &Subject| {
        urls(&(command.details().undo)(subject, &Values::default()))
    };
    assert_eq!(undo(stop, &monitor("Running")), ["PUT monitors/M/start"]);
    assert_eq!(undo(Command::Start, &monitor("Stopped")), ["PUT monitors/M/stop"]);
    assert!(undo(Command::Reload, &service(3, "Started")).is_empty());
    assert!(undo(Command::Kill, &session()).is_empty());
}
