//! A thousand servers, two hundred services, ten thousand sessions.

use crate::report::Report;
use maxconsole_demo::ADMIN;
use maxconsole_tests::support::measure::Frames;
use maxconsole_tests::support::{Page, TestConsole, console, runner};

/// How long the page is left alone, at its usual interval.
const WATCHED_SECONDS: u32 = 60;
const SIGN_INS: usize = 3;
const POLLS: u32 = 100;

/// Measures it all.
pub async fn measure(report: &mut Report) {
    report.part("1,000 servers");
    let console = TestConsole::big().await;
    let page = first_table(report, &console).await;
    refreshes(report, &page).await;
    let frames = page.scrolled().await;
    heap(report, &page).await;
    page.puts_the_table_to_rest().await;
    scrolling(report, frames, page.scrolled().await);
}

/// The median of some sign-ins, each in a window of its own.
async fn first_table(report: &mut Report, console: &TestConsole) -> Page {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..SIGN_INS {
        let page = runner::open_page().await;
        page.measure().await;
        page.go(&console.url("")).await;
        page.button("Sign in").shown().await;
        let before = page.main_thread_ms().await;
        console::sign_in(&page, ADMIN).await;
        let time = page.after_sign_in("table").await;
        let busy = page.main_thread_ms().await - before;
        times.push((time, page.waited_for_servers().await, busy));
        page.reads("MaxScale 24.02.4").await;
        if let Some(before) = last.replace(page) {
            before.go("about:blank").await;
        }
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (time, waited, busy) = times[SIGN_INS / 2];
    report.against("big.first_table_ms", "from the click on Sign in to the table, ms", time);
    report.tell("of that, waiting for the list of servers, ms", &format!("{waited:.0}"));
    report.tell("main thread with the form and all lists, ms", &format!("{busy:.0}"));
    last.expect("a page that is signed in")
}

async fn refreshes(report: &mut Report, page: &Page) {
    // The charts and the parts that are loaded while there is time are no refresh.
    page.requests_when_quiet().await;
    page.read_times(1).await;
    let cost = page.watched(WATCHED_SECONDS).await;
    let a_refresh = |sum: f64| sum / f64::from(cost.rounds.max(1));
    report.tell("refreshes in a minute", &cost.rounds.to_string());
    report.against(
        "big.main_thread_ms_a_refresh",
        "main thread a refresh, ms",
        a_refresh(cost.main_thread_ms),
    );
    report.against("big.bytes_a_refresh", "bytes a refresh", a_refresh(cost.bytes));
    report.tell("requests a refresh", &format!("{:.1}", a_refresh(f64::from(cost.requests))));
    report.tell("changes of the document a refresh", &format!("{:.0}", a_refresh(cost.mutations)));
}

/// Chromium has to paint each frame, whoever made the table: only what comes on top of that is ours.
fn scrolling(report: &mut Report, frames: Frames, at_rest: Frames) {
    report.tell("frames while scrolling from end to end", &frames.count.to_string());
    report.tell("main thread for each, ms", &format!("{:.1}", frames.main_thread_ms));
    report.tell("the same with 1,000 rows at rest, ms", &format!("{:.1}", at_rest.main_thread_ms));
    report.against(
        "big.main_thread_ms_a_frame",
        "the difference, ms",
        frames.main_thread_ms - at_rest.main_thread_ms,
    );
    report.tell("in scripts, ms", &format!("{:.1}", frames.scripts_ms));
    report.tell("on styles and places, ms", &format!("{:.1}", frames.layout_ms));
    report
        .tell("of them later than the next one was due, %", &format!("{:.0}", frames.late_percent));
    report.tell("the longest of them, ms", &format!("{:.0}", frames.longest_ms));
}

async fn heap(report: &mut Report, page: &Page) {
    page.read_times(POLLS).await;
    let held = page.memory_use().await;
    report.tell("JavaScript heap then, bytes", &held.heap.to_string());
    report.tell("module's memory then, bytes", &held.module.to_string());
    report.against(
        "big.heap_bytes",
        "both after 100 polls, bytes",
        (held.heap + held.module) as f64,
    );
}
