//! Names that try to be markup, code, addresses or nuisances: they are names and nothing else.

use crate::dialogs::{self, confirm};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, Rest, TestConsole, until};
use serde_json::{Value, json};

browser_tests![
    markup_in_a_name_is_text,
    code_in_a_name_is_text,
    an_address_in_a_name_is_text,
    a_long_name_breaks_nothing,
    a_name_from_right_to_left_is_text,
    a_hostile_name_of_a_user_is_text,
    hostile_names_of_a_monitor_and_a_service_are_text,
    markup_in_values_is_text,
];

async fn markup_in_a_name_is_text() {
    lives("<svg><script>alert(1)").await;
    lives("\"><img/src=x".replace('/', "\u{2215}").as_str()).await;
}

async fn code_in_a_name_is_text() {
    lives("';alert(`1`);//".replace('/', "|").as_str()).await;
    lives("{{1+1}}${1+1}&lt;&amp;").await;
}

async fn an_address_in_a_name_is_text() {
    lives("a?x=1#y&z=%41%2e").await;
    lives("javascript:alert(1)").await;
}

async fn a_long_name_breaks_nothing() {
    let long = "x".repeat(180);
    let page = lives(&long).await;
    page.size(320, 640).await;
    let width = page.script("document.documentElement.scrollWidth").await;
    assert!(width.as_u64().unwrap() <= 320, "{width}");
}

async fn a_name_from_right_to_left_is_text() {
    lives("\u{645}\u{631}\u{62d}\u{628}\u{627}\u{202e}gnp.exe").await;
}

/// The whole flow with a server of this name; the name shows as it is wherever it shows.
async fn lives(name: &str) -> Page {
    let console = TestConsole::new().await;
    let rest = console.rest();
    add(&rest, name, "Monitor").await;
    let page = console.signed_in("").await;
    page.link(name).click().await;
    page.heading(name).shown().await;
    assert!(page.title().await.contains(name));
    for (action, state) in [("Maintain", "Maintenance"), ("Return to service", "")] {
        dialogs::open(&page, action).await;
        page.dialog().reads(name).await;
        page.dialog().call("function() { this.querySelector('details').open = true; }").await;
        confirm(&page, action).await;
        let now = rest.state(&encoded(name)).await;
        assert!(now.starts_with(state) && !now.is_empty(), "{name}: {now}");
        page.reads(name).await;
    }
    page.reload().await;
    page.heading(name).shown().await;
    dialogs::open(&page, "Delete").await;
    page.field("Server name").fill(name).await;
    confirm(&page, "Delete").await;
    page.link("server1").shown().await;
    page.link(name).gone().await;
    assert_eq!(
        rest.ask("GET", &format!("/v1/servers/{}", encoded(name)), &Value::Null).await.0,
        404
    );
    page
}

async fn add(rest: &Rest, name: &str, monitor: &str) {
    let server = json!({ "data": { "id": name, "type": "servers",
        "attributes": { "parameters": { "address": "127.0.0.1", "port": 3998 } },
        "relationships": { "monitors": { "data": [{ "id": monitor, "type": "monitors" }] } } } });
    rest.change("POST", "/v1/servers", server).await;
}

/// As a part of a path, by an encoder that is not the console's.
fn encoded(name: &str) -> String {
    name.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn a_hostile_name_of_a_user_is_text() {
    let console = TestConsole::new().await;
    let name = "<b>\"x\"&amp;";
    let user = json!({ "data": { "id": name, "type": "inet",
        "attributes": { "password": "secret", "account": "admin" } } });
    console.rest().change("POST", "/v1/users/inet", user).await;
    let page = console.page("").await;
    maxconsole_tests::support::console::sign_in(&page, (name, "secret")).await;
    page.button(&format!("{name}: user menu")).click().await;
    page.reads("administrator").await;
}

async fn hostile_names_of_a_monitor_and_a_service_are_text() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    let (monitor, service) = ("<b>m\"&amp;", "s?x=1#<i>%41");
    let parameters = json!({ "user": "maxuser", "password": "maxpwd" });
    let mine = json!({ "data": { "id": monitor, "type": "monitors",
        "attributes": { "module": "mariadbmon", "parameters": parameters } } });
    rest.change("POST", "/v1/monitors", mine).await;
    add(&rest, "spare", monitor).await;
    let mine = json!({ "data": { "id": service, "type": "services",
        "attributes": { "router": "readconnroute", "parameters": parameters },
        "relationships": { "servers": { "data": [{ "id": "spare", "type": "servers" }] } } } });
    rest.change("POST", "/v1/services", mine).await;
    let page = console.signed_in("").await;
    page.link(service).click().await;
    page.heading(service).shown().await;
    page.link("spare").click().await;
    dialogs::open(&page, "Delete").await;
    page.dialog().reads(monitor).await;
    page.dialog().reads(service).await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.link(monitor).click().await;
    page.heading(monitor).shown().await;
}

async fn markup_in_values_is_text() {
    const HOSTILE: &str = "<img src=x onerror=alert(1)>";
    let console = TestConsole::new().await;
    let attributes = json!({
        "state": HOSTILE, "version_string": HOSTILE, "state_details": HOSTILE, "last_event": HOSTILE,
        "gtid_current_pos": HOSTILE, "parameters": { "address": HOSTILE, "port": 1 },
        "statistics": { HOSTILE: HOSTILE, "connections": HOSTILE },
        "slave_connections": [{ "master_host": HOSTILE, "last_io_error": HOSTILE }],
    });
    let server = json!({ "id": "server2", "type": "servers", "attributes": attributes });
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let answers = page.intercept("*/v1/servers*", move |asked| {
        let one = asked.url.contains("/servers/server2");
        let data = if one { server.clone() } else { json!([server]) };
        Reply::Json(200, json!({ "data": data }).to_string())
    });
    let _answers = answers.await;
    until("the hostile row", async || {
        let row = page.link("server2").row().await;
        if row.matches(HOSTILE).count() >= 3 { Ok(()) } else { Err(row) }
    })
    .await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    page.reads(HOSTILE).await;
    let images = page.script("document.images.length").await;
    assert_eq!(images, 0);
}
