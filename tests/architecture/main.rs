//! The rules of the design that a machine can keep: layers, sizes, markup, what is cited.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod citations;
mod contrast;
mod dependencies;
mod finding;
mod gallery;
mod layers;
mod markup;
mod project;
mod requests;
mod rooms;
mod sizes;
mod styles;
mod tokens;
