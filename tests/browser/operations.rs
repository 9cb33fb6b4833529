//! What can be done from the row of a table.

use crate::dialogs::{button, confirm, open_in_row};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use serde_json::{Value, json};

browser_tests![
    a_session_is_killed_after_its_dialog_says_what_it_holds,
    a_session_that_has_ended_is_not_killed,
    a_stopped_service_takes_no_clients_and_keeps_its_sessions,
    stopping_a_service_by_force_ends_its_sessions,
    the_database_users_of_a_service_are_reloaded,
    a_listener_is_stopped_and_started,
    a_monitor_is_stopped_and_started,
    a_server_is_maintained_from_its_row,
    the_row_menu_refuses_the_primary,
    a_failure_stays_in_the_dialog,
    the_row_menu_works_with_the_keyboard,
];

async fn row_reads(page: &Page, name: &str, word: &str) {
    until(&format!("{name} to be {word}"), async || {
        let row = page.find("rowheader", name).row().await;
        if row.contains(word) { Ok(()) } else { Err(row) }
    })
    .await;
}

async fn sessions(console: &TestConsole) -> usize {
    let all = console.rest().ask("GET", "/v1/sessions", &Value::Null).await.1;
    all["data"].as_array().unwrap().len()
}

async fn a_session_is_killed_after_its_dialog_says_what_it_holds() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 2 600").await;
    let page = console.signed_in("#/dashboard/sessions").await;
    let dialog = open_in_row(&page, "1", "Kill session").await;
    for part in [
        "Kill session 1",
        "maxuser@127.0.0.1 is disconnected at once",
        "doesn’t report whether a transaction is open",
        "RW-Split-Router",
        "server3",
        "kB",
        "Open transaction\nnot known",
    ] {
        dialog.reads(part).await;
    }
    confirm(&page, "Kill").await;
    page.reads("Session 1 was killed").await;
    page.button("Actions for 1").gone().await;
    page.button("Actions for 2").shown().await;
    assert_eq!(console.rest().ask("GET", "/v1/sessions/1", &Value::Null).await.0, 404);
}

async fn a_session_that_has_ended_is_not_killed() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 1 600").await;
    let page = console.signed_in("#/dashboard/sessions").await;
    let dialog = open_in_row(&page, "1", "Kill session").await;
    console.rest().change("DELETE", "/v1/sessions/1", Value::Null).await;
    let kill = button(&page, "Kill").disabled().await;
    assert!(kill.description.contains("The session is gone"), "{kill:?}");
    dialog.reads("maxuser@127.0.0.1").await;
    confirm(&page, "Cancel").await;
    page.reads("No sessions.").await;
}

async fn a_stopped_service_takes_no_clients_and_keeps_its_sessions() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 3 600").await;
    let page = console.signed_in("#/dashboard/services").await;
    let dialog = open_in_row(&page, "RW-Split-Router", "Stop service").await;
    dialog.reads("RW-Split-Listener no longer listens").await;
    dialog.reads("3 sessions go on until the clients leave").await;
    page.checkbox("Force closing").click().await;
    dialog.reads("3 sessions are closed at once, open transactions included").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Stop").await;
    row_reads(&page, "RW-Split-Router", "Stopped").await;
    assert_eq!(sessions(&console).await, 3);
    page.button("Undo").click().await;
    row_reads(&page, "RW-Split-Router", "Started").await;
    page.reads("RW-Split-Router is as it was before").await;
}

async fn stopping_a_service_by_force_ends_its_sessions() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 3 600").await;
    let page = console.signed_in("#/dashboard/services").await;
    open_in_row(&page, "RW-Split-Router", "Stop service").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Stop").await;
    row_reads(&page, "RW-Split-Router", "Stopped").await;
    assert_eq!(sessions(&console).await, 0);
}

async fn the_database_users_of_a_service_are_reloaded() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/services").await;
    let dialog = open_in_row(&page, "RW-Split-Router", "Reload service").await;
    dialog.reads("MaxScale reads the database users for RW-Split-Router again").await;
    confirm(&page, "Reload").await;
    page.reads("The database users for RW-Split-Router were read again").await;
    assert_eq!(mutations::requests_to(&page, "/RW-Split-Router/reload").await, 1);
    assert!(page.button("Undo").one().await.is_err(), "there is nothing to undo");
}

async fn a_listener_is_stopped_and_started() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/listeners").await;
    let dialog = open_in_row(&page, "RW-Split-Listener", "Stop listener").await;
    dialog.reads("No client can connect at 127.0.0.1:4006").await;
    confirm(&page, "Stop").await;
    row_reads(&page, "RW-Split-Listener", "Stopped").await;
    open_in_row(&page, "RW-Split-Listener", "Start listener").await;
    confirm(&page, "Start").await;
    row_reads(&page, "RW-Split-Listener", "Running").await;
}

async fn a_monitor_is_stopped_and_started() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/monitors").await;
    let dialog = open_in_row(&page, "Monitor", "Stop monitor").await;
    dialog.reads("its 3 servers stay as they are now").await;
    dialog.reads("no failover").await;
    assert!(page.checkbox("Force closing").one().await.is_err());
    confirm(&page, "Stop").await;
    row_reads(&page, "Monitor", "Stopped").await;
    page.button("Actions for Monitor").click().await;
    page.menu_item("Stop monitor").disabled().await;
    page.menu_item("Start monitor").click().await;
    page.dialog().reads("from its next tick").await;
    confirm(&page, "Start").await;
    row_reads(&page, "Monitor", "Running").await;
}

async fn a_server_is_maintained_from_its_row() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    let dialog = open_in_row(&page, "server2", "Maintain").await;
    dialog.reads("Affected now").await;
    page.checkbox("Force closing").shown().await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    row_reads(&page, "server2", "Maintenance").await;
    let back = page.button("Actions for server2");
    back.is("to have the focus", |node| node.is_focused()).await;
    open_in_row(&page, "server2", "Return to service").await;
    // The message has not had to go first.
    page.reads("server2 is in maintenance").await;
    confirm(&page, "Return to service").await;
    row_reads(&page, "server2", "Replica").await;
    open_in_row(&page, "server3", "Drain").await;
    confirm(&page, "Drain").await;
    row_reads(&page, "server3", "Drained").await;
}

async fn the_row_menu_refuses_the_primary() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    let dialog = open_in_row(&page, "server1", "Maintain").await;
    dialog.reads("Switch over to a replica first").await;
    button(&page, "Maintain").disabled().await;
}

async fn a_failure_stays_in_the_dialog() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/monitors").await;
    page.button("Actions for Monitor").shown().await;
    let busy = json!({ "errors": [{ "detail": "Command 'switchover' is running" }] }).to_string();
    let answers =
        page.intercept("*/monitors/Monitor/stop", move |_| Reply::Json(400, busy.clone())).await;
    open_in_row(&page, "Monitor", "Stop monitor").await;
    button(&page, "Stop").click().await;
    page.dialog().reads("Stop failed").await;
    page.dialog().reads("Command 'switchover' is running").await;
    page.expect_error("status of 400");
    answers.end().await;
    confirm(&page, "Stop").await;
    row_reads(&page, "Monitor", "Stopped").await;
}

async fn the_row_menu_works_with_the_keyboard() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.button("Actions for server2").shown().await;
    page.walk_to("Tab", "button", "Actions for server1").await;
    page.press("Enter").await;
    page.menu_item("Maintain").focused().await;
    page.press("ArrowDown").await;
    page.menu_item("Drain").focused().await;
    page.press("Escape").await;
    page.menu_item("Drain").gone().await;
    page.button("Actions for server1").focused().await;
    // Another row's button takes the menu over, and a second click on it gives it back.
    page.button("Actions for server1").click().await;
    page.menu_item("Maintain").shown().await;
    page.button("Actions for server3").call("function() { this.click(); }").await;
    page.find("menu", "Actions for server3").shown().await;
    page.button("Actions for server3").click().await;
    page.menu_item("Maintain").gone().await;
}
