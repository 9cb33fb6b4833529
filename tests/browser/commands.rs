//! Every command is found in each of the places where it belongs.

use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{Page, TestConsole, console, mutations, until};
use maxscale::command::Command;
use maxscale::name::{ListenerName, MonitorName, ServerName, ServiceName, SessionId};
use maxscale::object::{Kind, Object};

browser_tests![
    the_gear_and_the_row_offer_each_command,
    an_address_asks_for_each_command,
    the_search_finds_each_command,
    a_selection_offers_what_can_be_done_to_several,
    each_key_of_a_command_opens_its_dialog,
];

/// An object of each kind that something can be done to.
fn objects() -> [Object; 5] {
    [
        ServerName::new("server2").into(),
        MonitorName::new("Monitor").into(),
        ServiceName::new("RW-Split-Router").into(),
        ListenerName::new("RW-Split-Listener").into(),
        SessionId::new("1").into(),
    ]
}

async fn with_clients() -> (TestConsole, Page) {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 1 600").await;
    let page = console.page("").await;
    console::sign_in(&page, ADMIN).await;
    page.link("server2").shown().await;
    (console, page)
}

fn list(object: &Object) -> String {
    format!("#/dashboard/{}", object.kind().collection())
}

fn address(object: &Object) -> String {
    format!("{}/{}", list(object), object.name())
}

async fn offers_all(page: &Page, button: &str, kind: Kind) {
    page.button(button).click().await;
    for command in Command::offered(kind) {
        page.menu_item(&command.label_in_menu(kind)).shown().await;
    }
    page.press("Escape").await;
}

async fn the_gear_and_the_row_offer_each_command() {
    let (_console, page) = with_clients().await;
    for object in objects() {
        page.route(&list(&object)).await;
        offers_all(&page, &format!("Actions for {}", object.name()), object.kind()).await;
        page.route(&address(&object)).await;
        let gear = format!("{} actions", object.kind().capitalised());
        offers_all(&page, &gear, object.kind()).await;
    }
}

async fn an_address_asks_for_each_command() {
    let (_console, page) = with_clients().await;
    for object in objects() {
        for command in Command::offered(object.kind()) {
            page.route(&format!("{}?do={}", address(&object), command.key())).await;
            page.heading(&command.title(&object)).shown().await;
            page.press("Escape").await;
            page.dialog().gone().await;
        }
    }
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
}

async fn the_search_finds_each_command() {
    let (_console, page) = with_clients().await;
    page.press("Ctrl+k").await;
    let field = page.find("combobox", "Search");
    for object in objects().into_iter().filter(|object| object.kind() != Kind::Session) {
        for command in Command::offered(object.kind()) {
            let title = command.title(&object);
            field.fill(&title).await;
            until(&format!("{title:?} to be found"), async || {
                let first = "document.querySelector('[role=option]')?.innerText ?? ''";
                let text = page.script(first).await.as_str().unwrap_or_default().to_owned();
                if text.starts_with(&title) { Ok(()) } else { Err(text) }
            })
            .await;
        }
    }
}

async fn a_selection_offers_what_can_be_done_to_several() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers?selected=server2,server3").await;
    for command in Command::ALL.iter().filter(|command| command.works_in_bulk()) {
        page.button(command.label()).click().await;
        page.dialog().shown().await;
        page.press("Escape").await;
        page.dialog().gone().await;
    }
}

async fn each_key_of_a_command_opens_its_dialog() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    let server = Object::from(ServerName::new("server2"));
    for command in Command::offered(Kind::Server) {
        let Some(key) = command.shortcut() else { continue };
        page.press(key).await;
        page.heading(&command.title(&server)).shown().await;
        page.press("Escape").await;
        page.dialog().gone().await;
    }
}
