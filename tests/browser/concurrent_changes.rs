//! Others, the world and impatient fingers act while somebody decides.

use crate::dialogs::{self, button, confirm, connected};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{TestConsole, mutations};
use serde_json::Value;

browser_tests![
    repeated_clicks_send_one_request,
    a_failure_is_shown_after_its_dialog_was_closed,
    an_open_dialog_follows_changes_by_others,
    an_open_dialog_refuses_a_replica_that_becomes_primary,
    an_open_dialog_counts_new_connections,
];

async fn repeated_clicks_send_one_request() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let held = page.hold("*/set?*", |_| Reply::Pass).await;
    button(&page, "Maintain").click().await;
    for _ in 0..3 {
        button(&page, "Maintain").call("function() { this.click(); }").await;
    }
    held.release();
    page.dialog().gone().await;
    held.end().await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 1);
}

async fn a_failure_is_shown_after_its_dialog_was_closed() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let words = r#"{"errors":[{"detail":"Cannot start configuration change."}]}"#;
    let held = page.hold("*/set?*", move |_| Reply::Json(400, words.to_owned())).await;
    button(&page, "Maintain").click().await;
    button(&page, "Maintain").disabled().await;
    page.press("Escape").await;
    held.release();
    page.reads("Cannot start configuration change.").await;
    page.expect_error("status of 400");
    page.reads("server2").await;
}

async fn an_open_dialog_follows_changes_by_others() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    page.dialog().reads("Already in maintenance").await;
    button(&page, "Maintain").disabled().await;
    console.rest().change("PUT", "/v1/servers/server2/clear?state=maintenance", Value::Null).await;
    page.dialog().reads("Replica").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn an_open_dialog_refuses_a_replica_that_becomes_primary() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    button(&page, "Maintain").enabled().await;
    let switch = "/v1/maxscale/modules/mariadbmon/switchover?Monitor&server2";
    console.rest().change("POST", switch, Value::Null).await;
    page.dialog().reads("Switch over to a replica first").await;
    button(&page, "Maintain").disabled().await;
}

async fn an_open_dialog_counts_new_connections() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("nothing is connected to it now").await;
    page.checkbox("Force closing").click().await;
    connected(&console, "load RW-Split-Router 4 60", "server2").await;
    let count = console.rest().connections("server2").await;
    page.dialog().reads(&format!("all {count} connections")).await;
    assert!(page.checkbox("Force closing").shown().await.is_checked(), "a poll unticks nothing");
}
