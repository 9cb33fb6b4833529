//! Others, the world and impatient fingers act while somebody decides.

use crate::dialogs::{self, button, confirm, connected};
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Stage, mutations};
use maxconsole_tests::trials;
use serde_json::Value;

trials![
    impatient_clicks_send_one_request,
    a_dialog_closed_too_early_still_tells_of_the_failure,
    what_somebody_else_does_shows_in_the_open_dialog,
    a_replica_that_becomes_primary_is_refused_in_the_open_dialog,
    clients_that_come_are_counted_in_the_open_dialog,
];

async fn impatient_clicks_send_one_request() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
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

async fn a_dialog_closed_too_early_still_tells_of_the_failure() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let words = r#"{"errors":[{"detail":"Cannot start configuration change."}]}"#;
    let held = page.hold("*/set?*", move |_| Reply::Json(400, words.to_owned())).await;
    button(&page, "Maintain").click().await;
    button(&page, "Maintain").disabled().await;
    page.press("Escape").await;
    held.release();
    page.reads("Cannot start configuration change.").await;
    page.expect_trouble("status of 400");
    page.reads("server2").await;
}

async fn what_somebody_else_does_shows_in_the_open_dialog() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    stage.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    page.dialog().reads("It is in maintenance already").await;
    button(&page, "Maintain").disabled().await;
    stage.rest().change("PUT", "/v1/servers/server2/clear?state=maintenance", Value::Null).await;
    page.dialog().reads("Replica").await;
    confirm(&page, "Maintain").await;
    assert_eq!(stage.rest().state("server2").await, "Maintenance, Running");
}

async fn a_replica_that_becomes_primary_is_refused_in_the_open_dialog() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    button(&page, "Maintain").enabled().await;
    let switch = "/v1/maxscale/modules/mariadbmon/switchover?Monitor&server2";
    stage.rest().change("POST", switch, Value::Null).await;
    page.dialog().reads("Switch over to a replica first").await;
    button(&page, "Maintain").disabled().await;
}

async fn clients_that_come_are_counted_in_the_open_dialog() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("nothing is connected to it now").await;
    page.checkbox("Force closing").click().await;
    connected(&stage, "load RW-Split-Router 4 60", "server2").await;
    let count = stage.rest().connections("server2").await;
    page.dialog().reads(&format!("all {count} connections")).await;
    assert!(page.checkbox("Force closing").shown().await.is_checked(), "a poll unticks nothing");
}
