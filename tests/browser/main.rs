//! The whole console in a real browser, driven as a person drives it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod bad_answers;
mod cache;
mod charts;
mod dashboard;
mod delete;
mod demo;
mod dialogs;
mod drain;
mod drop_in;
mod economy;
mod expiry;
mod faults;
mod gallery;
mod harness;
mod keyboard;
mod looks;
mod maintain;
mod meanwhile;
mod names;
mod operations;
mod outage;
mod parts;
mod polling;
mod problems;
mod read_only;
mod replication;
mod search;
mod server;
mod servers;
mod several;
mod several_tabs;
mod shell;
mod shortcuts;
mod signing_in;
mod surroundings;
mod tables;

use libtest_mimic::Arguments;
use maxconsole_tests::support::{browser, trial};

fn main() {
    trial::remember_panics();
    let tests = [
        harness::tests(),
        maintain::tests(),
        meanwhile::tests(),
        drain::tests(),
        delete::tests(),
        demo::tests(),
        signing_in::tests(),
        expiry::tests(),
        several_tabs::tests(),
        polling::tests(),
        faults::tests(),
        outage::tests(),
        names::tests(),
        keyboard::tests(),
        read_only::tests(),
        shell::tests(),
        search::tests(),
        shortcuts::tests(),
        server::tests(),
        servers::tests(),
        dashboard::tests(),
        charts::tests(),
        tables::tests(),
        several::tests(),
        operations::tests(),
        replication::tests(),
        problems::tests(),
        bad_answers::tests(),
        economy::tests(),
        cache::tests(),
        surroundings::tests(),
        drop_in::tests(),
        parts::tests(),
        looks::tests(),
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
