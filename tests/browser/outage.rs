//! MaxScale dies in the middle, and comes back.

use crate::dialogs::{self, button, confirm};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{TestConsole, until};

browser_tests![
    the_last_data_stays_with_its_age_and_the_page_recovers,
    an_action_that_cannot_be_sent_stays_in_the_dialog,
    a_start_without_maxscale_recovers_by_itself,
    being_offline_is_reported_like_an_outage,
];

const OUT_OF_DATE: &str = "Data may be out of date";

async fn the_last_data_stays_with_its_age_and_the_page_recovers() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    remote.die();
    page.reads(OUT_OF_DATE).await;
    page.expect_error("status of 502");
    page.reads("Data is").await;
    assert!(page.link("server2").row().await.contains("Replica"), "the last data stays");
    remote.revive().await;
    page.stops_reading(OUT_OF_DATE).await;
    page.reads("Live").await;
}

async fn an_action_that_cannot_be_sent_stays_in_the_dialog() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    remote.die();
    button(&page, "Maintain").click().await;
    page.dialog().reads("it is not known whether MaxScale did it").await;
    page.expect_error("status of 502");
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    remote.revive().await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn a_start_without_maxscale_recovers_by_itself() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.at_server("server2").await;
    remote.die();
    page.reload().await;
    page.heading("MaxScale does not answer").shown().await;
    page.expect_error("status of 502");
    remote.revive().await;
    page.heading("server2").shown().await;
}

async fn being_offline_is_reported_like_an_outage() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.offline(true).await;
    page.reads(OUT_OF_DATE).await;
    page.expect_error("ERR_INTERNET_DISCONNECTED");
    page.offline(false).await;
    page.button("Refresh now").click().await;
    page.stops_reading(OUT_OF_DATE).await;
    until("the table after the outage", async || page.link("server2").one().await).await;
}
