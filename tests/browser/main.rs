//! The whole console in a real browser, driven as a person drives it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod browser_tabs;
mod bulk_actions;
mod cache;
mod charts;
mod commands;
mod concurrent_changes;
mod dashboard;
mod delete;
mod demo;
mod deployments;
mod dialogs;
mod drain;
mod drop_in;
mod expiry;
mod faults;
mod gallery;
mod harness;
mod hostile_names;
mod keyboard;
mod languages;
mod maintain;
mod malformed_responses;
mod operations;
mod outage;
mod parts;
mod polling;
mod problems;
mod read_only;
mod replication;
mod resource_usage;
mod screenshots;
mod search;
mod server;
mod servers;
mod shell;
mod shortcuts;
mod signing_in;
mod tables;
mod versions;

use libtest_mimic::Arguments;
use maxconsole_tests::support::{browser, runner};

fn main() {
    runner::remember_panics();
    let tests = [
        harness::tests(),
        maintain::tests(),
        concurrent_changes::tests(),
        drain::tests(),
        delete::tests(),
        commands::tests(),
        demo::tests(),
        signing_in::tests(),
        expiry::tests(),
        browser_tabs::tests(),
        polling::tests(),
        faults::tests(),
        outage::tests(),
        hostile_names::tests(),
        keyboard::tests(),
        languages::tests(),
        read_only::tests(),
        shell::tests(),
        search::tests(),
        shortcuts::tests(),
        server::tests(),
        servers::tests(),
        dashboard::tests(),
        charts::tests(),
        tables::tests(),
        versions::tests(),
        bulk_actions::tests(),
        operations::tests(),
        replication::tests(),
        problems::tests(),
        malformed_responses::tests(),
        resource_usage::tests(),
        cache::tests(),
        deployments::tests(),
        drop_in::tests(),
        parts::tests(),
        screenshots::tests(),
        gallery::tests(),
    ];
    let mut arguments = Arguments::from_args();
    // Tests wait more than they work.
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    arguments.test_threads.get_or_insert(2 * cores);
    let conclusion = libtest_mimic::run(&arguments, tests.into_iter().flatten().collect());
    browser::runtime().block_on(browser::quit());
    conclusion.exit();
}
