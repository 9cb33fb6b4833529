//! What monitors make of servers that break in other ways, and of parameters that change the rules.

use crate::client::TestClient;
use serde_json::{Value, json};

async fn set(client: &TestClient, path: &str, parameters: Value) {
    let body = json!({ "data": { "attributes": { "parameters": parameters } } });
    assert_eq!(client.ask("PATCH", path, &body.to_string()).await, (204, Value::Null));
    client.wait(1).await;
}

async fn details(client: &TestClient, server: &str) -> Value {
    let server = client.get(&format!("/v1/servers/{server}")).await;
    server["data"]["attributes"]["state_details"].clone()
}

#[tokio::test]
async fn a_full_disk_matters_where_there_is_a_limit() {
    let client = TestClient::new();
    client.env("disk server2 low").await;
    client.wait(4).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    let limits = json!({ "disk_space_threshold": "*:90", "disk_space_check_interval": "1s" });
    set(&client, "/v1/monitors/Monitor", limits).await;
    client.wait(4).await;
    assert_eq!(client.state("server2").await, "Maintenance, Running");
    assert_eq!(details(&client, "server2").await, "Low disk space");
}

#[tokio::test]
async fn a_primary_with_a_full_disk_is_no_primary_or_gives_way() {
    let client = TestClient::new();
    let limits = json!({ "disk_space_threshold": "*:90", "disk_space_check_interval": "1s" });
    set(&client, "/v1/monitors/Monitor", limits).await;
    client.env("disk server1 low").await;
    client.wait(4).await;
    assert_eq!(client.state("server1").await, "Slave, Running");
    set(&client, "/v1/monitors/Monitor", json!({ "switchover_on_low_disk_space": true })).await;
    client.wait(6).await;
    assert_eq!(client.state("server2").await, "Master, Running");
}

#[tokio::test]
async fn a_monitor_that_is_not_let_in_says_so() {
    let client = TestClient::new();
    client.env("auth-error server3 on").await;
    client.wait(2).await;
    assert_eq!(client.state("server3").await, "Auth Error, Down");
    client.put("/v1/servers/server3/set?state=maintenance").await;
    assert_eq!(client.state("server3").await, "Maintenance, Auth Error, Down");
}

#[tokio::test]
async fn a_server_that_gives_no_answer_holds_up_every_look() {
    let client = TestClient::new();
    client.env("freeze server3").await;
    client.wait(2).await;
    assert_eq!(client.state("server3").await, "Slave, Running");
    client.wait(3).await;
    assert_eq!(client.state("server3").await, "Down");
    let before = client.simulation.elapsed().await;
    client.put("/v1/servers/server2/set?state=maintenance").await;
    assert!((client.simulation.elapsed().await - before).as_secs() >= 3);
}

#[tokio::test]
async fn conditions_decide_who_is_a_replica() {
    let client = TestClient::new();
    set(&client, "/v1/monitors/Monitor", json!({ "slave_conditions": "linked_master" })).await;
    client.env("kill server1").await;
    client.wait(3).await;
    assert_eq!(client.state("server2").await, "Running");
    assert_eq!(client.event("server2").await, "lost_slave");
}

#[tokio::test]
async fn locks_show_who_is_in_charge() {
    let client = TestClient::new();
    set(
        &client,
        "/v1/monitors/Monitor",
        json!({ "cooperative_monitoring_locks": "majority_of_all" }),
    )
    .await;
    let primary = async || {
        client.get("/v1/monitors/Monitor").await["data"]["attributes"]["monitor_diagnostics"]["primary"].clone()
    };
    assert_eq!(primary().await, true);
    let release = "/v1/maxscale/modules/mariadbmon/release-locks?Monitor";
    assert_eq!(client.ask("POST", release, "").await.0, 204);
    client.wait(2).await;
    assert_eq!(primary().await, false);
    assert_eq!(client.state("server1").await, "Slave, Running");
    let (_, text) =
        client.refusal("POST", "/v1/maxscale/modules/mariadbmon/switchover?Monitor", "").await;
    assert!(text.starts_with("Cannot perform cluster operation because"), "{text}");
    client.wait(62).await;
    assert_eq!(
        (primary().await, client.state("server1").await),
        (json!(true), "Master, Running".into())
    );
}

#[tokio::test]
async fn passive_means_hands_off() {
    let client = TestClient::new();
    set(&client, "/v1/maxscale", json!({ "passive": true })).await;
    let refused =
        client.refusal("POST", "/v1/maxscale/modules/mariadbmon/switchover?Monitor", "").await;
    let text = "Switchover requested but not performed, as MaxScale is in passive mode.";
    assert_eq!(refused, (400, text.to_owned()));
}

#[tokio::test]
async fn the_journal_brings_back_what_was_cleared_behind_its_back() {
    let client = TestClient::new();
    client.put("/v1/servers/server2/set?state=maintenance").await;
    client.put("/v1/monitors/Monitor/stop").await;
    client.put("/v1/servers/server2/clear?state=maintenance").await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    client.put("/v1/monitors/Monitor/start").await;
    assert_eq!(client.state("server2").await, "Maintenance, Running");
}

#[tokio::test]
async fn one_of_two_galera_nodes_is_no_majority() {
    let client = TestClient::new();
    client.env("kill galera3").await;
    client.wait(8).await;
    assert_eq!(client.state("galera1").await, "Master, Synced, Running");
    client.env("kill galera2").await;
    client.wait(10).await;
    assert_eq!(client.state("galera1").await, "Running");
    assert_eq!(details(&client, "galera1").await, "Initialized");
    client.env("start galera2").await;
    client.env("start galera3").await;
    client.wait(12).await;
    assert_eq!(client.state("galera1").await, "Master, Synced, Running");
    assert_eq!(client.state("galera3").await, "Slave, Synced, Running");
}

#[tokio::test]
async fn priorities_and_stickiness_choose_the_galera_primary() {
    let client = TestClient::new();
    set(&client, "/v1/servers/galera3", json!({ "priority": 1 })).await;
    set(&client, "/v1/monitors/Galera-Monitor", json!({ "use_priority": true })).await;
    assert_eq!(client.state("galera3").await, "Master, Synced, Running");
    set(&client, "/v1/monitors/Galera-Monitor", json!({ "disable_master_failback": true })).await;
    client.put("/v1/servers/galera3/set?state=maintenance").await;
    client.put("/v1/servers/galera3/clear?state=maintenance").await;
    assert_eq!(client.state("galera3").await, "Slave, Synced, Running");
    client.wait(2).await;
    assert_eq!(details(&client, "galera1").await, "Master Stickiness");
    set(&client, "/v1/monitors/Galera-Monitor", json!({ "disable_master_role_setting": true }))
        .await;
    assert_eq!(client.state("galera1").await, "Synced, Running");
}
