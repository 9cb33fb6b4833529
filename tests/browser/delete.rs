//! Deleting a server: it tells what it unlinks, and asks for the name.

use crate::dialogs::{self, button, confirm};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{TestConsole, mutations};
use serde_json::{Value, json};

browser_tests![
    delete_asks_for_the_name_and_unlinks,
    a_server_that_nothing_uses_is_deleted_without_force,
    a_wrong_name_deletes_nothing,
    deleting_waits_for_a_read_in_progress,
];

async fn delete_asks_for_the_name_and_unlinks() {
    let console = TestConsole::new().await;
    let page = console.at_server("server3").await;
    dialogs::open(&page, "Delete").await;
    for part in
        ["unlinked from monitor Monitor", "RW-Split-Router", "Read-Con-Router", "cannot be undone"]
    {
        page.dialog().reads(part).await;
    }
    button(&page, "Delete").disabled().await;
    page.field("Server name").fill("server3").await;
    confirm(&page, "Delete").await;
    page.is_at("#/dashboard/servers").await;
    page.link("server2").shown().await;
    page.link("server3").gone().await;
    page.reads("server3 was deleted").await;
    assert!(page.button("Undo").one().await.is_err(), "a deletion cannot be undone");
    assert_eq!(console.rest().ask("GET", "/v1/servers/server3", &Value::Null).await.0, 404);
}

async fn a_server_that_nothing_uses_is_deleted_without_force() {
    let console = TestConsole::new().await;
    let spare = json!({ "data": { "id": "spare", "type": "servers",
        "attributes": { "parameters": { "address": "127.0.0.1", "port": 3999 } } } });
    console.rest().change("POST", "/v1/servers", spare).await;
    let page = console.at_server("spare").await;
    dialogs::open(&page, "Delete").await;
    page.dialog().reads("no monitor or service uses it").await;
    page.field("Server name").fill("spare").await;
    confirm(&page, "Delete").await;
    assert_eq!(mutations::requests_to(&page, "force").await, 0);
    assert_eq!(console.rest().ask("GET", "/v1/servers/spare", &Value::Null).await.0, 404);
}

async fn a_wrong_name_deletes_nothing() {
    let console = TestConsole::new().await;
    let page = console.at_server("server3").await;
    dialogs::open(&page, "Delete").await;
    for wrong in ["server", "Server3", "server33"] {
        page.field("Server name").fill(wrong).await;
        button(&page, "Delete").disabled().await;
    }
    // Enter in the field is no confirmation, not even with the right name.
    page.field("Server name").fill("server3").await;
    page.press("Enter").await;
    button(&page, "Delete").enabled().await;
    assert_eq!(console.rest().state("server3").await, "Slave, Running");
}

async fn deleting_waits_for_a_read_in_progress() {
    let console = TestConsole::new().await;
    let page = console.at_server("server3").await;
    dialogs::open(&page, "Delete").await;
    page.field("Server name").fill("server3").await;
    let held = page.hold("*/v1/servers/server3?pretty*", |_| Reply::Pass).await;
    held.begins().await;
    button(&page, "Delete").click().await;
    button(&page, "Delete").disabled().await;
    held.release();
    page.dialog().gone().await;
    page.reads("server3 was deleted").await;
}
