//! Measures the console in a browser: requests, times, changes of the document, memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use maxconsole_demo::ADMIN;
use maxconsole_tests::support::measure::{Held, budget};
use maxconsole_tests::support::{Page, Stage, browser, mutations, stage, trial, until};
use serde_json::json;
use std::process::ExitCode;

/// A processor of a small laptop, seen from this one.
const SLOWER: f64 = 4.0;
const RUNS: usize = 5;
const POLLS: u32 = 1_000;
/// Chromium's answer to one script is waited for half a minute at most.
const POLLS_AT_ONCE: u32 = 100;

fn main() -> ExitCode {
    let measured = browser::runtime().block_on(async {
        let measured = trial::run("bench", measure()).await;
        browser::quit().await;
        measured
    });
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{}", why.message().unwrap_or("the measurement failed"));
            ExitCode::FAILURE
        }
    }
}

async fn measure() {
    let stage = Stage::frozen().await;
    let page = stage.blank().await;
    page.measure().await;
    page.send("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    start(&stage, &page).await;
    unchanged_poll(&page).await;
    memory(&page).await;
}

fn tell(what: &str, value: &str) {
    println!("{what:<48} {value:>12}");
}

/// Times of a cold start, first without a session and then with one.
async fn start(stage: &Stage, page: &Page) {
    page.slow_down(SLOWER).await;
    let form = times(stage, page, "form").await;
    tell("sign-in form, processor 4 times slower", &form);
    page.slow_down(1.0).await;
    page.go(&stage.url("")).await;
    page.button("Sign in").shown().await;
    stage::sign_in(page, ADMIN).await;
    page.read_seldom().await;
    page.slow_down(SLOWER).await;
    let table = times(stage, page, "table").await;
    tell("servers table, processor 4 times slower", &table);
    page.slow_down(1.0).await;
    page.reads("galeramon").await;
    let made = page.requests_when_quiet().await.len();
    tell("requests of a cold start", &format!("{made} of {}", budget("cold_start_requests")));
}

/// The median and the extremes of some loads.
async fn times(stage: &Stage, page: &Page, what: &str) -> String {
    let mut times = Vec::new();
    for _ in 0..RUNS {
        page.go("about:blank").await;
        page.go(&stage.url("")).await;
        let time =
            until(what, async || page.first(what).await.ok_or_else(|| "not there".to_owned()));
        times.push(time.await);
    }
    times.sort_by(f64::total_cmp);
    let (least, median, most) = (times[0], times[RUNS / 2], times[RUNS - 1]);
    format!("{median:.0} ms ({least:.0} to {most:.0})")
}

async fn unchanged_poll(page: &Page) {
    page.read_times(2).await;
    mutations::watch(page).await;
    page.read_times(10).await;
    let changes = mutations::changes(page).await.len();
    tell("changes of the document in 10 unchanged polls", &changes.to_string());
}

async fn memory(page: &Page) {
    // The first rounds fill what is kept once and for all.
    page.read_times(POLLS_AT_ONCE).await;
    let before = page.held().await;
    for _ in 0..POLLS / POLLS_AT_ONCE {
        page.read_times(POLLS_AT_ONCE).await;
    }
    let after = page.held().await;
    let row = |what: &str, of: fn(&Held) -> u64| {
        let (before, after) = (of(&before), of(&after));
        tell(&format!("{what} before and after {POLLS} polls"), &format!("{before} {after}"));
    };
    row("JavaScript heap, bytes", |held| held.heap);
    row("module's memory, bytes", |held| held.module);
    row("nodes", |held| held.nodes);
    row("listeners", |held| held.listeners);
}
