//! Plans for the servers of a small cluster.

use super::*;
use crate::collection;

const SERVERS: &str = r#"{"data":[
    {"id":"a","attributes":{"state":"Master, Running","statistics":{"connections":3}},
     "relationships":{"monitors":{"data":[{"id":"m"}]}}},
    {"id":"b","attributes":{"state":"Slave, Running","statistics":{"connections":5}},
     "relationships":{"monitors":{"data":[{"id":"m"}]}}},
    {"id":"c","attributes":{"state":"Slave, Running","statistics":{"connections":2}},
     "relationships":{"monitors":{"data":[{"id":"m"}]}}},
    {"id":"d","attributes":{"state":"Maintenance, Running","statistics":{"connections":0}},
     "relationships":{"monitors":{"data":[{"id":"m"}]}}}]}"#;
const MONITORS: &str = r#"{"data":[{"id":"m","attributes":{"module":"mariadbmon","state":"Running"},
    "relationships":{"servers":{"data":[{"id":"a"},{"id":"b"},{"id":"c"},{"id":"d"}]}}}]}"#;
const SERVICES: &str = r#"{"data":[
    {"id":"reads","attributes":{"router":"readconnroute","parameters":{"router_options":"slave"}},
     "relationships":{"servers":{"data":[{"id":"b"},{"id":"c"}]}}}]}"#;

const MAINTAIN: Action = Action::Maintain { force: false };
const FORCE: Action = Action::Maintain { force: true };

fn with<R>(action: Action, names: &[&str], look: impl FnOnce(Plan, Known<'_>) -> R) -> R {
    let (servers, monitors, services): (Vec<Server>, Vec<Monitor>, Vec<Service>) = (
        collection(SERVERS).unwrap(),
        collection(MONITORS).unwrap(),
        collection(SERVICES).unwrap(),
    );
    let known = Known {
        servers: &servers,
        monitors: &monitors,
        services: &services,
        account: &Account::Admin,
    };
    let names: Vec<ServerName> = names.iter().map(|name| ServerName::new(*name)).collect();
    look(Plan::of(action, &names, known), known)
}

fn plan(action: Action, names: &[&str]) -> Plan {
    with(action, names, |plan, _| plan)
}

fn names(plan: &Plan) -> Vec<&str> {
    plan.doable.iter().map(|one| one.server.name.as_str()).collect()
}

#[test]
fn what_maxscale_would_refuse_is_left_out_with_its_reason() {
    let plan = plan(MAINTAIN, &["c", "a", "d", "b", "gone"]);
    assert_eq!(names(&plan), ["c", "b"]);
    let refused: Vec<_> =
        plan.refused.iter().map(|(server, why)| (server.name.as_str(), *why)).collect();
    let expected = [("a", Refusal::PrimaryNeedsSwitchover), ("d", Refusal::AlreadyInMaintenance)];
    assert_eq!(refused, expected);
}

#[test]
fn a_service_that_loses_all_its_servers_together_is_a_loss() {
    assert!(!with(MAINTAIN, &["b"], |plan, known| plan.impact(known).is_a_loss()));
    assert!(!with(MAINTAIN, &["c"], |plan, known| plan.impact(known).is_a_loss()));
    assert!(with(MAINTAIN, &["b", "c"], |plan, known| plan.impact(known).is_a_loss()));
    // The refused primary stays, so it takes nothing away.
    assert!(!with(MAINTAIN, &["a"], |plan, known| plan.impact(known).is_a_loss()));
}

#[test]
fn the_sentence_counts_what_is_connected_to_all() {
    let sentence = |action, names: &[&str]| plan(action, names).sentence();
    assert_eq!(
        sentence(FORCE, &["b", "c"]).unwrap(),
        "MaxScale stops routing to these 2 servers and closes 7 connections at once, open \
         transactions included."
    );
    assert!(sentence(MAINTAIN, &["b", "c"]).unwrap().contains("each of their 7 connections"));
    assert!(sentence(Action::Drain, &["b"]).unwrap().starts_with("MaxScale gives b no new"));
    assert!(sentence(Action::Return, &["d"]).unwrap().starts_with("MaxScale routes to d again"));
    assert_eq!(sentence(Action::Return, &["b"]), None);
    assert!(sentence(FORCE, &["d"]).unwrap().contains("nothing is connected"));
}

#[test]
fn a_note_names_the_servers_it_is_about() {
    let notes = plan(MAINTAIN, &["b", "c"]).notes();
    assert!(notes.iter().all(|note| note.starts_with("b and c: ")), "{notes:?}");
    let notes = plan(MAINTAIN, &["b"]).notes();
    assert!(!notes.is_empty() && notes.iter().all(|note| !note.contains(':')), "{notes:?}");
}

#[test]
fn requests_and_the_way_back_are_those_of_each_server() {
    let plan = plan(Action::Drain, &["b", "c"]);
    let sent: Vec<_> = plan.requests().into_iter().flat_map(|(_, requests)| requests).collect();
    let urls: Vec<_> = sent.iter().map(Request::url).collect();
    assert_eq!(urls, ["servers/b/set?state=drain", "servers/c/set?state=drain"]);
    let back: Vec<_> = plan.undo(&ServerName::new("c")).iter().map(Request::url).collect();
    assert_eq!(back, ["servers/c/clear?state=drain"]);
}
