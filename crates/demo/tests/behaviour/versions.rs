//! What sets the versions of MaxScale apart (maxscale-25.md 2 to 6).

use crate::client::TestClient;
use maxconsole_demo::{MaxScaleVersion, Scene, Simulation};
use serde_json::{Value, json};

const COMMANDS: &str = "/v1/maxscale/modules/mariadbmon";

fn of(version: MaxScaleVersion) -> TestClient {
    TestClient { simulation: Simulation::of_version(version, Scene::Recorded, 7) }
}

#[tokio::test]
async fn each_tells_its_own_release() {
    for version in MaxScaleVersion::ALL {
        let about = of(version).get("/v1/maxscale").await;
        assert_eq!(about["data"]["attributes"]["version"], version.release());
    }
}

#[tokio::test]
async fn every_scene_can_be_had_of_every_version() {
    for version in MaxScaleVersion::ALL {
        for scene in [Scene::TwoClusters, Scene::Incident, Scene::Single, Scene::Empty] {
            let client = TestClient { simulation: Simulation::of_version(version, scene, 3) };
            client.wait(30).await;
            for kind in ["servers", "monitors", "services", "listeners", "filters", "sessions"] {
                client.get(&format!("/v1/{kind}")).await;
            }
        }
    }
}

#[tokio::test]
async fn a_switchover_with_maintenance_is_one_call() {
    let client = of(MaxScaleVersion::V25_01);
    let path = format!("{COMMANDS}/switchover?monitor=Monitor&old_primary_maint=true");
    assert_eq!(client.ask("POST", &path, "").await, (204, Value::Null));
    assert_eq!(client.state("server1").await, "Maintenance, Running");
    client.wait(1).await;
    let fields = "/v1/servers/server1?fields[servers]=slave_connections,read_only";
    let old = client.get(fields).await["data"]["attributes"].clone();
    assert_eq!(old, json!({ "slave_connections": [], "read_only": true }));
    client.put("/v1/servers/server1/clear?state=maintenance").await;
    client.wait(5).await;
    assert_eq!(client.state("server1").await, "Running");
    assert_eq!(client.ask("POST", &format!("{COMMANDS}/rejoin?Monitor&server1"), "").await.0, 204);
    client.wait(1).await;
    assert_eq!(client.state("server1").await, "Slave, Running");
}

#[tokio::test]
async fn one_that_is_scheduled_tells_its_result_later() {
    let client = of(MaxScaleVersion::V25_01);
    let path = format!("{COMMANDS}/switchover?monitor=Monitor&new_primary=server3&async=yes");
    assert_eq!(client.ask("POST", &path, "").await, (204, Value::Null));
    let result = format!("{COMMANDS}/fetch-cmd-result?Monitor");
    let seen = client.get(&result).await["meta"]["errors"][0]["detail"].clone();
    assert_eq!(seen, "No manual command results are available, switchover is still pending.");
    client.wait(3).await;
    assert_eq!(client.get(&result).await["meta"], "switchover completed successfully.");
    assert_eq!(client.state("server3").await, "Master, Running");
}

#[tokio::test]
async fn a_safe_failover_loses_nothing() {
    let client = of(MaxScaleVersion::V25_01);
    client.env("kill server2").await;
    client.env("kill server3").await;
    client.env("transactions RW-Split-Router 2 5").await;
    client.wait(10).await;
    client.env("kill server1").await;
    client.env("start server2").await;
    client.env("start server3").await;
    client.wait(5).await;
    let safe = format!("{COMMANDS}/failover-safe?Monitor");
    let (status, text) = client.refusal("POST", &safe, "").await;
    assert_eq!(status, 400);
    assert!(text.contains("its relay log is missing transactions"), "{text}");
    assert_eq!(client.ask("POST", &format!("{COMMANDS}/failover?Monitor"), "").await.0, 204);
    assert_eq!(of(MaxScaleVersion::V24_02).refusal("POST", &safe, "").await.0, 404);
}

#[tokio::test]
async fn names_of_arguments_are_not_known_before() {
    let client = of(MaxScaleVersion::V24_02);
    let path = format!("{COMMANDS}/switchover?monitor=Monitor");
    let said = client.refusal("POST", &path, "").await;
    assert_eq!(said, (400, "Argument 1, monitor not found: monitor=Monitor".to_owned()));
    let newer = of(MaxScaleVersion::V25_01);
    let path = format!("{COMMANDS}/switchover?a=1&monitor=nosuch&b=2");
    let said = newer.refusal("POST", &path, "").await;
    assert_eq!(said.1, "Argument 'monitor' value 'nosuch': monitor not found");
    let path = format!("{COMMANDS}/switchover?b=1&monitor=Monitor&a=2");
    let said = newer.refusal("POST", &path, "").await;
    assert_eq!(said.1, "Arguments 'a' and 'b' were unrecognized.");
}

#[tokio::test]
async fn a_refusal_that_comes_too_often_has_no_words() {
    let client = TestClient::new();
    let body = json!({ "data": { "attributes": { "parameters": { "nosuch": 1 } } } }).to_string();
    for _ in 0..10 {
        assert!(!client.refusal("PATCH", "/v1/servers/server2", &body).await.1.is_empty());
    }
    assert_eq!(client.ask("PATCH", "/v1/servers/server2", &body).await, (400, Value::Null));
    client.wait(12).await;
    assert!(!client.refusal("PATCH", "/v1/servers/server2", &body).await.1.is_empty());
}

#[tokio::test]
async fn the_safe_way_is_a_word_of_auto_failover() {
    let change = |value: Value| {
        json!({ "data": { "attributes": { "parameters": { "auto_failover": value } } } })
            .to_string()
    };
    let client = of(MaxScaleVersion::V25_01);
    let path = "/v1/monitors/Monitor";
    assert_eq!(client.ask("PATCH", path, &change(json!(true))).await.0, 400);
    assert_eq!(client.ask("PATCH", path, &change(json!("safe"))).await.0, 204);
    client.wait(5).await;
    client.env("kill server1").await;
    client.wait(20).await;
    assert_eq!(client.state("server2").await, "Master, Running");
    let before = of(MaxScaleVersion::V24_02);
    assert_eq!(before.ask("PATCH", path, &change(json!("safe"))).await.0, 400);
    assert_eq!(before.ask("PATCH", path, &change(json!(true))).await.0, 204);
}

#[tokio::test]
async fn a_primary_of_unknown_position_is_replaced_when_somebody_asks() {
    let change = json!({ "data": { "attributes": { "parameters": { "failcount": 4 } } } });
    for (version, status) in [(MaxScaleVersion::V24_02, 400), (MaxScaleVersion::V25_01, 204)] {
        let client = of(version);
        client.env("kill server1").await;
        client.wait(5).await;
        let monitor = "/v1/monitors/Monitor";
        assert_eq!(client.ask("PATCH", monitor, &change.to_string()).await.0, 204);
        client.wait(5).await;
        if version == MaxScaleVersion::V25_01 {
            let safe = format!("{COMMANDS}/failover-safe?Monitor");
            let said = client.refusal("POST", &safe, "").await.1;
            assert!(said.contains("its gtid_binlog_pos is unknown"), "{said}");
        }
        let failover = format!("{COMMANDS}/failover?Monitor");
        assert_eq!(client.ask("POST", &failover, "").await.0, status, "{version}");
    }
}

#[tokio::test]
async fn a_source_outside_of_the_cluster_is_told_shortly_of_late() {
    let alone = r#"{ "data": [ { "id": "server2", "type": "servers" } ] }"#;
    for (version, details) in [
        (MaxScaleVersion::V24_02, "Slave of External Server (SQL stopped)"),
        (MaxScaleVersion::V25_01, "Slave of External Server"),
    ] {
        let client = of(version);
        let path = "/v1/monitors/Monitor/relationships/servers";
        assert_eq!(client.ask("PATCH", path, alone).await.0, 204);
        client.env("break-replication server2").await;
        client.wait(5).await;
        let server = client.get("/v1/servers/server2").await;
        assert_eq!(server["data"]["attributes"]["state_details"], details);
    }
}
