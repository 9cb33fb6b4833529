//! The tabs of the dashboard: each lists what MaxScale has, with counts, links, order and filter.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::{InterceptedRequest, Reply};
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use serde_json::{Value, json};

browser_tests![
    each_tab_lists_its_objects_with_their_number,
    switching_tabs_keeps_the_page_and_the_focus,
    rows_link_to_pages_and_pages_link_back,
    sorting_and_filtering_are_kept_in_the_address,
    a_cell_with_many_links_shows_them_on_request,
    a_list_that_cannot_be_read_says_so_and_keeps_its_rows,
    an_empty_list_says_so,
    sessions_come_page_by_page,
    only_a_page_of_many_sessions_is_read,
    sessions_can_be_filtered_by_user_or_service,
    a_session_page_follows_its_session,
    the_primary_of_a_galera_monitor_comes_from_the_server_states,
];

const TABS: [(&str, &str); 6] = [
    ("Servers", "servers"),
    ("Services", "services"),
    ("Listeners", "listeners"),
    ("Filters", "filters"),
    ("Monitors", "monitors"),
    ("Sessions", "sessions"),
];

/// The names of the rows from top to bottom.
async fn rows(page: &Page) -> Vec<String> {
    let found = page
        .script("[...document.querySelectorAll('tbody tr:not(.row-group) > th')].map(th => th.innerText)")
        .await;
    found.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

async fn rows_become(page: &Page, expected: &[&str]) {
    until(&format!("the rows {expected:?}"), async || {
        let now = rows(page).await;
        if now == expected { Ok(()) } else { Err(format!("{now:?}")) }
    })
    .await;
}

async fn ids(console: &TestConsole, collection: &str) -> Vec<String> {
    let all = console.rest().ask("GET", &format!("/v1/{collection}"), &Value::Null).await.1;
    let ids = all["data"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap());
    ids.map(str::to_owned).collect()
}

async fn each_tab_lists_its_objects_with_their_number() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 3 60").await;
    let page = console.signed_in("").await;
    for (tab, collection) in TABS {
        let mut expected = ids(&console, collection).await;
        assert!(!expected.is_empty(), "{collection}");
        page.link(&format!("{tab} {}", expected.len())).click().await;
        page.is_at(&format!("#/dashboard/{collection}")).await;
        expected.sort();
        until(&format!("the {collection}"), async || {
            let mut shown = rows(&page).await;
            shown.sort();
            if shown == expected { Ok(()) } else { Err(format!("{shown:?}, not {expected:?}")) }
        })
        .await;
        assert_eq!(page.title().await, format!("{tab} · MaxConsole"));
    }
}

async fn switching_tabs_keeps_the_page_and_the_focus() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.script("window.kept = document.querySelector('nav.tabs a'); 0").await;
    page.walk_to("Tab", "link", "Services 3").await;
    page.press("Enter").await;
    page.is_at("#/dashboard/services").await;
    page.link("Galera-Service").shown().await;
    assert!(page.link("Services 3").shown().await.is_focused());
    assert_eq!(page.script("document.contains(window.kept)").await, true);
    page.back().await;
    page.link("server2").shown().await;
}

async fn rows_link_to_pages_and_pages_link_back() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/listeners").await;
    page.link("RW-Split-Listener").click().await;
    page.heading("RW-Split-Listener").shown().await;
    page.reads("127.0.0.1:4006").await;
    page.reads("allow_replication").await;
    page.link("RW-Split-Router").click().await;
    page.heading("RW-Split-Router").shown().await;
    page.link("Services").click().await;
    page.is_at("#/dashboard/services").await;
    page.link("QLA").click().await;
    page.heading("QLA").shown().await;
    page.reads("qlafilter").await;
    page.reads("filebase").await;
    page.link("Filters").click().await;
    page.is_at("#/dashboard/filters").await;
    page.route("#/dashboard/monitors").await;
    let row = page.find("rowheader", "Monitor").row().await;
    for part in ["Running", "mariadbmon", "server1", "Idle", "RW-Split-Router"] {
        assert!(row.contains(part), "{part}: {row}");
    }
}

async fn sorting_and_filtering_are_kept_in_the_address() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/services?sort=-name").await;
    rows_become(&page, &["Read-Con-Router", "RW-Split-Router", "Galera-Service"]).await;
    page.link("Router").click().await;
    page.is_at("sort=router").await;
    rows_become(&page, &["Read-Con-Router", "Galera-Service", "RW-Split-Router"]).await;
    page.find("searchbox", "Filter services").fill("qla").await;
    page.is_at("sort=router&filter=qla").await;
    rows_become(&page, &["RW-Split-Router"]).await;
    page.link("Monitors 2").click().await;
    rows_become(&page, &["Galera-Monitor", "Monitor"]).await;
    assert_eq!(page.find("searchbox", "Filter monitors").shown().await.value, "");
}

async fn a_cell_with_many_links_shows_them_on_request() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let server = |n: u32| json!({ "id": format!("db{n}"), "type": "servers" });
    let servers: Vec<Value> = (1..=7).map(server).collect();
    let service = json!({ "data": [{ "id": "Wide", "type": "services",
        "attributes": { "state": "Started", "router": "readconnroute" },
        "relationships": { "servers": { "data": servers } } }] });
    let answer = move |_: &InterceptedRequest<'_>| Reply::Json(200, service.to_string());
    let _answers = page.intercept("*/v1/services?*", answer).await;
    page.route("#/dashboard/services").await;
    page.reads("7 servers").await;
    assert!(page.link("db7").one().await.is_err());
    page.script("document.querySelector('table summary').click()").await;
    page.link("db7").shown().await;
}

async fn a_list_that_cannot_be_read_says_so_and_keeps_its_rows() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/filters").await;
    page.link("QLA").shown().await;
    let refuse = |_: &InterceptedRequest<'_>| {
        Reply::Json(400, json!({ "errors": [{ "detail": "not today" }] }).to_string())
    };
    let refused = page.intercept("*/v1/filters?*", refuse).await;
    page.reads("Could not refresh the filters").await;
    page.reads("not today").await;
    page.expect_error("status of 400");
    page.link("QLA").shown().await;
    page.reload().await;
    page.reads("Could not load the filters").await;
    page.link("Servers 6").click().await;
    page.link("server2").shown().await;
    page.link("Filters").click().await;
    refused.end().await;
    page.link("QLA").shown().await;
}

async fn an_empty_list_says_so() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/sessions").await;
    page.reads("No sessions.").await;
    page.find("searchbox", "Filter by user").shown().await;
    page.link("Sessions 0").shown().await;
}

/// Sessions that are few enough are cut into pages here.
async fn sessions_come_page_by_page() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 120 600").await;
    let all = ids(&console, "sessions").await;
    assert_eq!(all.len(), 120);
    let page = console.signed_in("#/dashboard/sessions").await;
    let expected = async |part: &[String]| {
        let expected: Vec<&str> = part.iter().map(String::as_str).collect();
        rows_become(&page, &expected).await;
    };
    expected(&all[..50]).await;
    page.reads("1–50 of 120").await;
    page.link("Next").click().await;
    page.is_at("page=2").await;
    expected(&all[50..100]).await;
    page.link("Next").click().await;
    expected(&all[100..]).await;
    page.reads("101–120 of 120").await;
    page.link("Next").gone().await;
    page.link("Previous").click().await;
    page.is_at("page=2").await;
    expected(&all[50..100]).await;
    page.link("Sessions 120").shown().await;
    page.route("#/dashboard/sessions?page=9&size=100").await;
    page.reads("101–120 of 120").await;
    page.link("Previous").click().await;
    expected(&all[..100]).await;
}

/// Where they are too many to read all, MaxScale makes the pages, and knows two filters.
async fn only_a_page_of_many_sessions_is_read() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/sessions").await;
    page.reads("1–50 of 1").await;
    page.reads("too many sessions to read all").await;
    page.link("Next").click().await;
    page.reads("51–100 of 1").await;
    let choose = "function() { this.value = 'accounts-ams';
        this.dispatchEvent(new Event('change', { bubbles: true })); }";
    page.find("combobox", "Filter by service").call(choose).await;
    page.is_at("service=accounts-ams").await;
    page.reads("1–50 of").await;
    for request in mutations::requests(&page).await {
        assert!(!request.contains("v1/sessions") || request.contains("size"), "{request}");
    }
}

async fn sessions_can_be_filtered_by_user_or_service() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 3 600").await;
    console.apply_event("load Galera-Service 2 600").await;
    let page = console.signed_in("#/dashboard/sessions").await;
    page.link("Sessions 5").shown().await;
    let choose = "function() { this.value = 'Galera-Service';
        this.dispatchEvent(new Event('change', { bubbles: true })); }";
    page.find("combobox", "Filter by service").call(choose).await;
    page.is_at("service=Galera-Service").await;
    page.reads("2 of 5").await;
    page.find("searchbox", "Filter by user").fill("nobody \"else\"").await;
    page.is_at("user=nobody%20%22else%22").await;
    page.reads("No session matches these filters.").await;
    page.find("searchbox", "Filter by user").fill("MAXUSER").await;
    page.reads("2 of 5").await;
}

async fn a_session_page_follows_its_session() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 1 600").await;
    let id = ids(&console, "sessions").await.remove(0);
    let page = console.signed_in("#/dashboard/sessions").await;
    page.link(&id).click().await;
    page.heading(&format!("Session {id}")).shown().await;
    page.reads("maxuser@127.0.0.1").await;
    page.link("RW-Split-Router").shown().await;
    page.reads("sescmd_history").await;
    console.rest().change("DELETE", &format!("/v1/sessions/{id}"), Value::Null).await;
    page.reads(&format!("There is no session named {id}")).await;
    page.expect_error("status of 404");
    page.link("Go to the sessions").click().await;
    page.is_at("#/dashboard/sessions").await;
}

async fn the_primary_of_a_galera_monitor_comes_from_the_server_states() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/monitors/Galera-Monitor").await;
    let primary = "[...document.querySelectorAll('dt')].find(dt => dt.innerText === 'Primary')
        ?.nextElementSibling.innerText";
    until("the primary", async || {
        let said = page.script(primary).await;
        if said == "galera1" { Ok(()) } else { Err(said.to_string()) }
    })
    .await;
}
