//! Draining: nothing new, what is there goes on, and the state tells when it is over.

use crate::client::TestClient;

#[tokio::test]
async fn a_replica_drains_as_its_clients_leave() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 2 10").await;
    client.put("/v1/servers/server2/set?state=drain").await;
    assert_eq!(client.state("server2").await, "Draining, Slave, Running");
    client.env("load RW-Split-Router 2 30").await;
    assert_eq!(client.connections("server2").await, 2);
    client.wait(11).await;
    assert_eq!(client.state("server2").await, "Drained, Slave, Running");
    assert_eq!(client.connections("server3").await, 2);
    client.put("/v1/servers/server2/clear?state=drain").await;
    assert_eq!(client.state("server2").await, "Slave, Running");
}

#[tokio::test]
async fn maintenance_covers_draining() {
    let client = TestClient::new();
    client.put("/v1/servers/server3/set?state=drain&force=yes").await;
    client.put("/v1/servers/server3/set?state=maintenance").await;
    assert_eq!(client.state("server3").await, "Maintenance, Running");
    client.put("/v1/servers/server3/clear?state=maintenance").await;
    assert_eq!(client.state("server3").await, "Drained, Slave, Running");
}

#[tokio::test]
async fn a_galera_primary_is_not_drained() {
    let client = TestClient::new();
    let text = "The server is master, so it cannot be set to draining mode.".to_owned();
    assert_eq!(client.refusal("PUT", "/v1/servers/galera1/set?state=drain", "").await, (400, text));
    client.put("/v1/servers/galera3/set?state=drain").await;
    assert_eq!(client.state("galera3").await, "Drained, Slave, Synced, Running");
}

#[tokio::test]
async fn force_does_nothing_for_draining() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 2 60").await;
    client.put("/v1/servers/server2/set?state=drain&force=yes").await;
    assert_eq!(client.connections("server2").await, 2);
}
