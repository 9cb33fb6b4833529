//! Six servers: what a start and a poll cost, and what polling leaves behind.

use crate::report::Report;
use maxconsole_demo::ADMIN;
use maxconsole_tests::support::measure::MemoryUse;
use maxconsole_tests::support::{Page, TestConsole, console, mutations, runner, until};
use serde_json::json;

/// A processor of a small laptop, seen from this one.
const SLOWER: f64 = 4.0;
const RUNS: usize = 5;
const POLLS: u32 = 1_000;
const WATCHED_SECONDS: u32 = 60;

/// Measures it all.
pub async fn measure(report: &mut Report) {
    report.part("6 servers");
    alive(report).await;
    let console = TestConsole::with_stopped_clock().await;
    let page = console.blank_page().await;
    page.measure().await;
    page.send("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    start(report, &console, &page).await;
    unchanged_poll(report, &console, &page).await;
    memory(report, &page).await;
}

/// A cold start and a minute of a world where time passes, at the usual interval.
async fn alive(report: &mut Report) {
    let console = TestConsole::new().await;
    let (page, form, table) = first_sight(&console).await;
    page.reads("galeramon").await;
    let start = page.traffic_before_servers().await;
    report.against("small.cold_start_bytes", "bytes of a cold start", start.bytes);
    report.against(
        "small.cold_start_requests",
        "requests of a cold start",
        f64::from(start.requests),
    );
    report.against("small.form_ms", "sign-in form, ms", form);
    report.against("small.table_ms", "from the click on Sign in to the table, ms", table);
    // The parts that are loaded while there is time are no refresh.
    page.requests_when_quiet().await;
    let cost = page.watched(WATCHED_SECONDS).await;
    let a_refresh = |sum: f64| sum / f64::from(cost.rounds.max(1));
    let half_a_minute = cost.main_thread_ms * 30.0 / f64::from(WATCHED_SECONDS);
    report.against("small.main_thread_ms_in_30_s", "main thread in 30 s, ms", half_a_minute);
    report.against("small.bytes_a_refresh", "bytes a refresh", a_refresh(cost.bytes));
    report.tell("requests a refresh", &format!("{:.1}", a_refresh(f64::from(cost.requests))));
    report.tell("changes of the document a refresh", &format!("{:.1}", a_refresh(cost.mutations)));
    let held = page.memory_use().await;
    report.against(
        "small.heap_bytes",
        "JavaScript heap and module, bytes",
        (held.heap + held.module) as f64,
    );
}

/// The medians of some cold starts, each in a window of its own; and the last of these.
async fn first_sight(console: &TestConsole) -> (Page, f64, f64) {
    let (mut forms, mut tables, mut last) = (Vec::new(), Vec::new(), None);
    for _ in 0..RUNS {
        let page = runner::open_page().await;
        page.measure().await;
        page.go(&console.url("")).await;
        let form = async || page.first("form").await.ok_or_else(String::new);
        forms.push(until("the form", form).await);
        console::sign_in(&page, ADMIN).await;
        tables.push(page.after_sign_in("table").await);
        if let Some(before) = last.replace(page) {
            before.go("about:blank").await;
        }
    }
    forms.sort_by(f64::total_cmp);
    tables.sort_by(f64::total_cmp);
    (last.expect("a page that is signed in"), forms[RUNS / 2], tables[RUNS / 2])
}

/// Times of a cold start, first without a session and then with one.
async fn start(report: &mut Report, console: &TestConsole, page: &Page) {
    page.slow_down(SLOWER).await;
    let form = times(console, page, "form").await;
    report.tell("sign-in form, processor 4 times slower", &form);
    page.slow_down(1.0).await;
    page.go(&console.url("")).await;
    page.button("Sign in").shown().await;
    console::sign_in(page, ADMIN).await;
    page.read_seldom().await;
    page.slow_down(SLOWER).await;
    let table = times(console, page, "table").await;
    report.tell("servers table, processor 4 times slower", &table);
    page.slow_down(1.0).await;
    page.reads("galeramon").await;
    let made = page.traffic_before_servers().await.requests;
    report.against("cold_start_requests", "requests of a start with a session", f64::from(made));
}

/// The median and the extremes of some loads.
async fn times(console: &TestConsole, page: &Page, what: &str) -> String {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        page.go("about:blank").await;
        page.go(&console.url("")).await;
        let time =
            until(what, async || page.first(what).await.ok_or_else(|| "not there".to_owned()));
        times.push(time.await);
    }
    times.sort_by(f64::total_cmp);
    let (least, median, most) = (times[0], times[RUNS / 2], times[RUNS - 1]);
    format!("{median:.0} ms ({least:.0} to {most:.0})")
}

/// At the usual interval: a slower one shows the age of what was read, which changes by itself.
async fn unchanged_poll(report: &mut Report, console: &TestConsole, page: &Page) {
    page.read_as_usual().await;
    page.go("about:blank").await;
    page.go(&console.url("")).await;
    page.reads("galeramon").await;
    page.read_times(2).await;
    mutations::watch(page).await;
    page.read_times(10).await;
    let changes = mutations::changes(page).await.len();
    report.against(
        "unchanged_poll_mutations",
        "changes of the document in 10 unchanged polls",
        changes as f64,
    );
}

async fn memory(report: &mut Report, page: &Page) {
    // The first rounds fill what is kept once and for all.
    page.read_times(100).await;
    let before = page.memory_use().await;
    page.read_times(POLLS).await;
    let after = page.memory_use().await;
    let row = |what: &str, of: fn(&MemoryUse) -> u64| {
        let (before, after) = (of(&before), of(&after));
        report
            .tell(&format!("{what} before and after {POLLS} polls"), &format!("{before} {after}"));
    };
    row("JavaScript heap, bytes", |held| held.heap);
    row("module's memory, bytes", |held| held.module);
    row("nodes", |held| held.nodes);
    row("listeners", |held| held.listeners);
}
