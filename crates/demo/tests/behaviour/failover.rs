//! A primary that dies: what is seen of it, who takes over, and how it comes back, by the rules of
//! mariadbmon 24.02 (rest-api.md 3.2, 4.6, 5.3).

use crate::client::TestClient;
use serde_json::Value;

const FAILOVER: &str = "/v1/maxscale/modules/mariadbmon/failover?Monitor";
const REJOIN: &str = "/v1/maxscale/modules/mariadbmon/rejoin?Monitor&server1";

async fn server(client: &TestClient, name: &str) -> Value {
    client.get(&format!("/v1/servers/{name}")).await["data"]["attributes"].clone()
}

#[tokio::test]
async fn a_dead_primary_keeps_what_was_seen_of_it() {
    let client = TestClient::new();
    client.env("kill server1").await;
    client.wait(2).await;
    let dead = server(&client, "server1").await;
    assert_eq!(
        (dead["state"].as_str(), dead["replication_lag"].as_i64()),
        (Some("Down"), Some(-1))
    );
    assert_eq!(
        (dead["node_id"].as_i64(), dead["gtid_current_pos"].as_str()),
        (Some(1), Some("0-1-2"))
    );
    let replica = server(&client, "server2").await;
    assert_eq!(replica["state"], "Slave, Running");
    assert_eq!(replica["replication_lag"], -1);
    let link = &replica["slave_connections"][0];
    assert_eq!(
        (link["slave_io_running"].as_str(), &link["seconds_behind_master"]),
        (Some("Connecting"), &Value::Null)
    );
    assert!(link["last_io_error"].as_str().unwrap().starts_with("error reconnecting to master"));
}

#[tokio::test]
async fn a_primary_that_comes_back_in_time_is_the_primary_again() {
    let client = TestClient::new();
    client.env("kill server1").await;
    client.wait(4).await;
    client.env("start server1").await;
    client.wait(2).await;
    assert_eq!(client.state("server1").await, "Master, Running");
    assert_eq!(client.event("server1").await, "master_up");
}

#[tokio::test]
async fn maintenance_on_the_dead_primary_holds_back_the_monitor_but_not_a_person() {
    let client = TestClient::new();
    let on = r#"{ "data": { "attributes": { "parameters": { "auto_failover": true } } } }"#;
    assert_eq!(client.ask("PATCH", "/v1/monitors/Monitor", on).await.0, 204);
    client.wait(2).await;
    client.env("kill server1").await;
    client.wait(3).await;
    client.put("/v1/servers/server1/set?state=maintenance").await;
    client.wait(30).await;
    assert_eq!(client.state("server2").await, "Slave, Running");
    assert_eq!(client.ask("POST", FAILOVER, "").await.0, 204);
    assert_eq!(client.state("server1").await, "Maintenance, Down");
    assert_eq!(client.state("server2").await, "Master, Running");
}

#[tokio::test]
async fn nobody_is_promoted_who_cannot_be() {
    let client = TestClient::new();
    for server in ["server2", "server3"] {
        client.put(&format!("/v1/servers/{server}/set?state=maintenance")).await;
    }
    client.env("kill server1").await;
    client.wait(2).await;
    let (status, text) = client.refusal("POST", FAILOVER, "").await;
    let reason =
        |name: &str| format!("'{name}' cannot be selected because it is down or in maintenance.");
    assert_eq!(status, 400);
    assert_eq!(
        text,
        format!(
            "No suitable promotion candidate found:\n{}\n{}|Could not autoselect promotion target \
             for failover.|Failover cancelled.",
            reason("server2"),
            reason("server3")
        )
    );
}

#[tokio::test]
async fn who_has_written_since_cannot_rejoin() {
    let client = TestClient::new();
    client.env("kill server1").await;
    client.wait(2).await;
    assert_eq!(client.ask("POST", FAILOVER, "").await.0, 204);
    client.env("start server1").await;
    // The clients of readconnroute would write to it; here a person does.
    client.wait(2).await;
    assert_eq!(server(&client, "server1").await["read_only"], false);
    client.put("/v1/monitors/Monitor/stop").await;
    for path in ["server1/set?state=master", "server2/clear?state=master"] {
        client.put(&format!("/v1/servers/{path}")).await;
    }
    client.env("transactions RW-Split-Router 1 1").await;
    client.wait(2).await;
    client.put("/v1/monitors/Monitor/start").await;
    client.wait(2).await;
    let (status, text) = client.refusal("POST", REJOIN, "").await;
    assert_eq!(status, 400, "{text}");
    assert_eq!(
        text,
        "'server1' cannot replicate from primary server 'server2': gtid_current_pos of 'server1' \
         (0-1-3) is incompatible with gtid_binlog_pos of 'server2' (0-1-2)."
    );
}

#[tokio::test]
async fn rejoin_is_for_those_who_stray() {
    let client = TestClient::new();
    let rejoin = |name: &str| format!("/v1/maxscale/modules/mariadbmon/rejoin?Monitor&{name}");
    for (name, text) in [
        ("server1", "Server 'server1' is primary or not running."),
        (
            "server2",
            "Server 'server2' is already connected or trying to connect to the correct primary \
             server.",
        ),
        ("galera1", "galera1 is not monitored by Monitor, cannot rejoin."),
    ] {
        assert_eq!(client.refusal("POST", &rejoin(name), "").await, (400, text.to_owned()));
    }
}

#[tokio::test]
async fn replication_can_be_set_up_from_scratch() {
    let client = TestClient::new();
    client.env("break-replication server3").await;
    client.wait(2).await;
    assert_eq!(client.state("server3").await, "Running");
    assert_eq!(client.event("server3").await, "lost_slave");
    let reset = "/v1/maxscale/modules/mariadbmon/reset-replication?Monitor&server2";
    assert_eq!(client.ask("POST", reset, "").await.0, 204);
    client.wait(2).await;
    let states = ["server1", "server2", "server3"].map(|name| client.state(name));
    let [one, two, three] = states;
    assert_eq!(
        (one.await, two.await, three.await),
        ("Slave, Running".into(), "Master, Running".into(), "Slave, Running".into())
    );
    let replica = server(&client, "server3").await;
    assert_eq!(replica["gtid_current_pos"], "0-2-1");
    assert_eq!(replica["slave_connections"][0]["using_gtid"], "Slave_Pos");
}
