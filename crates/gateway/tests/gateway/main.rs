//! The gateway from outside: what browsers get from it, and what it passes on to MaxScale.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod back_door;
mod bundle;
mod forwarding;
mod guard;
mod outage;
mod program;
mod streaming;
mod support;
mod tls;
mod websocket;
