//! Search everywhere: what it finds, what can be done from there, and that nothing is done at once.

use crate::dialogs;
use crate::screenshots::{look, look_closely};
use maxconsole_demo::VIEWER;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Find, Page, TestConsole, console, mutations, until};
use serde_json::json;

browser_tests![
    shortcuts_and_the_field_open_search,
    an_object_is_found_by_its_name_and_opened,
    search_matches_addresses_and_attributes,
    arrow_keys_move_through_the_results,
    an_action_in_search_only_opens_its_dialog,
    a_link_opens_a_dialog_once,
    links_open_dialogs_of_services_listeners_and_monitors,
    refused_actions_show_the_reason,
    a_session_is_found_by_its_number_and_its_client,
    pages_and_commands_are_found,
    recent_objects_are_offered,
    a_modifier_opens_a_result_in_a_new_tab,
    a_list_that_cannot_be_read_is_reported,
    typing_is_fast_with_a_thousand_servers,
    search_is_accessible_in_each_theme_and_width,
];

const OPTIONS: &str = "[...document.querySelectorAll('[role=option]')].map(o => o.innerText)";

fn field(page: &Page) -> Find {
    page.find("combobox", "Search")
}

/// Opens the search and types.
async fn search(page: &Page, text: &str) {
    page.press("Ctrl+k").await;
    field(page).focused().await;
    page.type_text(text).await;
}

/// Waits until all is known and the choice that would be taken begins with these words; gives all
/// of it.
async fn chosen(page: &Page, words: &str) -> String {
    page.stops_reading("Loading…").await;
    first(page, words).await
}

/// The same for what is known so far.
async fn first(page: &Page, words: &str) -> String {
    let active = "document.querySelector('[role=option][aria-selected=true]')?.innerText ?? ''";
    until(&format!("the choice of {words:?}"), async || {
        let text = page.script(active).await.as_str().unwrap_or_default().to_owned();
        if text.starts_with(words) { Ok(text) } else { Err(format!("{text:?}")) }
    })
    .await
}

async fn shortcuts_and_the_field_open_search() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    for key in ["Ctrl+k", "Meta+k", "/"] {
        page.walk_to("Tab", "link", "server2").await;
        page.press(key).await;
        field(&page).focused().await;
        page.press("Escape").await;
        page.dialog().gone().await;
        page.link("server2").focused().await;
    }
    page.button("Search…").click().await;
    field(&page).focused().await;
    assert_eq!(field(&page).shown().await.value, "", "the key that opens it is not typed");
    page.press("Escape").await;
    page.button("Search…").focused().await;
    page.find("searchbox", "Filter servers").click().await;
    page.press("Ctrl+k").await;
    field(&page).focused().await;
}

async fn an_object_is_found_by_its_name_and_opened() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/filters").await;
    search(&page, "server2").await;
    chosen(&page, "server2").await;
    page.press("Enter").await;
    page.is_at("#/dashboard/servers/server2").await;
    page.dialog().gone().await;
    page.heading("server2").focused().await;
    search(&page, "SPLIT rw").await;
    chosen(&page, "RW-Split-Listener").await;
    page.script("[...document.querySelectorAll('[role=option]')].find(o => o.innerText.startsWith('RW-Split-Router')).click()").await;
    page.is_at("#/dashboard/services/RW-Split-Router").await;
    page.heading("RW-Split-Router").focused().await;
}

async fn search_matches_addresses_and_attributes() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    let attributes = console.rest().attributes("servers/server3").await;
    let port = attributes["parameters"]["port"].to_string();
    let gtid = attributes["gtid_current_pos"].as_str().unwrap().to_owned();
    page.press("Ctrl+k").await;
    for (text, first, told) in [
        (port.as_str(), "server3", port.as_str()),
        ("readconnroute", "Read-Con-Router", "readconnroute"),
        ("galeramon", "Galera-Monitor", "galeramon"),
        ("qlafilter", "QLA", "qlafilter"),
        ("primary 3301", "server1", "Primary"),
        (gtid.as_str(), "server", gtid.as_str()),
    ] {
        field(&page).fill(text).await;
        let choice = chosen(&page, first).await;
        assert!(choice.contains(told), "{text}: {choice}");
    }
    field(&page).fill("nowhere at all").await;
    page.dialog().reads("No results for “nowhere at all”.").await;
    assert_eq!(page.script(OPTIONS).await, json!([]));
}

async fn arrow_keys_move_through_the_results() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    search(&page, "maintain").await;
    page.dialog().reads("Maintain galera1").await;
    until("six servers", async || {
        let all = page.script(OPTIONS).await;
        if all.as_array().is_some_and(|all| all.len() == 6) { Ok(()) } else { Err(all.to_string()) }
    })
    .await;
    for (key, words) in [
        ("ArrowDown", "Maintain galera2"),
        ("End", "Maintain server3"),
        ("ArrowDown", "Maintain galera1"),
        ("ArrowUp", "Maintain server3"),
        ("Home", "Maintain galera1"),
    ] {
        page.press(key).await;
        chosen(&page, words).await;
        let active = "document.getElementById(document.activeElement.getAttribute(\
            'aria-activedescendant'))?.getAttribute('aria-selected')";
        assert_eq!(page.script(active).await, "true", "{key} is told to screen readers");
    }
    page.type_text(" server2").await;
    chosen(&page, "Maintain server2").await;
}

async fn an_action_in_search_only_opens_its_dialog() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/services").await;
    search(&page, "server2 maint").await;
    chosen(&page, "Maintain server2").await;
    page.press("Enter").await;
    page.heading("Maintain server2").shown().await;
    page.is_at("#/dashboard/servers/server2").await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.heading("server2").focused().await;
    search(&page, "drain server2").await;
    chosen(&page, "Drain server2").await;
    page.press("Enter").await;
    page.heading("Drain server2").shown().await;
    page.press("Escape").await;
    page.dialog().gone().await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
    page.back().await;
    page.is_at("#/dashboard/services").await;
    search(&page, "maintain galera2").await;
    chosen(&page, "Maintain galera2").await;
    page.press("Enter").await;
    page.heading("Maintain galera2").shown().await;
    page.dialog().reads("2 usable servers left").await;
    dialogs::confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("galera2").await, "Maintenance, Running");
    assert_eq!(console.rest().state("server2").await, "Slave, Running");
}

async fn a_link_opens_a_dialog_once() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.route("#/dashboard/servers/server2?do=maintain").await;
    page.heading("Maintain server2").shown().await;
    page.is_at("#/dashboard/servers/server2").await;
    page.reload().await;
    page.button("Server actions").shown().await;
    assert!(page.dialog().one().await.is_err(), "Reload does not ask again");
    page.route("#/dashboard/servers/server2?do=nonsense").await;
    page.is_at("#/dashboard/servers/server2").await;
    page.back().await;
    page.back().await;
    page.find("searchbox", "Filter servers").shown().await;
    assert!(page.dialog().one().await.is_err(), "nor does Back");
}

async fn links_open_dialogs_of_services_listeners_and_monitors() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    for (text, words, path, state) in [
        (
            "stop service read",
            "Stop service Read-Con-Router",
            "services/Read-Con-Router",
            "Stopped",
        ),
        (
            "stop rw listener",
            "Stop listener RW-Split-Listener",
            "listeners/RW-Split-Listener",
            "Stopped",
        ),
        (
            "galera stop monitor",
            "Stop monitor Galera-Monitor",
            "monitors/Galera-Monitor",
            "Stopped",
        ),
    ] {
        search(&page, text).await;
        chosen(&page, words).await;
        page.press("Enter").await;
        page.heading(words).shown().await;
        page.is_at(&format!("#/dashboard/{path}")).await;
        dialogs::confirm(&page, "Stop").await;
        assert_eq!(console.rest().attributes(path).await["state"], state, "{path}");
    }
    page.button("Monitor actions").click().await;
    page.menu_item("Start monitor").click().await;
    dialogs::confirm(&page, "Start").await;
    assert_eq!(console.rest().attributes("monitors/Galera-Monitor").await["state"], "Running");
}

async fn refused_actions_show_the_reason() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    search(&page, "return server2").await;
    let choice = chosen(&page, "Return server2 to service").await;
    assert!(choice.contains("Already in service."), "{choice}");
    page.press("Enter").await;
    page.script("document.querySelector('[role=option]').click()").await;
    assert!(field(&page).shown().await.is_focused(), "nothing happens");
    page.is_at("/").await;
    field(&page).fill("maintain server1").await;
    let choice = chosen(&page, "Maintain server1").await;
    assert!(choice.contains("Switch over"), "{choice}");
    page.press("Enter").await;
    page.dialog().reads("Can’t put server1 into maintenance").await;

    let attributes = json!({ "password": VIEWER.1, "account": "basic" });
    let account = json!({ "data": { "id": VIEWER.0, "type": "inet", "attributes": attributes } });
    console.rest().change("POST", "/v1/users/inet", account).await;
    let page = console.page("").await;
    console::sign_in(&page, VIEWER).await;
    page.link("server2").shown().await;
    search(&page, "maintain server2").await;
    let choice = chosen(&page, "Maintain server2").await;
    assert!(choice.contains("Read-only account"), "{choice}");
    let first = "document.querySelector('[role=option]').getAttribute('aria-disabled')";
    assert_eq!(page.script(first).await, "true");
}

async fn a_session_is_found_by_its_number_and_its_client() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 3 600").await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    search(&page, "maxuser@127").await;
    let choice = chosen(&page, "1").await;
    assert!(choice.contains("maxuser@127.0.0.1") && choice.contains("Session"), "{choice}");
    field(&page).fill("2").await;
    chosen(&page, "2").await;
    page.dialog().reads("Kill session 2").await;
    page.press("Enter").await;
    page.is_at("#/dashboard/sessions/2").await;
    search(&page, "99999").await;
    page.dialog().reads("No results").await;
}

async fn pages_and_commands_are_found() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    search(&page, "monit").await;
    chosen(&page, "Monitors").await;
    page.press("Enter").await;
    page.is_at("#/dashboard/monitors").await;
    search(&page, "pause").await;
    chosen(&page, "Pause refreshing").await;
    page.press("Enter").await;
    page.button("Refresh: Paused").shown().await;
    search(&page, "refresh now").await;
    chosen(&page, "Refresh now").await;
    // The search has read for itself.
    page.requests_settle().await;
    let before = mutations::requests_to(&page, "v1/monitors?").await;
    page.press("Enter").await;
    until("another read", async || {
        let now = mutations::requests_to(&page, "v1/monitors?").await;
        if now > before { Ok(()) } else { Err(format!("{now} reads")) }
    })
    .await;
    search(&page, "resume").await;
    chosen(&page, "Resume refreshing").await;
    page.press("Enter").await;
    page.button("Refresh: Every second").shown().await;
    search(&page, "high contrast").await;
    chosen(&page, "Theme: High contrast").await;
    page.press("Enter").await;
    page.button("Theme: High contrast").shown().await;
    search(&page, "shortcuts").await;
    chosen(&page, "Keyboard shortcuts").await;
    page.press("Enter").await;
    page.heading("Keyboard shortcuts").shown().await;
    page.press("Escape").await;
    page.dialog().gone().await;
    search(&page, "sign out").await;
    chosen(&page, "Sign out").await;
    page.press("Enter").await;
    page.button("Sign in").shown().await;
}

async fn recent_objects_are_offered() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    for name in ["servers/server1", "services/RW-Split-Router", "servers/server2"] {
        page.route(&format!("#/dashboard/{name}")).await;
        page.heading(name.rsplit('/').next().unwrap()).shown().await;
    }
    search(&page, "").await;
    until("the two before this one", async || {
        let all = page.script(OPTIONS).await;
        let words = |at: usize| all[at].as_str().unwrap_or_default().to_owned();
        let right = words(0).starts_with("RW-Split-Router")
            && words(1).starts_with("server1")
            && words(1).contains("Primary")
            && words(2).starts_with("Servers");
        if right { Ok(()) } else { Err(all.to_string()) }
    })
    .await;
}

async fn a_modifier_opens_a_result_in_a_new_tab() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.script(
        "window.open = (url, target) => { window.opened = [url, target]; return null; }; 0",
    )
    .await;
    search(&page, "server2").await;
    chosen(&page, "server2").await;
    let link = page.script("document.querySelector('[role=option]').getAttribute('href')").await;
    assert_eq!(link, "#/dashboard/servers/server2");
    page.press("Ctrl+Enter").await;
    assert_eq!(
        page.script("window.opened").await,
        json!(["#/dashboard/servers/server2", "_blank"])
    );
    assert!(field(&page).shown().await.is_focused(), "the search stays");
    page.is_at("/").await;
}

async fn a_list_that_cannot_be_read_is_reported() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers/server2").await;
    page.heading("server2").shown().await;
    let held = page.hold("*/v1/filters?*", |_| Reply::Empty(503)).await;
    search(&page, "server1").await;
    page.dialog().reads("Loading…").await;
    first(&page, "server1").await;
    held.release();
    page.dialog().reads("The filters could not be read").await;
    page.expect_error("status of 503");
    held.end().await;
    page.stops_reading("could not be read").await;
    page.dialog().reads("results.").await;
}

async fn typing_is_fast_with_a_thousand_servers() {
    let console = TestConsole::big().await;
    let page = console.signed_in("#/dashboard/filters").await;
    page.measure().await;
    search(&page, "primary").await;
    page.dialog().reads("Keep typing to narrow down.").await;
    let typing = "(async () => {
        const field = document.activeElement;
        const texts = ['d', 'db', 'db1', 'db10', 'maintain', 'maintain db1', 'primary'];
        for (const text of texts) {
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await new Promise(done => setTimeout(done));
        }
        return texts.length;
    })()";
    page.requests_settle().await;
    let before = page.main_thread_ms().await;
    let presses = page.script(typing).await.as_f64().unwrap();
    let each = (page.main_thread_ms().await - before) / presses;
    println!("search on `big`: {each:.0} ms of the main thread for a press of a key");
    assert!(each < 60.0, "{each} ms for a press of a key");
    let shown = page.script(OPTIONS).await;
    assert!(shown.as_array().unwrap().len() <= 58, "no more than can be looked at");
}

async fn search_is_accessible_in_each_theme_and_width() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    search(&page, "").await;
    page.dialog().reads("Sessions").await;
    look(&page, "search-empty").await;
    field(&page).fill("server2").await;
    page.dialog().reads("Drain server2").await;
    look_closely(&page, "search").await;
    page.size(390, 844).await;
    let width = page.script("document.documentElement.scrollWidth").await;
    assert!(width.as_u64().unwrap() <= 390, "{width} px wide");
    axe(&page, "the search on a phone").await;
    page.press("Escape").await;
    page.button("Search…").shown().await;
}
