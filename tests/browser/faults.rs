//! Each thing that is read fails, lies or hangs in turn: the page stays usable, tells the truth
//! about the age of what it shows, and recovers by itself.

use crate::dialogs::{self, confirm};
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use std::sync::{Arc, Mutex};

browser_tests![
    the_dashboard_survives_each_failing_request,
    a_server_page_survives_each_failing_request,
    a_service_page_survives_each_failing_request,
    a_monitor_page_survives_each_failing_request,
    a_listener_page_survives_each_failing_request,
    a_filter_page_survives_each_failing_request,
    session_pages_survive_each_failing_request,
    maintenance_works_while_every_read_fails,
    a_hanging_request_does_not_delay_others,
    a_hanging_maxscale_is_reported_until_it_recovers,
    the_console_recovers_after_a_minute_of_outage,
    a_session_that_expires_between_reads_asks_to_sign_in,
];

/// An answer that is wrong, and whether it is seen to be: then what was known stays.
fn wrong_answers() -> Vec<(Reply, bool)> {
    let lie = |body: &str| Reply::Json(200, body.to_owned());
    let odd = r#"{"data":[null,1,"x",{"id":"odd","type":[],"attributes":[],"relationships":7}]}"#;
    let odder = r#"{"data":{"id":"odd","attributes":{"state":{},"statistics":[],"parameters":1,
        "listeners":{},"connections":{}},"relationships":{"services":[],"monitors":{"data":{}}}}}"#;
    vec![
        (Reply::Json(500, r#"{"errors":[{"detail":"out of order"}]}"#.to_owned()), true),
        (Reply::Empty(503), true),
        (Reply::Empty(200), true),
        (lie("null"), true),
        (lie("[]"), true),
        (lie("<html>It works!</html>"), true),
        (lie(r#"{"data":[{"id":"server1","attributes":{"sta"#), true),
        (lie(r#"{"data":7}"#), true),
        (lie(r#"{"data":{"id":null}}"#), true),
        (Reply::Break, true),
        (lie(odd), false),
        (lie(odder), false),
    ]
}

/// What one page reads gets this answer now; how often it did.
#[derive(Default)]
struct Fault {
    part: &'static str,
    reply: Option<Reply>,
    given: u32,
}

async fn settled(page: &Page, what: &str, mut look: impl AsyncFnMut() -> bool) {
    until(what, async || if look().await { Ok(()) } else { Err(page.text().await) }).await;
}

/// Lets each of `parts` go wrong in each way on a page where `landmark` can be read.
async fn try_all(page: &Page, landmark: &str, parts: &[&'static str]) {
    page.reads(landmark).await;
    let heading = page.script("document.querySelector('h1').innerText").await;
    let fault = Arc::new(Mutex::new(Fault::default()));
    let known = fault.clone();
    let answers = page
        .intercept("*/v1/*", move |asked| {
            let mut fault = known.lock().unwrap();
            match fault.reply.clone() {
                Some(reply) if asked.method == "GET" && asked.url.contains(fault.part) => {
                    fault.given += 1;
                    reply
                }
                _ => Reply::Pass,
            }
        })
        .await;
    for part in parts {
        for (reply, is_seen) in wrong_answers() {
            let what = format!("{reply:?} of {part}");
            *fault.lock().unwrap() = Fault { part, reply: Some(reply), given: 0 };
            page.button("Refresh now").click().await;
            settled(page, &what, async || fault.lock().unwrap().given > 0).await;
            page.button("Refresh now").enabled().await;
            let now = page.script("document.querySelector('h1').innerText").await;
            assert_eq!(now, heading, "{what}");
            let text = page.text().await;
            assert!(!is_seen || text.contains(landmark), "{what} took away {landmark}: {text}");
        }
        fault.lock().unwrap().reply = None;
        page.button("Refresh now").click().await;
        page.reads(landmark).await;
        for error in ["Could not", "may be out of date"] {
            page.stops_reading(error).await;
        }
    }
    answers.end().await;
    page.reads("Live").await;
    page.expect_error("status of 500");
    page.expect_error("status of 503");
    page.expect_error("ERR_CONNECTION_RESET");
}

async fn the_dashboard_survives_each_failing_request() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    let lists = ["/servers?", "/monitors?", "/services?", "/listeners?", "/maxscale?", "/filters?"];
    try_all(&page, "server2", &lists).await;
    for (route, landmark, list) in [
        ("#/dashboard/services", "Galera-Service", "/services?"),
        ("#/dashboard/listeners", "RW-Split-Listener", "/listeners?"),
        ("#/dashboard/filters", "qlafilter", "/filters?"),
        ("#/dashboard/monitors", "galeramon", "/monitors?"),
    ] {
        page.route(route).await;
        try_all(&page, landmark, &[list]).await;
    }
}

async fn a_server_page_survives_each_failing_request() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.reads("Replica").await;
    let parts = ["/servers/server2?", "/servers?", "/monitors?", "/services?"];
    try_all(&page, "127.0.0.1", &parts).await;
    page.link("Sessions").click().await;
    try_all(&page, "No sessions.", &["/sessions?"]).await;
}

async fn a_service_page_survives_each_failing_request() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/services/RW-Split-Router").await;
    let parts = ["/services/RW-Split-Router?", "/servers?"];
    try_all(&page, "readwritesplit", &parts).await;
    page.link("Sessions").click().await;
    try_all(&page, "No sessions.", &["/sessions?"]).await;
}

async fn a_monitor_page_survives_each_failing_request() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/monitors/Monitor").await;
    try_all(&page, "mariadbmon", &["/monitors/Monitor?", "/servers?"]).await;
}

async fn a_listener_page_survives_each_failing_request() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/listeners/RW-Split-Listener").await;
    try_all(&page, "4006", &["/listeners/RW-Split-Listener?"]).await;
}

async fn a_filter_page_survives_each_failing_request() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/filters/QLA").await;
    try_all(&page, "qlafilter", &["/filters/QLA?"]).await;
}

async fn session_pages_survive_each_failing_request() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 1 600").await;
    let page = console.signed_in("#/dashboard/sessions").await;
    try_all(&page, "maxuser@127.0.0.1", &["/sessions?"]).await;
    let all = console.rest().ask("GET", "/v1/sessions", &serde_json::Value::Null).await.1;
    let id = all["data"][0]["id"].as_str().unwrap().to_owned();
    page.link(&id).click().await;
    try_all(&page, "maxuser@127.0.0.1", &["/sessions/"]).await;
}

async fn maintenance_works_while_every_read_fails() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    let answers = page
        .intercept("*/v1/*", |asked| match asked.method {
            "GET" => Reply::Json(500, "{}".to_owned()),
            _ => Reply::Pass,
        })
        .await;
    page.reads("what is shown is from").await;
    dialogs::open(&page, "Maintain").await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    page.link("Dashboard").click().await;
    page.reads("Could not refresh the servers; what is shown is from").await;
    page.link("server2").shown().await;
    answers.end().await;
    page.stops_reading("Could not refresh").await;
    page.expect_error("status of 500");
}

/// Time limits are a thirtieth of what they are.
const IMPATIENT: &str = "{ const real = window.setTimeout;
    window.setTimeout = (work, ms, ...more) => real(work, ms >= 5000 ? ms / 30 : ms, ...more); }";

async fn impatient(console: &TestConsole) -> Page {
    let page = console.blank_page().await;
    page.before_all(IMPATIENT).await;
    page.go(&console.url("")).await;
    sign_in(&page, ADMIN).await;
    page.link("server2").shown().await;
    page.reads("galeramon").await;
    page
}

async fn a_hanging_request_does_not_delay_others() {
    let console = TestConsole::new().await;
    let page = impatient(&console).await;
    page.requests_settle().await;
    let held = page.hold("*/v1/services?*", |_| Reply::Pass).await;
    page.link("Services 3").click().await;
    page.reads("did not answer in time").await;
    page.reads("Could not refresh the services; what is shown is from").await;
    page.find("rowheader", "RW-Split-Router").shown().await;
    axe(&page, "a list that hangs").await;
    page.picture("hanging-list").await;
    page.link("Servers 6").click().await;
    let services = async || mutations::requests_to(&page, "v1/services?").await;
    let servers = async || mutations::requests_to(&page, "v1/servers?").await;
    let (asked, read) = (services().await, servers().await);
    let set = "/v1/servers/server2/set?state=maintenance";
    console.rest().change("PUT", set, serde_json::Value::Null).await;
    page.reads("Maintenance").await;
    settled(&page, "eight rounds", async || servers().await >= read + 8).await;
    assert!(services().await <= asked + 1, "it is left alone for a while");
    assert!(!page.text().await.contains("may be out of date"), "one that hangs says little");
    held.end().await;
    page.later(120).await;
    page.link("Services 3").click().await;
    page.stops_reading("Could not refresh").await;
    page.reads("Live").await;
}

async fn a_hanging_maxscale_is_reported_until_it_recovers() {
    let console = TestConsole::new().await;
    let page = impatient(&console).await;
    page.requests_settle().await;
    let held = page.hold("*/v1/*", |_| Reply::Pass).await;
    page.reads("Data may be out of date").await;
    page.later(60).await;
    page.reads("Data is 1 min old").await;
    assert!(page.link("server2").row().await.contains("Replica"), "the last data stays");
    held.end().await;
    page.stops_reading("may be out of date").await;
    page.reads("Live").await;
    page.stops_reading("Could not refresh").await;
}

async fn the_console_recovers_after_a_minute_of_outage() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    remote.die();
    page.reads("Data may be out of date").await;
    page.expect_error("status of 502");
    page.later(60).await;
    page.reads("Data is 1 min old").await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    page.reads("Could not load the server").await;
    page.link("Dashboard").click().await;
    remote.revive().await;
    page.stops_reading("may be out of date").await;
    page.reads("Live").await;
    page.link("server2").shown().await;
}

async fn a_session_that_expires_between_reads_asks_to_sign_in() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let held = page.hold("*/v1/maxscale?*", |_| Reply::Pass).await;
    held.begins().await;
    console.simulation.expire_tokens().await;
    held.end().await;
    page.heading("Your session has ended").shown().await;
    page.expect_error("status of 401");
    page.requests_settle().await;
    let asked = mutations::requests_to(&page, "v1/").await;
    page.field("Password").fill(ADMIN.1).await;
    assert_eq!(mutations::requests_to(&page, "v1/").await, asked, "nobody is asked meanwhile");
    page.button("Sign in").click().await;
    page.heading("Your session has ended").gone().await;
    page.reads("Live").await;
}
