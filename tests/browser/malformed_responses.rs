//! Answers that are wrong, late, empty or of another time: a clear word, and nothing is lost.

use crate::dialogs::{self, button, confirm};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::TestConsole;
use maxconsole_tests::support::network::Reply;
use serde_json::{Value, json};

browser_tests![
    malformed_json_is_reported_and_the_last_data_stays,
    malformed_json_at_the_start_is_reported,
    missing_attributes_are_no_error,
    unknown_states_are_shown_as_they_are,
    the_dialog_mentions_an_unknown_monitor_module,
    the_dialog_shows_an_error_without_a_body,
    the_dialog_shows_that_an_action_is_forbidden,
    a_host_that_may_not_change_anything_keeps_its_session,
    warnings_of_maxscale_are_shown,
    a_response_after_leaving_the_page_is_ignored,
    an_action_completes_after_leaving_the_page,
    a_late_action_does_not_close_the_next_dialog,
    a_deleted_server_is_reported_with_a_link_back,
    a_server_deleted_under_its_dialog_is_reported,
];

async fn malformed_json_is_reported_and_the_last_data_stays() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let broken = page.intercept("*/v1/servers?*", |_| Reply::Json(200, "{ nope".to_owned())).await;
    page.reads("could not be understood").await;
    assert!(page.link("server2").row().await.contains("Replica"));
    broken.end().await;
    page.stops_reading("could not be understood").await;
}

async fn malformed_json_at_the_start_is_reported() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    let broken = page.intercept("*/v1/servers?*", |_| Reply::Json(200, "<html>".to_owned())).await;
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.reads("could not be understood").await;
    broken.end().await;
    page.link("server2").shown().await;
}

async fn missing_attributes_are_no_error() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    let bare =
        json!({ "data": [{ "id": "bare", "type": "servers" }, { "type": "servers" }, null] });
    let one = json!({ "data": { "id": "bare", "type": "servers", "attributes": {}, "relationships": null } });
    let _bare = page
        .intercept("*/v1/servers*", move |asked| {
            let is_one = asked.url.contains("/v1/servers/");
            Reply::Json(200, if is_one { &one } else { &bare }.to_string())
        })
        .await;
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.link("bare").shown().await;
    assert!(page.link("bare").row().await.contains("State not known"));
    // The row moves for as long as monitors and problems are read.
    page.reads("4 problems").await;
    page.requests_settle().await;
    page.link("bare").click().await;
    page.heading("bare").shown().await;
    page.button("Server actions").click().await;
    page.menu_item("Maintain").shown().await;
}

async fn unknown_states_are_shown_as_they_are() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    let odd = json!({ "data": [
        { "id": "a", "type": "servers", "attributes": { "state": "Hibernating, Running" } },
        { "id": "b", "type": "servers", "attributes": { "state": "Slave, Rebalancing, Running" } },
    ] });
    let _odd = page.intercept("*/v1/servers?*", move |_| Reply::Json(200, odd.to_string())).await;
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.link("a").shown().await;
    assert!(page.link("a").row().await.contains("Hibernating"));
    assert!(page.link("b").row().await.contains("Rebalancing"));
}

async fn the_dialog_mentions_an_unknown_monitor_module() {
    let console = TestConsole::new().await;
    let page = console.page("#/dashboard/servers/server2").await;
    let odd = json!({ "data": [{ "id": "Monitor", "type": "monitors",
        "attributes": { "module": "quantummon", "state": "Running" } }] });
    let _odd = page.intercept("*/v1/monitors?*", move |_| Reply::Json(200, odd.to_string())).await;
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("a kind this console does not know").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn the_dialog_shows_an_error_without_a_body() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    let _silent = page.intercept("*/set?*", |_| Reply::Empty(418)).await;
    button(&page, "Maintain").click().await;
    page.dialog().reads("418").await;
    page.dialog().reads("gave no reason").await;
    page.expect_error("status of 418");
    assert!(page.checkbox("Force closing").shown().await.is_checked());
}

async fn the_dialog_shows_that_an_action_is_forbidden() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let words = r#"{"errors":[{"detail":"Administrative access required"}]}"#;
    let _forbidding = page.intercept("*/set?*", move |_| Reply::Json(403, words.to_owned())).await;
    button(&page, "Maintain").click().await;
    page.dialog().reads("Administrative access required").await;
    page.expect_error("status of 403");
}

async fn a_host_that_may_not_change_anything_keeps_its_session() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    let body = r#"{"errors":[{"detail":"Access denied"}]}"#;
    let refused = page.intercept("*/set?*", |_| Reply::Json(401, body.to_owned())).await;
    dialogs::open(&page, "Maintain").await;
    button(&page, "Maintain").click().await;
    page.dialog().reads("Access denied").await;
    assert!(!page.text().await.contains("Your session has ended"));
    refused.end().await;
    page.expect_error("status of 401");
}

async fn warnings_of_maxscale_are_shown() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    let warned =
        page.intercept("*/set?*", |_| Reply::Warned("server2 is also in a file".to_owned())).await;
    dialogs::open(&page, "Maintain").await;
    button(&page, "Maintain").click().await;
    page.reads("server2 is also in a file").await;
    warned.end().await;
}

async fn a_response_after_leaving_the_page_is_ignored() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let held = page.hold("*/v1/servers/server2?*", |_| Reply::Pass).await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    page.back().await;
    page.heading("Dashboard").shown().await;
    held.release();
    page.link("server3").click().await;
    page.heading("server3").shown().await;
    page.button("Server actions").shown().await;
    held.end().await;
}

async fn an_action_completes_after_leaving_the_page() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").click().await;
    dialogs::open(&page, "Maintain").await;
    let held = page.hold("*/set?*", |_| Reply::Pass).await;
    button(&page, "Maintain").click().await;
    button(&page, "Maintain").disabled().await;
    page.back().await;
    page.heading("Dashboard").shown().await;
    held.release();
    page.reads("server2 is in maintenance").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    held.end().await;
    page.link("server3").click().await;
    page.heading("server3").shown().await;
}

async fn a_late_action_does_not_close_the_next_dialog() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Drain").await;
    let held = page.hold("*/set?*", |_| Reply::Json(500, "{}".to_owned())).await;
    button(&page, "Drain").click().await;
    page.dialog().reads("Closing this dialog does not stop it").await;
    button(&page, "Close dialog").click().await;
    page.dialog().gone().await;
    let next = dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    held.release();
    page.reads("Drain failed for server2").await;
    assert!(!next.text().await.contains("failed"));
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    held.end().await;
    page.expect_error("status of 500");
}

async fn a_deleted_server_is_reported_with_a_link_back() {
    let console = TestConsole::new().await;
    let page = console.at_server("server3").await;
    console.rest().change("DELETE", "/v1/servers/server3?force=yes", Value::Null).await;
    page.reads("There is no server named server3").await;
    page.expect_error("status of 404");
    page.link("Go to the servers").click().await;
    page.link("server1").shown().await;
    page.link("server3").gone().await;
}

async fn a_server_deleted_under_its_dialog_is_reported() {
    let console = TestConsole::new().await;
    let page = console.at_server("server3").await;
    dialogs::open(&page, "Maintain").await;
    console.rest().change("DELETE", "/v1/servers/server3?force=yes", Value::Null).await;
    page.reads("There is no server named server3").await;
    page.expect_error("status of 404");
    page.dialog().gone().await;
    page.link("Go to the servers").click().await;
}
