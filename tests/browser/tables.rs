//! Tables with a thousand servers and ten thousand sessions.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::{Page, TestConsole, until};
use serde_json::Value;

browser_tests![
    only_rows_in_sight_are_in_the_document,
    arrow_keys_reach_rows_outside_the_window,
    the_row_with_the_focus_stays_in_the_document,
    the_header_stays_in_sight,
    only_cards_in_sight_are_in_the_document,
    ten_thousand_sessions_on_one_page,
    a_further_column_sorts_with_shift,
    a_filter_counts_what_it_finds,
    a_selection_survives_scrolling_and_a_reload,
    all_that_match_are_selected_at_once,
    a_range_is_selected_with_shift_and_a_row_with_space,
    a_deleted_server_is_deselected,
    columns_are_chosen_in_the_address_and_remembered,
    what_matches_is_saved_as_a_file,
    rows_open_in_new_tabs,
    a_row_that_moves_keeps_the_focus,
    a_state_leaves_only_its_rows,
    a_phone_shows_two_facts_of_a_server,
    moments_are_told_as_ages,
];

/// More than a tall window shows, and a tenth of all.
const FEW: u64 = 130;

/// How many rows are in the document.
async fn rows(page: &Page) -> u64 {
    page.script("document.querySelectorAll('tbody tr:not(.row-space)').length")
        .await
        .as_u64()
        .unwrap()
}

/// The names of the rows in the document that can be seen in the window, from top to bottom.
async fn seen(page: &Page) -> Vec<String> {
    let names = page
        .script(
            "[...document.querySelectorAll('tbody th a.object-link')].filter(link => {
                const box = link.getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight;
            }).map(link => link.innerText)",
        )
        .await;
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

async fn sees(page: &Page, name: &str) {
    until(&format!("{name} to be seen"), async || {
        let names = seen(page).await;
        if names.iter().any(|one| one == name) { Ok(()) } else { Err(format!("{names:?}")) }
    })
    .await;
}

async fn scroll_to(page: &Page, place: &str) {
    page.script(&format!("scrollTo({{ top: {place}, behavior: 'instant' }}), 0")).await;
}

async fn only_rows_in_sight_are_in_the_document() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.link("Servers 1,000").shown().await;
    page.link("accounts-ams-db1").shown().await;
    let count = page.script("document.querySelector('table').getAttribute('aria-rowcount')").await;
    assert_eq!(count, "1201", "a header, 200 monitors and 1,000 servers");
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    until("the room of all the others", async || {
        let height = page.script("document.documentElement.scrollHeight").await.as_f64().unwrap();
        if height > 1_200.0 * 25.0 { Ok(()) } else { Err(height.to_string()) }
    })
    .await;
    page.picture("tables-big").await;
    scroll_to(&page, "document.documentElement.scrollHeight / 2").await;
    page.link("accounts-ams-db1").gone().await;
    scroll_to(&page, "1e9").await;
    sees(&page, "tracking-syd-db3").await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    let last = "function() { return this.closest('tr').getAttribute('aria-rowindex'); }";
    assert_eq!(page.link("tracking-syd-db3").call(last).await, "1201");
    axe(&page, "the end of a large table").await;
    page.picture("tables-end").await;
    scroll_to(&page, "0").await;
    sees(&page, "accounts-ams-db1").await;
}

async fn a_state_leaves_only_its_rows() {
    let console = TestConsole::big().await;
    let rest = console.rest();
    rest.change("PUT", "/v1/servers/accounts-ams-db2/set?state=maintenance", Value::Null).await;
    rest.change("PUT", "/v1/servers/accounts-ams-db3/set?state=maintenance", Value::Null).await;
    let page = console.signed_in("").await;
    let maintenance = page.button("Maintenance 2");
    maintenance.click().await;
    page.reads("2 of 1,000 servers").await;
    page.link("accounts-ams-db3").shown().await;
    page.is_at("filter=Maintenance").await;
    assert!(maintenance.shown().await.is_checked(), "it is pressed");
    axe(&page, "states to filter by").await;
    page.picture("tables-states").await;
    maintenance.click().await;
    page.link("accounts-ams-db1").shown().await;
}

async fn a_phone_shows_two_facts_of_a_server() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.size(390, 844).await;
    page.reload().await;
    page.link("server2").shown().await;
    let row = page.link("server2").row().await;
    let facts = row.lines().filter(|line| !line.trim().is_empty()).count();
    assert!(row.contains("Replica") && !row.contains("127.0.0.1"), "{row}");
    assert!(facts <= 4, "name, state and two facts: {row}");
    page.button("Columns").click().await;
    page.find("menuitemcheckbox", "Address").click().await;
    until("the address", async || {
        let row = page.link("server2").row().await;
        if row.contains("127.0.0.1") { Ok(()) } else { Err(row) }
    })
    .await;
}

async fn moments_are_told_as_ages() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 1 600").await;
    let page = console.signed_in("#/dashboard/sessions").await;
    page.link("1").shown().await;
    let row = page.link("1").row().await;
    assert!(row.contains(" ago"), "{row}");
    let exact = page.script("document.querySelector('td time').dateTime").await;
    assert!(exact.as_str().unwrap().ends_with('Z'), "{exact}");
}

async fn arrow_keys_reach_rows_outside_the_window() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.link("accounts-ams-db1").shown().await;
    page.script("document.querySelector('tbody th a[href*=\"servers/accounts-ams-db1\"]').focus()")
        .await;
    for (key, server) in [
        ("ArrowDown", "accounts-ams-db2"),
        ("End", "tracking-syd-db3"),
        ("ArrowUp", "tracking-syd-db2"),
        ("Home", "accounts-ams-db1"),
        ("PageDown", "accounts-gru-db1"),
        ("PageUp", "accounts-ams-db1"),
    ] {
        page.press(key).await;
        page.link(server).focused().await;
        sees(&page, server).await;
    }
    page.press("Enter").await;
    page.heading("accounts-ams-db1").shown().await;
}

async fn the_row_with_the_focus_stays_in_the_document() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.link("accounts-ams-db2").shown().await;
    page.script("document.querySelector('tbody th a[href*=\"servers/accounts-ams-db2\"]').focus()")
        .await;
    scroll_to(&page, "1e9").await;
    sees(&page, "tracking-syd-db3").await;
    assert!(page.link("accounts-ams-db2").shown().await.is_focused());
    page.press("ArrowDown").await;
    page.link("accounts-ams-db3").focused().await;
    sees(&page, "accounts-ams-db3").await;
}

async fn the_header_stays_in_sight() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.link("accounts-ams-db2").shown().await;
    scroll_to(&page, "4000").await;
    let gap = "(() => {
        const bar = document.querySelector('.bar').getBoundingClientRect();
        const head = document.querySelector('thead th').getBoundingClientRect();
        return Math.abs(head.top - bar.bottom);
    })()";
    until("the header to stand below the bar", async || {
        let gap = page.script(gap).await.as_f64().unwrap();
        if gap < 2.0 { Ok(()) } else { Err(format!("{gap} px between them")) }
    })
    .await;
    page.link("State").click().await;
    page.is_at("sort=state").await;
}

async fn only_cards_in_sight_are_in_the_document() {
    let console = TestConsole::big().await;
    let page = console.blank_page().await;
    page.size(390, 844).await;
    page.go(&console.url("")).await;
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.link("accounts-ams-db1").shown().await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    scroll_to(&page, "1e9").await;
    until("the last server", async || {
        scroll_to(&page, "1e9").await;
        let names = seen(&page).await;
        if names.iter().any(|one| one == "tracking-syd-db3") {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    })
    .await;
    let wide = page.script("document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(wide, Value::Bool(false), "the page scrolls sideways");
    axe(&page, "cards of a large table").await;
    page.picture("tables-cards").await;
}

async fn ten_thousand_sessions_on_one_page() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/sessions?size=10000").await;
    page.find("combobox", "Sessions a page").shown().await;
    until("all sessions to have their place", async || {
        let count =
            page.script("document.querySelector('table')?.getAttribute('aria-rowcount')").await;
        let count = count.as_str().and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
        if count > 5_000 { Ok(()) } else { Err(count.to_string()) }
    })
    .await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    page.picture("tables-sessions").await;
    page.script("document.querySelector('tbody th a').focus()").await;
    page.press("End").await;
    until("a late session to have the focus", async || {
        let index = page
            .script("document.activeElement.closest('tr')?.getAttribute('aria-rowindex')")
            .await;
        let index = index.as_str().and_then(|index| index.parse::<u64>().ok()).unwrap_or(0);
        if index > 5_000 { Ok(()) } else { Err(index.to_string()) }
    })
    .await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
}

async fn a_further_column_sorts_with_shift() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("State").click().await;
    page.is_at("sort=state").await;
    page.walk_to("Shift+Tab", "link", "Connections").await;
    page.press("Shift+Enter").await;
    page.is_at("sort=state,connections").await;
    page.press("Shift+Enter").await;
    page.is_at("sort=state,-connections").await;
    let sorted = "function() { return this.closest('th').getAttribute('aria-sort'); }";
    assert_eq!(page.link("State 1").call(sorted).await, "ascending");
    let second = page.link("Connections 2 descending");
    assert_eq!(second.call(sorted).await, Value::Null);
    axe(&page, "two columns that sort").await;
    page.press("Shift+Enter").await;
    page.is_at("sort=state").await;
    page.link("State").shown().await;
}

async fn a_filter_counts_what_it_finds() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.link("accounts-ams-db1").shown().await;
    page.find("searchbox", "Filter servers").fill("fra-db1").await;
    page.reads("20 of 1,000 servers").await;
    page.link("tracking-fra-db1").shown().await;
    assert_eq!(rows(&page).await, 40, "with the headings of 20 monitors");
    page.find("searchbox", "Filter servers").fill("nothing").await;
    page.reads("0 of 1,000 servers").await;
}

async fn a_selection_survives_scrolling_and_a_reload() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.checkbox("Select accounts-ams-db2").click().await;
    page.is_at("selected=accounts-ams-db2").await;
    scroll_to(&page, "1e9").await;
    page.checkbox("Select tracking-syd-db3").click().await;
    page.reads("2 selected").await;
    axe(&page, "a selection").await;
    page.reload().await;
    page.reads("2 selected").await;
    page.is_at("selected=accounts-ams-db2,tracking-syd-db3").await;
    scroll_to(&page, "0").await;
    let ticked = page.checkbox("Select accounts-ams-db2").shown().await;
    assert!(ticked.is_checked());
    assert!(!page.checkbox("Select accounts-ams-db1").shown().await.is_checked());
    page.picture("tables-selected").await;
    page.size(390, 844).await;
    page.picture("tables-selected-390").await;
    page.button("Clear").click().await;
    page.stops_reading("selected").await;
    page.is_at("#/dashboard/servers").await;
}

async fn all_that_match_are_selected_at_once() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/servers?filter=fra-db1").await;
    page.reads("20 of 1,000 servers").await;
    let all = page.checkbox("Select all servers that match");
    all.click().await;
    page.reads("20 selected").await;
    page.checkbox("Select audit-fra-db1").click().await;
    page.reads("19 selected").await;
    let half = "function() { return [this.checked, this.indeterminate]; }";
    assert_eq!(all.call(half).await, serde_json::json!([false, true]));
    page.route("#/dashboard/servers?filter=cart-fra-db1&selected=cart-fra-db1,mail-fra-db1").await;
    page.reads("2 selected, 1 of them not shown").await;
    all.click().await;
    page.reads("1 selected, 1 of them not shown").await;
    page.button("Clear").click().await;
    page.route("#/dashboard/servers").await;
    page.link("accounts-ams-db1").shown().await;
    all.click().await;
    page.reads("1,000 selected").await;
    page.is_at("#/dashboard/servers").await;
}

async fn a_range_is_selected_with_shift_and_a_row_with_space() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.walk_to("Tab", "link", "galera1").await;
    page.press("Space").await;
    page.checkbox("Select galera1").is("to be ticked", |node| node.is_checked()).await;
    page.walk_to("Tab", "checkbox", "Select galera3").await;
    page.press("Shift+Space").await;
    page.reads("3 selected").await;
    page.press("ArrowUp").await;
    page.checkbox("Select galera2").focused().await;
    page.press("Space").await;
    page.reads("2 selected").await;
    page.is_at("selected=galera1,galera3").await;
}

async fn a_deleted_server_is_deselected() {
    let console = TestConsole::new().await;
    let spare = serde_json::json!({ "data": { "id": "spare", "type": "servers",
        "attributes": { "parameters": { "address": "127.0.0.1", "port": 3999 } } } });
    console.rest().change("POST", "/v1/servers", spare).await;
    let page = console.signed_in("#/dashboard/servers?selected=spare,server2,never-was").await;
    page.reads("2 selected").await;
    page.is_at("selected=server2,spare").await;
    console.rest().change("DELETE", "/v1/servers/spare", Value::Null).await;
    page.reads("1 selected").await;
    page.is_at("selected=server2").await;
}

async fn columns_are_chosen_in_the_address_and_remembered() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.find("columnheader", "Version").gone().await;
    page.button("Columns").click().await;
    page.find("menuitemcheckbox", "Version").click().await;
    page.find("columnheader", "Version").shown().await;
    page.find("menuitemcheckbox", "GTID").click().await;
    page.find("columnheader", "GTID").gone().await;
    axe(&page, "the choice of columns").await;
    page.picture("tables-columns").await;
    page.press("Escape").await;
    page.button("Columns").focused().await;
    page.is_at("columns=name,address,connections,state,lag,services,version").await;
    page.reads("10.11").await;
    page.route("#/dashboard/services").await;
    page.find("columnheader", "Router").shown().await;
    page.link("Servers 6").click().await;
    page.find("columnheader", "Version").shown().await;
    page.find("columnheader", "GTID").gone().await;
    page.route("#/dashboard/servers?columns=name,state").await;
    page.find("columnheader", "Address").gone().await;
    page.reload().await;
    page.find("columnheader", "State").shown().await;
    page.find("columnheader", "Address").gone().await;
}

/// Waits for the one file in a folder that is whole.
async fn saved(folder: &std::path::Path, name: &str) -> String {
    until(name, async || std::fs::read_to_string(folder.join(name)).map_err(|e| e.to_string()))
        .await
}

async fn what_matches_is_saved_as_a_file() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/servers?filter=fra-db&sort=-name").await;
    page.reads("100 of 1,000 servers").await;
    let folder = tempfile::tempdir().unwrap();
    let to = serde_json::json!({ "behavior": "allow", "downloadPath": folder.path() });
    page.send("Page.setDownloadBehavior", to).await;
    page.button("Export").click().await;
    axe(&page, "the menu that exports").await;
    page.menu_item("CSV, for spreadsheets").click().await;
    let csv = saved(folder.path(), "servers.csv").await;
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines.len(), 102, "a header, 100 servers, and the end");
    assert_eq!(lines[0], "Server,Address,Connections,State,Lag,GTID,Services");
    assert!(
        lines[1].starts_with("accounts-fra-db5,accounts-fra-db5.example.net:3306,"),
        "{}",
        lines[1]
    );
    page.button("Export").click().await;
    page.menu_item("JSON, for programs").click().await;
    let json: Value = serde_json::from_str(&saved(folder.path(), "servers.json").await).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 100);
    assert_eq!(json[0]["name"], "accounts-fra-db5");
    assert_eq!(json[0]["services"], serde_json::json!(["accounts-fra"]));
    assert!(json[0]["connections"].is_u64(), "{}", json[0]);
}

/// Our own handlers leave the browser's alone.
async fn rows_open_in_new_tabs() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let untouched = "function() {
        const kept = init => {
            let prevented;
            const look = event => { prevented = event.defaultPrevented; event.preventDefault(); };
            window.addEventListener(init.type, look, { once: true });
            this.dispatchEvent(new MouseEvent(init.type, { bubbles: true, cancelable: true, ...init }));
            return !prevented;
        };
        return [kept({ type: 'click', ctrlKey: true }), kept({ type: 'auxclick', button: 1 })];
    }";
    assert_eq!(page.link("server2").call(untouched).await, serde_json::json!([true, true]));
    page.link("server2").shown().await;
}

async fn a_row_that_moves_keeps_the_focus() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers?sort=-state").await;
    page.link("server3").shown().await;
    page.walk_to("Tab", "link", "server3").await;
    let row = "function() { return Number(this.closest('tr').getAttribute('aria-rowindex')); }";
    let before = page.link("server3").call(row).await;
    console.rest().change("PUT", "/v1/servers/server3/set?state=maintenance", Value::Null).await;
    until("the row to move down", async || {
        let now = page.link("server3").call(row).await;
        if now.as_u64() > before.as_u64() { Ok(()) } else { Err(now.to_string()) }
    })
    .await;
    page.link("server3").focused().await;
    page.press("ArrowUp").await;
    page.link("server1").focused().await;
}
