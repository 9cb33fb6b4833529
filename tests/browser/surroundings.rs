//! The same flow where the world is lively, and where the console lies under a path.

use crate::dialogs::{self, confirm, disconnected};
use maxconsole_tests::support::Stage;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::trials;

trials![the_flow_works_in_the_lively_world, the_flow_works_under_a_path];

async fn the_flow_works_in_the_lively_world() {
    let stage = Stage::lively().await;
    let page = stage.signed_in("").await;
    let replica = stage.rest().server_with("Slave", "Monitor").await;
    page.link(&replica).click().await;
    page.heading(&replica).shown().await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    page.dialog().reads("at once").await;
    confirm(&page, "Maintain").await;
    assert_eq!(stage.rest().state(&replica).await, "Maintenance, Running");
    disconnected(&stage, &replica).await;
    axe(&page, "a server of a lively world").await;
}

async fn the_flow_works_under_a_path() {
    let stage = Stage::under("/tools/maxconsole").await;
    let page = stage.signed_in("").await;
    assert!(page.url().await.contains("/tools/maxconsole/"));
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    dialogs::open(&page, "Maintain").await;
    confirm(&page, "Maintain").await;
    assert_eq!(stage.rest().state("server2").await, "Maintenance, Running");
    page.reload().await;
    page.heading("server2").shown().await;
    page.back().await;
    page.heading("Dashboard").shown().await;
    assert!(page.url().await.contains("/tools/maxconsole/"));
}
