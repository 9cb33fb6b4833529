//! The parts of the app that are loaded when they are first needed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::measure::budget;
use maxconsole_tests::support::network::{Interception, Reply};
use maxconsole_tests::support::{Page, TestConsole, mutations, until};

browser_tests![
    a_part_that_fails_once_comes_with_the_next_try,
    a_part_that_fails_twice_comes_with_the_third_try,
    a_part_that_always_fails_leaves_the_rest_alone,
    a_part_is_loaded_once,
    an_updated_console_offers_to_reload,
    the_heading_gets_the_focus_when_its_part_is_there,
    the_focus_stays_where_it_was_put_while_a_part_loads,
    a_dialog_waits_for_its_part,
    a_panic_in_a_part_is_shown,
    parts_are_loaded_while_nothing_else_is_to_do,
    parts_wait_where_data_is_saved,
    a_cold_start_loads_few_files,
];

/// As phones and some browsers do it: nothing is loaded before it is needed.
const SAVE_DATA: &str =
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });";
/// The file of the page of a server.
const SERVER: &str = "*/server-*";

/// The dashboard, where no part of the pages of objects has been loaded.
async fn dashboard(console: &TestConsole) -> Page {
    let page = console.blank_page().await;
    page.before_all(SAVE_DATA).await;
    page.go(&console.url("")).await;
    sign_in(&page, ADMIN).await;
    page.link("server2").shown().await;
    page
}

/// Breaks the connection for the first requests for the page of a server.
async fn failing(page: &Page, times: usize) -> Interception {
    let asked = Arc::new(AtomicUsize::new(0));
    page.intercept(SERVER, move |_| {
        let before = asked.fetch_add(1, Ordering::Relaxed);
        if before < times { Reply::Break } else { Reply::Pass }
    })
    .await
}

async fn comes_after(failures: usize) {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    let _network = failing(&page, failures).await;
    page.link("server2").click().await;
    for failure in 1..=failures {
        page.reads("The page could not be loaded").await;
        until("the failure", async || {
            let asked = mutations::requests_to(&page, "/server-").await;
            if asked == failure as u64 { Ok(()) } else { Err(asked.to_string()) }
        })
        .await;
        page.button("Try again").click().await;
    }
    page.heading("server2").focused().await;
    page.expect_error("ERR_CONNECTION_RESET");
    page.expect_error("Failed to fetch");
}

async fn a_part_that_fails_once_comes_with_the_next_try() {
    comes_after(1).await;
}

async fn a_part_that_fails_twice_comes_with_the_third_try() {
    comes_after(2).await;
}

async fn a_part_that_always_fails_leaves_the_rest_alone() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    let _network = failing(&page, usize::MAX).await;
    page.link("server2").click().await;
    page.reads("The page could not be loaded").await;
    page.button("Try again").click().await;
    page.reads("The page could not be loaded").await;
    page.link("Dashboard").click().await;
    page.link("server2").shown().await;
    page.heading("Dashboard").focused().await;
    page.expect_error("ERR_CONNECTION_RESET");
    page.expect_error("Failed to fetch");
}

async fn a_part_is_loaded_once() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    for _ in 0..2 {
        page.link("server2").click().await;
        page.heading("server2").focused().await;
        page.link("Dashboard").click().await;
        page.link("server2").shown().await;
    }
    page.link("Services 3").click().await;
    page.link("Galera-Service").click().await;
    page.heading("Galera-Service").focused().await;
    assert_eq!(mutations::requests_to(&page, "/server-").await, 1);
}

async fn an_updated_console_offers_to_reload() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    let network = page.intercept(SERVER, |_| Reply::Empty(404)).await;
    page.link("server2").click().await;
    page.reads("MaxConsole was updated").await;
    network.end().await;
    page.button("Reload").click().await;
    page.heading("server2").shown().await;
    page.expect_error("status of 404");
    page.expect_error("status 404");
}

async fn the_heading_gets_the_focus_when_its_part_is_there() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    let network = page.hold(SERVER, |_| Reply::Pass).await;
    page.link("server2").click().await;
    page.reads("Loading the page").await;
    network.begins().await;
    assert!(page.title().await.contains("server2"), "{}", page.title().await);
    network.release();
    page.heading("server2").focused().await;
}

async fn the_focus_stays_where_it_was_put_while_a_part_loads() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    let network = page.hold(SERVER, |_| Reply::Pass).await;
    page.link("server2").click().await;
    page.reads("Loading the page").await;
    page.walk_to("Tab", "link", "Dashboard").await;
    network.release();
    page.heading("server2").shown().await;
    page.link("Dashboard").focused().await;
}

async fn a_dialog_waits_for_its_part() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    page.link("server2").click().await;
    let network = page.hold("*/commands-*", |_| Reply::Pass).await;
    for is_closed_meanwhile in [true, false] {
        page.button("Server actions").click().await;
        page.menu_item("Maintain").click().await;
        if is_closed_meanwhile {
            page.heading("Maintain").focused().await;
            page.press("Escape").await;
        } else {
            page.reads("Loading the dialog").await;
            network.begins().await;
            network.release();
            page.heading("Maintain server2").focused().await;
            page.press("Escape").await;
        }
        page.dialog().gone().await;
        page.button("Server actions").focused().await;
    }
}

async fn a_panic_in_a_part_is_shown() {
    let console = TestConsole::gallery().await;
    let page = console.signed_in("#/ui").await;
    page.button("Stop by a panic").click().await;
    page.dialog().shown().await;
    page.reads("MaxConsole has stopped").await;
    page.press("Escape").await;
    page.button("Reload").click().await;
    page.heading("Components").shown().await;
    page.dialog().gone().await;
    page.expect_error("panicked at");
    page.expect_error("unreachable");
}

/// All requests for modules beside the main one, when they began, and when the first answer with
/// servers was there.
const PARTS_AFTER_SERVERS: &str = "(() => {
    const made = performance.getEntriesByType('resource');
    const parts = made.filter(e => e.name.endsWith('.wasm') && !e.name.includes('/maxconsole-'));
    const servers = made.find(e => e.name.includes('v1/servers'));
    return [parts.length, parts.filter(e => e.startTime < servers.responseEnd).length];
})()";

async fn parts_are_loaded_while_nothing_else_is_to_do() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    // With a session that lives, as only the form to sign in comes before the servers otherwise.
    page.reload().await;
    page.link("server2").shown().await;
    let all = until("all parts", async || {
        let made = mutations::requests(&page).await;
        let has = |part: &str| made.iter().any(|url| url.contains(part));
        let missing = ["/objects-", "/charts-"].into_iter().find(|part| !has(part));
        missing.map_or(Ok(()), |part| Err(part.to_owned()))
    });
    all.await;
    assert_eq!(page.script(PARTS_AFTER_SERVERS).await[1], 0);
}

async fn parts_wait_where_data_is_saved() {
    let console = TestConsole::new().await;
    let page = dashboard(&console).await;
    page.requests_settle().await;
    assert_eq!(mutations::requests_to(&page, "/objects-").await, 0);
}

/// With a session that still lives, up to the table.
async fn a_cold_start_loads_few_files() {
    let console = TestConsole::new().await;
    let page = console.blank_page().await;
    page.go(&console.url("")).await;
    sign_in(&page, ADMIN).await;
    page.send("Network.setCacheDisabled", serde_json::json!({ "cacheDisabled": true })).await;
    page.reload().await;
    page.link("server2").shown().await;
    let made = page.traffic_before_servers().await.requests;
    let all = mutations::requests(&page).await;
    assert!(made as usize <= budget("cold_start_requests"), "{made} requests of {all:#?}");
}
