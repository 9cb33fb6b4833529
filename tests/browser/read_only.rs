//! An account that may only look sees every action, disabled, with the reason.

use maxconsole_demo::VIEWER;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{Page, TestConsole, console, mutations};
use serde_json::json;

browser_tests![
    every_action_is_disabled_with_the_reason,
    every_row_action_is_disabled_with_the_reason
];

/// A page at a route, signed in with an account that may only look.
pub async fn as_viewer(console: &TestConsole, route: &str) -> Page {
    let attributes = json!({ "password": VIEWER.1, "account": "basic" });
    let account = json!({ "data": { "id": VIEWER.0, "type": "inet", "attributes": attributes } });
    console.rest().change("POST", "/v1/users/inet", account).await;
    let page = console.page(route).await;
    console::sign_in(&page, VIEWER).await;
    page
}

async fn every_row_action_is_disabled_with_the_reason() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 1 600").await;
    let page = as_viewer(&console, "").await;
    for (tab, name, entries) in [
        ("servers", "server2", ["Maintain", "Drain"]),
        ("services", "RW-Split-Router", ["Start service", "Stop service"]),
        ("listeners", "RW-Split-Listener", ["Start listener", "Stop listener"]),
        ("monitors", "Monitor", ["Start monitor", "Stop monitor"]),
        ("sessions", "1", ["Kill session", "Kill session"]),
    ] {
        page.route(&format!("#/dashboard/{tab}")).await;
        page.button(&format!("Actions for {name}")).click().await;
        for entry in entries {
            let item = page.menu_item(entry).disabled().await;
            assert!(item.description.contains("Read-only account"), "{item:?}");
            page.menu_item(entry).call("function() { this.click(); }").await;
            assert!(page.dialog().one().await.is_err(), "{entry} opens nothing");
        }
        page.press("Escape").await;
        page.menu_item(entries[0]).gone().await;
    }
}

async fn every_action_is_disabled_with_the_reason() {
    let console = TestConsole::new().await;
    let page = as_viewer(&console, "#/dashboard/servers/server2").await;
    page.button("Server actions").click().await;
    page.menu_item("Maintain").shown().await;
    // It stands above them once, and not with each.
    let reasons =
        page.script("document.querySelectorAll('.menu-reason:not(.visually-hidden)').length").await;
    assert_eq!(reasons, json!(0));
    page.reads("Read-only account. Sign in as an administrator.").await;
    for action in ["Maintain", "Drain", "Return to service", "Delete"] {
        let entry = page.menu_item(action).disabled().await;
        assert!(entry.description.contains("Read-only account"), "{entry:?}");
        page.menu_item(action).call("function() { this.click(); }").await;
        assert!(page.dialog().one().await.is_err(), "{action} opens nothing");
    }
    page.press("Escape").await;
    page.button("viewer: user menu").click().await;
    page.reads("read-only").await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
}
