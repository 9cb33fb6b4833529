//! An account that may only look sees every action, disabled, with the reason.

use maxconsole_demo::VIEWER;
use maxconsole_tests::support::{Stage, mutations, stage};
use maxconsole_tests::trials;
use serde_json::json;

trials![every_action_is_disabled_with_the_reason];

async fn every_action_is_disabled_with_the_reason() {
    let stage = Stage::new().await;
    let attributes = json!({ "password": VIEWER.1, "account": "basic" });
    let account = json!({ "data": { "id": VIEWER.0, "type": "inet", "attributes": attributes } });
    stage.rest().change("POST", "/v1/users/inet", account).await;
    let page = stage.page("#/dashboard/servers/server2").await;
    stage::sign_in(&page, VIEWER).await;
    page.button("Server actions").click().await;
    for action in ["Maintain", "Drain", "Return to service", "Delete"] {
        let entry = page.menu_item(action).disabled().await;
        assert!(entry.description.contains("may only look"), "{entry:?}");
        page.menu_item(action).call("function() { this.click(); }").await;
        assert!(page.dialog().one().await.is_err(), "{action} opens nothing");
    }
    page.press("Escape").await;
    page.button("viewer: user menu").click().await;
    page.reads("read-only").await;
    assert_eq!(mutations::requests_to(&page, "/set?").await, 0);
}
