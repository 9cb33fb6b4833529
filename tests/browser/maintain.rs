//! The flow this console is made for: taking a server out of service.

use crate::dialogs::{self, button, confirm, connected, disconnected};
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{TestConsole, console, mutations};
use serde_json::Value;

browser_tests![
    maintain_lets_connections_of_a_replica_finish,
    maintain_with_force_closes_connections_at_once,
    remaining_servers_depend_on_the_router,
    with_a_stopped_monitor_no_new_primary_is_chosen,
    a_galera_node_that_returns_may_take_its_role_back,
    a_galera_primary_hands_over_and_its_transactions_run_on,
    a_galera_primary_by_force_loses_its_connections,
    a_running_primary_is_refused_with_the_reason_and_the_way_out,
    a_primary_whose_monitor_is_stopped_is_accepted,
    a_down_primary_is_accepted,
    the_dialog_shows_what_is_affected_and_the_requests,
    a_refusal_stays_in_the_dialog_with_what_was_entered,
    a_lost_answer_is_not_known_until_the_state_tells,
    a_lost_answer_to_something_not_done_may_be_tried_again,
    the_last_server_of_a_service_is_red_and_said_first,
    many_servers_are_confirmed_by_their_number,
    undo_returns_the_server_to_its_state,
    cancel_and_escape_change_nothing,
    in_maintenance_only_force_is_offered,
];

const LOAD: &str = "load RW-Split-Router 4 60";

/// Steps one to five, from the address of the console to the open dialog.
async fn five_steps(console: &TestConsole) -> maxconsole_tests::support::Page {
    let page = console.page("").await;
    console::sign_in(&page, ADMIN).await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    dialogs::open(&page, "Maintain").await;
    page
}

async fn maintain_lets_connections_of_a_replica_finish() {
    let console = TestConsole::new().await;
    connected(&console, LOAD, "server2").await;
    let page = five_steps(&console).await;
    page.dialog().reads("server2").await;
    page.dialog().reads("Replica").await;
    page.dialog().reads("at its client’s next request").await;
    confirm(&page, "Maintain").await;
    // At once: the page was told, and does not wait for the next round.
    assert!(page.text().await.contains("Maintenance"));
    page.reads("server2 is in maintenance").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    assert!(
        console.rest().connections("server2").await > 0,
        "graceful maintenance closes nothing by itself"
    );
}

async fn maintain_with_force_closes_connections_at_once() {
    let console = TestConsole::new().await;
    connected(&console, LOAD, "server2").await;
    let page = five_steps(&console).await;
    page.checkbox("Force closing").click().await;
    page.dialog().reads("at once, open transactions included").await;
    page.checkbox("Force closing").click().await;
    page.dialog().reads("at its client’s next request").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Maintain").await;
    assert!(page.text().await.contains("Maintenance"));
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    disconnected(&console, "server2").await;
}

async fn remaining_servers_depend_on_the_router() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("RW-Split-Router").await;
    page.dialog().reads("2 usable servers left").await;
    page.dialog().reads("1 usable server left").await;
    confirm(&page, "Maintain").await;
    page.route("#/dashboard/servers/server3").await;
    page.heading("server3").shown().await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("only the primary is left to stand in").await;
}

async fn with_a_stopped_monitor_no_new_primary_is_chosen() {
    let console = TestConsole::new().await;
    console.rest().change("PUT", "/v1/monitors/Monitor/stop", Value::Null).await;
    let page = console.at_server("server1").await;
    page.reads("Its monitor is stopped").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("No other server becomes primary").await;
    page.dialog().reads("will have no primary: writes fail").await;
}

async fn a_galera_node_that_returns_may_take_its_role_back() {
    let console = TestConsole::new().await;
    console.rest().change("PUT", "/v1/servers/galera1/set?state=maintenance", Value::Null).await;
    let page = console.at_server("galera1").await;
    dialogs::open(&page, "Return to service").await;
    page.dialog().reads("It may become primary again at once").await;
}

async fn a_galera_primary_hands_over_and_its_transactions_run_on() {
    let console = TestConsole::new().await;
    connected(&console, "transactions Galera-Service 3 30", "galera1").await;
    let page = console.at_server("galera1").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("Another node becomes primary at once").await;
    confirm(&page, "Maintain").await;
    let rest = console.rest();
    assert_eq!(rest.state("galera1").await, "Maintenance, Running");
    assert_ne!(rest.server_with("Master", "Galera-Monitor").await, "galera1");
    assert!(rest.connections("galera1").await > 0, "open transactions run on");
}

async fn a_galera_primary_by_force_loses_its_connections() {
    let console = TestConsole::new().await;
    connected(&console, "transactions Galera-Service 3 30", "galera1").await;
    let page = console.at_server("galera1").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("galera1").await, "Maintenance, Running");
    disconnected(&console, "galera1").await;
}

async fn a_running_primary_is_refused_with_the_reason_and_the_way_out() {
    let console = TestConsole::new().await;
    let page = console.at_server("server1").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("Switch over to a replica first").await;
    page.dialog().reads("Can’t put server1 into maintenance").await;
    let refused = button(&page, "Maintain").disabled().await;
    assert!(refused.description.contains("witch over"), "{refused:?}");
    assert!(page.checkbox("Force closing").one().await.is_err(), "force does not help");
    // A click that lands all the same does nothing.
    button(&page, "Maintain").call("function() { this.click(); }").await;
    page.press("Escape").await;
    page.dialog().gone().await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
    assert_eq!(console.rest().state("server1").await, "Master, Running");
}

async fn a_primary_whose_monitor_is_stopped_is_accepted() {
    let console = TestConsole::new().await;
    console.rest().change("PUT", "/v1/monitors/Monitor/stop", Value::Null).await;
    let page = console.at_server("server1").await;
    dialogs::open(&page, "Maintain").await;
    page.dialog().reads("monitor is stopped").await;
    confirm(&page, "Maintain").await;
    assert!(console.rest().state("server1").await.starts_with("Maintenance"));
}

async fn a_down_primary_is_accepted() {
    let console = TestConsole::new().await;
    console.apply_event("kill server1").await;
    console.rest().await_state("server1", "Down").await;
    let page = console.at_server("server1").await;
    dialogs::open(&page, "Maintain").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server1").await, "Maintenance, Down");
    page.reads("Maintenance, down").await;
}

async fn the_dialog_shows_what_is_affected_and_the_requests() {
    let console = TestConsole::new().await;
    connected(&console, LOAD, "server2").await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let count = console.rest().connections("server2").await;
    let affected = page.find("region", "Affected now");
    affected.reads(&format!("Connections\n{count}")).await;
    affected.reads("RW-Split-Router").await;
    page.dialog().call("function() { this.querySelector('details').open = true; }").await;
    page.dialog().reads("/v1/servers/server2/set?state=maintenance").await;
    page.dialog().reads("maxctrl set server server2 maintenance").await;
    page.checkbox("Force closing").click().await;
    page.dialog().reads("state=maintenance&force=yes").await;
    page.dialog().reads("--force").await;
}

async fn a_refusal_stays_in_the_dialog_with_what_was_entered() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    let words = r#"{"errors":[{"detail":"Cannot start configuration change."}]}"#;
    let refusing = page.intercept("*/set?*", move |_| Reply::Json(400, words.to_owned())).await;
    button(&page, "Maintain").click().await;
    page.dialog().reads("Cannot start configuration change.").await;
    page.expect_error("status of 400");
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    refusing.end().await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn a_lost_answer_is_not_known_until_the_state_tells() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    let network = page.intercept("*/set?*", |_| Reply::Break).await;
    button(&page, "Maintain").click().await;
    page.dialog().reads("it is not known whether MaxScale did it").await;
    page.expect_error("ERR_CONNECTION_RESET");
    let words = page.dialog().text().await;
    assert!(!words.contains("failed") && !words.contains("Can’t"), "{words}");
    // MaxScale did it; only the answer was lost.
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    page.dialog().gone().await;
    page.reads("server2 is in maintenance").await;
    network.end().await;
    page.button("Undo").click().await;
    console.rest().await_state("server2", "Slave, Running").await;
}

async fn a_lost_answer_to_something_not_done_may_be_tried_again() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers?selected=server2,server3").await;
    page.button("Drain").click().await;
    let network = page.intercept("*/server2/set?*", |_| Reply::Break).await;
    button(&page, "Drain").click().await;
    page.dialog().reads("Drain failed or was not answered for 1").await;
    page.dialog().reads("It is not known whether MaxScale did it.").await;
    page.expect_error("ERR_CONNECTION_RESET");
    console.rest().await_state("server3", "Drained, Slave, Running").await;
    network.end().await;
    confirm(&page, "Drain").await;
    console.rest().await_state("server2", "Drained, Slave, Running").await;
}

async fn the_last_server_of_a_service_is_red_and_said_first() {
    let console = TestConsole::new().await;
    for server in ["galera2", "galera3"] {
        let set = format!("/v1/servers/{server}/set?state=maintenance");
        console.rest().change("PUT", &set, Value::Null).await;
    }
    let page = console.at_server("galera1").await;
    let dialog = dialogs::open(&page, "Maintain").await;
    dialog.reads("Galera-Service loses its last usable server: clients get errors.").await;
    let first = "function() { return this.querySelector('.dialog-body').innerText; }";
    let words = dialog.call(first).await;
    assert!(words.as_str().unwrap().trim_start().starts_with("Galera-Service loses"), "{words}");
    let class = button(&page, "Maintain").call("function() { return this.className; }").await;
    assert!(class.as_str().unwrap().contains("button-danger"), "{class}");
    page.picture("danger").await;
}

async fn many_servers_are_confirmed_by_their_number() {
    let console = TestConsole::big().await;
    let all = console.rest().ask("GET", "/v1/servers?fields[servers]=state", &Value::Null).await.1;
    let is_replica = |server: &&Value| server["attributes"]["state"] == "Slave, Running";
    let replicas = all["data"].as_array().unwrap().iter().filter(is_replica).take(12);
    let chosen: Vec<&str> = replicas.map(|server| server["id"].as_str().unwrap()).collect();
    assert_eq!(chosen.len(), 12);
    let page =
        console.signed_in(&format!("#/dashboard/servers?selected={}", chosen.join(","))).await;
    page.button("Drain").click().await;
    page.dialog().reads("Drain 12 servers").await;
    let blocked = button(&page, "Drain").disabled().await;
    assert!(blocked.description.contains("Type the number of servers"), "{blocked:?}");
    page.find("textbox", "Number of servers").fill("12").await;
    confirm(&page, "Drain").await;
    console.rest().await_state(chosen[0], "Draining, Slave, Running").await;
}

async fn undo_returns_the_server_to_its_state() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    confirm(&page, "Maintain").await;
    page.button("Undo").click().await;
    console.rest().await_state("server2", "Slave, Running").await;
    page.reads("as it was before").await;
    page.button("Messages").click().await;
    page.dialog().reads("server2 is in maintenance").await;
}

async fn cancel_and_escape_change_nothing() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Cancel").await;
    dialogs::open(&page, "Maintain").await;
    assert!(
        !page.checkbox("Force closing").shown().await.is_checked(),
        "a new dialog begins without force"
    );
    page.press("Escape").await;
    page.dialog().gone().await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
    assert_eq!(console.rest().state("server2").await, "Slave, Running");
}

async fn in_maintenance_only_force_is_offered() {
    let console = TestConsole::new().await;
    connected(&console, LOAD, "server2").await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    let page = console.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    button(&page, "Maintain").disabled().await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Maintain").await;
    disconnected(&console, "server2").await;
}
