//! Maintenance: what is refused, what happens to connections, what comes back.

use crate::desk::Desk;

const PRIMARY: &str = "The server is primary, so it cannot be set in maintenance or draining \
                       mode. First perform a switchover and then retry the operation.";

#[tokio::test]
async fn a_replica_keeps_its_connections_until_they_are_used() {
    let desk = Desk::new();
    desk.env("load RW-Split-Router 4 60").await;
    desk.put("/v1/servers/server2/set?state=maintenance").await;
    assert_eq!(desk.state("server2").await, "Maintenance, Running");
    assert_eq!(desk.connections("server2").await, 4);
    desk.wait(61).await;
    assert_eq!(desk.connections("server2").await, 0);
    desk.env("load RW-Split-Router 2 60").await;
    assert_eq!(desk.connections("server2").await, 0);
    assert_eq!(desk.connections("server3").await, 2);
}

#[tokio::test]
async fn force_closes_at_once_and_reads_go_on_elsewhere() {
    let desk = Desk::new();
    desk.env("load RW-Split-Router 4 60").await;
    desk.wait(1).await;
    desk.put("/v1/servers/server2/set?state=MAINT&force=on").await;
    assert_eq!(desk.connections("server2").await, 0);
    assert_eq!(desk.sessions().await, 4);
    desk.wait(1).await;
    let server3 = desk.get("/v1/servers/server3").await;
    assert_eq!(server3["data"]["attributes"]["statistics"]["active_operations"], 4);
    desk.put("/v1/servers/server2/clear?state=maintenance").await;
    assert_eq!(desk.state("server2").await, "Slave, Running");
}

#[tokio::test]
async fn readconnroute_ends_sessions_at_once_by_force() {
    let desk = Desk::new();
    desk.env("load Read-Con-Router 2 60").await;
    assert_eq!(desk.connections("server2").await, 1);
    desk.put("/v1/servers/server2/set?state=maintenance").await;
    assert_eq!((desk.connections("server2").await, desk.sessions().await), (1, 2));
    desk.put("/v1/servers/server2/set?state=maintenance&force=yes").await;
    assert_eq!((desk.connections("server2").await, desk.sessions().await), (0, 1));
}

#[tokio::test]
async fn a_running_primary_is_refused_whatever_is_asked() {
    let desk = Desk::new();
    for option in ["maintenance", "maintenance&force=yes", "drain"] {
        let path = format!("/v1/servers/server1/set?state={option}");
        assert_eq!(desk.refusal("PUT", &path, "").await, (400, PRIMARY.to_owned()));
    }
    desk.put("/v1/servers/server1/clear?state=maintenance").await;
    desk.put("/v1/servers/server1/clear?state=drain").await;
    assert_eq!(desk.state("server1").await, "Master, Running");
}

#[tokio::test]
async fn a_primary_that_is_down_can_be_maintained() {
    let desk = Desk::new();
    desk.env("kill server1").await;
    desk.wait(3).await;
    assert_eq!(desk.state("server1").await, "Down");
    assert_eq!(desk.event("server1").await, "master_down");
    desk.put("/v1/servers/server1/set?state=maintenance").await;
    assert_eq!(desk.state("server1").await, "Maintenance, Down");
    desk.env("start server1").await;
    desk.wait(3).await;
    assert_eq!(desk.state("server1").await, "Maintenance, Running");
    desk.put("/v1/servers/server1/clear?state=maintenance").await;
    assert_eq!(desk.state("server1").await, "Master, Running");
}

#[tokio::test]
async fn a_galera_primary_hands_over_and_gets_back() {
    let desk = Desk::new();
    desk.env("transactions Galera-Service 3 12").await;
    desk.wait(2).await;
    desk.put("/v1/servers/galera1/set?state=maintenance").await;
    assert_eq!(desk.state("galera1").await, "Maintenance, Running");
    assert_eq!(desk.state("galera2").await, "Master, Synced, Running");
    assert_eq!(desk.event("galera2").await, "new_master");
    assert_eq!(desk.connections("galera1").await, 3);
    desk.wait(12).await;
    assert_eq!(desk.sessions().await, 0);
    desk.put("/v1/servers/galera1/clear?state=maintenance").await;
    assert_eq!(desk.state("galera1").await, "Master, Synced, Running");
    assert_eq!(desk.event("galera1").await, "new_master");
    assert_eq!(desk.state("galera2").await, "Slave, Synced, Running");
}

#[tokio::test]
async fn force_cuts_open_transactions() {
    let desk = Desk::new();
    desk.env("transactions Galera-Service 3 12").await;
    desk.wait(2).await;
    desk.put("/v1/servers/galera1/set?state=maintenance&force=yes").await;
    for server in ["galera1", "galera2", "galera3"] {
        assert_eq!(desk.connections(server).await, 0);
    }
}

#[tokio::test]
async fn other_states_are_refused_while_a_monitor_runs() {
    let desk = Desk::new();
    let monitored = "Server  server2 is monitored so only maintenance and drain status can be \
                     altered manually. Status was not modified.";
    for state in ["master", "slave", "running", "synced", "blr"] {
        for verb in ["set", "clear"] {
            let path = format!("/v1/servers/server2/{verb}?state={state}");
            assert_eq!(desk.refusal("PUT", &path, "").await, (400, monitored.to_owned()));
        }
    }
    let invalid = "Invalid or missing value for the `state` parameter".to_owned();
    for query in ["", "?state=", "?state=Drained", "?state=Down", "?force=yes"] {
        let path = format!("/v1/servers/server2/set{query}");
        assert_eq!(desk.refusal("PUT", &path, "").await, (400, invalid.clone()));
    }
}

#[tokio::test]
async fn events_are_silent_about_maintenance() {
    let desk = Desk::new();
    let before = desk.event("server2").await;
    desk.put("/v1/servers/server2/set?state=maintenance").await;
    desk.wait(5).await;
    desk.put("/v1/servers/server2/clear?state=maintenance").await;
    assert_eq!(desk.event("server2").await, before);
}
