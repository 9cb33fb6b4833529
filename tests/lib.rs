//! What the tests of several parts share.
//!
//! `cargo xtask test` builds what they need and runs them all. One alone, once `target/bundle` is
//! there: `cargo test -p maxconsole-tests --test browser -- maintain::undo`. What a failed test saw
//! is kept in `target/browser-failures`; with `MAXCONSOLE_PICTURES=1` the tests of `screenshots` leave
//! every state, in both themes and two widths, in `target/pictures`. `MAXCONSOLE_BUNDLE`,
//! `MAXCONSOLE_DIST`, `CHROMIUM` and `AXE_SOURCE` name other places than the usual ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

pub mod support;
