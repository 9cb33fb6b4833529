//! What is read how often, and what is noticed by it.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::network::{InterceptedRequest, Reply};
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use serde_json::{Value, json};
use std::time::Instant;

browser_tests![
    what_the_tab_does_not_show_is_read_seldom,
    a_tab_that_is_opened_is_read_at_once,
    what_only_somebody_changes_is_read_seldom,
    a_server_that_is_new_is_there_with_all_that_is_known_of_it,
    a_restart_of_maxscale_is_told_once,
    a_restart_that_ended_the_session_is_told_after_signing_in,
    the_pace_goes_up_to_five_minutes,
    after_an_hour_asleep_the_age_is_told_and_all_is_read_again,
    a_network_that_comes_back_is_used_at_once,
];

async fn reads(page: &Page, part: &str) -> u64 {
    mutations::requests_to(page, part).await
}

async fn rounds(page: &Page, more: u64) {
    let end = reads(page, "v1/servers?").await + more;
    until("some rounds", async || {
        let now = reads(page, "v1/servers?").await;
        if now >= end { Ok(()) } else { Err(format!("{now} of {end}")) }
    })
    .await;
}

async fn what_the_tab_does_not_show_is_read_seldom() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    rounds(&page, 1).await;
    let lists = ["v1/services?", "v1/monitors?", "v1/listeners?", "v1/filters?"];
    let counts = async || {
        let mut counts = vec![];
        for list in lists {
            counts.push(reads(&page, list).await);
        }
        counts
    };
    let (before, began) = (counts().await, Instant::now());
    rounds(&page, 10).await;
    // Every sixth round at most, and rounds are a second apart.
    let seldom = 1 + began.elapsed().as_secs() / 6;
    for ((list, before), after) in lists.iter().zip(before).zip(counts().await) {
        assert!((1..=seldom).contains(&(after - before)), "{list}: {}", after - before);
    }
}

async fn a_tab_that_is_opened_is_read_at_once() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.button("Refresh: Every second").click().await;
    page.find("menuitemradio", "Every 5 minutes").click().await;
    page.requests_settle().await;
    let stop = "/v1/services/RW-Split-Router/stop";
    console.rest().change("PUT", stop, Value::Null).await;
    page.link("Services 3").click().await;
    until("the service to be shown as stopped", async || {
        let row = page.find("rowheader", "RW-Split-Router").row().await;
        if row.contains("Stopped") { Ok(()) } else { Err(row) }
    })
    .await;
}

async fn what_only_somebody_changes_is_read_seldom() {
    let console = TestConsole::with_stopped_clock().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    // Listeners have an address too.
    let whole = async || {
        let all = mutations::requests(&page).await;
        all.iter().filter(|url| url.contains("v1/servers?") && url.contains("address")).count()
    };
    let before = whole().await;
    assert!(before > 0, "the whole is read at the start");
    rounds(&page, 8).await;
    assert!(whole().await <= before + 1);
    assert!(page.link("server2").row().await.contains("127.0.0.1"));
}

async fn a_server_that_is_new_is_there_with_all_that_is_known_of_it() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    rounds(&page, 2).await;
    let new = json!({ "data": { "id": "server9", "type": "servers",
        "attributes": { "parameters": { "address": "192.0.2.9", "port": 3399 } },
        "relationships": { "monitors": { "data": [{ "id": "Monitor", "type": "monitors" }] } } } });
    console.rest().change("POST", "/v1/servers", new).await;
    page.link("server9").shown().await;
    assert!(page.link("server9").row().await.contains("192.0.2.9:3399"));
    assert!(page.link("server2").row().await.contains("Replica"));
}

const RESTARTED: &str = "MaxScale was restarted";

async fn a_restart_of_maxscale_is_told_once() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers/server2").await;
    page.heading("server2").shown().await;
    assert!(!page.text().await.contains(RESTARTED));
    let later = json!({ "data": { "id": "maxscale", "type": "maxscale", "attributes":
        { "version": "24.02.4", "started_at": "Sat, 01 Jan 2050 10:00:00 GMT" } } });
    let reply = move |_: &InterceptedRequest<'_>| Reply::Json(200, later.to_string());
    let restarted = page.intercept("*=version,started_at*", reply).await;
    page.reads(RESTARTED).await;
    axe(&page, "a restart of MaxScale").await;
    page.picture("restart").await;
    page.button("Messages").click().await;
    let asked = reads(&page, "version,started_at").await;
    until("two more looks", async || {
        let now = reads(&page, "version,started_at").await;
        if now >= asked + 2 { Ok(()) } else { Err(format!("{now}")) }
    })
    .await;
    let told = page.dialog().text().await.matches(RESTARTED).count();
    assert_eq!(told, 1);
    restarted.end().await;
}

async fn a_restart_that_ended_the_session_is_told_after_signing_in() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    // MaxScale tells its start in whole seconds.
    console.simulation.advance(std::time::Duration::from_secs(5)).await;
    console.simulation.restart().await;
    page.heading("Your session has ended").shown().await;
    page.expect_error("status of 401");
    page.field("Password").fill(maxconsole_demo::ADMIN.1).await;
    page.button("Sign in").click().await;
    page.heading("Your session has ended").gone().await;
    page.reads(RESTARTED).await;
}

async fn the_pace_goes_up_to_five_minutes() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.button("Refresh: Every second").click().await;
    for words in ["Every 2 seconds", "Every minute", "Every 2 minutes", "Paused"] {
        page.find("menuitemradio", words).shown().await;
    }
    page.find("menuitemradio", "Every 5 minutes").click().await;
    page.reload().await;
    page.button("Refresh: Every 5 minutes").shown().await;
    page.reads("Data is").await;
    page.reads("2 s old").await;
}

async fn after_an_hour_asleep_the_age_is_told_and_all_is_read_again() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.hide(true).await;
    page.requests_settle().await;
    page.later(3_600).await;
    let set = "/v1/servers/server2/set?state=maintenance";
    console.rest().change("PUT", set, Value::Null).await;
    let held = page.hold("*/v1/*", |_| Reply::Pass).await;
    page.hide(false).await;
    page.reads("Data is 1 h old").await;
    assert!(page.link("server2").row().await.contains("Replica"));
    for _ in 0..20 {
        held.release();
    }
    page.reads("Maintenance").await;
    page.reads("Live").await;
    held.end().await;
}

async fn a_network_that_comes_back_is_used_at_once() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.button("Refresh: Every second").click().await;
    page.find("menuitemradio", "Every 5 minutes").click().await;
    page.requests_settle().await;
    page.offline(true).await;
    page.offline(false).await;
    let set = "/v1/servers/server2/set?state=maintenance";
    console.rest().change("PUT", set, Value::Null).await;
    page.script("dispatchEvent(new Event('online')); 0").await;
    page.reads("Maintenance").await;
}
