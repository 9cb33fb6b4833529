//! The whole flow without a mouse, and keys that must do nothing by accident.

use crate::dialogs::button;
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};

browser_tests![
    maintenance_works_without_a_mouse,
    enter_never_maintains_by_accident,
    the_menu_moves_with_arrows_and_returns_the_focus,
    a_disabled_entry_can_be_read_and_does_nothing,
    the_skip_link_leads_past_the_bar,
    the_focus_survives_a_poll,
    the_way_to_what_matters_is_short,
    arrows_lead_from_a_heading_into_its_rows,
    the_password_is_where_one_types_when_the_session_has_ended,
];

async fn maintenance_works_without_a_mouse() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.button("Sign in").shown().await;
    page.walk_to("Tab", "textbox", "User name").await;
    page.type_text(ADMIN.0).await;
    page.walk_to("Tab", "textbox", "Password").await;
    page.type_text(ADMIN.1).await;
    page.press("Enter").await;
    page.link("server2").shown().await;
    page.walk_to("Tab", "link", "server2").await;
    page.press("Enter").await;
    page.heading("server2").focused().await;
    page.button("Server actions").shown().await;
    page.press("Tab").await;
    page.button("Server actions").focused().await;
    page.press("Enter").await;
    page.menu_item("Maintain").focused().await;
    page.press("Enter").await;
    page.dialog().shown().await;
    page.walk_to("Tab", "checkbox", "Force closing").await;
    page.press("Space").await;
    page.checkbox("Force closing").is("to be ticked", |node| node.is_checked()).await;
    page.walk_to("Tab", "button", "Maintain").await;
    page.press("Space").await;
    page.dialog().gone().await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    page.button("Server actions").focused().await;
}

async fn open_by_keys(page: &Page) {
    page.walk_to("Shift+Tab", "button", "Server actions").await;
    page.press("Enter").await;
    page.menu_item("Maintain").focused().await;
    page.press("Enter").await;
    page.dialog().shown().await;
}

async fn enter_never_maintains_by_accident() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    open_by_keys(&page).await;
    // Pressed again and again by someone impatient.
    for _ in 0..3 {
        page.press("Enter").await;
    }
    page.walk_to("Tab", "checkbox", "Force closing").await;
    page.press("Space").await;
    page.press("Enter").await;
    page.checkbox("Force closing").is("to be ticked", |node| node.is_checked()).await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.button("Server actions").focused().await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
    assert_eq!(console.rest().state("server2").await, "Slave, Running");
}

async fn the_menu_moves_with_arrows_and_returns_the_focus() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.walk_to("Shift+Tab", "button", "Server actions").await;
    page.press("ArrowDown").await;
    page.menu_item("Maintain").focused().await;
    for (key, item) in [
        ("ArrowDown", "Drain"),
        ("End", "Delete"),
        ("ArrowDown", "Maintain"),
        ("ArrowUp", "Delete"),
        ("Home", "Maintain"),
    ] {
        page.press(key).await;
        page.menu_item(item).focused().await;
    }
    page.press("Escape").await;
    page.menu_item("Maintain").gone().await;
    page.button("Server actions").focused().await;
}

async fn a_disabled_entry_can_be_read_and_does_nothing() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.button("Server actions").click().await;
    page.menu_item("Maintain").focused().await;
    page.press("ArrowDown").await;
    page.press("ArrowDown").await;
    let entry = page.menu_item("Return to service").focused().await;
    assert!(entry.is_disabled() && !entry.description.is_empty(), "{entry:?}");
    page.press("Enter").await;
    assert!(page.dialog().one().await.is_err());
    assert!(button(&page, "Return to service").one().await.is_err());
}

async fn the_skip_link_leads_past_the_bar() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.reload().await;
    page.link("server2").shown().await;
    page.press("Tab").await;
    let skip = page.focus().await.unwrap();
    assert_eq!(skip.name, "Skip to content");
    page.press("Enter").await;
    until("the focus to be on the content", async || {
        let focus = page.focus().await?;
        if focus.role == "main" { Ok(()) } else { Err(format!("{focus:?}")) }
    })
    .await;
}

async fn the_focus_survives_a_poll() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.walk_to("Tab", "link", "server2").await;
    let before = mutations::requests_to(&page, "v1/servers?").await;
    console.apply_event("load RW-Split-Router 4 60").await;
    until("three more polls", async || {
        let now = mutations::requests_to(&page, "v1/servers?").await;
        if now >= before + 3 { Ok(()) } else { Err(format!("{now} polls")) }
    })
    .await;
    assert!(page.link("server2").shown().await.is_focused());
}

/// After signing in, and past the charts and tabs of the dashboard.
async fn the_way_to_what_matters_is_short() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.heading("Dashboard").focused().await;
    page.link("server2").shown().await;
    page.walk_to("Shift+Tab", "button", "Skip to table").await;
    page.press("Enter").await;
    page.link("Galera-Monitor").focused().await;
}

async fn arrows_lead_from_a_heading_into_its_rows() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.walk_to("Tab", "link", "Monitor").await;
    page.press("ArrowDown").await;
    page.checkbox("Select server1").focused().await;
    page.press("ArrowUp").await;
    page.checkbox("Select galera3").focused().await;
}

async fn the_password_is_where_one_types_when_the_session_has_ended() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    console.simulation.expire_tokens().await;
    page.heading("Your session has ended").shown().await;
    page.field("Password").focused().await;
    page.expect_error("status of 401");
}
