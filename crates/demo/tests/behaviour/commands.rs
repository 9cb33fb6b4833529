//! Commands of mariadbmon: roles move, and refusals say why they do not.

use crate::client::TestClient;
use serde_json::json;

const SWITCHOVER: &str = "/v1/maxscale/modules/mariadbmon/switchover";
const RESULT: &str = "/v1/maxscale/modules/mariadbmon/fetch-cmd-result?Monitor";

#[tokio::test]
async fn a_switchover_makes_maintenance_of_the_old_primary_possible() {
    let client = TestClient::new();
    let (status, _) = client.ask("POST", &format!("{SWITCHOVER}?Monitor"), "").await;
    assert_eq!(status, 204);
    assert_eq!(client.state("server1").await, "Slave, Running");
    assert_eq!(client.state("server2").await, "Master, Running");
    assert_eq!(client.event("server2").await, "new_master");
    client.put("/v1/servers/server1/set?state=maintenance&force=yes").await;
    assert_eq!(client.state("server1").await, "Maintenance, Running");
}

#[tokio::test]
async fn an_asynchronous_one_is_asked_for_its_result() {
    let client = TestClient::new();
    let path = "/v1/maxscale/modules/mariadbmon/async-switchover?Monitor&server3&server1";
    assert_eq!(client.ask("POST", path, "").await.0, 204);
    let waiting = "No manual command results are available, switchover is still running.";
    assert_eq!(client.get(RESULT).await["meta"]["errors"], json!([{ "detail": waiting }]));
    let busy = "Cannot run manual switchover, previous switchover is still running.".to_owned();
    assert_eq!(client.refusal("POST", path, "").await, (400, busy));
    assert_eq!(client.ask("PUT", "/v1/monitors/Monitor/stop", "").await.0, 400);
    client.wait(2).await;
    assert_eq!(client.get(RESULT).await["meta"], "switchover completed successfully.");
    assert_eq!(client.state("server3").await, "Master, Running");
}

#[tokio::test]
async fn a_running_one_can_be_cancelled() {
    let client = TestClient::new();
    let cancel = "/v1/maxscale/modules/mariadbmon/cancel-cmd?Monitor";
    let nothing = "No manual command is scheduled or running.".to_owned();
    assert_eq!(client.refusal("POST", cancel, "").await, (400, nothing));
    let path = "/v1/maxscale/modules/mariadbmon/async-switchover?Monitor";
    assert_eq!(client.ask("POST", path, "").await.0, 204);
    assert_eq!(client.ask("POST", cancel, "").await.0, 204);
    client.wait(5).await;
    assert_eq!(client.state("server1").await, "Master, Running");
}

#[tokio::test]
async fn a_replica_in_maintenance_is_left_behind() {
    let client = TestClient::new();
    client.put("/v1/servers/server3/set?state=maintenance").await;
    assert_eq!(client.ask("POST", &format!("{SWITCHOVER}?Monitor&server2"), "").await.0, 204);
    client.put("/v1/servers/server3/clear?state=maintenance").await;
    assert_eq!(client.state("server1").await, "Relay Master, Slave, Running");
    let server3 = client.get("/v1/servers/server3").await;
    let source = &server3["data"]["attributes"]["slave_connections"][0]["master_server_name"];
    assert_eq!(source, "server1");
}

#[tokio::test]
async fn a_dead_primary_is_replaced_and_rejoins() {
    let client = TestClient::new();
    let failover = "/v1/maxscale/modules/mariadbmon/failover?Monitor";
    let (status, text) = client.refusal("POST", failover, "").await;
    assert_eq!(status, 400);
    assert!(text.contains("it is a running master.|Failover cancelled."), "{text}");
    client.env("kill server1").await;
    client.wait(2).await;
    assert_eq!(client.ask("POST", failover, "").await.0, 204);
    assert_eq!(client.state("server2").await, "Master, Running");
    assert_eq!(client.state("server3").await, "Slave, Running");
    client.env("start server1").await;
    client.wait(2).await;
    assert_eq!(client.state("server1").await, "Running");
    assert_eq!(client.event("server1").await, "server_up");
    let rejoin = "/v1/maxscale/modules/mariadbmon/rejoin?Monitor&server1";
    assert_eq!(client.ask("POST", rejoin, "").await.0, 204);
    assert_eq!(client.state("server1").await, "Slave, Running");
    assert_eq!(client.event("server1").await, "new_slave");
}

#[tokio::test]
async fn arguments_are_checked_before_anything_else() {
    let client = TestClient::new();
    for (query, text) in [
        ("", "Expected between 1 and 3 arguments, got 0."),
        ("?a&b&c&d", "Expected between 1 and 3 arguments, got 4."),
        ("?nosuch", "Argument 1, monitor not found: nosuch"),
        ("?Monitor&nosuch", "Argument 2, server not found: nosuch"),
        ("?Galera-Monitor", "Argument 1, monitor and domain names don't match: Galera-Monitor"),
    ] {
        let outcome = client.refusal("POST", &format!("{SWITCHOVER}{query}"), "").await;
        assert_eq!(outcome, (400, text.to_owned()));
    }
    client.put("/v1/monitors/Monitor/stop").await;
    let stopped = "The monitor is not running, cannot execute manual command.".to_owned();
    let outcome = client.refusal("POST", &format!("{SWITCHOVER}?Monitor"), "").await;
    assert_eq!(outcome, (400, stopped));
}

#[tokio::test]
async fn a_monitor_can_do_it_by_itself() {
    let client = TestClient::new();
    let on = r#"{ "data": { "attributes": { "parameters": { "auto_failover": true, "auto_rejoin": true } } } }"#;
    assert_eq!(client.ask("PATCH", "/v1/monitors/Monitor", on).await.0, 204);
    client.wait(1).await;
    client.env("kill server1").await;
    client.wait(6).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    client.wait(10).await;
    assert_eq!(client.state("server2").await, "Master, Running");
    client.env("start server1").await;
    client.wait(5).await;
    assert_eq!(client.state("server1").await, "Slave, Running");
}
