//! The table of servers: its order and its filter are in the address.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{Page, TestConsole, until};
use serde_json::Value;

browser_tests![
    a_click_on_a_header_sorts_and_says_so_in_the_address,
    the_filter_narrows_and_stays_in_the_address,
    a_shared_address_shows_the_same,
    each_state_has_its_word,
    a_server_without_a_monitor_has_its_own_group,
];

/// The servers of the first monitor from top to bottom.
async fn shown(page: &Page) -> Vec<String> {
    let names = page
        .script("[...document.querySelectorAll('tbody th a.object-link')].map(a => a.innerText)")
        .await;
    let names = names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned());
    names.filter(|name| name.starts_with("server")).collect()
}

async fn becomes(page: &Page, expected: &[&str]) {
    until(&format!("the order {expected:?}"), async || {
        let now = shown(page).await;
        if now == expected { Ok(()) } else { Err(format!("{now:?}")) }
    })
    .await;
}

async fn a_click_on_a_header_sorts_and_says_so_in_the_address() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    becomes(&page, &["server1", "server2", "server3"]).await;
    page.link("State").click().await;
    page.is_at("sort=state").await;
    becomes(&page, &["server1", "server2", "server3"]).await;
    page.link("State").click().await;
    page.is_at("sort=-state").await;
    becomes(&page, &["server2", "server3", "server1"]).await;
    let sorted = "function() { return this.getAttribute('aria-sort'); }";
    assert_eq!(page.find("columnheader", "State").call(sorted).await, "descending");
    page.reload().await;
    becomes(&page, &["server2", "server3", "server1"]).await;
}

async fn the_filter_narrows_and_stays_in_the_address() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server1").shown().await;
    let filter = page.find("searchbox", "Filter servers");
    filter.fill("server2").await;
    page.is_at("filter=server2").await;
    becomes(&page, &["server2"]).await;
    assert!(page.link("galera1").one().await.is_err());
    filter.fill("no such thing").await;
    page.reads("No server matches “no such thing”.").await;
    filter.fill("PRIMARY").await;
    becomes(&page, &["server1"]).await;
}

async fn a_shared_address_shows_the_same() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers?filter=replica&sort=-name").await;
    becomes(&page, &["server3", "server2"]).await;
    assert_eq!(page.find("searchbox", "Filter servers").shown().await.value, "replica");
}

async fn each_state_has_its_word() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    rest.change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    rest.change("PUT", "/v1/servers/galera2/set?state=drain", Value::Null).await;
    console.apply_event("kill galera3").await;
    rest.await_state("galera3", "Down").await;
    let page = console.signed_in("").await;
    for (server, word) in [
        ("server1", "Primary"),
        ("server2", "Maintenance"),
        ("server3", "Replica"),
        ("galera2", "Drained"),
        ("galera3", "Down"),
    ] {
        until(&format!("{server} to be {word}"), async || {
            page.link(server).one().await?;
            let row = page.link(server).row().await;
            if row.contains(word) { Ok(()) } else { Err(row) }
        })
        .await;
    }
}

async fn a_server_without_a_monitor_has_its_own_group() {
    let console = TestConsole::new().await;
    let spare = serde_json::json!({ "data": { "id": "spare", "type": "servers",
        "attributes": { "parameters": { "address": "127.0.0.1", "port": 3999 } } } });
    console.rest().change("POST", "/v1/servers", spare).await;
    let page = console.signed_in("").await;
    page.link("spare").shown().await;
    page.reads("Not monitored").await;
}
