//! Commands on several servers of a small cluster.

use crate::collection;
use crate::command::fixtures::ADMIN;
use crate::command::{Batch, Command, Refusal, Subject, Values};
use crate::monitor::Monitor;
use crate::name::ServerName;
use crate::request::Request;
use crate::server::Server;
use crate::server_context::Topology;
use crate::service::Service;

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

type Order = (Command, bool);

const MAINTAIN: Order = (Command::Maintain, false);
const FORCE: Order = (Command::Maintain, true);
const DRAIN: Order = (Command::Drain, false);
const RETURN: Order = (Command::ReturnToService, false);

fn with<R>(order: Order, names: &[&str], look: impl FnOnce(Batch, Topology<'_>) -> R) -> R {
    let (servers, monitors, services): (Vec<Server>, Vec<Monitor>, Vec<Service>) = (
        collection(SERVERS).unwrap(),
        collection(MONITORS).unwrap(),
        collection(SERVICES).unwrap(),
    );
    let topology =
        Topology { servers: Some(&servers), monitors: Some(&monitors), services: Some(&services) };
    let named = names.iter().filter_map(|name| servers.iter().find(|s| s.name.as_str() == *name));
    let subjects = named.map(|server| Subject::server(server, topology));
    let values = Values::default().with_tick("force", order.1);
    look(Batch::of(order.0, values, subjects, ADMIN), topology)
}

fn batch(order: Order, names: &[&str]) -> Batch {
    with(order, names, |batch, _| batch)
}

fn is_a_loss(order: Order, names: &[&str]) -> bool {
    with(order, names, |batch, topology| batch.impact(topology).unwrap().is_a_loss())
}

fn names(subjects: &[Subject]) -> Vec<String> {
    subjects.iter().map(|one| one.object().name().to_owned()).collect()
}

#[test]
fn what_maxscale_would_refuse_is_left_out_with_its_reason() {
    let batch = batch(MAINTAIN, &["c", "a", "d", "b"]);
    assert_eq!(names(&batch.accepted), ["c", "b"]);
    let (refused, why): (Vec<Subject>, Vec<Refusal>) = batch.refused.into_iter().unzip();
    assert_eq!(names(&refused), ["a", "d"]);
    assert_eq!(why, [Refusal::PrimaryNeedsSwitchover, Refusal::AlreadyInMaintenance]);
}

#[test]
fn a_service_that_loses_all_its_servers_together_is_a_loss() {
    assert!(!is_a_loss(MAINTAIN, &["b"]));
    assert!(!is_a_loss(MAINTAIN, &["c"]));
    assert!(is_a_loss(MAINTAIN, &["b", "c"]));
    // The refused primary stays, so it takes nothing away.
    assert!(!is_a_loss(MAINTAIN, &["a"]));
}

#[test]
fn the_sentence_counts_what_is_connected_to_all() {
    let sentence = |order, names: &[&str]| batch(order, names).sentence(None);
    assert_eq!(
        sentence(FORCE, &["b", "c"]).unwrap(),
        "No new queries go to these 2 servers, and 7 connections are closed at once, open \
         transactions included."
    );
    assert!(sentence(MAINTAIN, &["b", "c"]).unwrap().contains("Each of their 7 connections"));
    assert!(sentence(DRAIN, &["b"]).unwrap().starts_with("b gets no new connections"));
    assert!(sentence(RETURN, &["d"]).unwrap().starts_with("MaxScale routes to d again"));
    assert_eq!(sentence(RETURN, &["b"]), None);
    assert!(sentence(FORCE, &["d"]).unwrap().contains("nothing is connected"));
}

#[test]
fn a_note_names_the_servers_it_is_about() {
    let notes = batch(MAINTAIN, &["b", "c"]).notes();
    assert!(notes.iter().all(|note| note.starts_with("b and c: ")), "{notes:?}");
    let notes = batch(MAINTAIN, &["b"]).notes();
    assert!(!notes.is_empty() && notes.iter().all(|note| !note.contains(':')), "{notes:?}");
}

#[test]
fn requests_and_the_way_back_are_those_of_each_server() {
    let batch = batch(DRAIN, &["b", "c"]);
    let sent: Vec<_> = batch.requests().into_iter().flat_map(|(_, requests)| requests).collect();
    let urls: Vec<_> = sent.iter().map(Request::url).collect();
    assert_eq!(urls, ["servers/b/set?state=drain", "servers/c/set?state=drain"]);
    let back: Vec<_> = batch.undo(&ServerName::new("c").into()).iter().map(Request::url).collect();
    assert_eq!(back, ["servers/c/clear?state=drain"]);
}
