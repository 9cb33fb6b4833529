//! The panel of a demonstration: what is done there is done behind the API, and said.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};

browser_tests![
    the_demo_panel_is_hidden_without_the_back_door,
    servers_are_killed_and_started,
    replicas_lag_and_break,
    failed_events_are_reported,
    clients_connect,
    time_is_stopped_and_moved,
    the_next_request_fails,
    a_restart_ends_the_session,
    the_demo_panel_is_accessible_and_fits_a_narrow_window,
];

/// A page with the panel open.
async fn panel(console: &TestConsole) -> Page {
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.button("Demo").click().await;
    page.button("Kill").shown().await;
    page
}

/// Chooses a server or a service, as a person does in a list.
async fn choose(page: &Page, list: &'static str, name: &str) {
    let change = format!(
        "function() {{ this.value = '{name}'; this.dispatchEvent(new Event('change', {{ bubbles: true }})); }}"
    );
    page.find("combobox", list).call(&change).await;
}

async fn the_demo_panel_is_hidden_without_the_back_door() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.button("Demo").gone().await;
    assert_eq!(mutations::requests_to(&page, "_demo").await, 0);
    let console = TestConsole::with_back_door().await;
    let page = console.signed_in("").await;
    page.button("Demo").shown().await;
    assert_eq!(mutations::requests_to(&page, "_demo").await, 0, "only when it is opened");
}

async fn servers_are_killed_and_started() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    choose(&page, "Server", "server3").await;
    page.button("Kill").click().await;
    page.reads("server3 was killed").await;
    console.rest().await_state("server3", "Down").await;
    page.button("Start").click().await;
    page.reads("server3 was started").await;
    console.rest().await_state("server3", "Slave, Running").await;
    page.button("Demo").click().await;
    page.button("Kill").gone().await;
}

async fn replicas_lag_and_break() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    choose(&page, "Server", "server2").await;
    page.button("Lag 30 s").click().await;
    page.reads("server2 is 30 seconds behind").await;
    page.button("End the lag").click().await;
    page.reads("server2 may catch up").await;
    page.button("Break replication").click().await;
    console.rest().await_state("server2", "Running").await;
    page.button("Repair replication").click().await;
    console.rest().await_state("server2", "Slave, Running").await;
}

async fn failed_events_are_reported() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    choose(&page, "Server", "server1").await;
    page.button("Break replication").click().await;
    page.reads("'server1' replicates from nobody").await;
    page.expect_error("status of 400");
    assert_eq!(console.rest().state("server1").await, "Master, Running");
}

async fn clients_connect() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    choose(&page, "Service", "RW-Split-Router").await;
    page.button("Add load").click().await;
    page.reads("10 clients run a query of 60 seconds over RW-Split-Router").await;
    until("connections", async || match console.rest().connections("server2").await {
        0 => Err("none".to_owned()),
        _ => Ok(()),
    })
    .await;
    page.button("Add transactions").click().await;
    page.reads("5 clients hold a transaction").await;
}

async fn time_is_stopped_and_moved() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    page.button("Freeze").click().await;
    page.reads("Time stands still").await;
    let before = console.simulation.elapsed().await;
    page.button("Advance 10 s").click().await;
    page.reads("10 seconds have passed").await;
    assert_eq!((console.simulation.elapsed().await - before).as_secs(), 10);
    page.button("Run").click().await;
    page.reads("Time goes on").await;
}

async fn the_next_request_fails() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    page.button("Fail the next request").click().await;
    page.reads("The next request to MaxScale will fail").await;
    page.await_error("status of 503").await;
}

async fn a_restart_ends_the_session() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    page.button("Restart MaxScale").click().await;
    page.heading("Your session has ended").shown().await;
    page.expect_error("status of 401");
}

async fn the_demo_panel_is_accessible_and_fits_a_narrow_window() {
    let console = TestConsole::with_back_door().await;
    let page = panel(&console).await;
    choose(&page, "Server", "server2").await;
    axe(&page, "the panel of the demo").await;
    page.picture("demo-1280").await;
    page.size(390, 844).await;
    page.picture("demo-390").await;
    let width = page.script("document.documentElement.scrollWidth").await;
    assert!(width.as_u64().unwrap() <= 390, "{width} px wide");
    axe(&page, "the panel of the demo on a phone").await;
}
