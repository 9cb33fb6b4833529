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
    fn problems(&self) -> Vec<Problem> {
        fn list<T: maxscale::resource::FromResource>(all: &[Value]) -> Vec<T> {
            collection(&json!({ "data": all }).to_string()).unwrap()
        }
        let about: Option<About> = self.about.as_ref().map(|attributes| {
            let data = json!({ "id": "maxscale", "attributes": attributes });
            single(&json!({ "data": data }).to_string()).unwrap()
        });
        problems(ProblemSources {
            servers: &list(&self.servers),
            monitors: &list(&self.monitors),
            services: &list(&self.services),
            listeners: &list(&self.listeners),
            about: about.as_ref(),
        })
    }

    /// What is wrong, each as a sentence; causes stand behind what they have led to.
    fn wrong(&self) -> Vec<String> {
        let words = |problem: &Problem| {
            assert!(problem.advice.ends_with('.'), "{}", problem.advice);
            let name = problem.object.as_ref().map_or("MaxScale", Object::name);
            format!("{:?}: {name} {}", problem.severity, problem.what)
        };
        self.problems().iter().flat_map(Problem::all).map(words).collect()
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
        ("Half asleep, Running", "Caution: b is in an unknown state"),
        ("Maintenance, Running", "Notice: b is in maintenance"),
        ("Maintenance, Down", "Notice: b is in maintenance, and down"),
        ("Draining, Slave, Running", "Notice: b is draining: 4 connections left"),
        ("Drained, Slave, Running", "Notice: b is drained"),
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
    assert_eq!(lag(31, "mariadbmon"), ["Caution: b is 31 s behind its primary"]);
    assert_eq!(lag(-1, "mariadbmon"), ["Broken: b does not replicate from its primary now"]);
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
        ["Broken: M has no primary: writes fail", "Notice: a is in maintenance"]
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
    assert_eq!(world.wrong(), ["Caution: c is not monitored"]);
}

#[test]
fn a_service_needs_a_server_that_it_can_use() {
    let mut world = healthy();
    world.servers[0] = server("a", "Maintenance, Running");
    world.servers[1] = server("b", "Maintenance, Running");
    let lost = "Broken: RW has no usable server; clients get errors".to_owned();
    assert!(world.wrong().contains(&lost));
    let mut world = healthy();
    world.services[0]["relationships"] = Value::Null;
    assert_eq!(world.wrong(), ["Broken: RW has no servers; clients get errors"]);
    let mut world = healthy();
    world.services[0]["attributes"] = json!({ "router": "readconnroute", "state": "Started",
        "parameters": { "router_options": "slave" } });
    world.servers[1] = server("b", "Drained, Slave, Running");
    assert_eq!(world.wrong(), ["Notice: b is drained"], "the primary stands in");
}

#[test]
fn what_clients_feel_most_comes_first_with_what_has_led_to_it() {
    let mut world = healthy();
    let down = |name: &str, event: &str, at: &str| {
        let mut server = server(name, "Down");
        server["attributes"]["last_event"] = json!(event);
        server["attributes"]["triggered_at"] = json!(at);
        server
    };
    world.servers = vec![
        down("a", "master_down", "Sun, 29 Nov 2026 02:14:23 GMT"),
        down("b", "slave_down", "Sun, 29 Nov 2026 03:00:00 GMT"),
        server("c", "Down"),
    ];
    world.servers[2]["relationships"] = related("monitors", "other");
    world.listeners[0] = listener("Failed");
    assert_eq!(
        world.wrong(),
        [
            "Broken: RW has no usable server; clients get errors",
            "Broken: M has no primary: writes fail",
            "Broken: a is down",
            "Broken: b is down",
            "Broken: L could not listen at [::]:4006",
            "Broken: c is down",
        ]
    );
    let all = world.problems();
    assert_eq!(all.len(), 3, "causes stand under what they have led to");
    let last = Some("Sun, 29 Nov 2026 03:00:00 GMT");
    assert_eq!(all[0].since.as_deref(), last, "it failed with the last of its servers");
    assert_eq!(count(&all), (6, 0));
}

#[test]
fn a_problem_has_its_next_step() {
    let mut world = healthy();
    world.servers[1] = server("b", "Maintenance, Running");
    assert_eq!(world.problems()[0].next, Some(Command::ReturnToService));
    world.servers[1] = server("b", "Draining, Slave, Running");
    assert_eq!(world.problems()[0].next, None, "there are connections left");
    world.servers[1]["attributes"]["statistics"]["connections"] = json!(0);
    assert_eq!(world.problems()[0].next, Some(Command::Maintain));
    let mut world = healthy();
    world.monitors[0] = monitor("Stopped");
    assert_eq!(world.problems()[0].next, Some(Command::Start));
    assert_eq!(count(&world.problems()), (1, 0));
}

#[test]
fn low_disk_space_is_a_problem_of_its_own() {
    let mut world = healthy();
    world.servers[1]["attributes"]["state_details"] = json!("Low disk space");
    assert_eq!(world.wrong(), ["Caution: b has low disk space"]);
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
