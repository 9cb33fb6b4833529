//! Every state of the flow, in both themes: axe finds nothing, and pictures are there to be seen.

use crate::dialogs;
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::{axe, axe_in_high_contrast};
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, TestConsole, console};
use serde_json::{Value, json};

browser_tests![
    the_sign_in_page,
    the_servers,
    a_server_and_its_menu,
    the_dialogs,
    the_refusal,
    after_it_was_done,
    the_tabs,
    the_other_pages,
    the_end_of_a_session,
    an_outage,
    what_clients_feel,
    a_drain_and_its_end,
    an_answer_that_is_lost,
];

/// A window as most have, and a phone.
const USUAL: &[u32] = &[1280, 390];
/// A large screen as well, for pages whose tables may use all of it.
const WIDE: &[u32] = &[1280, 1920, 390];

/// Checks a state with axe; with `MAXCONSOLE_PICTURES` set, pictures of it are taken.
pub async fn look(page: &Page, name: &str) {
    axe(page, name).await;
    pictures(page, name, USUAL, &["light", "dark"]).await;
}

/// The same in high contrast as well, and on a large screen.
pub async fn look_closely(page: &Page, name: &str) {
    axe(page, name).await;
    axe_in_high_contrast(page, name).await;
    pictures(page, name, WIDE, &["light", "dark", "contrast"]).await;
}

async fn pictures(page: &Page, name: &str, widths: &[u32], themes: &[&str]) {
    if std::env::var_os("MAXCONSOLE_PICTURES").is_none() {
        return;
    }
    for width in widths {
        let height = if *width < 800 { 844 } else { width * 10 / 16 };
        page.size(*width, height).await;
        for theme in themes {
            page.script(&format!(
                "document.documentElement.setAttribute('data-theme', {})",
                json!(theme)
            ))
            .await;
            page.picture(&format!("{name}-{width}-{theme}")).await;
        }
    }
    page.send("Emulation.clearDeviceMetricsOverride", json!({})).await;
    page.script("document.documentElement.removeAttribute('data-theme')").await;
}

async fn the_sign_in_page() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.button("Sign in").shown().await;
    look(&page, "sign-in").await;
    page.field("User name").fill(ADMIN.0).await;
    page.field("Password").fill("not it").await;
    page.button("Sign in").click().await;
    page.reads("Wrong").await;
    page.expect_error("status of 401");
    look(&page, "sign-in-wrong").await;
}

async fn the_servers() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    console.apply_event("load RW-Split-Router 4 60").await;
    rest.change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    rest.change("PUT", "/v1/servers/server3/set?state=drain", Value::Null).await;
    rest.change("PUT", "/v1/servers/galera2/set?state=drain", Value::Null).await;
    console.apply_event("kill galera3").await;
    rest.change("PUT", "/v1/listeners/Galera-Listener/stop", Value::Null).await;
    rest.change("PUT", "/v1/services/Read-Con-Router/stop", Value::Null).await;
    rest.await_state("galera3", "Down").await;
    let page = console.signed_in("").await;
    page.reads("Down").await;
    page.reads("problems, 3 notices: ").await;
    look_closely(&page, "servers").await;
    page.script("document.querySelectorAll('summary').forEach(one => one.click())").await;
    look(&page, "servers-about").await;
    page.find("searchbox", "Filter servers").fill("nothing").await;
    page.reads("No server matches").await;
    look(&page, "servers-filtered").await;
}

async fn a_server_and_its_menu() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 60").await;
    let page = console.at_server("server2").await;
    page.reads("Replicates from").await;
    look_closely(&page, "server").await;
    for (tab, there) in
        [("sessions", "maxuser"), ("statistics", "Monitor diagnostics"), ("parameters", "rank")]
    {
        page.route(&format!("#/dashboard/servers/server2?tab={tab}")).await;
        page.reads(there).await;
        look(&page, &format!("server-{tab}")).await;
    }
    page.route("#/dashboard/servers/server2").await;
    page.reads("Replicates from").await;
    page.button("Server actions").click().await;
    page.menu_item("Maintain").shown().await;
    look(&page, "server-menu").await;
}

async fn the_dialogs() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 60").await;
    let page = console.at_server("server2").await;
    for (action, name) in [("Maintain", "maintain"), ("Drain", "drain"), ("Delete", "delete")] {
        dialogs::open(&page, action).await;
        look_closely(&page, name).await;
        if action == "Maintain" {
            page.checkbox("Force closing").click().await;
            page.dialog().reads("at once").await;
            look(&page, "maintain-forced").await;
        }
        page.press("Escape").await;
        page.dialog().gone().await;
    }
}

async fn the_refusal() {
    let console = TestConsole::new().await;
    let page = console.at_server("server1").await;
    dialogs::open(&page, "Maintain").await;
    look(&page, "maintain-refused").await;
}

async fn after_it_was_done() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    dialogs::confirm(&page, "Maintain").await;
    page.button("Undo").shown().await;
    look(&page, "maintained").await;
    dialogs::open(&page, "Return to service").await;
    look(&page, "return").await;
    dialogs::confirm(&page, "Cancel").await;
    page.button("Messages").click().await;
    page.dialog().shown().await;
    look(&page, "messages").await;
}

async fn the_tabs() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 60 600").await;
    console.rest().change("PUT", "/v1/listeners/Galera-Listener/stop", Value::Null).await;
    let page = console.signed_in("").await;
    for (tab, there) in [
        ("services", "Read-Con-Router"),
        ("listeners", "Galera-Listener"),
        ("filters", "QLA"),
        ("monitors", "Galera-Monitor"),
        ("sessions", "RW-Split-Router"),
    ] {
        page.route(&format!("#/dashboard/{tab}")).await;
        page.reads(there).await;
        look_closely(&page, &format!("tab-{tab}")).await;
    }
    page.button("Actions for 1").click().await;
    page.menu_item("Kill session").shown().await;
    look(&page, "row-menu").await;
    page.menu_item("Kill session").click().await;
    page.dialog().shown().await;
    look(&page, "kill").await;
    page.press("Escape").await;
    page.route("#/dashboard/services").await;
    dialogs::open_in_row(&page, "RW-Split-Router", "Stop service").await;
    look(&page, "stop-service").await;
    page.press("Escape").await;
    page.route("#/dashboard/monitors").await;
    dialogs::open_in_row(&page, "Monitor", "Stop monitor").await;
    look(&page, "stop-monitor").await;
    page.press("Escape").await;
    page.route("#/dashboard/sessions?user=nobody").await;
    page.reads("No session matches these filters.").await;
    look(&page, "tab-sessions-none").await;
    page.route("#/dashboard/listeners/RW-Split-Listener").await;
    page.reads("allow_replication").await;
    look(&page, "listener").await;
    page.route("#/dashboard/filters/QLA").await;
    page.reads("filebase").await;
    look(&page, "filter").await;
    page.route("#/dashboard/sessions/1").await;
    page.reads("sescmd_history").await;
    look(&page, "session").await;
}

async fn the_other_pages() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/monitors/Monitor").await;
    page.link("server2").shown().await;
    look(&page, "monitor").await;
    page.route("#/dashboard/services/RW-Split-Router").await;
    page.reads("readwritesplit").await;
    look(&page, "service").await;
    for (route, there, name) in [
        ("services/RW-Split-Router?tab=sessions", "No sessions.", "service-sessions"),
        ("services/RW-Split-Router?tab=parameters", "max_connections", "service-parameters"),
        ("monitors/Monitor?tab=diagnostics", "server_info", "monitor-diagnostics"),
        ("monitors/Monitor?tab=parameters", "auto_failover", "monitor-parameters"),
    ] {
        page.route(&format!("#/dashboard/{route}")).await;
        page.reads(there).await;
        look(&page, name).await;
    }
    page.route("#/nowhere").await;
    page.heading("Page not found").shown().await;
    look(&page, "not-found").await;
    page.route("#/dashboard/servers/gone").await;
    page.reads("There is no server named gone").await;
    page.expect_error("status of 404");
    look(&page, "server-gone").await;
    page.button("admin: user menu").click().await;
    page.menu_item("Sign out").shown().await;
    look(&page, "user-menu").await;
}

async fn the_end_of_a_session() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    console.simulation.expire_tokens().await;
    page.heading("Your session has ended").shown().await;
    page.expect_error("status of 401");
    look(&page, "session-ended").await;
}

async fn an_outage() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.page("").await;
    console::sign_in(&page, ADMIN).await;
    page.link("server2").shown().await;
    remote.die();
    page.reads("out of date").await;
    page.expect_error("status of 502");
    look(&page, "outage").await;
}

async fn what_clients_feel() {
    let console = TestConsole::new().await;
    for server in ["galera2", "galera3"] {
        let set = format!("/v1/servers/{server}/set?state=maintenance");
        console.rest().change("PUT", &set, Value::Null).await;
    }
    let page = console.at_server("galera1").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("loses its last usable server").await;
    look_closely(&page, "last-server").await;
    page.press("Escape").await;
    console.apply_event("kill galera1").await;
    page.reads("Down since").await;
    look(&page, "server-down").await;
    page.route("#/dashboard/services").await;
    page.reads("No usable server").await;
    page.script("document.querySelector('.problems summary').click()").await;
    look(&page, "problems").await;
    page.route("#/dashboard/services/Galera-Service").await;
    page.reads("No usable server: clients get errors").await;
    look(&page, "service-without-server").await;
}

async fn a_drain_and_its_end() {
    let console = TestConsole::new().await;
    dialogs::connected(&console, "load RW-Split-Router 4 300", "server2").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=drain", Value::Null).await;
    let page = console.at_server("server2").await;
    page.reads("connections left").await;
    look(&page, "draining").await;
    console.simulation.advance(std::time::Duration::from_secs(300)).await;
    page.reads("Drained: nothing is connected").await;
    look(&page, "drained").await;
}

async fn an_answer_that_is_lost() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let _network = page.intercept("*/set?*", |_| Reply::Break).await;
    dialogs::button(&page, "Maintain").click().await;
    page.dialog().reads("it is not known whether MaxScale did it").await;
    page.expect_error("ERR_CONNECTION_RESET");
    look(&page, "not-known").await;
}
