//! Objects that are created, linked, altered and deleted.

use crate::client::TestClient;

const SERVER: &str = r#"{ "data": { "id": "NAME", "type": "servers",
    "attributes": { "parameters": { "address": "127.0.0.1", "port": PORT } },
    "relationships": { "monitors": { "data": [ { "id": "Monitor", "type": "monitors" } ] },
                       "services": { "data": [ { "id": "Read-Con-Router", "type": "services" } ] } } } }"#;

fn server(name: &str, port: u16) -> String {
    SERVER.replace("NAME", name).replace("PORT", &port.to_string())
}

#[tokio::test]
async fn a_server_in_use_is_deleted_by_force_and_found_again() {
    let client = TestClient::new();
    let text = "Cannot destroy server 'server3' as it is used by: Read-Con-Router, Monitor";
    let refused = client.refusal("DELETE", "/v1/servers/server3", "").await;
    assert_eq!(refused, (400, text.to_owned()));
    client.env("load Read-Con-Router 2 60").await;
    assert_eq!(client.ask("DELETE", "/v1/servers/server3?force=yes", "").await.0, 204);
    let gone = client.refusal("GET", "/v1/servers/server3", "").await;
    assert_eq!(gone, (404, "server3 is not a server".to_owned()));
    assert_eq!(client.sessions().await, 1);
    assert_eq!(client.ask("POST", "/v1/servers", &server("server3", 3303)).await.0, 204);
    client.wait(1).await;
    assert_eq!(client.state("server3").await, "Slave, Running");
}

#[tokio::test]
async fn names_may_be_odd_but_not_anything() {
    let client = TestClient::new();
    assert_eq!(client.ask("POST", "/v1/servers", &server("<b>'&x", 3399)).await.0, 204);
    assert_eq!(client.state("%3Cb%3E'%26x").await, "Down");
    let spaces = client.refusal("POST", "/v1/servers", &server("a b", 3398)).await;
    assert_eq!(spaces, (400, "The name 'a b' contains whitespace.".to_owned()));
    let taken = client.refusal("POST", "/v1/servers", &server("Monitor", 3398)).await;
    let text = "Can't create server 'Monitor', a monitor with that name already exists";
    assert_eq!(taken, (400, text.to_owned()));
}

#[tokio::test]
async fn a_refused_server_leaves_nothing_behind() {
    let client = TestClient::new();
    let before = client.get("/v1/servers").await;
    let body = server("new", 3397).replace("Read-Con-Router", "Galera-Service");
    let (status, text) = client.refusal("POST", "/v1/servers", &body).await;
    assert_eq!(status, 400);
    assert!(text.starts_with("The servers of the service 'Galera-Service' are defined by"));
    assert_eq!(client.get("/v1/servers").await["data"], before["data"]);
    let monitor = client.get("/v1/monitors/Monitor").await;
    assert_eq!(monitor["data"]["relationships"]["servers"]["data"].as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn relationships_are_shown_and_replaced() {
    let client = TestClient::new();
    let path = "/v1/services/Read-Con-Router/relationships/servers";
    assert_eq!(client.get(path).await["data"].as_array().unwrap().len(), 3);
    let body = r#"{ "data": [ { "id": "server3", "type": "servers" } ] }"#;
    assert_eq!(client.ask("PATCH", path, body).await.0, 204);
    assert_eq!(client.get(path).await["data"].as_array().unwrap().len(), 1);
    assert_eq!(client.ask("PATCH", path, r#"{ "data": [] }"#).await.0, 204);
    assert_eq!(client.ask("GET", path, "").await.0, 404);
    let wrong =
        client.refusal("PATCH", path, r#"{ "data": [ { "id": "x", "type": "servers" } ] }"#);
    assert_eq!(wrong.await, (400, "'x' is not a valid object of type 'servers'".to_owned()));
}

#[tokio::test]
async fn what_is_not_simulated_says_so() {
    let client = TestClient::new();
    let filter = r#"{ "data": { "id": "C", "type": "filters",
        "attributes": { "module": "cache", "parameters": {} } } }"#;
    assert_eq!(client.ask("POST", "/v1/filters", filter).await.0, 204);
    let show = "/v1/maxscale/modules/cache/show";
    let other = client.refusal("GET", &format!("{show}?QLA"), "").await;
    assert_eq!(other, (400, "Argument 1, filter and domain names don't match: QLA".to_owned()));
    let (status, text) = client.refusal("GET", &format!("{show}?C"), "").await;
    assert_eq!(status, 501);
    assert!(text.starts_with("This simulation of MaxScale does not have"), "{text}");
}

#[tokio::test]
async fn nobody_comes_through_a_stopped_listener() {
    let client = TestClient::new();
    client.put("/v1/listeners/RW-Split-Listener/stop").await;
    client.env("load RW-Split-Router 2 60").await;
    assert_eq!(client.sessions().await, 0);
    client.put("/v1/services/RW-Split-Router/start").await;
    client.env("load RW-Split-Router 2 60").await;
    assert_eq!(client.sessions().await, 2);
    client.put("/v1/services/RW-Split-Router/stop").await;
    assert_eq!(client.sessions().await, 2);
    client.put("/v1/services/RW-Split-Router/stop?force=yes").await;
    assert_eq!(client.sessions().await, 0);
}

#[tokio::test]
async fn what_cannot_change_may_be_repeated_only() {
    let client = TestClient::new();
    let body = |port: u16| {
        format!(r#"{{ "data": {{ "attributes": {{ "parameters": {{ "port": {port} }} }} }} }}"#)
    };
    let path = "/v1/listeners/RW-Split-Listener";
    assert_eq!(client.ask("PATCH", path, &body(4006)).await.0, 204);
    let text = "listener: The parameter 'port' cannot be modified at runtime.".to_owned();
    assert_eq!(client.refusal("PATCH", path, &body(4007)).await, (400, text));
}
