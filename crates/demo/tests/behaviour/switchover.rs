//! Switchovers in the course of time: what is seen meanwhile, and what speaks against them.

use crate::client::TestClient;
use serde_json::{Value, json};
use std::time::Duration;

const ASYNC: &str = "/v1/maxscale/modules/mariadbmon/async-switchover?Monitor&server2";
const RESULT: &str = "/v1/maxscale/modules/mariadbmon/fetch-cmd-result?Monitor";

async fn activity(client: &TestClient) -> Value {
    let monitor = client.get("/v1/monitors/Monitor").await;
    monitor["data"]["attributes"]["monitor_diagnostics"]["state"].clone()
}

async fn millis(client: &TestClient, millis: u64) {
    client.simulation.advance(Duration::from_millis(millis)).await;
}

#[tokio::test]
async fn the_old_primary_drains_and_has_no_role_for_a_moment() {
    let client = TestClient::new();
    assert_eq!(client.ask("POST", ASYNC, "").await.0, 204);
    millis(&client, 100).await;
    assert_eq!(activity(&client).await, "Demoting old primary");
    assert_eq!(client.state("server1").await, "Drained, Running");
    assert_eq!(client.state("server2").await, "Slave, Running");
    millis(&client, 1000).await;
    assert_eq!(activity(&client).await, "Confirming that replication works");
    assert_eq!(client.state("server1").await, "Running");
    millis(&client, 500).await;
    assert_eq!(activity(&client).await, "Idle");
    assert_eq!(client.state("server1").await, "Slave, Running");
    assert_eq!(client.event("server1").await, "new_slave");
    assert_eq!(client.event("server2").await, "new_master");
}

#[tokio::test]
async fn who_asks_meanwhile_waits_or_is_told() {
    let client = TestClient::new();
    assert_eq!(client.ask("POST", ASYNC, "").await.0, 204);
    let (status, body) =
        client.ask("POST", "/v1/maxscale/modules/mariadbmon/failover?Monitor", "").await;
    let text = "Cannot run manual failover, previous switchover is still running.";
    assert_eq!((status, &body["errors"]), (400, &json!([{ "detail": text }])));
    assert_eq!(body["meta"]["errors"], body["errors"]);
    let stop = client.refusal("PUT", "/v1/monitors/Monitor/stop", "").await;
    let text = "Could not stop monitor 'Monitor'. Command 'switchover' is running.";
    assert_eq!(stop, (400, text.to_owned()));
    let before = client.simulation.elapsed().await;
    client.put("/v1/servers/server3/set?state=maintenance").await;
    assert!(client.simulation.elapsed().await - before > Duration::from_millis(1500));
    assert_eq!(client.get(RESULT).await["meta"], "switchover completed successfully.");
}

#[tokio::test]
async fn a_replica_that_does_not_catch_up_is_not_promoted() {
    let client = TestClient::new();
    let short =
        r#"{ "data": { "attributes": { "parameters": { "switchover_timeout": "20s" } } } }"#;
    assert_eq!(client.ask("PATCH", "/v1/monitors/Monitor", short).await.0, 204);
    client.env("lag server2 10").await;
    client.env("transactions RW-Split-Router 1 1").await;
    client.wait(4).await;
    let switchover = "/v1/maxscale/modules/mariadbmon/switchover?Monitor&server2";
    let before = client.simulation.elapsed().await;
    let refused = client.refusal("POST", switchover, "").await;
    let text =
        "Replica catchup timed out on replica 'server2'.|Switchover server1 -> server2 failed.";
    assert_eq!(refused, (400, text.to_owned()));
    assert!(client.simulation.elapsed().await - before >= Duration::from_secs(20));
    assert_eq!(client.state("server1").await, "Master, Running");
    client.env("lag server2 30").await;
    client.wait(2).await;
    let (_, text) = client.refusal("POST", switchover, "").await;
    let lags = "its replication lag (30s) is greater than switchover_timeout (20s).";
    assert!(text.contains(lags), "{text}");
}

#[tokio::test]
async fn a_draining_replica_may_be_promoted() {
    let client = TestClient::new();
    client.put("/v1/servers/server2/set?state=drain").await;
    let path = "/v1/maxscale/modules/mariadbmon/switchover?Monitor&server2&server1";
    assert_eq!(client.ask("POST", path, "").await.0, 204);
    assert_eq!(client.state("server2").await, "Drained, Master, Running");
    client.put("/v1/servers/server2/clear?state=drain").await;
    assert_eq!(client.state("server2").await, "Master, Running");
}

#[tokio::test]
async fn targets_are_checked_in_order() {
    let client = TestClient::new();
    let path = "/v1/maxscale/modules/mariadbmon/switchover?Monitor";
    for (arguments, text) in [
        (
            "&server1",
            "'server1' is not a valid promotion target for switchover because it is already the primary.",
        ),
        (
            "&server2&server3",
            "'server2' is not a valid promotion target for switchover because it is not replicating from 'server3'.",
        ),
        ("&galera2", "Server 'galera2' is not monitored by 'Monitor'."),
    ] {
        let refused = client.refusal("POST", &format!("{path}{arguments}"), "").await;
        assert_eq!(refused, (400, format!("{text}|Switchover cancelled.")));
    }
}

#[tokio::test]
async fn what_needs_more_than_databases_is_refused_as_without_it() {
    let client = TestClient::new();
    let path = |command: &str| format!("/v1/maxscale/modules/mariadbmon/{command}");
    let status = client.refusal("POST", &path("cs-get-status?Monitor"), "").await;
    let text = "Could not fetch status from the ColumnStore cluster: REST-API call failed. Error \
                -1: Unspecified HTTP error.";
    assert_eq!(status, (400, text.to_owned()));
    assert_eq!(client.ask("POST", &path("async-rebuild-server?Monitor&server2"), "").await.0, 204);
    millis(&client, 100).await;
    let first = "Server 'server2' is already a slave, cannot rebuild it.";
    assert_eq!(client.get(RESULT).await["meta"]["errors"][0]["detail"], first);
    let locks = client.refusal("POST", &path("release-locks?Monitor"), "").await;
    assert_eq!(locks, (400, "Server locks are not in use, cannot release them.".to_owned()));
}
