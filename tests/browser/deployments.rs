//! The same flow where the world is lively, and where the console lies under a path.

use crate::dialogs::{self, confirm, disconnected};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::TestConsole;
use maxconsole_tests::support::axe::axe;

browser_tests![maintenance_works_while_clients_come_and_go, maintenance_works_under_a_base_path];

async fn maintenance_works_while_clients_come_and_go() {
    let console = TestConsole::with_clients().await;
    let page = console.signed_in("").await;
    let replica = console.rest().server_with("Slave", "Monitor").await;
    page.link(&replica).click().await;
    page.heading(&replica).shown().await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    page.dialog().reads("at once").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state(&replica).await, "Maintenance, Running");
    disconnected(&console, &replica).await;
    axe(&page, "a server of a lively world").await;
}

async fn maintenance_works_under_a_base_path() {
    let console = TestConsole::under_path("/tools/maxconsole").await;
    let page = console.signed_in("").await;
    assert!(page.url().await.contains("/tools/maxconsole/"));
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    dialogs::open(&page, "Maintain").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    page.reload().await;
    page.heading("server2").shown().await;
    page.back().await;
    page.heading("Dashboard").shown().await;
    assert!(page.url().await.contains("/tools/maxconsole/"));
}
