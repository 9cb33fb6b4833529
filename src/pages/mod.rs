//! One module a screen.

pub mod monitor;
pub mod not_found;
pub mod server;
pub mod servers;
pub mod service;
pub mod sign_in;
pub mod unreachable;
