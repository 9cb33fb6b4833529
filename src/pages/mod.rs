//! One module a screen.

pub mod dashboard;
pub mod filter;
#[cfg(feature = "gallery")]
pub mod gallery;
pub mod listener;
pub mod monitor;
pub mod not_found;
pub mod server;
pub mod service;
pub mod session;
pub mod sign_in;
pub mod unreachable;
pub mod users;
