//! What is a problem, and what is none.

use serde_json::{Value, json};

use super::*;
use maxscale::{collection, single};

/// A world in one document: lists of attributes by name.
#[derive(Default)]
struct World {
    servers: Vec<Value>,
    monitors: Vec<Value>,
    services: Vec<Value>,
    listeners: Vec<Value>,
    about: Option<Value>,
}

fn related(to: &str, name: &str) -> Value {
    json!({ to: { "data": [{ "id": name }] } })
}

fn server(name: &str, state: &str) -> Value {
    json!({ "id": name, "attributes": { "state": state, "replication_lag": 0,
        "statistics": { "connections": 4 } }, "relationships": related("monitors", "M") })
}

fn monitor(state: &str) -> Value {
    json!({ "id": "M", "attributes": { "module": "mariadbmon", "state": state },
        "relationships": { "servers": { "data": [{ "id": "a" }, { "id": "b" }] } } })
}

fn service(state: &str) -> Value {
    json!({ "id": "RW", "attributes": { "router": "readwritesplit", "state": state },
        "relationships": related("monitors", "M") })
}

fn listener(state: &str) -> Value {
    json!({ "id": "L", "attributes": { "state": state,
        "parameters": { "address": "::", "port": 4006 } },
        "relationships": related("services", "RW") })
}

fn healthy() -> World {
    World {
        servers: vec![server("a", "Master, Running"), server("b", "Slave, Running")],
        monitors: vec![monitor("Running")],
        services: vec![service("Started")],
        listeners: vec![listener("Running")],
        about: None,
    }
}

impl World {
    /// What is wrong, each as a sentence.
    fn wrong(&self) -> Vec<String> {
        fn list<T: maxscale::resource::FromResource>(all: &[Value]) -> Vec<T> {
            collection(&json!({ "data": all }).to_string()).unwrap()
        }
        let about: Option<About> = self.about.as_ref().map(|attributes| {
            let data = json!({ "id": "maxscale", "attributes": attributes });
            single(&json!({ "data": data }).to_string()).unwrap()
        });
        let found = problems(ProblemSources {
            servers: &list(&self.servers),
            monitors: &list(&self.monitors),
            services: &list(&self.services),
            listeners: &list(&self.listeners),
            about: about.as_ref(),
        });
        let words = |problem: &Problem| {
            assert!(problem.advice.ends_with('.'), "{}", problem.advice);
            let name = problem.object.as_ref().map_or("MaxScale", Object::name);
            format!("{:?}: {name} {}", problem.severity, problem.what)
        };
        found.iter().map(words).collect()
    }
}

#[test]
fn a_healthy_system_has_no_problems() {
    assert_eq!(healthy().wrong(), [""; 0]);
    assert_eq!(World::default().wrong(), [""; 0]);
}

#[test]
fn each_condition_of_a_server_has_its_words() {
    for (state, expected) in [
        ("Down", "Broken: b is down"),
        ("Auth Error, Down", "Broken: b refuses the login of its monitor"),
        ("Need DNS lookup, Down", "Broken: b has a host name that cannot be resolved"),
        ("Running", "Caution: b runs but has no role, so it gets no traffic"),
        ("Half asleep, Running", "Caution: b is in a state that says little"),
        ("Maintenance, Running", "Decided: b is in maintenance"),
        ("Maintenance, Down", "Decided: b is in maintenance, and down"),
        ("Draining, Slave, Running", "Decided: b is draining; connections left: 4"),
        ("Drained, Slave, Running", "Decided: b is drained"),
    ] {
        let mut world = healthy();
        world.servers[1] = server("b", state);
        assert_eq!(world.wrong(), [expected]);
    }
}

#[test]
fn a_replica_that_lags_or_does_not_follow_is_a_problem_under_mariadbmon_only() {
    let mut world = healthy();
    let mut lag = |seconds: i64, module: &str| {
        world.servers[1]["attributes"]["replication_lag"] = json!(seconds);
        world.monitors[0]["attributes"]["module"] = json!(module);
        world.wrong()
    };
    assert_eq!(lag(30, "mariadbmon"), [""; 0]);
    assert_eq!(lag(31, "mariadbmon"), ["Caution: b is 31 seconds behind its primary"]);
    assert_eq!(lag(-1, "mariadbmon"), ["Broken: b does not follow its primary now"]);
    assert_eq!(lag(-1, "galeramon"), [""; 0]);
    world.servers[1]["attributes"]["replication_lag"] = Value::Null;
    assert_eq!(world.wrong(), [""; 0]);
}

#[test]
fn without_a_primary_writes_fail_and_the_worst_comes_first() {
    let mut world = healthy();
    world.servers[0] = server("a", "Maintenance, Running");
    assert_eq!(
        world.wrong(),
        ["Broken: M has no primary: writes fail", "Decided: a is in maintenance"]
    );
    world.monitors[0] = monitor("Stopped");
    let wrong = world.wrong();
    assert!(wrong[0].starts_with("Caution: M is stopped"), "{wrong:?}");
    world.monitors[0] = monitor("Puzzled");
    assert!(world.wrong().contains(&"Caution: M is Puzzled".to_owned()));
}

#[test]
fn an_unmonitored_server_is_not_reported_as_down() {
    let mut world = healthy();
    let mut alone = server("c", "Down");
    alone["relationships"] = Value::Null;
    world.servers.push(alone);
    assert_eq!(world.wrong(), ["Caution: c is watched by no monitor"]);
}

#[test]
fn a_service_needs_a_server_that_it_can_use() {
    let mut world = healthy();
    world.servers[0] = server("a", "Maintenance, Running");
    world.servers[1] = server("b", "Maintenance, Running");
    let lost = "Broken: RW has no server that it could use: its clients get errors".to_owned();
    assert!(world.wrong().contains(&lost));
    let mut world = healthy();
    world.services[0]["relationships"] = Value::Null;
    assert_eq!(world.wrong(), ["Broken: RW has no servers: its clients get errors"]);
    let mut world = healthy();
    world.services[0]["attributes"] = json!({ "router": "readconnroute", "state": "Started",
        "parameters": { "router_options": "slave" } });
    world.servers[1] = server("b", "Drained, Slave, Running");
    assert_eq!(world.wrong(), ["Decided: b is drained"], "the primary stands in");
}

#[test]
fn a_stopped_object_is_one_problem() {
    for (state, expected) in [
        ("Stopped", "Caution: RW is stopped: it takes no clients"),
        ("Failed", "Broken: RW could not start"),
        ("Allocated", "Caution: RW has not started yet"),
        ("Dreaming", "Caution: RW is Dreaming"),
    ] {
        let mut world = healthy();
        world.services[0] = service(state);
        assert_eq!(world.wrong(), [expected]);
    }
    let mut world = healthy();
    world.listeners[0] = listener("Stopped");
    assert_eq!(world.wrong(), ["Caution: L is stopped: no client can connect at [::]:4006"]);
    world.services[0] = service("Stopped");
    assert_eq!(world.wrong(), ["Caution: RW is stopped: it takes no clients"]);
    world.listeners[0] = listener("Failed");
    assert!(world.wrong().contains(&"Broken: L could not listen at [::]:4006".to_owned()));
}

#[test]
fn a_configuration_that_is_not_shared_is_a_problem_of_maxscale() {
    let mut world = healthy();
    world.about = Some(json!({ "config_sync": { "status": "OK", "nodes": { "x": "OK" } } }));
    assert_eq!(world.wrong(), [""; 0]);
    world.about = Some(json!({ "config_sync": { "status": "No primary" } }));
    let expected = "Broken: MaxScale could not share its configuration: No primary";
    assert_eq!(world.wrong(), [expected]);
}
