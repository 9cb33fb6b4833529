//! Draining: nothing new, what is there goes on, and the state tells when it is over.

use crate::desk::Desk;

#[tokio::test]
async fn a_replica_drains_as_its_clients_leave() {
    let desk = Desk::new();
    desk.env("load RW-Split-Router 2 10").await;
    desk.put("/v1/servers/server2/set?state=drain").await;
    assert_eq!(desk.state("server2").await, "Draining, Slave, Running");
    desk.env("load RW-Split-Router 2 30").await;
    assert_eq!(desk.connections("server2").await, 2);
    desk.wait(11).await;
    assert_eq!(desk.state("server2").await, "Drained, Slave, Running");
    assert_eq!(desk.connections("server3").await, 2);
    desk.put("/v1/servers/server2/clear?state=drain").await;
    assert_eq!(desk.state("server2").await, "Slave, Running");
}

#[tokio::test]
async fn maintenance_covers_draining() {
    let desk = Desk::new();
    desk.put("/v1/servers/server3/set?state=drain&force=yes").await;
    desk.put("/v1/servers/server3/set?state=maintenance").await;
    assert_eq!(desk.state("server3").await, "Maintenance, Running");
    desk.put("/v1/servers/server3/clear?state=maintenance").await;
    assert_eq!(desk.state("server3").await, "Drained, Slave, Running");
}

#[tokio::test]
async fn a_galera_primary_is_not_drained() {
    let desk = Desk::new();
    let text = "The server is master, so it cannot be set to draining mode.".to_owned();
    assert_eq!(desk.refusal("PUT", "/v1/servers/galera1/set?state=drain", "").await, (400, text));
    desk.put("/v1/servers/galera3/set?state=drain").await;
    assert_eq!(desk.state("galera3").await, "Drained, Slave, Synced, Running");
}

#[tokio::test]
async fn force_does_nothing_for_draining() {
    let desk = Desk::new();
    desk.env("load RW-Split-Router 2 60").await;
    desk.put("/v1/servers/server2/set?state=drain&force=yes").await;
    assert_eq!(desk.connections("server2").await, 2);
}
