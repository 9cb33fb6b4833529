//! Monitors: stopped ones freeze states, running ones see what happens.

use crate::client::TestClient;

#[tokio::test]
async fn a_stopped_monitor_freezes_states_and_lets_any_be_set() {
    let client = TestClient::new();
    client.put("/v1/monitors/Monitor/stop").await;
    let monitor = client.get("/v1/monitors/Monitor").await;
    assert_eq!(monitor["data"]["attributes"]["state"], "Stopped");
    assert!(monitor["data"]["attributes"].get("monitor_diagnostics").is_none());
    client.env("kill server2").await;
    client.wait(10).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    client.put("/v1/servers/server1/set?state=maintenance").await;
    assert_eq!(client.state("server1").await, "Maintenance, Running");
    client.put("/v1/servers/server3/clear?state=slave").await;
    assert_eq!(client.state("server3").await, "Running");
    client.put("/v1/servers/server1/clear?state=maintenance").await;
    client.put("/v1/monitors/Monitor/start").await;
    client.wait(1).await;
    assert_eq!(client.state("server1").await, "Master, Running");
    assert_eq!(client.state("server2").await, "Down");
    assert_eq!(client.event("server2").await, "slave_down");
    assert_eq!(client.state("server3").await, "Slave, Running");
}

#[tokio::test]
async fn a_replica_that_dies_comes_back_as_one() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 4 30").await;
    client.env("kill server2").await;
    assert_eq!(client.connections("server2").await, 0);
    assert_eq!(client.state("server2").await, "Slave, Running");
    client.wait(2).await;
    assert_eq!(client.state("server2").await, "Down");
    assert_eq!(client.sessions().await, 4);
    client.env("start server2").await;
    client.wait(2).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    assert_eq!(client.event("server2").await, "slave_up");
}

#[tokio::test]
async fn without_its_primary_a_cluster_keeps_its_replicas() {
    let client = TestClient::new();
    client.env("kill server1").await;
    client.wait(2).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    let connections = client.get("/v1/servers/server2").await;
    let replication = &connections["data"]["attributes"]["slave_connections"][0];
    assert_eq!(replication["slave_io_running"], "Connecting");
    assert!(replication["seconds_behind_master"].is_null());
}

#[tokio::test]
async fn a_galera_cluster_gets_smaller() {
    let client = TestClient::new();
    client.env("kill galera1").await;
    client.wait(2).await;
    assert_eq!(client.state("galera1").await, "Down");
    assert_eq!(client.state("galera2").await, "Master, Synced, Running");
    let monitor = client.get("/v1/monitors/Galera-Monitor").await;
    assert_eq!(monitor["data"]["attributes"]["monitor_diagnostics"]["cluster_size"], 2);
}
