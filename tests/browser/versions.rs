//! The console with each MaxScale that it is tested with: one signs in, all pages show, and a server
//! goes into maintenance and returns.

use crate::dialogs::{self, confirm};
use maxconsole_demo::{MaxScaleVersion, VIEWER};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::{Page, TestConsole};
use serde_json::json;

browser_tests![
    maxscale_23_08,
    maxscale_24_02,
    maxscale_25_01,
    maxscale_25_10,
    a_role_without_edit_sees_what_it_may_not_do,
];

const PAGES: [(&str, &str); 16] = [
    ("#/dashboard/servers", "Dashboard"),
    ("#/dashboard/services", "Dashboard"),
    ("#/dashboard/listeners", "Dashboard"),
    ("#/dashboard/filters", "Dashboard"),
    ("#/dashboard/monitors", "Dashboard"),
    ("#/dashboard/sessions", "Dashboard"),
    ("#/users", "Users"),
    ("#/dashboard/servers/server2", "server2"),
    ("#/dashboard/servers/server2?tab=sessions", "server2"),
    ("#/dashboard/servers/server2?tab=statistics", "server2"),
    ("#/dashboard/servers/server2?tab=parameters", "server2"),
    ("#/dashboard/services/RW-Split-Router", "RW-Split-Router"),
    ("#/dashboard/services/RW-Split-Router?tab=parameters", "RW-Split-Router"),
    ("#/dashboard/listeners/RW-Split-Listener", "RW-Split-Listener"),
    ("#/dashboard/filters/QLA", "QLA"),
    ("#/dashboard/monitors/Monitor", "Monitor"),
];

/// Signs in, walks all pages, and takes a server out and back.
async fn works(version: MaxScaleVersion, tells: &str) -> (TestConsole, Page) {
    let console = TestConsole::with_version(version).await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.reads(&format!("simulated MaxScale {tells}")).await;
    page.reads("Tested with MaxScale 23.08 to 25.10.").await;
    page.visit_all(&PAGES, PAGES.len()).await;
    page.route("#/dashboard/servers/server2").await;
    page.heading("server2").shown().await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Maintain").await;
    page.reads("server2 is in maintenance").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    dialogs::open(&page, "Return to service").await;
    confirm(&page, "Return to service").await;
    console.rest().await_state("server2", "Slave, Running").await;
    (console, page)
}

async fn maxscale_23_08() {
    works(MaxScaleVersion::V23_08, "23.08.").await;
}

async fn maxscale_24_02() {
    works(MaxScaleVersion::V24_02, "24.02.").await;
}

async fn maxscale_25_01() {
    let (_console, page) = works(MaxScaleVersion::V25_01, "25.01.").await;
    page.reads("Reads routed").await;
}

async fn maxscale_25_10() {
    let (_console, page) = works(MaxScaleVersion::V25_10, "25.10.").await;
    // The state in parts, as MaxScale says it now.
    page.reads("Read · Replica").await;
    page.route("#/dashboard/services/RW-Split-Router").await;
    page.reads("Queries per session, average").await;
}

async fn a_role_without_edit_sees_what_it_may_not_do() {
    let console = TestConsole::with_version(MaxScaleVersion::V25_10).await;
    let attributes = json!({ "password": VIEWER.1, "role": "basic" });
    let viewer = json!({ "data": { "id": VIEWER.0, "type": "users", "attributes": attributes } });
    console.rest().change("POST", "/v1/users", viewer).await;
    let page = console.page("#/dashboard/servers/server2").await;
    sign_in(&page, VIEWER).await;
    page.button("viewer: user menu").shown().await;
    page.button("Server actions").click().await;
    let maintain = page.menu_item("Maintain").disabled().await;
    assert!(maintain.description.contains("Read-only account"), "{maintain:?}");
    page.press("Escape").await;
    // The users are the administrators' to see; that is an answer, and not asked again.
    page.route("#/users").await;
    page.reads("Your account may not see the users").await;
    page.expect_error("status of 403");
}
