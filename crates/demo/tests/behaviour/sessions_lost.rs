//! What sessions make of servers that die, leave their cluster or change places.

use crate::client::TestClient;

#[tokio::test]
async fn idle_sessions_outlive_their_primary_and_open_transactions_do_not() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 2 30").await;
    client.env("transactions RW-Split-Router 2 30").await;
    client.env("kill server1").await;
    assert_eq!(client.sessions().await, 2);
    assert_eq!(client.connections("server1").await, 0);
    assert_eq!(client.connections("server2").await, 2);
}

#[tokio::test]
async fn a_session_that_needs_its_primary_at_once_ends_with_it() {
    let client = TestClient::new();
    let at_once = r#"{ "data": { "attributes": { "parameters": { "master_failure_mode": "fail_instantly" } } } }"#;
    assert_eq!(client.ask("PATCH", "/v1/services/RW-Split-Router", at_once).await.0, 204);
    client.env("load RW-Split-Router 2 30").await;
    client.env("kill server1").await;
    assert_eq!(client.sessions().await, 0);
    client.wait(2).await;
    client.env("load RW-Split-Router 2 30").await;
    assert_eq!(client.sessions().await, 0);
}

#[tokio::test]
async fn transactions_are_repeated_on_the_new_primary_when_asked_for() {
    let client = TestClient::new();
    let replay =
        r#"{ "data": { "attributes": { "parameters": { "transaction_replay": true } } } }"#;
    assert_eq!(client.ask("PATCH", "/v1/services/RW-Split-Router", replay).await.0, 204);
    client.env("transactions RW-Split-Router 2 30").await;
    client.wait(1).await;
    let path = "/v1/maxscale/modules/mariadbmon/switchover?Monitor&server2";
    assert_eq!(client.ask("POST", path, "").await.0, 204);
    client.wait(2).await;
    assert_eq!(client.sessions().await, 2);
    let server2 = client.get("/v1/servers/server2").await;
    assert_eq!(server2["data"]["attributes"]["statistics"]["active_operations"], 2);
}

#[tokio::test]
async fn a_replica_that_stops_replicating_loses_its_connections_and_gets_them_back() {
    let client = TestClient::new();
    client.env("talk RW-Split-Router 2 1").await;
    client.env("break-replication server2").await;
    client.wait(3).await;
    assert_eq!(client.state("server2").await, "Running");
    assert_eq!((client.connections("server2").await, client.sessions().await), (0, 2));
    client.env("repair-replication server2").await;
    client.wait(4).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    assert_eq!(client.connections("server2").await, 2);
}

#[tokio::test]
async fn readconnroute_stands_in_with_the_primary_while_replicas_drain() {
    let client = TestClient::new();
    for server in ["server2", "server3"] {
        client.put(&format!("/v1/servers/{server}/set?state=drain")).await;
    }
    client.env("load Read-Con-Router 2 10").await;
    assert_eq!(client.connections("server1").await, 2);
}

#[tokio::test]
async fn a_service_and_a_server_take_only_so_many() {
    let client = TestClient::new();
    let set = |name: &str| {
        format!(r#"{{ "data": {{ "attributes": {{ "parameters": {{ "{name}": 1 }} }} }} }}"#)
    };
    let path = "/v1/services/RW-Split-Router";
    assert_eq!(client.ask("PATCH", path, &set("max_connections")).await.0, 204);
    client.env("load RW-Split-Router 3 10").await;
    assert_eq!(client.sessions().await, 1);
    assert_eq!(
        client.ask("PATCH", "/v1/servers/server2", &set("max_routing_connections")).await.0,
        204
    );
    client.env("load Read-Con-Router 4 10").await;
    assert_eq!(client.connections("server2").await, 1);
    assert_eq!(client.connections("server3").await, 5);
}
