//! The types of crates/maxscale against every recorded answer, of each version there is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod types_agree;
mod types_bodies;
mod types_mutated;
