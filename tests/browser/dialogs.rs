//! The dialogs behind the gear, as every test opens them.

use maxconsole_tests::support::{Find, Page, TestConsole, until};

/// Opens the dialog of an action from the gear's menu.
pub async fn open(page: &Page, action: &str) -> Find {
    page.button("Server actions").click().await;
    page.menu_item(action).click().await;
    let dialog = page.dialog();
    dialog.shown().await;
    dialog
}

/// Opens the dialog of an entry of a row's menu.
pub async fn open_in_row(page: &Page, name: &str, entry: &str) -> Find {
    page.button(&format!("Actions for {name}")).click().await;
    page.menu_item(entry).click().await;
    let dialog = page.dialog();
    dialog.shown().await;
    dialog
}

/// The dialog's own button of this name.
pub fn button(page: &Page, name: &str) -> Find {
    page.button(name).inside(&page.dialog())
}

/// Clicks the dialog's button and waits until the dialog is gone.
pub async fn confirm(page: &Page, name: &str) {
    button(page, name).click().await;
    page.dialog().gone().await;
}

/// Lets clients come and waits until the server has connections.
pub async fn connected(console: &TestConsole, words: &str, server: &str) {
    console.apply_event(words).await;
    let rest = console.rest();
    until(&format!("connections to {server}"), async || match rest.connections(server).await {
        0 => Err("none".to_owned()),
        _ => Ok(()),
    })
    .await;
}

/// Waits until nothing is connected to the server.
pub async fn disconnected(console: &TestConsole, server: &str) {
    let rest = console.rest();
    until(&format!("no connections to {server}"), async || match rest.connections(server).await {
        0 => Ok(()),
        there => Err(format!("{there}")),
    })
    .await;
}
