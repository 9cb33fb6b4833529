//! Monitors: stopped ones freeze states, running ones see what happens.

use crate::desk::Desk;

#[tokio::test]
async fn a_stopped_monitor_freezes_states_and_lets_any_be_set() {
    let desk = Desk::new();
    desk.put("/v1/monitors/Monitor/stop").await;
    let monitor = desk.get("/v1/monitors/Monitor").await;
    assert_eq!(monitor["data"]["attributes"]["state"], "Stopped");
    assert!(monitor["data"]["attributes"].get("monitor_diagnostics").is_none());
    desk.env("kill server2").await;
    desk.wait(10).await;
    assert_eq!(desk.state("server2").await, "Slave, Running");
    desk.put("/v1/servers/server1/set?state=maintenance").await;
    assert_eq!(desk.state("server1").await, "Maintenance, Running");
    desk.put("/v1/servers/server3/clear?state=slave").await;
    assert_eq!(desk.state("server3").await, "Running");
    desk.put("/v1/servers/server1/clear?state=maintenance").await;
    desk.put("/v1/monitors/Monitor/start").await;
    desk.wait(1).await;
    assert_eq!(desk.state("server1").await, "Master, Running");
    assert_eq!(desk.state("server2").await, "Down");
    assert_eq!(desk.event("server2").await, "slave_down");
    assert_eq!(desk.state("server3").await, "Slave, Running");
}

#[tokio::test]
async fn a_replica_that_dies_comes_back_as_one() {
    let desk = Desk::new();
    desk.env("load RW-Split-Router 4 30").await;
    desk.env("kill server2").await;
    assert_eq!(desk.connections("server2").await, 0);
    assert_eq!(desk.state("server2").await, "Slave, Running");
    desk.wait(2).await;
    assert_eq!(desk.state("server2").await, "Down");
    assert_eq!(desk.sessions().await, 4);
    desk.env("start server2").await;
    desk.wait(2).await;
    assert_eq!(desk.state("server2").await, "Slave, Running");
    assert_eq!(desk.event("server2").await, "slave_up");
}

#[tokio::test]
async fn without_its_primary_a_cluster_keeps_its_replicas() {
    let desk = Desk::new();
    desk.env("kill server1").await;
    desk.wait(2).await;
    assert_eq!(desk.state("server2").await, "Slave, Running");
    let connections = desk.get("/v1/servers/server2").await;
    let replication = &connections["data"]["attributes"]["slave_connections"][0];
    assert_eq!(replication["slave_io_running"], "Connecting");
    assert!(replication["seconds_behind_master"].is_null());
}

#[tokio::test]
async fn a_galera_cluster_gets_smaller() {
    let desk = Desk::new();
    desk.env("kill galera1").await;
    desk.wait(2).await;
    assert_eq!(desk.state("galera1").await, "Down");
    assert_eq!(desk.state("galera2").await, "Master, Synced, Running");
    let monitor = desk.get("/v1/monitors/Galera-Monitor").await;
    assert_eq!(monitor["data"]["attributes"]["monitor_diagnostics"]["cluster_size"], 2);
}
