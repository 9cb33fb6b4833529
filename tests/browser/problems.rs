//! The dashboard begins with what is not as it should be, and says which MaxScale it is of.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::network::{InterceptedRequest, Reply};
use maxconsole_tests::support::{Page, TestConsole, until};
use serde_json::{Value, json};

browser_tests![
    when_all_is_well_one_line_says_so,
    each_problem_leads_to_its_object_and_goes_when_it_is_solved,
    the_table_stays_where_it_is_when_problems_come,
    causes_stand_under_what_they_have_led_to,
    a_problem_offers_its_next_step,
    a_replica_that_falls_behind_is_a_problem,
    a_configuration_that_cannot_be_shared_is_told_with_its_nodes,
    the_header_tells_which_maxscale_this_is,
];

/// The problems from top to bottom, without what to do.
async fn listed(page: &Page) -> Vec<String> {
    let found = page
        .script(
            "[...document.querySelectorAll('.problem > span:first-of-type')].map(p => p.textContent)",
        )
        .await;
    found.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

async fn becomes(page: &Page, expected: &[&str]) {
    until(&format!("the problems {expected:?}"), async || {
        let now = listed(page).await;
        if now == expected { Ok(()) } else { Err(format!("{now:?}")) }
    })
    .await;
}

/// Shows all problems, not only the worst.
async fn open(page: &Page) {
    until("the line of the problems", async || {
        let line = "document.querySelector('.problems summary')?.innerText ?? ''";
        let line = page.script(line).await.as_str().unwrap_or_default().to_owned();
        if line.is_empty() { Err(line) } else { Ok(()) }
    })
    .await;
    page.script("document.querySelector('.problems summary').click()").await;
}

async fn when_all_is_well_one_line_says_so() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("Filters 2").shown().await;
    page.reads("All servers, services and monitors are well.").await;
    assert!(!page.text().await.contains("problem"));
    becomes(&page, &[]).await;
}

async fn each_problem_leads_to_its_object_and_goes_when_it_is_solved() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    let page = console.signed_in("#/dashboard/filters").await;
    rest.change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    rest.change("PUT", "/v1/monitors/Galera-Monitor/stop", Value::Null).await;
    rest.change("PUT", "/v1/services/RW-Split-Router/stop", Value::Null).await;
    rest.change("PUT", "/v1/listeners/Read-Con-Listener/stop", Value::Null).await;
    page.reads("3 problems, 1 notice: Service RW-Split-Router is stopped").await;
    becomes(
        &page,
        &[
            "Service RW-Split-Router is stopped: it takes no clients.",
            "Listener Read-Con-Listener is stopped: no client can connect at 127.0.0.1:4008.",
            "Monitor Galera-Monitor is stopped: the states of its servers are frozen, and there \
             is no failover.",
            "Server server2 is in maintenance.",
        ],
    )
    .await;
    open(&page).await;
    page.reads("Return it to service when the work is done.").await;
    for (link, name) in [
        ("Server server2", "server2"),
        ("Listener Read-Con-Listener", "Read-Con-Listener"),
        ("Service RW-Split-Router", "RW-Split-Router"),
        ("Monitor Galera-Monitor", "Galera-Monitor"),
    ] {
        page.link(link).click().await;
        page.heading(name).shown().await;
        page.back().await;
        open(&page).await;
    }
    rest.change("PUT", "/v1/servers/server2/clear?state=maintenance", Value::Null).await;
    rest.change("PUT", "/v1/monitors/Galera-Monitor/start", Value::Null).await;
    rest.change("PUT", "/v1/services/RW-Split-Router/start", Value::Null).await;
    page.reads("1 problem: Listener Read-Con-Listener").await;
    rest.change("PUT", "/v1/listeners/Read-Con-Listener/start", Value::Null).await;
    page.stops_reading("1 problem").await;
}

/// A click must land on the row that was meant, whatever has happened meanwhile.
async fn the_table_stays_where_it_is_when_problems_come() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    let page = console.signed_in("").await;
    let top =
        async || page.script("document.querySelector('table').getBoundingClientRect().top").await;
    page.link("server2").shown().await;
    let before = top().await;
    page.reads("up for").await;
    for server in ["server2", "server3", "galera2"] {
        rest.change("PUT", &format!("/v1/servers/{server}/set?state=maintenance"), Value::Null)
            .await;
    }
    page.reads("3 notices").await;
    assert_eq!(top().await, before);
    console.apply_event("kill galera3").await;
    page.reads("1 problem, 3 notices: Server galera3 is down").await;
    assert_eq!(top().await, before);
}

async fn causes_stand_under_what_they_have_led_to() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    for server in ["galera1", "galera2", "galera3"] {
        console.apply_event(&format!("kill {server}")).await;
    }
    page.reads("problems: Service Galera-Service has no usable server; clients get errors").await;
    open(&page).await;
    let led = "[...document.querySelectorAll('.problem-list > .problem:first-child .problem')]
        .map(problem => problem.querySelector('.problem-what').innerText)";
    until("the causes", async || {
        let now = page.script(led).await;
        let servers = ["galera1", "galera2", "galera3"];
        let expected = servers.map(|name| json!(format!("Server {name} is down.")));
        let has_all = expected.iter().all(|one| now.as_array().unwrap().contains(one));
        if has_all { Ok(()) } else { Err(now.to_string()) }
    })
    .await;
    page.route("#/dashboard/services").await;
    let row = page.find("rowheader", "Galera-Service").row().await;
    assert!(row.contains("No usable server"), "{row}");
    page.route("#/dashboard/services/Galera-Service").await;
    page.reads("No usable server: clients get errors").await;
    page.picture("no-usable-server").await;
}

async fn a_problem_offers_its_next_step() {
    let console = TestConsole::new().await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    let page = console.signed_in("").await;
    open(&page).await;
    page.link("Return to service: server2").click().await;
    page.dialog().reads("Return server2 to service").await;
    page.is_at("#/dashboard/servers/server2").await;
}

async fn a_replica_that_falls_behind_is_a_problem() {
    let console = TestConsole::new().await;
    let mut servers = console.rest().ask("GET", "/v1/servers", &Value::Null).await.1;
    let of = |name: &str, lag: i64, servers: &mut Value| {
        let all = servers["data"].as_array_mut().unwrap();
        let one = all.iter_mut().find(|one| one["id"] == name).unwrap();
        one["attributes"]["replication_lag"] = json!(lag);
    };
    of("server2", 95, &mut servers);
    of("server3", -1, &mut servers);
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let answer = move |_: &InterceptedRequest<'_>| Reply::Json(200, servers.to_string());
    let answers = page.intercept("*/v1/servers?*", answer).await;
    becomes(
        &page,
        &[
            "Server server3 does not replicate from its primary now.",
            "Server server2 is 1 min behind its primary.",
        ],
    )
    .await;
    // In the table too, by a sign and by colour.
    let late = page.script(
        "[...document.querySelectorAll('td .lag:has(.icon)')].map(lag =>
            [lag.innerText.trim(), getComputedStyle(lag).color !== getComputedStyle(lag.closest('td')).color])",
    );
    assert_eq!(late.await, json!([["1 min", true], ["not known", true]]));
    answers.end().await;
    becomes(&page, &[]).await;
}

async fn a_configuration_that_cannot_be_shared_is_told_with_its_nodes() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    let about = |status: &str, other: &str| {
        let sync = json!({ "status": status, "version": 7, "origin": "mx1", "checksum": "x",
            "nodes": { "mx1": "OK", "mx2": other } });
        let attributes = json!({ "version": "24.02.4", "uptime": 90, "config_sync": sync });
        json!({ "data": { "id": "maxscale", "type": "maxscale", "attributes": attributes } })
            .to_string()
    };
    let well = about("OK", "OK");
    let answers = page.intercept("*/v1/maxscale?*", move |_| Reply::Json(200, well.clone())).await;
    page.reads("Configuration in sync").await;
    becomes(&page, &[]).await;
    answers.end().await;
    let ill = about("OK", "Server db9 is missing");
    let _answers = page.intercept("*/v1/maxscale?*", move |_| Reply::Json(200, ill.clone())).await;
    becomes(
        &page,
        &["MaxScale could not share its configuration: mx2 says: Server db9 is missing."],
    )
    .await;
    page.script("document.querySelector('.about summary').click()").await;
    page.reads("version 7, from mx1").await;
    page.reads("mx2\nServer db9 is missing").await;
}

async fn the_header_tells_which_maxscale_this_is() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.reads("MaxScale 24.02.4 on vm, up for").await;
    page.script("document.querySelector('.about summary').click()").await;
    page.reads("Started").await;
    page.reads("Activated").await;
    page.reads("f72af9927243f59f2b20cc835273dbe6dc158623").await;
    page.reads("Configuration sync\noff").await;
}
