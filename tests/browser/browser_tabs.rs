//! Several tabs of one browser ask MaxScale no more than one does, and tell each other the rest.

use crate::dialogs::{self, confirm, open_in_row};
use maxconsole_demo::{ADMIN, VIEWER};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use serde_json::{Value, json};
use std::time::Duration;

browser_tests![
    two_tabs_read_no_more_than_one,
    tabs_read_one_after_the_other,
    what_one_tab_changes_is_shown_in_the_other,
    a_closed_tab_leaves_nothing_behind,
    signing_out_and_in_is_for_all_tabs,
    another_user_in_one_tab_is_the_user_of_all,
    browsers_without_channels_or_locks_have_tabs_on_their_own,
];

const SERVERS: &str = "v1/servers?";

async fn reads(page: &Page) -> u64 {
    mutations::requests_to(page, SERVERS).await
}

/// Waits until the two have read the servers so often more, together; gives how often each did.
async fn rounds(a: &Page, b: &Page, more: u64) -> (u64, u64) {
    let before = (reads(a).await, reads(b).await);
    until("some rounds", async || {
        let made = (reads(a).await - before.0, reads(b).await - before.1);
        if made.0 + made.1 >= more { Ok(made) } else { Err(format!("{made:?}")) }
    })
    .await
}

async fn pair(console: &TestConsole) -> (Page, Page) {
    let a = console.signed_in("").await;
    a.link("server2").shown().await;
    let b = console.second_tab("").await;
    b.link("server2").shown().await;
    (a, b)
}

async fn two_tabs_read_no_more_than_one() {
    let console = TestConsole::with_stopped_clock().await;
    let (a, b) = pair(&console).await;
    rounds(&a, &b, 3).await;
    let began = std::time::Instant::now();
    let (by_a, by_b) = rounds(&a, &b, 12).await;
    let seconds = began.elapsed().as_secs_f64();
    // One tab alone makes a round a second at most. Now and then a tab has its turn before it has
    // heard what the other has read, and asks again.
    assert!(seconds >= 9.0, "{by_a} and {by_b} rounds in {seconds:.1} s");
    let set = "/v1/servers/server2/set?state=maintenance";
    console.rest().change("PUT", set, Value::Null).await;
    for page in [&a, &b] {
        page.reads("Maintenance").await;
        page.reads("Live").await;
    }
}

/// All reads of a page, on a clock that is the same for all pages.
async fn times(page: &Page) -> Vec<(f64, f64, String)> {
    let calls = "performance.getEntriesByType('resource').filter(e => e.name.includes('/v1/'))
        .map(e => [performance.timeOrigin + e.requestStart, performance.timeOrigin + e.responseStart, e.name])";
    let calls = page.script(calls).await;
    let calls = calls.as_array().expect("a list of calls").iter();
    calls
        .map(|call| {
            let at = |part: usize| call[part].as_f64().expect("a time");
            (at(0), at(1), call[2].as_str().unwrap_or_default().to_owned())
        })
        .collect()
}

async fn tabs_read_one_after_the_other() {
    let console = TestConsole::with_stopped_clock().await;
    let (a, b) = pair(&console).await;
    // They show different things, so that both have to ask.
    b.link("server2").click().await;
    b.heading("server2").shown().await;
    for page in [&a, &b] {
        page.requests_settle().await;
        page.script("performance.clearResourceTimings()").await;
    }
    console.simulation.set_latency(Duration::from_millis(60));
    let both = async || (times(&a).await, times(&b).await);
    let (by_a, by_b) = until("reads of both", async || {
        let (by_a, by_b) = both().await;
        if by_a.len().min(by_b.len()) >= 6 {
            Ok((by_a, by_b))
        } else {
            Err(format!("{by_a:?} {by_b:?}"))
        }
    })
    .await;
    for (start, end, name) in &by_a {
        // The clocks of two pages differ a little.
        let meets = |other: &&(f64, f64, String)| other.0 + 5.0 < *end && *start + 5.0 < other.1;
        assert!(by_b.iter().find(meets).is_none(), "{name} and {:?}", by_b.iter().find(meets));
    }
}

async fn what_one_tab_changes_is_shown_in_the_other() {
    let console = TestConsole::new().await;
    let (a, b) = pair(&console).await;
    b.button("Refresh: Every second").click().await;
    b.find("menuitemradio", "Every 5 minutes").click().await;
    b.button("Refresh: Every 5 minutes").shown().await;
    let before = reads(&b).await;
    a.link("server2").click().await;
    dialogs::open(&a, "Maintain").await;
    confirm(&a, "Maintain").await;
    a.link("Dashboard").click().await;
    b.reads("Maintenance").await;
    assert!(reads(&b).await <= before + 1, "it has asked for itself");
}

async fn a_closed_tab_leaves_nothing_behind() {
    let console = TestConsole::with_stopped_clock().await;
    let (a, b) = pair(&console).await;
    for gone in [&a] {
        gone.hold("*/v1/servers?*", |_| maxconsole_tests::support::network::Reply::Pass).await;
        gone.go("about:blank").await;
    }
    let before = reads(&b).await;
    until("the other tab to read on", async || {
        let now = reads(&b).await;
        if now >= before + 3 { Ok(()) } else { Err(format!("{now} reads")) }
    })
    .await;
    b.reads("Live").await;
}

async fn signing_out_and_in_is_for_all_tabs() {
    let console = TestConsole::with_stopped_clock().await;
    let (a, b) = pair(&console).await;
    b.button("Refresh: Every second").click().await;
    b.find("menuitemradio", "Paused").click().await;
    b.requests_settle().await;
    a.button("admin: user menu").click().await;
    a.menu_item("Sign out").click().await;
    b.heading("Your session has ended").shown().await;
    sign_in(&a, ADMIN).await;
    b.heading("Your session has ended").gone().await;
    b.link("server2").shown().await;
}

/// All tabs share one cookie: what it is, each says, and what was of the user before is gone.
async fn another_user_in_one_tab_is_the_user_of_all() {
    let console = TestConsole::new().await;
    let attributes = json!({ "password": VIEWER.1, "account": "basic" });
    let viewer = json!({ "data": { "id": VIEWER.0, "type": "inet", "attributes": attributes } });
    console.rest().change("POST", "/v1/users/inet", viewer).await;
    let (a, b) = pair(&console).await;
    open_in_row(&b, "server3", "Drain").await;
    confirm(&b, "Drain").await;
    b.button("Undo").shown().await;
    a.button("admin: user menu").click().await;
    a.menu_item("Sign out").click().await;
    sign_in(&a, VIEWER).await;
    b.button("viewer: user menu").shown().await;
    b.reads("Signed in as viewer, as in another tab").await;
    b.button("Undo").gone().await;
    b.button("Actions for server3").click().await;
    b.menu_item("Return to service").disabled().await;
}

async fn browsers_without_channels_or_locks_have_tabs_on_their_own() {
    const NO_LOCKS: &str =
        "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });";
    const NEITHER: &str =
        "Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
         delete window.BroadcastChannel;";
    let console = TestConsole::new().await;
    for without in [NO_LOCKS, NEITHER] {
        let page = console.blank_page().await;
        page.before_all(without).await;
        page.go(&console.url("")).await;
        sign_in(&page, ADMIN).await;
        page.link("server2").shown().await;
        let before = reads(&page).await;
        until("more rounds", async || {
            let now = reads(&page).await;
            if now >= before + 3 { Ok(()) } else { Err(format!("{now} reads")) }
        })
        .await;
        page.reads("Live").await;
    }
}
