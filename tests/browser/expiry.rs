//! The session ends while somebody works: the work survives.

use crate::dialogs::{self, button, confirm, connected};
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{Page, TestConsole};

browser_tests![
    an_open_dialog_survives_signing_in_again,
    an_action_after_expiry_is_not_sent_and_can_be_repeated,
    typed_text_survives_signing_in_again,
    a_restart_of_maxscale_asks_for_the_password,
    a_wrong_password_keeps_the_dialog_open,
];

/// Gives the password to the dialog that asks for it again.
async fn sign_in_again(page: &Page) {
    page.heading("Your session has ended").shown().await;
    page.expect_error("status of 401");
    assert_eq!(page.field("User name").shown().await.value, ADMIN.0);
    page.field("Password").fill(ADMIN.1).await;
    page.button("Sign in").click().await;
    page.heading("Your session has ended").gone().await;
}

async fn an_open_dialog_survives_signing_in_again() {
    let console = TestConsole::new().await;
    connected(&console, "load RW-Split-Router 4 60", "server2").await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    console.simulation.expire_tokens().await;
    sign_in_again(&page).await;
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    page.dialog().reads("at once").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn an_action_after_expiry_is_not_sent_and_can_be_repeated() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.button("Refresh: Every second").click().await;
    page.find("menuitemradio", "Paused").click().await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    // The dialog reads once when it opens; the end of the session is to be met by the action.
    page.requests_when_quiet().await;
    console.simulation.expire_tokens().await;
    button(&page, "Maintain").click().await;
    sign_in_again(&page).await;
    page.heading("Maintain server2").focused().await;
    page.press("Enter").await;
    assert_eq!(
        console.rest().state("server2").await,
        "Slave, Running",
        "nothing is done behind one's back"
    );
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn typed_text_survives_signing_in_again() {
    let console = TestConsole::new().await;
    let page = console.at_server("server3").await;
    dialogs::open(&page, "Delete").await;
    page.field("Server name").fill("server").await;
    console.simulation.expire_tokens().await;
    sign_in_again(&page).await;
    assert_eq!(page.field("Server name").shown().await.value, "server");
}

async fn a_restart_of_maxscale_asks_for_the_password() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    console.simulation.restart().await;
    sign_in_again(&page).await;
    page.heading("server2").shown().await;
}

async fn a_wrong_password_keeps_the_dialog_open() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    console.simulation.expire_tokens().await;
    page.heading("Your session has ended").shown().await;
    page.press("Escape").await;
    page.press("Escape").await;
    page.field("Password").fill("not it").await;
    page.button("Sign in").click().await;
    page.field("Password").is("to be told", |node| node.description.contains("Wrong")).await;
    sign_in_again(&page).await;
}
