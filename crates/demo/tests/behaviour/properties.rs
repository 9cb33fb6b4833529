//! What holds whatever happens: random calls and events, and the same checks after each.

use crate::client::TestClient;
use maxconsole_demo::{Scene, Simulation};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::HashMap;
use std::time::{Duration, UNIX_EPOCH};

/// Something that can happen.
#[derive(Clone, Debug)]
enum Step {
    /// A request of the administrator.
    Call(&'static str, String),
    /// A change of an object.
    Change(&'static str, String),
    /// Something to the world.
    Env(String),
    /// Something to a replica, if it is one.
    Fault(String),
    /// Milliseconds pass.
    Wait(u64),
    /// The session at this place of the list is killed.
    Kill(usize),
}

fn server() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["server1", "server2", "server3", "galera1", "galera2", "galera3"])
}

fn service() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["RW-Split-Router", "Read-Con-Router", "Galera-Service"])
}

fn monitor() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["Monitor", "Galera-Monitor"])
}

fn step() -> impl Strategy<Value = Step> {
    let verb = prop::sample::select(vec!["set", "clear"]);
    let state = prop::sample::select(vec!["maintenance", "drain", "maintenance&force=yes", "foo"]);
    let change = (server(), verb, state).prop_map(|(name, verb, state)| {
        call("PUT", format!("/v1/servers/{name}/{verb}?state={state}"))
    });
    let load = (prop::sample::select(vec!["load", "transactions", "talk"]), service(), 1..5, 1..20)
        .prop_map(|(what, name, count, length)| {
            Step::Env(format!("{what} {name} {count} {length}"))
        });
    let words = vec!["kill", "start", "start", "freeze", "thaw", "thaw"];
    let process = (prop::sample::select(words), server())
        .prop_map(|(what, name)| Step::Env(format!("{what} {name}")));
    let words = vec!["lag * 5", "lag * 0", "break-replication *", "repair-replication *"];
    let replica = prop::sample::select(vec!["server2", "server3"]);
    let fault = (prop::sample::select(words), replica)
        .prop_map(|(what, name)| Step::Fault(what.replace('*', name)));
    let words = vec!["disk * low", "disk * ok", "auth-error * on", "auth-error * off"];
    let refusal = (prop::sample::select(words), server())
        .prop_map(|(what, name)| Step::Env(what.replace('*', name)));
    let switch = (monitor(), prop::sample::select(vec!["stop", "start"]))
        .prop_map(|(name, verb)| call("PUT", format!("/v1/monitors/{name}/{verb}")));
    let commands = vec![
        "switchover *",
        "async-switchover *",
        "switchover-force *",
        "failover",
        "async-failover",
        "rejoin *",
        "reset-replication *",
        "cancel-cmd",
        "async-rebuild-server *",
    ];
    let command =
        (prop::sample::select(commands), monitor(), server()).prop_map(|(command, on, to)| {
            let (name, argument) = match command.split_once(' ') {
                Some((name, _)) => (name, format!("&{to}")),
                None => (command, String::new()),
            };
            call("POST", format!("/v1/maxscale/modules/mariadbmon/{name}?{on}{argument}"))
        });
    let parameters = vec![
        r#"{ "auto_failover": true, "auto_rejoin": true, "failcount": 2 }"#,
        r#"{ "enforce_read_only_servers": true, "enforce_simple_topology": true }"#,
        r#"{ "slave_conditions": "linked_master,writable_master" }"#,
        r#"{ "disk_space_threshold": "*:90", "disk_space_check_interval": "1s" }"#,
        r#"{ "switchover_on_low_disk_space": true, "switchover_timeout": "5s" }"#,
    ];
    let rule = prop::sample::select(parameters).prop_map(|parameters| {
        let body = format!(r#"{{ "data": {{ "attributes": {{ "parameters": {parameters} }} }} }}"#);
        Step::Change("/v1/monitors/Monitor", body)
    });
    let delete = server().prop_map(|name| call("DELETE", format!("/v1/servers/{name}")));
    prop_oneof![
        5 => change,
        4 => load,
        3 => process,
        2 => fault,
        1 => refusal,
        2 => rule,
        1 => switch,
        2 => command,
        1 => delete,
        4 => (1..8000_u64).prop_map(Step::Wait),
        1 => (0..5_usize).prop_map(Step::Kill),
    ]
}

fn call(method: &'static str, path: String) -> Step {
    Step::Call(method, path)
}

/// Servers and sessions at one moment.
struct View {
    servers: Vec<Value>,
    sessions: Vec<Value>,
    services: Vec<Value>,
}

impl View {
    async fn of(client: &TestClient) -> Self {
        let list = async |path| client.get(path).await["data"].as_array().unwrap().clone();
        Self {
            servers: list("/v1/servers?pretty=false").await,
            sessions: list("/v1/sessions?pretty=false").await,
            services: list("/v1/services?fields[services]=connections&pretty=false").await,
        }
    }

    fn check(&self) {
        for cluster in ["server", "galera"] {
            let of_cluster = self.servers.iter().filter(|server| id(server).starts_with(cluster));
            let primaries = of_cluster.filter(|server| words(server).contains(&"Master"));
            assert!(primaries.count() <= 1, "more than one primary");
        }
        for service in &self.services {
            let sessions = self.sessions.iter();
            let expected = sessions.filter(|session| of_service(session) == id(service)).count();
            let told = service["attributes"]["connections"].as_u64().unwrap();
            assert_eq!(told, expected as u64, "{}", id(service));
        }
        for server in &self.servers {
            check_grammar(&words(server));
            let uses = |session: &&Value| backends(session).any(|name| name == id(server));
            let expected = self.sessions.iter().filter(uses).count() as u64;
            assert_eq!(statistic(server, "connections"), expected, "{}", id(server));
            assert!(statistic(server, "max_connections") >= expected);
            assert!(statistic(server, "active_operations") <= expected);
        }
    }
}

fn of_service(session: &Value) -> &str {
    session["relationships"]["services"]["data"][0]["id"].as_str().unwrap()
}

fn id(item: &Value) -> &str {
    item["id"].as_str().unwrap()
}

fn words(server: &Value) -> Vec<&str> {
    server["attributes"]["state"].as_str().unwrap().split(", ").collect()
}

fn statistic(server: &Value, name: &str) -> u64 {
    server["attributes"]["statistics"][name].as_u64().unwrap()
}

fn backends(session: &Value) -> impl Iterator<Item = &str> {
    let list = session["attributes"]["connections"].as_array().unwrap();
    list.iter().map(|connection| connection["server"].as_str().unwrap())
}

/// Words come in this order, each once; the last one is always there.
fn check_grammar(words: &[&str]) {
    const ORDER: [&str; 10] = [
        "Maintenance",
        "Draining",
        "Drained",
        "Master",
        "Relay Master",
        "Slave",
        "Synced",
        "Auth Error",
        "Running",
        "Down",
    ];
    let places: Vec<usize> =
        words.iter().map(|word| ORDER.iter().position(|known| known == word).unwrap()).collect();
    assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{words:?}");
    assert!(matches!(words.last(), Some(&("Running" | "Down"))), "{words:?}");
    let has = |word| words.contains(&word);
    assert!(!has("Maintenance") || words.len() == 2 + usize::from(has("Auth Error")), "{words:?}");
    assert!(!has("Down") || !["Master", "Slave", "Synced"].into_iter().any(has), "{words:?}");
    assert!(!(has("Master") && has("Slave")), "{words:?}");
    assert!(!(has("Draining") && has("Drained")), "{words:?}");
}

async fn act(client: &TestClient, step: &Step, view: &View) -> Option<u16> {
    match step {
        Step::Call(method, path) => return Some(client.ask(method, path, "").await.0),
        Step::Change(path, body) => return Some(client.ask("PATCH", path, body).await.0),
        Step::Env(words) => {
            // Servers may have been deleted.
            let _ = client.simulation.env(words).await;
        }
        Step::Fault(words) => {
            let _ = client.simulation.env(words).await;
        }
        Step::Wait(millis) => client.simulation.advance(Duration::from_millis(*millis)).await,
        Step::Kill(place) => {
            if let Some(session) = view.sessions.get(*place) {
                client.ask("DELETE", &format!("/v1/sessions/{}", id(session)), "").await;
            }
        }
    }
    None
}

/// A server that was in maintenance before and after got no connection in between.
fn check_maintained(before: &View, after: &View) {
    let total = |view: &View| -> HashMap<String, u64> {
        let maintained =
            view.servers.iter().filter(|server| words(server).contains(&"Maintenance"));
        maintained.map(|s| (id(s).to_owned(), statistic(s, "total_connections"))).collect()
    };
    let after = total(after);
    for (server, count) in total(before) {
        if let Some(now) = after.get(&server) {
            assert_eq!(*now, count, "{server} is in maintenance and got a connection");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_world_stays_in_order(steps in prop::collection::vec(step(), 1..30)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let client = TestClient { simulation: Simulation::new(Scene::Recorded, 11) };
            let mut before = View::of(&client).await;
            for step in &steps {
                let began = client.simulation.elapsed().await;
                let status = act(&client, step, &before).await;
                let after = View::of(&client).await;
                after.check();
                check_maintained(&before, &after);
                let took_no_time = client.simulation.elapsed().await == began;
                if status.is_some_and(|status| status >= 400) && took_no_time {
                    assert_eq!(after.servers, before.servers, "{step:?} was refused");
                    assert_eq!(after.sessions, before.sessions, "{step:?} was refused");
                }
                before = after;
            }
        });
    }

    #[test]
    fn the_same_steps_lead_to_the_same_end(steps in prop::collection::vec(step(), 1..20)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut ends = Vec::new();
            for _ in 0..2 {
                let began = UNIX_EPOCH + Duration::from_secs(1_800_000_000);
                let client = TestClient { simulation: Simulation::beginning_at(Scene::Recorded, 11, began) };
                for step in &steps {
                    let view = View::of(&client).await;
                    act(&client, step, &view).await;
                }
                let view = View::of(&client).await;
                ends.push((view.servers, view.sessions));
            }
            assert_eq!(ends[0], ends[1]);
        });
    }
}
