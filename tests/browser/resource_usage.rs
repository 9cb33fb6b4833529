//! MaxScale's one thread is spared, and a screen that shows nothing new does nothing.

use crate::dialogs;
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::measure::budget;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};

browser_tests![
    an_unchanged_poll_does_not_touch_the_servers_page,
    an_unchanged_poll_does_not_touch_a_server_page,
    an_unchanged_poll_does_not_touch_the_page_under_a_dialog,
    a_service_page_reads_only_its_own_sessions,
    requests_do_not_overlap,
    polls_do_not_leak_memory,
    dialogs_and_pages_do_not_leak_memory,
    what_outlives_the_pages_forgets_them,
    a_thousand_visits_of_all_pages_leave_nothing,
];

async fn a_service_page_reads_only_its_own_sessions() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/services/accounts-ams?tab=sessions").await;
    page.reads("Sessions of this service").await;
    until("some of its sessions", async || {
        let rows =
            page.script("document.querySelectorAll('tbody th a[href*=sessions]').length").await;
        if rows.as_u64() > Some(10) { Ok(()) } else { Err(rows.to_string()) }
    })
    .await;
    let all = mutations::requests(&page).await;
    let sessions: Vec<&String> = all.iter().filter(|url| url.contains("/v1/sessions?")).collect();
    assert!(!sessions.is_empty());
    let narrow = |url: &&String| url.contains("filter=") && url.contains("accounts-ams");
    assert!(sessions.iter().all(narrow), "{sessions:#?}");
}

/// Watches five rounds in a world where time stands still.
async fn still(page: &Page, read: &str) {
    let polls = async || mutations::requests_to(page, read).await;
    let settled = polls().await + 2;
    until(
        "the page to settle",
        async || if polls().await >= settled { Ok(()) } else { Err(String::new()) },
    )
    .await;
    mutations::watch(page).await;
    let end = polls().await + 5;
    until("five rounds", async || if polls().await >= end { Ok(()) } else { Err(String::new()) })
        .await;
    let changes = mutations::changes(page).await;
    assert!(changes.len() <= budget("unchanged_poll_mutations"), "{changes:#?}");
}

async fn an_unchanged_poll_does_not_touch_the_servers_page() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    still(&page, "v1/servers?").await;
}

async fn an_unchanged_poll_does_not_touch_a_server_page() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.at_server("server2").await;
    still(&page, "v1/servers/server2").await;
}

async fn an_unchanged_poll_does_not_touch_the_page_under_a_dialog() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    still(&page, "v1/servers/server2").await;
}

async fn requests_do_not_overlap() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    let polls = async || mutations::requests_to(&page, "v1/servers/server2").await;
    until("three rounds", async || if polls().await >= 3 { Ok(()) } else { Err(String::new()) })
        .await;
    let overlaps = page
        .script(
            "const calls = performance.getEntriesByType('resource').filter(e => e.name.includes('/v1/'));
             calls.sort((a, b) => a.requestStart - b.requestStart);
             calls.flatMap((call, i) => i && call.requestStart < calls[i - 1].responseStart
                 ? [calls[i - 1].name + ' and ' + call.name] : [])",
        )
        .await;
    assert_eq!(overlaps, serde_json::json!([]));
}

/// Modules ask for memory in pieces of this size.
const PAGE: u64 = 65_536;

async fn polls_do_not_leak_memory() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.blank_page().await;
    page.measure().await;
    page.go(&console.url("")).await;
    sign_in(&page, ADMIN).await;
    page.reads("galeramon").await;
    page.read_times(20).await;
    let before = page.memory_use().await;
    page.read_times(100).await;
    let after = page.memory_use().await;
    assert!(
        after.nodes <= before.nodes && after.listeners <= before.listeners,
        "{before:?}, then {after:?}"
    );
    // The history keeps each of them for an hour, in less than half a page of memory.
    assert!(after.module <= before.module + PAGE, "{before:?}, then {after:?}");
}

/// The dashboard, which reads seldom, and what it holds can be measured.
async fn measured(console: &TestConsole) -> Page {
    let page = console.blank_page().await;
    page.measure().await;
    page.go(&console.url("")).await;
    sign_in(&page, ADMIN).await;
    page.read_seldom().await;
    page.reload().await;
    page.link("server2").shown().await;
    page
}

async fn dialogs_and_pages_do_not_leak_memory() {
    let console = TestConsole::with_stopped_clock().await;
    let page = measured(&console).await;
    let round = async || {
        page.link("server2").click().await;
        dialogs::open(&page, "Maintain").await;
        page.press("Escape").await;
        page.dialog().gone().await;
        page.link("Dashboard").click().await;
        page.link("server2").shown().await;
    };
    // Until a page is whole, the one before it may still be held.
    let held = async || {
        page.requests_when_quiet().await;
        page.memory_use().await
    };
    round().await;
    round().await;
    let before = held().await;
    for _ in 0..5 {
        round().await;
    }
    let after = held().await;
    // A few are always on their way out; one lost page would be hundreds.
    assert!(
        after.nodes < before.nodes + 50 && after.listeners < before.listeners + 10,
        "{before:?}, then {after:?}"
    );
}

/// What follows the place or the history would else be held by them for good, 7 kB a visit.
async fn what_outlives_the_pages_forgets_them() {
    let console = TestConsole::with_stopped_clock().await;
    let page = measured(&console).await;
    page.visit_times("server2", 50).await;
    let before = page.memory_use().await;
    page.visit_times("server2", 250).await;
    let after = page.memory_use().await;
    // The most that it needs at one time may still come, a few pages more; kept visits are 1.7 MB.
    assert!(after.module < before.module + 10 * PAGE, "{before:?}, then {after:?}");
}

/// All kinds of pages; a session goes with its client, so it is left out.
const PAGES: [(&str, &str); 13] = [
    ("#/dashboard/servers", "Dashboard"),
    ("#/dashboard/servers/server2", "server2"),
    ("#/dashboard/services", "Dashboard"),
    ("#/dashboard/services/RW-Split-Router", "RW-Split-Router"),
    ("#/dashboard/listeners", "Dashboard"),
    ("#/dashboard/listeners/RW-Split-Listener", "RW-Split-Listener"),
    ("#/dashboard/filters", "Dashboard"),
    ("#/dashboard/filters/QLA", "QLA"),
    ("#/dashboard/monitors", "Dashboard"),
    ("#/dashboard/monitors/Monitor", "Monitor"),
    ("#/dashboard/sessions", "Dashboard"),
    ("#/users", "Users"),
    ("#/dashboard/servers/galera1", "galera1"),
];

async fn a_thousand_visits_of_all_pages_leave_nothing() {
    let console = TestConsole::with_stopped_clock().await;
    let page = measured(&console).await;
    // Whole rounds, so that it ends where it began, and each by itself, so that none takes long.
    let rounds = async |count: u32| {
        for _ in 0..count {
            page.visit_all(&PAGES, PAGES.len()).await;
        }
    };
    rounds(10).await;
    let before = page.memory_use().await;
    rounds(77).await;
    let after = page.memory_use().await;
    // Kept pages would be 7 MB, and the nodes of each hundreds.
    assert!(after.module < before.module + 10 * PAGE, "{before:?}, then {after:?}");
    assert!(after.nodes < before.nodes + 500, "{before:?}, then {after:?}");
    assert!(after.listeners < before.listeners + 100, "{before:?}, then {after:?}");
}
