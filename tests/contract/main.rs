//! Holds the simulated MaxScale against what a real one answered.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod commands;
mod compare;
mod demo;
mod differences;
mod recording;
