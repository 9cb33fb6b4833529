//! What 25.10 answers, by its documentation (maxscale-25.md 2, 4 to 6).

use crate::client::{TestClient, basic};
use maxconsole_demo::{MaxScaleVersion, Scene, Simulation, VIEWER};
use serde_json::{Value, json};

const COMMANDS: &str = "/v1/maxscale/modules/mariadbmon";

fn newest(scene: Scene) -> TestClient {
    TestClient { simulation: Simulation::of_version(MaxScaleVersion::V25_10, scene, 7) }
}

async fn attributes(client: &TestClient, path: &str) -> Value {
    client.get(path).await["data"]["attributes"].clone()
}

async fn ask_as(client: &TestClient, user: (&str, &str), method: &str, path: &str) -> u16 {
    let account = basic(user);
    let response = client.send(method, path, &[("authorization", &account)], "").await;
    response.status().as_u16()
}

#[tokio::test]
async fn the_state_of_a_server_comes_in_parts() {
    let client = newest(Scene::Recorded);
    let status = |name: &'static str| {
        let client = &client;
        async move { attributes(client, &format!("/v1/servers/{name}")).await["status"].clone() }
    };
    let parts = |state: &str, mode: &str, reason: Value| json!({ "state": state, "mode": mode, "reason": reason, "extra": "" });
    assert_eq!(status("server1").await, parts("Write", "Normal", json!(["Primary"])));
    assert_eq!(status("server2").await, parts("Read", "Normal", json!(["Replica"])));
    assert_eq!(client.state("server2").await, "Slave, Running");
    client.put("/v1/servers/server2/set?state=maintenance").await;
    assert_eq!(status("server2").await, parts("Up", "Maintenance", json!([])));
    client.put("/v1/servers/server3/set?state=drain").await;
    assert_eq!(status("server3").await, parts("Read", "Drained", json!(["Replica"])));
    client.env("kill server3").await;
    client.wait(5).await;
    assert_eq!(status("server3").await["state"], "Down");
    assert!(attributes(&client, "/v1/servers/server1").await.get("state_details").is_none());
}

#[tokio::test]
async fn users_have_roles_with_permissions() {
    let client = newest(Scene::Recorded);
    let user = |name: &str, attributes: Value| {
        json!({ "data": { "id": name, "attributes": attributes } }).to_string()
    };
    let role = user("own", json!({ "permissions": ["view", "billing"] }));
    assert_eq!(client.ask("POST", "/v1/roles", &role).await, (204, Value::Null));
    let shown = client.get("/v1/roles/own").await["data"].clone();
    assert_eq!(shown["type"], "roles");
    assert_eq!(shown["attributes"]["permissions"], json!(["view", "billing"]));
    let eve = user("eve", json!({ "password": "pw", "role": "own", "account": "admin" }));
    assert_eq!(client.ask("POST", "/v1/users", &eve).await.0, 204);
    let shown = client.get("/v1/users/eve").await["data"].clone();
    assert_eq!(shown["type"], "users");
    assert_eq!(shown["links"]["self"], "http://mxs:8989/v1/users/eve/");
    assert_eq!(shown["attributes"]["account"], "own");
    assert_eq!(client.get("/v1/users/inet/eve").await["data"]["type"], "users");
    let eve = ("eve", "pw");
    assert_eq!(ask_as(&client, eve, "GET", "/v1/servers").await, 200);
    assert_eq!(ask_as(&client, eve, "GET", "/v1/users").await, 401);
    assert_eq!(ask_as(&client, eve, "PUT", "/v1/servers/server2/set?state=drain").await, 401);
    let editor = user("eve", json!({ "account": "editor" }));
    assert_eq!(client.ask("PATCH", "/v1/users/eve", &editor).await.0, 204);
    assert_eq!(ask_as(&client, eve, "PUT", "/v1/servers/server2/set?state=drain").await, 204);
    assert_eq!(ask_as(&client, eve, "POST", "/v1/roles").await, 401);
    assert_eq!(client.ask("DELETE", "/v1/roles/own", "").await.0, 204);
    assert_eq!(client.ask("GET", "/v1/roles/own", "").await.0, 404);
}

#[tokio::test]
async fn who_only_queries_sees_little() {
    let client = newest(Scene::Recorded);
    let user = json!({ "data": { "id": "q", "attributes": { "password": "q", "role": "sql" } } });
    assert_eq!(client.ask("POST", "/v1/users", &user.to_string()).await.0, 204);
    for (path, status) in [
        ("/v1/servers", 200),
        ("/v1/maxscale", 200),
        ("/v1/sql", 200),
        ("/v1/monitors", 401),
        ("/v1/maxscale/logs", 401),
        ("/v1/sessions", 401),
        ("/v1/whoami", 200),
    ] {
        assert_eq!(ask_as(&client, ("q", "q"), "GET", path).await, status, "{path}");
    }
}

#[tokio::test]
async fn one_can_ask_who_one_is() {
    let client = newest(Scene::Rehearsal);
    let account = basic(VIEWER);
    let signed_in =
        client.send("GET", "/v1/auth?persist=yes", &[("authorization", &account)], "").await;
    let cookie = signed_in.headers()["set-cookie"].to_str().unwrap().to_owned();
    assert!(cookie.starts_with("maxscale_token=") && cookie.contains("HttpOnly"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    let answer = client.send("GET", "/v1/whoami", &[("cookie", cookie)], "").await;
    let claims: Value = serde_json::from_slice(answer.body()).unwrap();
    assert_eq!(claims["account"], "basic");
    assert_eq!(claims["sub"], "viewer");
    assert_eq!(claims["permissions"], json!(["view", "sql"]));
    assert!(claims["exp"].is_u64() && claims["jti"].is_string(), "{claims}");
    let out = client.send("GET", "/logout", &[], "").await;
    assert_eq!(out.status(), 200);
    assert!(out.headers()["set-cookie"].to_str().unwrap().starts_with("maxscale_token=;"));
    assert_eq!(client.send("GET", "/login", &[], "").await.status(), 302);
    let before = TestClient::new();
    assert_eq!(before.ask("GET", "/v1/whoami", "").await, (404, Value::Null));
}

#[tokio::test]
async fn services_tell_how_busy_their_sessions_were() {
    let client = newest(Scene::Rehearsal);
    client.wait(120).await;
    let service = attributes(&client, "/v1/services/RW-Split-Router").await;
    assert_eq!(service["module"], "readwritesplit");
    let statistics = &service["statistics"];
    for name in ["avg_session_active_pct", "max_session_active_pct", "avg_session_queries"] {
        assert!(statistics[name].is_f64(), "{name}: {statistics}");
    }
    assert!(statistics["max_session_queries"].is_u64());
    assert!(statistics["max_session_lifetime"].is_f64());
    let diagnostics = service["router_diagnostics"].as_object().unwrap();
    assert!(!diagnostics.contains_key("server_query_statistics"));
    assert_eq!(diagnostics["sync_transaction_ok"], 0);
    assert!(service["users"][2]["plugins"][0]["auth_string"].is_string());
    assert!(service["users"][2].get("plugin").is_none());
    let parameters = service["parameters"].as_object().unwrap();
    assert_eq!(parameters["sync_transaction"], "none");
    assert_eq!(parameters["wait_timeout"], "28800000ms");
    assert!(!parameters.contains_key("session_trace"));
}

#[tokio::test]
async fn listeners_monitors_and_filters_have_what_is_new() {
    let client = newest(Scene::Recorded);
    let listener = attributes(&client, "/v1/listeners/RW-Split-Listener").await;
    assert_eq!(listener["module"], "MariaDBProtocol");
    assert_eq!(
        listener["parameters"]["MariaDBProtocol"],
        json!({ "allow_replication": true, "compression": "zlib,zstd", "compression_threshold": 50 })
    );
    let monitor = attributes(&client, "/v1/monitors/Monitor").await;
    assert!(monitor["monitor_diagnostics"].as_object().unwrap().contains_key("failback_master"));
    let parameters = monitor["parameters"].as_object().unwrap();
    assert_eq!(parameters["backend_timeout"], "3000ms");
    assert_eq!(parameters["auto_failover"], "false");
    assert!(!parameters.contains_key("backend_connect_timeout"));
    let filter = attributes(&client, "/v1/filters/QLA").await;
    assert!(filter.get("filter_diagnostics").is_none());
    let server = attributes(&client, "/v1/servers/server1").await;
    assert_eq!(server["parameters"]["initial_status"], "down");
    assert_eq!(server["parameters"]["disk_space_threshold"], "");
    let old = json!({ "data": { "attributes": {
        "parameters": { "backend_connect_timeout": "5s" } } } });
    assert_eq!(client.ask("PATCH", "/v1/monitors/Monitor", &old.to_string()).await.0, 204);
    let monitor = attributes(&client, "/v1/monitors/Monitor").await;
    assert_eq!(monitor["parameters"]["backend_timeout"], "5000ms");
}

#[tokio::test]
async fn internals_are_told_no_more() {
    let client = newest(Scene::Recorded);
    let about = attributes(&client, "/v1/maxscale").await;
    assert!(
        about.get("process_datadir").is_none() && about["parameters"].get("cachedir").is_none()
    );
    assert_eq!(about["parameters"]["admin_oidc_flow"], "auto");
    let thread = attributes(&client, "/v1/maxscale/threads/0").await;
    assert!(thread["stats"].get("reads").is_none() && thread["stats"].get("load").is_some());
    let body = r#"{ "path": "/tmp/cache.json" }"#;
    let (status, dump) = client.ask("POST", "/v1/maxscale/query_classifier/dump", body).await;
    assert_eq!((status, &dump["data"]["attributes"]["path"]), (200, &json!("/tmp/cache.json")));
}

#[tokio::test]
async fn parameters_stand_in_groups_and_have_fine_units() {
    let client = newest(Scene::Recorded);
    let module = attributes(&client, "/v1/maxscale/modules/readwritesplit").await;
    assert_eq!(module["groups"][2]["name"], "Causal Reads");
    assert!(module.get("version").is_none() && module.get("maturity").is_none());
    let parameters = module["parameters"].as_array().unwrap();
    let of = |name: &str| parameters.iter().find(|one| one["name"] == name).unwrap();
    assert_eq!(of("causal_reads_timeout")["unit"], "s");
    assert_eq!(of("causal_reads_timeout")["group"], "Causal Reads");
    assert_eq!(of("sync_transaction_timeout")["unit"], "ms");
    let core = attributes(&client, "/v1/maxscale/modules/maxscale").await;
    assert_eq!(core["version"], "25.10.0");
    assert!(core.get("groups").is_none());
}

#[tokio::test]
async fn all_objects_are_in_one_collection() {
    let client = newest(Scene::Recorded);
    let all = client.get("/v1/objects").await["data"].as_array().unwrap().clone();
    assert_eq!(all.len(), 6 + 3 + 2 + 2 + 3);
    assert_eq!(client.get("/v1/objects/QLA").await["data"]["type"], "filters");
    assert_eq!(client.ask("GET", "/v1/objects/nosuch", "").await.0, 404);
    assert_eq!(TestClient::new().ask("GET", "/v1/objects", "").await.0, 404);
}

#[tokio::test]
async fn replicas_are_redirected_and_found() {
    let client = newest(Scene::Recorded);
    let redirect =
        format!("{COMMANDS}/redirect?monitor=Monitor&replica=server3&new_primary=server2");
    assert_eq!(client.ask("POST", &redirect, "").await, (204, Value::Null));
    client.wait(5).await;
    assert_eq!(client.state("server2").await, "Relay Master, Slave, Running");
    let scan = format!("{COMMANDS}/scan-topology?monitor=Monitor");
    let found = client.get(&scan).await["meta"]["results"].clone();
    let second = &found[1];
    assert_eq!((&second["primaries"], &second["replicas"]), (&json!([1]), &json!([3])));
    assert_eq!(second["server_name"], "server2");
    let status = format!("{COMMANDS}/fetch-cmd-status?monitor=Monitor");
    assert_eq!(client.get(&status).await["meta"], json!([]));
}
