//! The harness itself: it must see what is wrong, or the other tests show nothing.

use axum::Router;
use axum::http::header;
use axum::routing::get;
use futures::FutureExt;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, mutations, runner};
use std::panic::AssertUnwindSafe;

browser_tests![
    elements_are_found_by_role_and_name,
    what_is_behind_a_modal_dialog_is_out_of_reach,
    key_presses_reach_the_page,
    a_click_lands_on_what_was_meant,
    page_errors_are_collected,
    violations_of_the_policy_are_collected,
    an_expected_error_must_occur,
    axe_finds_what_is_wrong_in_either_theme,
    changes_of_the_document_are_counted,
    responses_can_be_replaced_and_held,
];

const POLICY: &str = "default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'";

/// A page with this body, served as a real one is.
async fn page(body: &'static str) -> Page {
    let html = format!(
        "<!doctype html><html lang=en><title>Sample</title><main><h1>Sample</h1>{body}</main>"
    );
    let answer = move || async move {
        ([(header::CONTENT_TYPE, "text/html"), (header::CONTENT_SECURITY_POLICY, POLICY)], html)
    };
    let app = Router::new()
        .route("/", get(answer))
        .route("/favicon.ico", get(|| async { "" }))
        .route("/number", get(|| async { "1" }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let page = runner::open_page().await;
    page.go(&url).await;
    page.reads("Sample").await;
    page
}

async fn elements_are_found_by_role_and_name() {
    let page = page(
        "<button aria-label=Settings aria-haspopup=menu onclick='document.title = `clicked`'>x</button>
         <button aria-pressed=true>Bold</button> <button hidden>Secret</button>
         <button aria-describedby=why disabled>Maintain</button><p id=why>It is the primary.</p>
         <label>Name <input value=old></label> <label>Password <input type=password></label>
         <label><input type=checkbox> Force closing</label>",
    )
    .await;
    page.button("Settings").click().await;
    assert_eq!(page.title().await, "clicked");
    assert!(page.button("Bold").shown().await.is_checked());
    assert_eq!(page.button("Maintain").disabled().await.description, "It is the primary.");
    assert!(page.button("Secret").one().await.is_err());
    page.field("Name").fill("new \u{e9}").await;
    assert_eq!(page.field("Name").shown().await.value, "new \u{e9}");
    page.field("Password").fill("pass").await;
    assert!(!page.checkbox("Force closing").shown().await.is_checked());
    page.checkbox("Force closing").click().await;
    page.checkbox("Force closing").is("to be ticked", |node| node.is_checked()).await;
}

async fn what_is_behind_a_modal_dialog_is_out_of_reach() {
    let page = page(
        "<button>Behind</button><dialog aria-label=Question><button>Yes</button></dialog>
         <script>document.querySelector('dialog').showModal()</script>",
    )
    .await;
    page.dialog().shown().await;
    page.button("Yes").inside(&page.dialog()).shown().await;
    assert!(page.button("Behind").one().await.is_err());
}

async fn key_presses_reach_the_page() {
    let page =
        page("<a href='#one'>One</a> <button onclick='document.title = `pressed`'>Two</button>")
            .await;
    page.walk_to("Tab", "button", "Two").await;
    page.press("Space").await;
    assert_eq!(page.title().await, "pressed");
    page.walk_to("Shift+Tab", "link", "One").await;
    page.press("Enter").await;
    page.is_at("#one").await;
    let lost = AssertUnwindSafe(page.walk_to("Tab", "button", "Three")).catch_unwind().await;
    assert!(lost.is_err());
}

async fn a_click_lands_on_what_was_meant() {
    let page = page(
        "<button id=first>Delete</button><br><button id=second>Open</button>
         <script>
            const add = word => { document.title += word; };
            first.onclick = () => add(' deleted');
            second.onclick = () => add(' opened');
            second.onpointerover = () => {
                second.onpointerover = null;
                document.querySelector('main').prepend(second);
            };
         </script>",
    )
    .await;
    page.button("Open").click().await;
    page.button("Delete").click().await;
    assert_eq!(page.title().await, "Sample opened deleted");
}

async fn page_errors_are_collected() {
    let page = page(
        "<script>console.error('first', 1); console.warn('second'); console.log('fine');</script>",
    )
    .await;
    page.script("setTimeout(() => { throw new Error('third'); }, 0)").await;
    page.script("fetch('missing')").await;
    page.script("Promise.reject(new Error('fifth')); 0").await;
    for part in ["first", "second", "third", "status of 404", "fifth"] {
        page.expect_error(part);
    }
}

async fn violations_of_the_policy_are_collected() {
    let page = page("<p style='color: red'>Red</p>").await;
    let heard = page.unexpected_errors().await;
    assert!(heard.len() == 1 && heard[0].contains("Content Security Policy"), "{heard:?}");
    page.expect_error("Content Security Policy");
}

async fn an_expected_error_must_occur() {
    let page = page("").await;
    page.expect_error("rain");
    assert_eq!(page.unexpected_errors().await, ["expected in vain: rain"]);
    page.script("console.error('rain')").await;
}

async fn axe_finds_what_is_wrong_in_either_theme() {
    let page = page("<button id=odd>Odd</button>").await;
    axe(&page, "a fair page").await;
    page.script(
        "const sheet = new CSSStyleSheet();
         sheet.replaceSync('[data-theme=dark] #odd { color: #777; background: #888; }');
         document.adoptedStyleSheets = [sheet]; 0",
    )
    .await;
    let found = AssertUnwindSafe(axe(&page, "an unfair page")).catch_unwind().await;
    let words = *found.unwrap_err().downcast::<String>().unwrap();
    assert!(words.contains("dark") && words.contains("color-contrast"), "{words}");
}

async fn changes_of_the_document_are_counted() {
    let page = page("<p id=a>one</p>").await;
    mutations::watch(&page).await;
    assert_eq!(mutations::changes(&page).await, [""; 0]);
    page.script("document.getElementById('a').firstChild.data = 'two'; 0").await;
    let changes = mutations::changes(&page).await;
    assert!(changes.len() == 1 && changes[0].starts_with("characterData of <p"), "{changes:?}");
}

async fn responses_can_be_replaced_and_held() {
    let page = page("").await;
    let text = "fetch('number').then(answer => answer.text())";
    let replaced = page.intercept("*/number", |_| Reply::Json(200, "2".to_owned())).await;
    assert_eq!(page.script(text).await, "2");
    replaced.end().await;
    assert_eq!(page.script(text).await, "1");
    let held = page.hold("*/number", |_| Reply::Pass).await;
    page.script(&format!("window.got = 'nothing yet'; {text}.then(text => window.got = text); 0"))
        .await;
    assert_eq!(page.script("window.got").await, "nothing yet");
    held.release();
    maxconsole_tests::support::until("the held answer", async || {
        let got = page.script("window.got").await;
        if got == "1" { Ok(()) } else { Err(got.to_string()) }
    })
    .await;
    assert_eq!(mutations::requests_to(&page, "number").await, 3);
}
