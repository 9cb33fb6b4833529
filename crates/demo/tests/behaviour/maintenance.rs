//! Maintenance: what is refused, what happens to connections, what comes back.

use crate::client::TestClient;

const PRIMARY: &str = "The server is primary, so it cannot be set in maintenance or draining \
                       mode. First perform a switchover and then retry the operation.";

#[tokio::test]
async fn a_replica_keeps_its_connections_until_they_are_used() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 4 60").await;
    client.put("/v1/servers/server2/set?state=maintenance").await;
    assert_eq!(client.state("server2").await, "Maintenance, Running");
    assert_eq!(client.connections("server2").await, 4);
    client.wait(61).await;
    assert_eq!(client.connections("server2").await, 0);
    client.env("load RW-Split-Router 2 60").await;
    assert_eq!(client.connections("server2").await, 0);
    assert_eq!(client.connections("server3").await, 2);
}

#[tokio::test]
async fn force_closes_at_once_and_reads_go_on_elsewhere() {
    let client = TestClient::new();
    client.env("load RW-Split-Router 4 60").await;
    client.wait(1).await;
    client.put("/v1/servers/server2/set?state=MAINT&force=on").await;
    assert_eq!(client.connections("server2").await, 0);
    assert_eq!(client.sessions().await, 4);
    client.wait(1).await;
    let server3 = client.get("/v1/servers/server3").await;
    assert_eq!(server3["data"]["attributes"]["statistics"]["active_operations"], 4);
    client.put("/v1/servers/server2/clear?state=maintenance").await;
    assert_eq!(client.state("server2").await, "Slave, Running");
}

#[tokio::test]
async fn readconnroute_ends_sessions_at_once_by_force() {
    let client = TestClient::new();
    client.env("load Read-Con-Router 2 60").await;
    assert_eq!(client.connections("server2").await, 1);
    client.put("/v1/servers/server2/set?state=maintenance").await;
    assert_eq!((client.connections("server2").await, client.sessions().await), (1, 2));
    client.put("/v1/servers/server2/set?state=maintenance&force=yes").await;
    assert_eq!((client.connections("server2").await, client.sessions().await), (0, 1));
}

#[tokio::test]
async fn a_running_primary_is_refused_whatever_is_asked() {
    let client = TestClient::new();
    for option in ["maintenance", "maintenance&force=yes", "drain"] {
        let path = format!("/v1/servers/server1/set?state={option}");
        assert_eq!(client.refusal("PUT", &path, "").await, (400, PRIMARY.to_owned()));
    }
    client.put("/v1/servers/server1/clear?state=maintenance").await;
    client.put("/v1/servers/server1/clear?state=drain").await;
    assert_eq!(client.state("server1").await, "Master, Running");
}

#[tokio::test]
async fn a_primary_that_is_down_can_be_maintained() {
    let client = TestClient::new();
    client.env("kill server1").await;
    client.wait(3).await;
    assert_eq!(client.state("server1").await, "Down");
    assert_eq!(client.event("server1").await, "master_down");
    client.put("/v1/servers/server1/set?state=maintenance").await;
    assert_eq!(client.state("server1").await, "Maintenance, Down");
    client.env("start server1").await;
    client.wait(3).await;
    assert_eq!(client.state("server1").await, "Maintenance, Running");
    client.put("/v1/servers/server1/clear?state=maintenance").await;
    assert_eq!(client.state("server1").await, "Master, Running");
}

#[tokio::test]
async fn a_galera_primary_hands_over_and_gets_back() {
    let client = TestClient::new();
    client.env("transactions Galera-Service 3 12").await;
    client.wait(2).await;
    client.put("/v1/servers/galera1/set?state=maintenance").await;
    assert_eq!(client.state("galera1").await, "Maintenance, Running");
    assert_eq!(client.state("galera2").await, "Master, Synced, Running");
    assert_eq!(client.event("galera2").await, "new_master");
    assert_eq!(client.connections("galera1").await, 3);
    client.wait(12).await;
    assert_eq!(client.sessions().await, 0);
    client.put("/v1/servers/galera1/clear?state=maintenance").await;
    assert_eq!(client.state("galera1").await, "Master, Synced, Running");
    assert_eq!(client.event("galera1").await, "new_master");
    assert_eq!(client.state("galera2").await, "Slave, Synced, Running");
}

#[tokio::test]
async fn force_cuts_open_transactions() {
    let client = TestClient::new();
    client.env("transactions Galera-Service 3 12").await;
    client.wait(2).await;
    client.put("/v1/servers/galera1/set?state=maintenance&force=yes").await;
    for server in ["galera1", "galera2", "galera3"] {
        assert_eq!(client.connections(server).await, 0);
    }
}

#[tokio::test]
async fn other_states_are_refused_while_a_monitor_runs() {
    let client = TestClient::new();
    let monitored = "Server  server2 is monitored so only maintenance and drain status can be \
                     altered manually. Status was not modified.";
    for state in ["master", "slave", "running", "synced", "blr"] {
        for verb in ["set", "clear"] {
            let path = format!("/v1/servers/server2/{verb}?state={state}");
            assert_eq!(client.refusal("PUT", &path, "").await, (400, monitored.to_owned()));
        }
    }
    let invalid = "Invalid or missing value for the `state` parameter".to_owned();
    for query in ["", "?state=", "?state=Drained", "?state=Down", "?force=yes"] {
        let path = format!("/v1/servers/server2/set{query}");
        assert_eq!(client.refusal("PUT", &path, "").await, (400, invalid.clone()));
    }
}

#[tokio::test]
async fn events_are_silent_about_maintenance() {
    let client = TestClient::new();
    let before = client.event("server2").await;
    client.put("/v1/servers/server2/set?state=maintenance").await;
    client.wait(5).await;
    client.put("/v1/servers/server2/clear?state=maintenance").await;
    assert_eq!(client.event("server2").await, before);
}
