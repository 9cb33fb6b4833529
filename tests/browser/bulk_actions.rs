//! Maintain, Drain and Return to service for several servers at once.

use crate::dialogs::{button, confirm, connected};
use crate::read_only::as_viewer;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Find, Page, TestConsole, until};
use serde_json::json;

browser_tests![
    several_servers_are_maintained_and_returned,
    force_closes_the_connections_of_all_selected,
    a_refused_server_is_left_out_with_the_reason,
    the_dialog_shows_what_services_lose_together,
    a_failure_names_its_server_and_the_rest_is_done,
    the_dialog_is_accessible,
    a_read_only_account_cannot_act_on_the_selection,
];

const TWO: &str = "#/dashboard/servers?selected=server2,server3";

/// Opens the dialog of an action on the selected servers.
async fn open(page: &Page, action: &str) -> Find {
    page.button(action).click().await;
    let dialog = page.dialog();
    dialog.shown().await;
    dialog
}

async fn are_maintained(console: &TestConsole, servers: &[&str]) {
    let rest = console.rest();
    for server in servers {
        until(&format!("{server} to be in maintenance"), async || {
            let state = rest.state(server).await;
            if state.starts_with("Maintenance") { Ok(()) } else { Err(state) }
        })
        .await;
    }
}

async fn several_servers_are_maintained_and_returned() {
    let console = TestConsole::new().await;
    let page = console.signed_in(TWO).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("Maintain 2 servers").await;
    dialog.reads("nothing is connected to them now").await;
    confirm(&page, "Maintain").await;
    page.reads("Maintain: done for 2 servers").await;
    are_maintained(&console, &["server2", "server3"]).await;
    open(&page, "Return to service").await.reads("Return 2 servers to service").await;
    confirm(&page, "Return to service").await;
    for server in ["server2", "server3"] {
        console.rest().await_state(server, "Slave, Running").await;
    }
    page.button("Undo").click().await;
    are_maintained(&console, &["server2", "server3"]).await;
}

async fn force_closes_the_connections_of_all_selected() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 6 600", "server2").await;
    let page = console.signed_in(TWO).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("closes at its client’s next request").await;
    page.checkbox("Force closing").click().await;
    dialog.reads("at once, open transactions included").await;
    dialog.reads("Command line").await;
    confirm(&page, "Maintain").await;
    for server in ["server2", "server3"] {
        assert_eq!(console.rest().connections(server).await, 0, "{server}");
    }
}

async fn a_refused_server_is_left_out_with_the_reason() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers?selected=server1,server2").await;
    let dialog = open(&page, "Drain").await;
    dialog.reads("Drain 1 server").await;
    dialog.reads("Left out. MaxScale does not allow this on the current primary").await;
    confirm(&page, "Drain").await;
    console.rest().await_state("server2", "Drained, Slave, Running").await;
    assert_eq!(console.rest().state("server1").await, "Master, Running");
}

async fn the_dialog_shows_what_services_lose_together() {
    let console = TestConsole::new().await;
    let address = "#/dashboard/servers?selected=galera1,galera2,galera3";
    let page = console.signed_in(address).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("Galera-Service").await;
    dialog.reads("Galera-Service loses its last usable server: clients get errors.").await;
    let red = "function() { return this.classList.contains('button-danger'); }";
    assert_eq!(button(&page, "Maintain").call(red).await, true, "as dangerous as it is");
    confirm(&page, "Cancel").await;
    assert_eq!(console.rest().state("galera2").await, "Slave, Synced, Running");
}

async fn a_failure_names_its_server_and_the_rest_is_done() {
    let console = TestConsole::new().await;
    let page = console.signed_in(TWO).await;
    let refused = json!({ "errors": [{ "detail": "Not today." }] });
    let broken = page
        .intercept("*/v1/servers/server2/set*", move |_| Reply::Json(403, refused.to_string()))
        .await;
    let dialog = open(&page, "Maintain").await;
    button(&page, "Maintain").click().await;
    dialog.reads("Maintenance failed for 1").await;
    dialog.reads("server2: ").await;
    dialog.reads("Not today.").await;
    page.expect_error("status of 403");
    are_maintained(&console, &["server3"]).await;
    dialog.reads("Left out. Already in maintenance.").await;
    broken.end().await;
    confirm(&page, "Maintain").await;
    are_maintained(&console, &["server2"]).await;
}

async fn the_dialog_is_accessible() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 6 600").await;
    let address = "#/dashboard/servers?selected=server1,server2,server3,galera2";
    let page = console.signed_in(address).await;
    open(&page, "Maintain").await.reads("Maintain 3 servers").await;
    page.checkbox("Force closing").click().await;
    axe(&page, "the dialog for several servers").await;
    page.picture("several-1280").await;
    page.size(390, 844).await;
    page.picture("several-390").await;
    axe(&page, "the dialog for several servers on a phone").await;
}

async fn a_read_only_account_cannot_act_on_the_selection() {
    let console = TestConsole::new().await;
    let page = as_viewer(&console, TWO).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("Read-only account").await;
    let maintain = button(&page, "Maintain").disabled().await;
    assert!(maintain.description.contains("would refuse"), "{maintain:?}");
}
