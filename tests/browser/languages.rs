//! The console in German, and in a language of strange letters in which a text that is not of the
//! catalogue can be seen.

use crate::dialogs;
use crate::screenshots::look;
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::words::DataWords;
use maxconsole_tests::support::{Find, Page, TestConsole, until};
use maxscale::command::Command;
use serde_json::{Value, json};
use std::time::Duration;

browser_tests![
    the_browser_chooses_the_language,
    the_user_menu_changes_the_language,
    without_its_texts_the_console_speaks_english,
    a_server_is_maintained_in_german,
    lists_and_pages_in_german,
    dialogs_in_german,
    trouble_in_german,
    what_clients_feel_in_german,
    a_drain_in_german,
    what_is_not_known_in_german,
    no_page_has_a_text_outside_the_catalogue,
    no_dialog_has_a_text_outside_the_catalogue,
    no_message_has_a_text_outside_the_catalogue,
];

/// The tabs of the dashboard, all kinds of pages, and all tabs of those.
const PAGES: [(&str, &str); 18] = [
    ("servers", "#/dashboard/servers"),
    ("services", "#/dashboard/services"),
    ("listeners", "#/dashboard/listeners"),
    ("filters", "#/dashboard/filters"),
    ("monitors", "#/dashboard/monitors"),
    ("sessions", "#/dashboard/sessions"),
    ("users", "#/users"),
    ("server", "#/dashboard/servers/server2"),
    ("server-sessions", "#/dashboard/servers/server2?tab=sessions"),
    ("server-statistics", "#/dashboard/servers/server2?tab=statistics"),
    ("server-parameters", "#/dashboard/servers/server2?tab=parameters"),
    ("service", "#/dashboard/services/RW-Split-Router"),
    ("service-sessions", "#/dashboard/services/RW-Split-Router?tab=sessions"),
    ("service-parameters", "#/dashboard/services/RW-Split-Router?tab=parameters"),
    ("listener", "#/dashboard/listeners/RW-Split-Listener"),
    ("filter", "#/dashboard/filters/QLA"),
    ("monitor", "#/dashboard/monitors/Monitor"),
    ("not-found", "#/nowhere"),
];

/// A browser whose people read these languages, the first one best.
async fn read(page: &Page, languages: &[&str]) {
    let languages = json!(languages);
    page.before_all(&format!(
        "Object.defineProperty(navigator, 'languages', {{ get: () => {languages} }});"
    ))
    .await;
}

/// Whoever signed in chose this language before.
async fn chose(page: &Page, language: &str) {
    page.before_all(&format!(
        "if (location.protocol === 'http:' && !localStorage.getItem('maxconsole.language'))
             localStorage.setItem('maxconsole.language', '{language}')"
    ))
    .await;
}

/// Signed in at a route, in German.
async fn in_german(console: &TestConsole, route: &str) -> Page {
    let page = console.blank_page().await;
    chose(&page, "de").await;
    page.go(&console.url(route)).await;
    page.field("Benutzername").fill(ADMIN.0).await;
    page.field("Passwort").fill(ADMIN.1).await;
    page.button("Anmelden").click().await;
    page.button("Anmelden").gone().await;
    page.requests_settle().await;
    page
}

async fn language(page: &Page) -> Value {
    page.script("document.documentElement.lang").await
}

/// Waits until a page has all its parts and has read what it shows.
async fn is_whole(page: &Page) {
    page.script("new Promise(next => requestAnimationFrame(() => requestAnimationFrame(next)))")
        .await;
    page.requests_settle().await;
    let missing = "!document.querySelector('h1') || !!document.querySelector('main .skeleton')";
    until("the whole page", async || match page.script(missing).await {
        Value::Bool(false) => Ok(()),
        _ => Err(page.text().await),
    })
    .await;
}

async fn the_browser_chooses_the_language() {
    let console = TestConsole::new().await;
    let page = console.blank_page().await;
    read(&page, &["fr", "de-AT", "en"]).await;
    page.go(&console.url("")).await;
    page.button("Anmelden").shown().await;
    assert_eq!(language(&page).await, "de");
    look(&page, "sign-in-german").await;

    let page = console.blank_page().await;
    read(&page, &["fr"]).await;
    page.go(&console.url("")).await;
    page.button("Sign in").shown().await;
    assert_eq!(language(&page).await, "en");
}

async fn the_user_menu_changes_the_language() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers/server2").await;
    page.heading("server2").shown().await;
    page.button("admin: user menu").click().await;
    page.find("menuitemradio", "Language: Deutsch").click().await;
    page.button("Aktionen für diesen Server").shown().await;
    page.is_at("#/dashboard/servers/server2").await;
    assert_eq!(language(&page).await, "de");
    page.reload().await;
    page.button("admin: Benutzermenü").click().await;
    page.find("menuitemradio", "Sprache: English").click().await;
    page.button("Server actions").shown().await;
    assert_eq!(language(&page).await, "en");
}

async fn without_its_texts_the_console_speaks_english() {
    let console = TestConsole::new().await;
    let page = console.blank_page().await;
    chose(&page, "de").await;
    let broken = page.intercept("*language_german*", |_| Reply::Break).await;
    page.go(&console.url("")).await;
    page.button("Sign in").shown().await;
    assert_eq!(language(&page).await, "en");
    page.expect_error("Failed to fetch");
    page.expect_error("language_german");
    broken.end().await;
    page.reload().await;
    page.button("Anmelden").shown().await;
}

async fn open(page: &Page, action: &str) -> Find {
    page.button("Aktionen für diesen Server").click().await;
    page.menu_item(action).click().await;
    let dialog = page.dialog();
    dialog.shown().await;
    dialog
}

async fn a_server_is_maintained_in_german() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 60").await;
    let page = in_german(&console, "").await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    let dialog = open(&page, "In Wartung nehmen").await;
    page.checkbox("Sofort trennen").click().await;
    page.button("In Wartung nehmen").inside(&dialog).click().await;
    dialog.gone().await;
    page.reads("server2 ist in Wartung").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    look(&page, "maintained-german").await;
    page.button("Rückgängig").click().await;
    console.rest().await_state("server2", "Slave, Running").await;
}

async fn lists_and_pages_in_german() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 60").await;
    let page = in_german(&console, "").await;
    for (name, address) in PAGES {
        page.route(address).await;
        is_whole(&page).await;
        look(&page, &format!("{name}-german")).await;
    }
}

async fn dialogs_in_german() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 60").await;
    let page = in_german(&console, "#/dashboard/servers/server2").await;
    page.button("Aktionen für diesen Server").click().await;
    page.menu_item("In Wartung nehmen").shown().await;
    look(&page, "server-menu-german").await;
    page.press("Escape").await;
    for (action, name) in
        [("In Wartung nehmen", "maintain"), ("Leerlaufen lassen", "drain"), ("Löschen", "delete")]
    {
        open(&page, action).await;
        look(&page, &format!("{name}-german")).await;
        page.press("Escape").await;
        page.dialog().gone().await;
    }
    page.press("?").await;
    page.dialog().shown().await;
    look(&page, "shortcuts-german").await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.press("Ctrl+k").await;
    page.type_text("server").await;
    page.dialog().reads("server3").await;
    look(&page, "search-german").await;
    page.press("Escape").await;
    page.route("#/dashboard/servers/server1").await;
    page.heading("server1").shown().await;
    open(&page, "In Wartung nehmen").await;
    look(&page, "maintain-refused-german").await;
}

/// Problems of each kind, and a MaxScale that is gone.
async fn trouble(console: &TestConsole) {
    let rest = console.rest();
    console.apply_event("load RW-Split-Router 4 60").await;
    rest.change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    rest.change("PUT", "/v1/servers/server3/set?state=drain", Value::Null).await;
    console.apply_event("kill galera3").await;
    console.apply_event("kill server1").await;
    rest.change("PUT", "/v1/listeners/Galera-Listener/stop", Value::Null).await;
    rest.change("PUT", "/v1/services/Read-Con-Router/stop", Value::Null).await;
    rest.await_state("galera3", "Down").await;
    rest.await_state("server1", "Down").await;
    rest.change("PUT", "/v1/monitors/Galera-Monitor/stop", Value::Null).await;
}

async fn trouble_in_german() {
    let console = TestConsole::new().await;
    trouble(&console).await;
    let page = in_german(&console, "").await;
    page.link("galera3").shown().await;
    is_whole(&page).await;
    look(&page, "problems-german").await;
    page.offline(true).await;
    page.reads("nicht erreichbar").await;
    page.expect_error("ERR_INTERNET_DISCONNECTED");
    look(&page, "outage-german").await;
}

async fn what_clients_feel_in_german() {
    let console = TestConsole::new().await;
    for server in ["galera2", "galera3"] {
        let set = format!("/v1/servers/{server}/set?state=maintenance");
        console.rest().change("PUT", &set, Value::Null).await;
    }
    let page = in_german(&console, "#/dashboard/servers/galera1").await;
    let dialog = open(&page, "In Wartung nehmen").await;
    dialog.reads("verliert den letzten nutzbaren Server").await;
    look(&page, "last-server-german").await;
    page.press("Escape").await;
    console.apply_event("kill galera1").await;
    page.reads("Nicht erreichbar seit").await;
    look(&page, "server-down-german").await;
    page.route("#/dashboard/services").await;
    page.reads("Kein nutzbarer Server").await;
    page.script("document.querySelector('.problems summary').click()").await;
    look(&page, "problem-list-german").await;
    page.route("#/dashboard/services/Galera-Service").await;
    page.reads("Kein nutzbarer Server: Clients erhalten Fehler").await;
    look(&page, "service-without-server-german").await;
}

async fn a_drain_in_german() {
    let console = TestConsole::new().await;
    dialogs::connected(&console, "load RW-Split-Router 4 300", "server2").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=drain", Value::Null).await;
    let page = in_german(&console, "#/dashboard/servers/server2").await;
    page.reads("Läuft leer: noch 4").await;
    look(&page, "draining-german").await;
    console.simulation.advance(Duration::from_secs(300)).await;
    page.reads("Leergelaufen: keine Verbindungen mehr").await;
    look(&page, "drained-german").await;
}

async fn what_is_not_known_in_german() {
    let console = TestConsole::new().await;
    let page = in_german(&console, "#/dashboard/servers/server2").await;
    let dialog = open(&page, "In Wartung nehmen").await;
    let network = page.intercept("*/set?*", |_| Reply::Break).await;
    page.button("In Wartung nehmen").inside(&dialog).click().await;
    dialog.reads("ob MaxScale es getan hat, ist nicht bekannt").await;
    page.expect_error("ERR_CONNECTION_RESET");
    look(&page, "not-known-german").await;
    network.end().await;
    page.press("Escape").await;
    dialog.gone().await;
    console.simulation.expire_tokens().await;
    page.heading("Ihre Sitzung ist beendet").shown().await;
    page.expect_error("status of 401");
    look(&page, "session-ended-german").await;
}

/// As the language of strange letters writes it.
fn strange(text: &str) -> String {
    let circled = |letter: char| match letter {
        'a'..='z' => char::from_u32('ⓐ' as u32 + (letter as u32 - 'a' as u32)),
        'A'..='Z' => char::from_u32('Ⓐ' as u32 + (letter as u32 - 'A' as u32)),
        other => Some(other),
    };
    text.chars().filter_map(circled).collect()
}

/// Signed in to a console full of trouble, in strange letters, with the words that MaxScale has.
async fn in_strange_letters(console: &TestConsole) -> (Page, DataWords) {
    trouble(console).await;
    let data = DataWords::read(&console.rest()).await;
    let page = console.blank_page().await;
    chose(&page, "en-XA").await;
    page.go(&console.url("")).await;
    page.button(&strange("Sign in")).shown().await;
    data.check(&page, "sign in").await;
    page.field(&strange("User name")).fill(ADMIN.0).await;
    page.field(&strange("Password")).fill(ADMIN.1).await;
    page.button(&strange("Sign in")).click().await;
    page.button(&strange("Sign in")).gone().await;
    (page, data)
}

async fn no_page_has_a_text_outside_the_catalogue() {
    let console = TestConsole::gallery().await;
    let (page, data) = in_strange_letters(&console).await;
    for (name, address) in PAGES.into_iter().filter(|(name, _)| *name != "not-found") {
        page.route(address).await;
        is_whole(&page).await;
        data.check(&page, name).await;
    }
    page.press("?").await;
    page.dialog().shown().await;
    is_whole(&page).await;
    data.check(&page, "shortcuts").await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.press("Ctrl+k").await;
    page.type_text("galera").await;
    page.dialog().reads("galera2").await;
    data.check(&page, "search").await;
}

async fn no_dialog_has_a_text_outside_the_catalogue() {
    let console = TestConsole::gallery().await;
    let (page, data) = in_strange_letters(&console).await;
    for object in [
        "servers/server2",
        "servers/server3",
        "services/RW-Split-Router",
        "listeners/Galera-Listener",
        "monitors/Monitor",
        "monitors/Galera-Monitor",
    ] {
        for command in Command::ALL {
            page.route(&format!("#/dashboard/{object}?do={}", command.key())).await;
            is_whole(&page).await;
            data.check(&page, &format!("{} of {object}", command.key())).await;
            page.press("Escape").await;
            page.dialog().gone().await;
        }
    }
}

async fn no_message_has_a_text_outside_the_catalogue() {
    let console = TestConsole::gallery().await;
    let (page, _) = in_strange_letters(&console).await;
    page.route("#/dashboard/servers/galera2?do=drain").await;
    let dialog = page.dialog();
    page.button(&strange("Drain")).inside(&dialog).click().await;
    dialog.gone().await;
    page.button(&strange("Undo")).shown().await;
    let data = DataWords::read(&console.rest()).await;
    data.check(&page, "drained").await;
    page.offline(true).await;
    page.reads(&strange("cannot be reached")).await;
    page.expect_error("ERR_INTERNET_DISCONNECTED");
    data.check(&page, "an outage").await;
    page.offline(false).await;
    page.stops_reading(&strange("cannot be reached")).await;
    console.simulation.expire_tokens().await;
    page.reads(&strange("Your session has ended")).await;
    page.expect_error("status of 401");
    data.check(&page, "the end of a session").await;
}
