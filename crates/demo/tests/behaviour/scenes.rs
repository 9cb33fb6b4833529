//! What there is in the scenes, and that it agrees with itself.

use crate::client::TestClient;
use maxconsole_demo::{Scene, Simulation};
use serde_json::Value;
use std::collections::HashMap;

fn client(scene: Scene) -> TestClient {
    TestClient { simulation: Simulation::new(scene, 7) }
}

async fn names(client: &TestClient, kind: &str) -> Vec<String> {
    let list = client.get(&format!("/v1/{kind}?fields[{kind}]=state,account&pretty=false")).await;
    let ids = list["data"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap());
    ids.map(str::to_owned).collect()
}

async fn attributes(client: &TestClient, path: &str) -> Value {
    client.get(path).await["data"]["attributes"].clone()
}

#[tokio::test]
async fn two_clusters_are_a_webshop_on_an_ordinary_day() {
    let client = client(Scene::TwoClusters);
    let states = ["shop-db1", "shop-db2", "shop-db3", "shop-db4", "accounts-db1", "accounts-db2"];
    let expected = [
        "Master, Running",
        "Slave, Running",
        "Slave, Running",
        "Slave, Running",
        "Master, Synced, Running",
        "Slave, Synced, Running",
    ];
    for (server, state) in states.into_iter().zip(expected) {
        assert_eq!(client.state(server).await, state, "{server}");
    }
    assert_eq!(names(&client, "services").await, ["shop", "shop-readonly", "reports", "accounts"]);
    assert_eq!(names(&client, "listeners").await.len(), 5);
    assert_eq!(names(&client, "filters").await.len(), 3);
    assert!(names(&client, "users").await.len() >= 3);
    assert!((70..150).contains(&client.sessions().await));
    let maxscale = attributes(&client, "/v1/maxscale").await;
    assert!(maxscale["uptime"].as_u64().unwrap() > 10 * 24 * 3600);
    assert_eq!(client.event("shop-db3").await, "slave_up");
}

#[tokio::test]
async fn the_lag_of_replicas_comes_and_goes() {
    let client = client(Scene::TwoClusters);
    let (mut least, mut most) = (i64::MAX, 0);
    for _ in 0..44 {
        client.wait(30).await;
        let server = attributes(&client, "/v1/servers/shop-db4").await;
        let lag = server["replication_lag"].as_i64().unwrap();
        assert_eq!(server["slave_connections"][0]["seconds_behind_master"].as_i64(), Some(lag));
        (least, most) = (least.min(lag), most.max(lag));
    }
    assert_eq!(least, 0);
    assert!((3..300).contains(&most), "{most} seconds");
}

#[tokio::test]
async fn an_incident_is_what_is_found_at_night() {
    let client = client(Scene::Incident);
    assert_eq!(client.state("shop-db1").await, "Master, Running");
    assert_eq!(client.state("shop-db2").await, "Maintenance, Running");
    assert_eq!(client.state("shop-db3").await, "Running");
    assert_eq!(client.state("accounts-db3").await, "Down");
    let broken = attributes(&client, "/v1/servers/shop-db3").await;
    assert_eq!(broken["slave_connections"][0]["slave_sql_running"], "No");
    assert_ne!(broken["slave_connections"][0]["last_sql_error"], "");
    let behind = attributes(&client, "/v1/servers/shop-db4").await;
    assert!(behind["replication_lag"].as_i64().unwrap() > 3600);
    assert_eq!(behind["state_details"], "Low disk space");
    assert_eq!(attributes(&client, "/v1/listeners/shop-tls-listener").await["state"], "Failed");
    assert_eq!(attributes(&client, "/v1/services/reports").await["state"], "Stopped");
}

#[tokio::test]
async fn the_log_of_an_incident_tells_its_story_in_order() {
    let log = client(Scene::Incident).get("/v1/maxscale/logs/data?page[size]=500").await;
    let rows = log["data"]["attributes"]["log"].as_array().unwrap().clone();
    let text = |row: &Value| row["message"].as_str().unwrap().to_owned();
    let place = |part: &str| rows.iter().position(|row| text(row).contains(part)).unwrap();
    assert!(place("shop.pem") < place("'reports' was stopped"));
    assert!(place("'reports' was stopped") < place(": slave_down"));
    let at = |row: &Value| row["unix_timestamp"].as_u64().unwrap();
    assert!(rows.windows(2).all(|pair| at(&pair[0]) <= at(&pair[1])));
    let age = at(rows.last().unwrap()) - at(&rows[place("shop.pem")]);
    assert!(age > 5 * 3600, "{age} seconds");
}

#[tokio::test]
async fn a_failed_listener_can_be_started_again() {
    let client = client(Scene::Incident);
    client.put("/v1/listeners/shop-tls-listener/start").await;
    assert_eq!(attributes(&client, "/v1/listeners/shop-tls-listener").await["state"], "Running");
}

#[tokio::test]
async fn a_single_server_has_a_monitor_and_a_service() {
    let client = client(Scene::Single);
    assert_eq!(names(&client, "servers").await, ["mariadb"]);
    assert_eq!(client.state("mariadb").await, "Master, Running");
    assert_eq!(names(&client, "services").await, ["wiki"]);
    assert!(client.sessions().await > 0);
}

#[tokio::test]
async fn an_empty_one_has_nothing_but_its_first_account() {
    let client = client(Scene::Empty);
    for kind in ["servers", "monitors", "services", "listeners", "filters", "sessions"] {
        assert_eq!(names(&client, kind).await, [""; 0], "{kind}");
    }
    assert_eq!(names(&client, "users").await, ["admin"]);
    assert!(attributes(&client, "/v1/maxscale").await["parameters"].is_object());
}

#[tokio::test]
async fn the_big_one_is_big_and_works() {
    let client = client(Scene::Big);
    let servers = client.get("/v1/servers?fields[servers]=state&pretty=false").await;
    let servers = servers["data"].as_array().unwrap();
    assert_eq!(servers.len(), 1_000);
    let is = |server: &&Value, role: &str| {
        server["attributes"]["state"].as_str().unwrap().split(", ").any(|word| word == role)
    };
    assert_eq!(servers.iter().filter(|server| is(server, "Master")).count(), 200);
    assert_eq!(servers.iter().filter(|server| is(server, "Down")).count(), 0);
    assert_eq!(names(&client, "services").await.len(), 200);
    assert!((9_000..11_000).contains(&names(&client, "sessions").await.len()));
}

/// Sums over servers, services and sessions that have to agree.
async fn check_sums(client: &TestClient) {
    let list = async |kind: &str| {
        let list = client.get(&format!("/v1/{kind}?pretty=false")).await;
        list["data"].as_array().unwrap().clone()
    };
    let mut connections: HashMap<String, u64> = HashMap::new();
    let mut sessions: HashMap<String, u64> = HashMap::new();
    let mut threads: HashMap<u64, u64> = HashMap::new();
    for session in list("sessions").await {
        for connection in session["attributes"]["connections"].as_array().unwrap() {
            *connections.entry(connection["server"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        let service = &session["relationships"]["services"]["data"][0]["id"];
        *sessions.entry(service.as_str().unwrap().to_owned()).or_default() += 1;
        *threads.entry(session["attributes"]["thread"].as_u64().unwrap()).or_default() += 1;
    }
    let mut routed: HashMap<String, u64> = HashMap::new();
    for service in list("services").await {
        let of = |name: &str| service["attributes"]["statistics"][name].as_u64().unwrap();
        let name = service["id"].as_str().unwrap();
        assert_eq!(of("connections"), *sessions.get(name).unwrap_or(&0), "{name}");
        assert!(of("total_connections") >= of("connections"));
        let diagnostics = &service["attributes"]["router_diagnostics"];
        assert_eq!(diagnostics["queries"].as_u64().unwrap(), of("routed_packets"), "{name}");
        for row in diagnostics["server_query_statistics"].as_array().unwrap() {
            let count = |name: &str| row[name].as_u64().unwrap();
            assert_eq!(count("total"), count("read") + count("write"));
            *routed.entry(row["id"].as_str().unwrap().to_owned()).or_default() += count("total");
        }
    }
    for server in list("servers").await {
        let of = |name: &str| server["attributes"]["statistics"][name].as_u64().unwrap();
        let name = server["id"].as_str().unwrap();
        assert_eq!(of("connections"), *connections.get(name).unwrap_or(&0), "{name}");
        assert_eq!(of("routed_packets"), *routed.get(name).unwrap_or(&0), "{name}");
        assert!(of("active_operations") <= of("connections"), "{name}");
        assert!(of("total_connections") >= of("max_connections"), "{name}");
    }
    for thread in list("maxscale/threads").await {
        let id: u64 = thread["id"].as_str().unwrap().parse().unwrap();
        let count = thread["attributes"]["stats"]["sessions"].as_u64().unwrap();
        assert_eq!(count, *threads.get(&id).unwrap_or(&0), "thread {id}");
    }
}

#[tokio::test]
async fn the_sums_agree_in_every_scene() {
    for scene in Scene::ALL {
        let client = client(scene);
        check_sums(&client).await;
        client.wait(37).await;
        check_sums(&client).await;
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_run_of_every_scene() {
    let began = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_800_000_000);
    let run = async |scene, seed| {
        let client = TestClient { simulation: Simulation::beginning_at(scene, seed, began) };
        client.wait(11).await;
        let sessions = client.get("/v1/sessions?page[size]=300&pretty=false").await;
        let services = client.get("/v1/services?pretty=false").await;
        sessions.to_string() + &services.to_string()
    };
    for scene in Scene::ALL {
        assert!(run(scene, 1).await == run(scene, 1).await, "{scene}");
    }
    assert!(run(Scene::TwoClusters, 1).await != run(Scene::TwoClusters, 2).await);
}
