//! MaxScale in words: its resources, the states of a server, what may be done when and why not.
//!
//! Pure Rust without I/O. Resources are read leniently: an attribute that is missing, moved or of
//! another type than expected reads as "not known"; it never fails the resource it stands in
//! (recordings of two versions differ in just that way).

pub mod about;
pub mod account;
pub mod address;
pub mod command;
pub mod config_sync;
pub mod configuration;
mod elements;
pub mod error_details;
pub mod fieldset;
pub mod filter;
pub mod impact;
mod json;
pub mod listener;
pub mod monitor;
pub mod name;
pub mod object;
mod path;
pub mod replication;
pub mod request;
pub mod resource;
pub mod response_times;
pub mod server;
pub mod server_context;
pub mod service;
pub mod session;
pub mod state;
pub mod status;
pub mod switchover;
pub mod thread;
pub mod words;

pub use resource::{Page, ParseError, collection, page, single};
