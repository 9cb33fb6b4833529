//! Whoever asks for the same thing shares one answer, and what was read is there for the next page.

use crate::dialogs::open_in_row;
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use std::collections::BTreeMap;

browser_tests![
    search_over_the_dashboard_asks_for_each_thing_once_a_round,
    a_dialog_over_the_dashboard_asks_for_each_thing_once_a_round,
    two_tabs_ask_together_for_each_thing_once_a_round,
    a_page_shows_at_once_what_was_read_before,
    after_signing_out_nothing_is_left_of_what_was_read,
];

type Requests = BTreeMap<String, u64>;

/// How often each thing was asked for. Lists that are read in part at times are one thing each.
async fn requests(pages: &[&Page]) -> Requests {
    let mut requests = Requests::new();
    for page in pages {
        for url in mutations::requests(page).await {
            let Some((_, request)) = url.split_once("/v1/") else { continue };
            let (path, _) = request.split_once('?').unwrap_or((request, ""));
            let thing = if ["servers", "services"].contains(&path) { path } else { request };
            *requests.entry(thing.to_owned()).or_default() += 1;
        }
    }
    requests
}

/// What these pages ask for in a few rounds.
async fn a_few_rounds(pages: &[&Page]) -> Requests {
    for page in pages {
        page.script("performance.clearResourceTimings(); 0").await;
    }
    until("eight rounds", async || {
        let made = requests(pages).await;
        if made.get("servers") >= Some(&8) { Ok(made) } else { Err(format!("{made:?}")) }
    })
    .await
}

/// A page that reads for itself now and then hears of the other too late, and asks again.
fn assert_each_once(requests: &Requests, tolerance: u64) {
    let rounds = requests["servers"];
    assert!(rounds <= 8 + tolerance, "{requests:#?}");
    for (thing, times) in requests {
        assert!(*times <= rounds + tolerance, "{thing} in {rounds} rounds: {requests:#?}");
    }
    let background = ["listeners", "filters"];
    for (thing, times) in requests {
        let is_background = background.iter().any(|path| thing.starts_with(path));
        assert!(!is_background || *times <= 3, "{thing} is not shown: {requests:#?}");
    }
}

async fn dashboard(console: &TestConsole) -> Page {
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page
}

async fn search_over_the_dashboard_asks_for_each_thing_once_a_round() {
    let console = TestConsole::with_stopped_clock().await;
    let page = dashboard(&console).await;
    page.press("Ctrl+k").await;
    page.heading("Search everywhere").shown().await;
    page.requests_settle().await;
    assert_each_once(&a_few_rounds(&[&page]).await, 1);
}

async fn a_dialog_over_the_dashboard_asks_for_each_thing_once_a_round() {
    let console = TestConsole::with_stopped_clock().await;
    let page = dashboard(&console).await;
    open_in_row(&page, "server2", "Maintain").await;
    page.requests_settle().await;
    let made = a_few_rounds(&[&page]).await;
    assert_each_once(&made, 1);
    let diagnostics =
        |thing: &String| thing.starts_with("monitors?") && thing.ends_with(",monitor_diagnostics");
    assert!(made.keys().any(diagnostics), "{made:#?}");
}

async fn two_tabs_ask_together_for_each_thing_once_a_round() {
    let console = TestConsole::with_stopped_clock().await;
    let a = dashboard(&console).await;
    let b = console.second_tab("").await;
    b.link("server2").shown().await;
    b.press("Ctrl+k").await;
    b.heading("Search everywhere").shown().await;
    for page in [&a, &b] {
        page.requests_settle().await;
    }
    assert_each_once(&a_few_rounds(&[&a, &b]).await, 2);
}

async fn a_page_shows_at_once_what_was_read_before() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    page.button("Server actions").shown().await;
    let held = page.hold("*/v1/*", |_| Reply::Pass).await;
    page.link("Dashboard").click().await;
    page.link("server3").shown().await;
    page.link("server2").click().await;
    page.button("Server actions").shown().await;
    held.end().await;
    page.reads("Live").await;
}

async fn after_signing_out_nothing_is_left_of_what_was_read() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    page.button("admin: user menu").click().await;
    page.menu_item("Sign out").click().await;
    page.button("Sign in").shown().await;
    let held = page.hold("*/v1/servers?*", |_| Reply::Pass).await;
    sign_in(&page, ADMIN).await;
    held.begins().await;
    assert!(page.link("server2").one().await.is_err(), "nothing was read since");
    held.end().await;
    page.link("server2").shown().await;
}
