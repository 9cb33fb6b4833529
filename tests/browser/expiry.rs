//! The session ends while somebody works: the work survives.

use crate::dialogs::{self, button, confirm, connected};
use maxconsole_demo::ADMIN;
use maxconsole_tests::support::{Page, Stage};
use maxconsole_tests::trials;

trials![
    in_the_middle_of_the_dialog_the_form_survives,
    an_action_that_meets_the_end_is_not_done_and_not_lost,
    what_was_typed_to_delete_survives,
    a_restart_of_maxscale_asks_for_the_password,
    a_wrong_password_leaves_the_question_open,
];

/// Gives the password to the dialog that asks for it again.
async fn sign_in_again(page: &Page) {
    page.heading("Your session has ended").shown().await;
    page.expect_trouble("status of 401");
    assert_eq!(page.field("User name").shown().await.value, ADMIN.0);
    page.field("Password").fill(ADMIN.1).await;
    page.button("Sign in").click().await;
    page.heading("Your session has ended").gone().await;
}

async fn in_the_middle_of_the_dialog_the_form_survives() {
    let stage = Stage::new().await;
    connected(&stage, "load RW-Split-Router 4 60", "server2").await;
    let page = stage.at_server("server2").await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    stage.simulation.expire_tokens().await;
    sign_in_again(&page).await;
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    page.dialog().reads("at once").await;
    confirm(&page, "Maintain").await;
    assert_eq!(stage.rest().state("server2").await, "Maintenance, Running");
}

async fn an_action_that_meets_the_end_is_not_done_and_not_lost() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    page.button("Refresh: Every second").click().await;
    page.find("menuitemradio", "Paused").click().await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    // The dialog reads once when it opens; the end of the session is to be met by the action.
    page.requests_when_quiet().await;
    stage.simulation.expire_tokens().await;
    button(&page, "Maintain").click().await;
    sign_in_again(&page).await;
    page.heading("Maintain server2").focused().await;
    page.press("Enter").await;
    assert_eq!(
        stage.rest().state("server2").await,
        "Slave, Running",
        "nothing is done behind one's back"
    );
    assert!(page.checkbox("Force closing").shown().await.is_checked());
    confirm(&page, "Maintain").await;
    assert_eq!(stage.rest().state("server2").await, "Maintenance, Running");
}

async fn what_was_typed_to_delete_survives() {
    let stage = Stage::new().await;
    let page = stage.at_server("server3").await;
    dialogs::open(&page, "Delete").await;
    page.field("Server name").fill("server").await;
    stage.simulation.expire_tokens().await;
    sign_in_again(&page).await;
    assert_eq!(page.field("Server name").shown().await.value, "server");
}

async fn a_restart_of_maxscale_asks_for_the_password() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    stage.simulation.restart().await;
    sign_in_again(&page).await;
    page.heading("server2").shown().await;
}

async fn a_wrong_password_leaves_the_question_open() {
    let stage = Stage::new().await;
    let page = stage.at_server("server2").await;
    stage.simulation.expire_tokens().await;
    page.heading("Your session has ended").shown().await;
    page.press("Escape").await;
    page.press("Escape").await;
    page.field("Password").fill("not it").await;
    page.button("Sign in").click().await;
    page.field("Password").is("to be told", |node| node.description.contains("wrong")).await;
    sign_in_again(&page).await;
}
