//! Draining a server, and returning one to service from wherever it is.

use crate::dialogs::{self, button, confirm, connected};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::TestConsole;
use serde_json::Value;
use std::time::Duration;

browser_tests![
    a_server_in_use_drains_and_is_drained_when_its_clients_have_gone,
    the_end_of_a_drain_is_told_on_every_page,
    an_idle_server_is_drained_at_once,
    a_draining_server_returns_to_service,
    a_server_in_maintenance_returns_to_service,
    maintenance_over_a_drain_is_lifted_with_it,
    the_primary_of_a_galera_cluster_cannot_be_drained,
    what_changes_nothing_is_disabled_with_the_reason,
];

async fn a_server_in_use_drains_and_is_drained_when_its_clients_have_gone() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 4 300", "server2").await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Drain").await;
    page.dialog().reads("no new connections").await;
    confirm(&page, "Drain").await;
    assert!(page.text().await.contains("Draining replica"));
    let left = console.rest().connections("server2").await;
    page.reads(&format!("Draining: {left} of {left} connections left")).await;
    assert_eq!(console.rest().state("server2").await, "Draining, Slave, Running");
    console.simulation.advance(Duration::from_secs(300)).await;
    console.rest().await_state("server2", "Drained, Slave, Running").await;
    page.reads("Drained replica").await;
    page.reads("Drained: nothing is connected").await;
    page.reads("server2 is drained: nothing is connected").await;
    page.link("Maintain now that it is empty").click().await;
    page.dialog().reads("Maintain server2").await;
}

async fn the_end_of_a_drain_is_told_on_every_page() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 4 300", "server2").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=drain", Value::Null).await;
    let page = console.signed_in("").await;
    page.reads("Draining replica").await;
    page.route("#/users").await;
    page.heading("Users").shown().await;
    console.simulation.advance(Duration::from_secs(300)).await;
    console.rest().await_state("server2", "Drained, Slave, Running").await;
    page.reads("server2 is drained: nothing is connected").await;
    page.button("Maintain").click().await;
    page.dialog().reads("Maintain server2").await;
    page.is_at("#/dashboard/servers/server2").await;
}

async fn an_idle_server_is_drained_at_once() {
    let console = TestConsole::new().await;
    let page = console.at_server("galera2").await;
    dialogs::open(&page, "Drain").await;
    page.dialog().reads("drained at once").await;
    confirm(&page, "Drain").await;
    page.reads("Drained replica").await;
    assert_eq!(console.rest().state("galera2").await, "Drained, Slave, Synced, Running");
    page.button("Undo").click().await;
    console.rest().await_state("galera2", "Slave, Synced, Running").await;
}

async fn a_draining_server_returns_to_service() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 4 60", "server2").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=drain", Value::Null).await;
    let page = console.at_server("server2").await;
    page.reads("Draining replica").await;
    dialogs::open(&page, "Return to service").await;
    confirm(&page, "Return to service").await;
    assert_eq!(console.rest().state("server2").await, "Slave, Running");
    page.stops_reading("Draining").await;
}

async fn a_server_in_maintenance_returns_to_service() {
    let console = TestConsole::new().await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Return to service").await;
    confirm(&page, "Return to service").await;
    assert_eq!(console.rest().state("server2").await, "Slave, Running");
    page.reads("server2 was returned to service").await;
    page.button("Undo").click().await;
    console.rest().await_state("server2", "Maintenance, Running").await;
}

async fn maintenance_over_a_drain_is_lifted_with_it() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    rest.change("PUT", "/v1/servers/server2/set?state=drain", Value::Null).await;
    rest.change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Return to service").await;
    confirm(&page, "Return to service").await;
    assert_eq!(rest.state("server2").await, "Slave, Running");
}

async fn the_primary_of_a_galera_cluster_cannot_be_drained() {
    let console = TestConsole::new().await;
    let page = console.at_server("galera1").await;
    dialogs::open(&page, "Drain").await;
    let refused = button(&page, "Drain").disabled().await;
    assert!(refused.description.contains("Put it into maintenance instead"), "{refused:?}");
    assert_eq!(console.rest().state("galera1").await, "Master, Synced, Running");
}

async fn what_changes_nothing_is_disabled_with_the_reason() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.button("Server actions").click().await;
    let in_service = page.menu_item("Return to service").disabled().await;
    assert_eq!(in_service.description, "Already in service.");
    page.press("Escape").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    page.reads("Maintenance").await;
    page.button("Server actions").click().await;
    page.menu_item("Return to service").enabled().await;
    page.menu_item("Drain").disabled().await;
}
