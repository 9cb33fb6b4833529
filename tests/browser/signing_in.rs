//! Signing in and out, and everything that can go wrong there.

use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, TestConsole, console};
use serde_json::json;

browser_tests![
    the_dashboard_with_its_servers_comes_first,
    a_wrong_password_is_shown_under_the_field,
    empty_fields_are_shown_before_anything_is_sent,
    an_unreachable_maxscale_is_shown_and_signing_in_works_later,
    a_connection_without_encryption_is_shown,
    a_deep_link_survives_signing_in,
    the_session_survives_a_reload,
    signing_out_ends_the_session,
    signing_out_waits_for_what_is_being_read_and_nothing_is_read_after,
    remember_me_decides_how_long_the_cookie_lives,
    the_password_can_be_shown_and_managed,
];

async fn the_dashboard_with_its_servers_comes_first() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    console::sign_in(&page, ADMIN).await;
    page.heading("Dashboard").shown().await;
    for server in ["server1", "server2", "server3", "galera1", "galera2", "galera3"] {
        page.link(server).shown().await;
    }
    let row = page.link("server1").row().await;
    assert!(row.contains("Primary"), "{row}");
    for monitor in ["Monitor", "Galera-Monitor"] {
        page.link(monitor).shown().await;
    }
}

async fn a_wrong_password_is_shown_under_the_field() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.field("User name").fill(ADMIN.0).await;
    page.field("Password").fill("not it").await;
    page.button("Sign in").click().await;
    let field = page.field("Password").focused().await;
    assert_eq!(field.description, "Wrong user name or password.");
    page.expect_error("status of 401");
    assert_eq!(page.field("User name").shown().await.value, ADMIN.0);
    page.field("Password").fill(ADMIN.1).await;
    page.press("Enter").await;
    page.heading("Dashboard").shown().await;
}

async fn empty_fields_are_shown_before_anything_is_sent() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.button("Sign in").click().await;
    page.field("User name").is("to be told", |node| node.description.contains("user name")).await;
    page.field("Password").is("to be told", |node| node.description.contains("password")).await;
}

async fn an_unreachable_maxscale_is_shown_and_signing_in_works_later() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.page("").await;
    page.field("User name").fill(ADMIN.0).await;
    page.field("Password").fill(ADMIN.1).await;
    remote.die();
    page.button("Sign in").click().await;
    page.reads("MaxScale cannot be reached").await;
    page.expect_error("status of 502");
    remote.revive().await;
    page.button("Sign in").click().await;
    page.link("server1").shown().await;
}

async fn a_connection_without_encryption_is_shown() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    let words = r#"{"errors":[{"detail":"Connection is not encrypted"}]}"#;
    let _refusing = page.intercept("*/auth?*", move |_| Reply::Json(401, words.to_owned())).await;
    page.field("User name").fill(ADMIN.0).await;
    page.field("Password").fill(ADMIN.1).await;
    page.button("Sign in").click().await;
    page.reads("HTTPS").await;
    page.expect_error("status of 401");
}

async fn a_deep_link_survives_signing_in() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/servers/server2").await;
    page.heading("server2").shown().await;
    page.is_at("#/dashboard/servers/server2").await;
}

async fn the_session_survives_a_reload() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.reload().await;
    page.heading("server2").shown().await;
}

async fn signing_out_ends_the_session() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.button("admin: user menu").click().await;
    page.menu_item("Sign out").click().await;
    page.button("Sign in").shown().await;
    assert!(!page.text().await.contains("server2"), "nothing of the session is left on the page");
    assert_eq!(cookie(&page).await, None);
    page.reload().await;
    page.button("Sign in").shown().await;
    page.expect_error("status of 401");
}

/// What ended after the session's end was asked for.
const READ_AFTER_SIGNING_OUT: &str = "(() => {
        const reads = performance.getEntriesByType('resource').filter(read => read.name.includes('/v1/'));
        const end = reads.find(read => read.name.includes('logout=yes'));
        return reads.filter(read => read !== end && read.responseEnd > end.startTime).map(read => read.name);
    })()";

async fn signing_out_waits_for_what_is_being_read_and_nothing_is_read_after() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    let held = page.hold("*/v1/servers?*", |_| Reply::Pass).await;
    page.button("Refresh now").click().await;
    held.begins().await;
    page.button("admin: user menu").click().await;
    page.menu_item("Sign out").click().await;
    held.release();
    page.button("Sign in").shown().await;
    assert_eq!(page.script(READ_AFTER_SIGNING_OUT).await, json!([]));
}

async fn remember_me_decides_how_long_the_cookie_lives() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    assert!(page.checkbox("Remember me").shown().await.is_checked());
    console::sign_in(&page, ADMIN).await;
    assert_eq!(cookie(&page).await, Some(false), "it outlives the browser");
    let page = console.page("").await;
    page.checkbox("Remember me").click().await;
    console::sign_in(&page, ADMIN).await;
    assert_eq!(cookie(&page).await, Some(true), "it ends with the browser");
}

/// Whether the session's cookie ends with the browser; nothing when there is none.
async fn cookie(page: &Page) -> Option<bool> {
    let all = page.send("Network.getCookies", json!({})).await;
    let cookies = all["cookies"].as_array().unwrap();
    let token = cookies.iter().find(|cookie| cookie["name"] == "token_sig")?;
    assert_eq!(token["httpOnly"], true);
    assert_eq!(token["sameSite"], "Strict");
    Some(token["session"] == true)
}

async fn the_password_can_be_shown_and_managed() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    let attribute = |name: &str| format!("function() {{ return this.getAttribute('{name}'); }}");
    assert_eq!(page.field("User name").call(&attribute("autocomplete")).await, "username");
    assert_eq!(page.field("Password").call(&attribute("autocomplete")).await, "current-password");
    assert_eq!(page.field("Password").call(&attribute("type")).await, "password");
    page.button("Show password").click().await;
    assert_eq!(page.field("Password").call(&attribute("type")).await, "text");
    page.button("Hide password").click().await;
    assert_eq!(page.field("Password").call(&attribute("type")).await, "password");
    let stored = page.script("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").await;
    assert!(!stored.to_string().contains(ADMIN.1), "{stored}");
}
