//! What happens to connections when something happens to their servers.

use super::connection::SqlConnection;
use crate::client::TestClient;
use serde_json::json;

#[tokio::test]
async fn a_replica_has_the_same_data_and_takes_no_writes() {
    let client = TestClient::new();
    let (primary, replica) = (
        SqlConnection::open(&client, "server1").await,
        SqlConnection::open(&client, "server2").await,
    );
    primary.result("INSERT INTO shop.t(v) VALUES ('new')").await;
    assert_eq!(replica.rows("SELECT v FROM shop.t WHERE id = 8").await, json!([["new"]]));
    let text = "1290 The MariaDB server is running with the --read-only option so it cannot execute this statement";
    assert_eq!(replica.error("DELETE FROM shop.t").await, text);
    let galera = SqlConnection::open(&client, "galera1").await;
    assert_eq!(galera.rows("SELECT COUNT(*) FROM shop.t").await, json!([[7]]));
    let node = SqlConnection::open(&client, "galera3").await;
    assert_eq!(node.result("DELETE FROM shop.t WHERE id = 1").await["affected_rows"], 1);
    assert_eq!(galera.rows("SELECT MIN(id) FROM shop.t").await, json!([[2]]));
}

#[tokio::test]
async fn a_dead_server_loses_its_connections() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server3").await;
    client.env("kill server3").await;
    client.env("start server3").await;
    assert_eq!(connection.error("SELECT 1").await, "2013 Lost connection to server during query");
    assert_eq!(connection.error("SELECT 1").await, "2006 Server has gone away");
    assert_eq!(connection.ask("POST", "/reconnect").await.0, 204);
    assert_eq!(connection.rows("SELECT 1").await, json!([[1]]));
    client.env("kill server3").await;
    let text = "Reconnect failed. Error 2002: Can't connect to server on '127.0.0.1' (115)";
    assert_eq!(
        client.refusal("POST", &connection.path("/reconnect"), "").await,
        (503, text.to_owned())
    );
}

#[tokio::test]
async fn a_service_sends_reads_to_replicas_and_writes_to_the_primary() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "RW-Split-Router").await;
    let read = connection.rows("SELECT @@server_id").await;
    assert!(read == json!([[2]]) || read == json!([[3]]), "{read}");
    assert_eq!(connection.result("INSERT INTO shop.t(v) VALUES ('x')").await["last_insert_id"], 8);
    assert_eq!(connection.rows("BEGIN; SELECT @@server_id").await, json!([[1]]));
    let session = client.get("/v1/sessions").await["data"][0].clone();
    assert_eq!(session["attributes"]["user"], "maxuser");
    let id = session["id"].as_str().unwrap();
    assert_eq!(client.ask("DELETE", &format!("/v1/sessions/{id}"), "").await.0, 200);
    assert_eq!(connection.error("SELECT 1").await, "2013 Lost connection to server during query");
}

#[tokio::test]
async fn a_connection_to_a_service_counts_on_the_servers() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "Galera-Listener").await;
    let counts = [client.connections("galera1").await, client.connections("galera2").await];
    assert!(counts.iter().sum::<u64>() > 0, "{counts:?}");
    connection.ask("DELETE", "").await;
    assert_eq!(client.connections("galera1").await + client.connections("galera2").await, 0);
}

#[tokio::test]
async fn statements_and_connections_can_be_killed() {
    let client = TestClient::new();
    let (one, other) = (
        SqlConnection::open(&client, "server1").await,
        SqlConnection::open(&client, "server1").await,
    );
    let id = one.rows("SELECT CONNECTION_ID()").await[0][0].as_u64().unwrap();
    one.post(json!({ "sql": "SELECT SLEEP(60)" }), "&async=true").await;
    assert_eq!(other.error("KILL QUERY 99999").await, "1094 Unknown thread id: 99999");
    other.result(&format!("KILL QUERY {id}")).await;
    assert_eq!(one.status(2).await, 201);
    assert_eq!(one.rows("SELECT 1").await, json!([[1]]));
    other.result(&format!("KILL {id}")).await;
    assert_eq!(one.error("SELECT 1").await, "2013 Lost connection to server during query");
}

#[tokio::test]
async fn transactions_are_seen_by_others_when_they_are_committed() {
    let client = TestClient::new();
    let (one, other) = (
        SqlConnection::open(&client, "server1").await,
        SqlConnection::open(&client, "server1").await,
    );
    one.result("BEGIN; UPDATE shop.t SET v = 'changed' WHERE id = 1").await;
    assert_eq!(other.rows("SELECT v FROM shop.t WHERE id = 1").await, json!([["a"]]));
    one.result("COMMIT").await;
    assert_eq!(other.rows("SELECT v FROM shop.t WHERE id = 1").await, json!([["changed"]]));
    one.result("BEGIN; DELETE FROM shop.t; ROLLBACK").await;
    assert_eq!(other.rows("SELECT COUNT(*) FROM shop.t").await, json!([[7]]));
}

#[tokio::test]
async fn the_connector_waits_for_ten_seconds_unless_it_is_told_otherwise() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    assert_eq!(
        connection.error("SELECT SLEEP(11)").await,
        "2013 Lost connection to server during query"
    );
    assert_eq!(connection.error("SELECT 1").await, "2006 Server has gone away");
    let patient = SqlConnection::open(&client, "server1").await;
    let query = json!({ "sql": "SELECT SLEEP(20)", "timeout": 30 });
    let (_, body) = patient.post(query, "").await;
    assert_eq!(body["data"]["attributes"]["results"][0]["data"], json!([[0]]));
}

#[tokio::test]
async fn a_silent_server_is_waited_for() {
    let client = TestClient::new();
    let connection = SqlConnection::open(&client, "server1").await;
    client.env("freeze server1").await;
    let before = client.simulation.elapsed().await;
    assert_eq!(connection.error("SELECT 1").await, "2013 Lost connection to server during query");
    let body = super::connection::account("server1").to_string();
    let (status, text) = client.refusal("POST", "/v1/sql", &body).await;
    assert_eq!(status, 400);
    assert!(
        text.ends_with("'handshake: reading initial communication packet', system error: 110"),
        "{text}"
    );
    assert_eq!((client.simulation.elapsed().await - before).as_secs(), 20);
}
