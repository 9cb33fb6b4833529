//! Measures the console in a browser, against its budgets: requests, bytes, times, changes of the
//! document, memory. `small` and `big` name a part.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod big;
mod report;
mod small;

use maxconsole_tests::support::{browser, runner};
use report::Report;
use std::process::ExitCode;

fn main() -> ExitCode {
    let part = std::env::args().nth(1).unwrap_or_default();
    let mut report = Report::default();
    let measured = browser::runtime().block_on(async {
        let measured = runner::run("bench", measure(&part, &mut report)).await;
        browser::quit().await;
        measured
    });
    let over = report.over();
    if let Err(why) = &measured {
        eprintln!("\n{}", why.message().unwrap_or("the measurement failed"));
    }
    if !over.is_empty() {
        eprintln!("\nOver budget:\n  {}", over.join("\n  "));
    }
    if measured.is_ok() && over.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

async fn measure(part: &str, report: &mut Report) {
    if part != "big" {
        small::measure(report).await;
    }
    if part != "small" {
        big::measure(report).await;
    }
}
