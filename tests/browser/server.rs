//! The page of one server: what it says agrees with what MaxScale says.

use crate::dialogs::connected;
use crate::screenshots::look;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{TestConsole, mutations, until};
use serde_json::Value;

browser_tests![
    every_session_that_holds_a_connection_is_shown,
    sessions_are_filtered_and_sorted,
    all_sessions_are_read_only_on_request,
    its_monitor_and_services_are_links,
    statistics_are_updated,
    its_diagnostics_come_from_the_monitor,
];

/// Sessions of readwritesplit hold connections to several servers; each of them counts.
async fn every_session_that_holds_a_connection_is_shown() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 4 60", "server2").await;
    let all = console.rest().ask("GET", "/v1/sessions", &Value::Null).await.1;
    let holds = |session: &&Value| {
        let connections = session["attributes"]["connections"].as_array().into_iter().flatten();
        connections.into_iter().any(|connection| connection["server"] == "server2")
    };
    let ids = all["data"].as_array().unwrap().iter().filter(holds);
    let mut expected: Vec<String> =
        ids.map(|session| session["id"].as_str().unwrap().to_owned()).collect();
    expected.sort();
    assert!(!expected.is_empty(), "{all}");
    let page = console.at_server("server2").await;
    page.link("Sessions").click().await;
    page.is_at("tab=sessions").await;
    until("all sessions of the server", async || {
        let mut shown: Vec<String> =
            page.any("rowheader").all().await?.into_iter().map(|header| header.name).collect();
        shown.sort();
        if shown == expected { Ok(()) } else { Err(format!("{shown:?}, not {expected:?}")) }
    })
    .await;
}

async fn sessions_are_filtered_and_sorted() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 3 600", "server2").await;
    let page = console.signed_in("#/dashboard/sessions").await;
    let rows = async |expected: usize| {
        until(&format!("{expected} rows"), async || {
            let now = page.any("rowheader").all().await?.len();
            if now == expected { Ok(()) } else { Err(now.to_string()) }
        })
        .await;
    };
    rows(3).await;
    page.find("searchbox", "Filter by user").fill("nobody").await;
    page.is_at("user=nobody").await;
    page.reads("No session matches these filters.").await;
    page.button("Clear filters").click().await;
    rows(3).await;
    page.find("searchbox", "Filter by host").fill("127.0").await;
    page.reads("3 of 3").await;
    let choose = "function() { this.value = '86400';
        this.dispatchEvent(new Event('change', { bubbles: true })); }";
    page.find("combobox", "Filter by idle time").call(choose).await;
    page.is_at("idle=86400").await;
    page.reads("0 of 3").await;
    page.button("Clear filters").click().await;
    page.link("Session").click().await;
    page.is_at("sort=-id").await;
    let first = "document.querySelector('tbody th').innerText";
    until("the last session first", async || {
        let first = page.script(first).await;
        if first == "3" { Ok(()) } else { Err(first.to_string()) }
    })
    .await;
}

async fn all_sessions_are_read_only_on_request() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/servers/accounts-ams-db1?tab=sessions").await;
    page.reads("about 7 MB").await;
    until("a second round", async || {
        match mutations::requests_to(&page, "v1/servers/accounts-ams-db1").await {
            0 | 1 => Err(String::new()),
            _ => Ok(()),
        }
    })
    .await;
    assert_eq!(mutations::requests_to(&page, "v1/sessions?").await, 0);
    look(&page, "server-many-sessions").await;
    page.button("Find the sessions").click().await;
    page.find("table", "Sessions using this server").shown().await;
    assert_eq!(mutations::requests_to(&page, "v1/sessions?").await, 1);
}

async fn its_monitor_and_services_are_links() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.link("Read-Con-Router").shown().await;
    page.link("RW-Split-Router").click().await;
    page.heading("RW-Split-Router").shown().await;
    page.reads("readwritesplit").await;
    page.back().await;
    page.heading("server2").shown().await;
    page.link("Monitor").click().await;
    page.reads("mariadbmon").await;
}

async fn statistics_are_updated() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.reads("Connections\n0").await;
    connected(&console, "load RW-Split-Router 4 60", "server2").await;
    let count = console.rest().connections("server2").await;
    page.reads(&format!("Connections\n{count}")).await;
    console.apply_event("kill server2").await;
    page.reads("Down since").await;
    page.reads("(last seen)").await;
    page.stops_reading("Uptime").await;
    console.apply_event("start server2").await;
    page.stops_reading("Down").await;
}

async fn its_diagnostics_come_from_the_monitor() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.link("Statistics").click().await;
    page.heading("Monitor diagnostics").shown().await;
    page.reads("master_group").await;
    console.rest().change("PUT", "/v1/monitors/Monitor/stop", Value::Null).await;
    page.reads("no running monitor watches this server").await;
}
