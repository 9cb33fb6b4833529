//! The requests and the sentences are right for what they are said of.

use super::*;
use crate::single;

fn service(sessions: u64, state: &str) -> Operand {
    let body = format!(
        r#"{{"data":{{"id":"RW","attributes":{{"state":"{state}","connections":{sessions}}},
        "relationships":{{"listeners":{{"data":[{{"id":"L1"}},{{"id":"L2"}}]}}}}}}}}"#
    );
    Operand::Service(single(&body).unwrap())
}

fn monitor(state: &str) -> Operand {
    let body = format!(
        r#"{{"data":{{"id":"M","attributes":{{"state":"{state}"}},
        "relationships":{{"servers":{{"data":[{{"id":"a"}},{{"id":"b"}}]}}}}}}}}"#
    );
    Operand::Monitor(single(&body).unwrap())
}

fn session() -> Operand {
    Operand::Session(
        single(
            r#"{"data":{"id":"22","attributes":{"user":"app","remote":"10.0.0.7",
            "connections":[{"server":"a"},{"server":"b"}]}}}"#,
        )
        .unwrap(),
    )
}

const STOP: Operation = Operation::Stop { force: false };
const FORCED: Operation = Operation::Stop { force: true };

#[test]
fn each_operation_is_one_request() {
    let all = [
        (STOP, service(0, "Started"), "PUT services/RW/stop", "stop service RW"),
        (
            FORCED,
            service(0, "Started"),
            "PUT services/RW/stop?force=yes",
            "stop service RW --force",
        ),
        (Operation::Start, monitor("Stopped"), "PUT monitors/M/start", "start monitor M"),
        (Operation::Kill, session(), "DELETE sessions/22", "destroy session 22"),
    ];
    for (operation, operand, expected, maxctrl) in all {
        let request = operation.request(&operand.object());
        assert_eq!(format!("{} {}", request.verb.word(), request.url()), expected);
        assert_eq!(request.as_maxctrl(), Some(format!("maxctrl {maxctrl}")));
    }
}

#[test]
fn what_is_so_already_and_what_the_account_may_not_are_refused() {
    let admin = Account::Admin;
    assert!(Operation::Start.refusal(&monitor("Running"), &admin).is_some());
    assert!(Operation::Start.refusal(&monitor("Stopped"), &admin).is_none());
    assert!(STOP.refusal(&monitor("Stopped"), &admin).is_some());
    assert!(STOP.refusal(&service(3, "Started"), &admin).is_none());
    assert!(FORCED.refusal(&service(3, "Stopped"), &admin).is_none());
    assert!(Operation::Start.refusal(&service(0, "Failed"), &admin).is_none());
    assert!(STOP.refusal(&service(0, "A new word"), &admin).is_none());
    assert!(Operation::Kill.refusal(&session(), &admin).is_none());
    let basic = Operation::Kill.refusal(&session(), &Account::Basic).unwrap();
    assert!(basic.contains("may only look"));
}

#[test]
fn force_closes_sessions_and_the_sentence_says_so() {
    let (some, none) = (service(4, "Started"), service(0, "Started"));
    assert_eq!(
        consequence(STOP, &some),
        "RW takes no new clients: L1 and L2 no longer listen. \
         Its 4 sessions go on until the clients leave."
    );
    assert!(consequence(FORCED, &some).contains("4 sessions are closed at once, open trans"));
    assert!(consequence(FORCED, &none).contains("no sessions now"));
    assert!(STOP.takes_force(&some.object()));
    assert!(!STOP.takes_force(&monitor("Running").object()));
}

#[test]
fn a_stopped_monitor_freezes_and_a_killed_session_is_named() {
    assert!(consequence(STOP, &monitor("Running")).contains("its 2 servers stay as they are"));
    assert!(notes(STOP, &monitor("Running")).iter().any(|note| note.contains("no failover")));
    let killed = consequence(Operation::Kill, &session());
    assert!(killed.starts_with("app@10.0.0.7 is disconnected") && killed.contains("a and b"));
    assert_eq!(Operation::Kill.undo(), None);
    assert_eq!(FORCED.undo(), Some(Operation::Start));
}
