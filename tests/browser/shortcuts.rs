//! The keyboard's shortcuts: each does what the list says, and none where it would be an accident.

use crate::dialogs;
use crate::screenshots::look_closely;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};

browser_tests![
    each_tab_is_two_keys_away,
    a_server_can_be_asked_for_by_a_key,
    r_reads_and_p_pauses,
    the_help_lists_every_shortcut,
    letters_that_are_typed_are_no_shortcuts,
    keys_belong_to_the_dialog_that_is_open,
    shortcuts_can_be_switched_off,
];

async fn each_tab_is_two_keys_away() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers/server2").await;
    page.heading("server2").shown().await;
    for (key, tab) in [
        ("v", "services"),
        ("l", "listeners"),
        ("f", "filters"),
        ("m", "monitors"),
        ("c", "sessions"),
        ("s", "servers"),
    ] {
        page.press("g").await;
        page.press(key).await;
        page.is_at(&format!("#/dashboard/{tab}")).await;
    }
    page.press("m").await;
    page.press("s").await;
    page.is_at("#/dashboard/servers").await;
    assert!(page.dialog().one().await.is_err(), "no server is shown");
}

async fn a_server_can_be_asked_for_by_a_key() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    for (key, title) in
        [("m", "Maintain server2"), ("d", "Drain server2"), ("u", "Return server2 to service")]
    {
        page.press(key).await;
        page.heading(title).shown().await;
        page.is_at("#/dashboard/servers/server2").await;
        page.press("Escape").await;
        page.dialog().gone().await;
    }
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
    assert_eq!(mutations::requests_to(&page, "/clear?").await, 0);
}

async fn reads_again(page: &Page, before: u64) {
    until("another read", async || {
        let now = mutations::requests_to(page, "v1/servers?").await;
        if now > before { Ok(()) } else { Err(format!("{now} reads")) }
    })
    .await;
}

async fn r_reads_and_p_pauses() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.press("p").await;
    page.button("Refresh: Paused").shown().await;
    let before = mutations::requests_to(&page, "v1/servers?").await;
    page.press("r").await;
    reads_again(&page, before).await;
    page.press("p").await;
    page.button("Refresh: Every second").shown().await;
    page.reload().await;
    page.button("Refresh: Every second").shown().await;
}

async fn the_help_lists_every_shortcut() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.press("?").await;
    page.heading("Keyboard shortcuts").focused().await;
    for words in
        ["Ctrl K", "Search everywhere", "g then s", "Refresh now", "In tables", "In charts"]
    {
        page.dialog().reads(words).await;
    }
    look_closely(&page, "shortcuts").await;
    page.size(390, 844).await;
    let width = page.script("document.documentElement.scrollWidth").await;
    assert!(width.as_u64().unwrap() <= 390, "{width} px wide");
    page.press("Escape").await;
    page.dialog().gone().await;
    page.button("admin: user menu").click().await;
    page.menu_item("Keyboard shortcuts").click().await;
    page.heading("Keyboard shortcuts").shown().await;
}

async fn letters_that_are_typed_are_no_shortcuts() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.find("searchbox", "Filter servers").fill("gv?/rp").await;
    page.is_at("filter=gv%3F%2Frp").await;
    assert!(page.dialog().one().await.is_err());
    page.button("Refresh: Every second").shown().await;
    page.route("#/dashboard/servers/server2").await;
    page.button("Server actions").click().await;
    page.menu_item("Maintain").focused().await;
    page.press("d").await;
    page.menu_item("Drain").focused().await;
    page.press("Escape").await;
    page.menu_item("Drain").gone().await;
    page.press("Ctrl+m").await;
    page.press("Alt+m").await;
    page.press("m").await;
    page.heading("Maintain server2").shown().await;
}

async fn keys_belong_to_the_dialog_that_is_open() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Drain").await;
    for key in ["m", "/", "?", "g", "s", "Ctrl+k"] {
        page.press(key).await;
    }
    page.heading("Drain server2").shown().await;
    page.dialog().shown().await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.is_at("#/dashboard/servers/server2").await;
}

async fn shortcuts_can_be_switched_off() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.press("?").await;
    page.checkbox("Use single keys as shortcuts").click().await;
    page.press("Escape").await;
    page.dialog().gone().await;
    for round in ["at once", "after a reload"] {
        for key in ["m", "g", "s", "?", "/"] {
            page.press(key).await;
        }
        page.is_at("#/dashboard/servers/server2").await;
        assert!(page.dialog().one().await.is_err(), "{round}");
        page.press("Ctrl+k").await;
        page.find("combobox", "Search").focused().await;
        page.press("Escape").await;
        page.dialog().gone().await;
        page.reload().await;
        page.button("Server actions").shown().await;
    }
    page.button("admin: user menu").click().await;
    page.menu_item("Keyboard shortcuts").click().await;
    page.checkbox("Use single keys as shortcuts").click().await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.press("m").await;
    page.heading("Maintain server2").shown().await;
}
