//! Fuzzes statements on SQL connections.
#![no_main]

#[path = "run.rs"]
mod run;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| run::to_end(maxconsole_demo::fuzzing::sql(bytes)));
