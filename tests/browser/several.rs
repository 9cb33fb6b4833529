//! Maintain, Drain and Return to service for several servers at once.

use crate::dialogs::{button, confirm, connected};
use crate::read_only::as_viewer;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Find, Page, Stage, until};
use maxconsole_tests::trials;
use serde_json::json;

trials![
    several_servers_are_maintained_and_returned,
    by_force_all_their_connections_end,
    a_server_that_would_be_refused_is_left_out_and_told_why,
    what_the_services_lose_together_is_told_before,
    a_failure_names_its_server_and_the_rest_is_done,
    the_dialog_has_no_flaws,
    who_may_only_look_changes_nothing,
];

const TWO: &str = "#/dashboard/servers?selected=server2,server3";

/// Opens the dialog of an action on the selected servers.
async fn open(page: &Page, action: &str) -> Find {
    page.button(action).click().await;
    let dialog = page.dialog();
    dialog.shown().await;
    dialog
}

async fn are_maintained(stage: &Stage, servers: &[&str]) {
    let rest = stage.rest();
    for server in servers {
        until(&format!("{server} to be in maintenance"), async || {
            let state = rest.state(server).await;
            if state.starts_with("Maintenance") { Ok(()) } else { Err(state) }
        })
        .await;
    }
}

async fn several_servers_are_maintained_and_returned() {
    let stage = Stage::new().await;
    let page = stage.signed_in(TWO).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("Maintain 2 servers").await;
    dialog.reads("nothing is connected to them now").await;
    confirm(&page, "Maintain").await;
    page.reads("Maintain: done for 2 servers").await;
    are_maintained(&stage, &["server2", "server3"]).await;
    open(&page, "Return to service").await.reads("Return 2 servers to service").await;
    confirm(&page, "Return to service").await;
    for server in ["server2", "server3"] {
        stage.rest().comes_to(server, "Slave, Running").await;
    }
    page.button("Undo").click().await;
    are_maintained(&stage, &["server2", "server3"]).await;
}

async fn by_force_all_their_connections_end() {
    let stage = Stage::new().await;
    connected(&stage, "load RW-Split-Router 6 600", "server2").await;
    let page = stage.signed_in(TWO).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("closes each of their").await;
    page.checkbox("Force closing").click().await;
    dialog.reads("at once, open transactions included").await;
    dialog.reads("The same from a terminal").await;
    confirm(&page, "Maintain").await;
    for server in ["server2", "server3"] {
        assert_eq!(stage.rest().connections(server).await, 0, "{server}");
    }
}

async fn a_server_that_would_be_refused_is_left_out_and_told_why() {
    let stage = Stage::new().await;
    let page = stage.signed_in("#/dashboard/servers?selected=server1,server2").await;
    let dialog = open(&page, "Drain").await;
    dialog.reads("Drain 1 server").await;
    dialog.reads("Left out. MaxScale refuses this for the running primary").await;
    confirm(&page, "Drain").await;
    stage.rest().comes_to("server2", "Drained, Slave, Running").await;
    assert_eq!(stage.rest().state("server1").await, "Master, Running");
}

async fn what_the_services_lose_together_is_told_before() {
    let stage = Stage::new().await;
    let address = "#/dashboard/servers?selected=galera1,galera2,galera3";
    let page = stage.signed_in(address).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("Galera-Service").await;
    dialog.reads("will have no usable server").await;
    confirm(&page, "Cancel").await;
    assert_eq!(stage.rest().state("galera2").await, "Slave, Synced, Running");
}

async fn a_failure_names_its_server_and_the_rest_is_done() {
    let stage = Stage::new().await;
    let page = stage.signed_in(TWO).await;
    let refused = json!({ "errors": [{ "detail": "Not today." }] });
    let broken = page
        .intercept("*/v1/servers/server2/set*", move |_| Reply::Json(403, refused.to_string()))
        .await;
    let dialog = open(&page, "Maintain").await;
    button(&page, "Maintain").click().await;
    dialog.reads("Maintain did not succeed for 1").await;
    dialog.reads("server2: ").await;
    dialog.reads("Not today.").await;
    page.expect_trouble("status of 403");
    are_maintained(&stage, &["server3"]).await;
    dialog.reads("Left out. It is in maintenance already.").await;
    broken.end().await;
    confirm(&page, "Maintain").await;
    are_maintained(&stage, &["server2"]).await;
}

async fn the_dialog_has_no_flaws() {
    let stage = Stage::new().await;
    stage.happens("load RW-Split-Router 6 600").await;
    let address = "#/dashboard/servers?selected=server1,server2,server3,galera2";
    let page = stage.signed_in(address).await;
    open(&page, "Maintain").await.reads("Maintain 3 servers").await;
    page.checkbox("Force closing").click().await;
    axe(&page, "the dialog for several servers").await;
    page.picture("several-1280").await;
    page.size(390, 844).await;
    page.picture("several-390").await;
    axe(&page, "the dialog for several servers on a phone").await;
}

async fn who_may_only_look_changes_nothing() {
    let stage = Stage::new().await;
    let page = as_viewer(&stage, TWO).await;
    let dialog = open(&page, "Maintain").await;
    dialog.reads("Your account may only look").await;
    let maintain = button(&page, "Maintain").disabled().await;
    assert!(maintain.description.contains("would refuse"), "{maintain:?}");
}
