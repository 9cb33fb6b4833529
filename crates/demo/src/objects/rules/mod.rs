//! What parameters have to fulfil together, by kind and module, in MaxScale's words.

mod core;
mod filter;
mod listener;
mod monitor;
mod named_servers;
mod server;
mod service;

pub use core::{
    after as core_after, before as core_before, encryption as core_encryption, together as core,
};
pub use filter::filter;
pub use listener::{configured as listener_configured, listener};
pub use monitor::{common as monitors, own as monitor, simple_topology};
pub use server::server;
pub use service::{implied, router};

use super::Parameters;
use serde_json::Value;

fn text<'a>(parameters: &'a Parameters, name: &str) -> &'a str {
    parameters.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn is_given(parameters: &Parameters, name: &str) -> bool {
    !text(parameters, name).is_empty()
}

fn is_on(parameters: &Parameters, name: &str) -> bool {
    parameters.get(name).is_some_and(super::is_on)
}

fn number(parameters: &Parameters, name: &str) -> i64 {
    parameters.get(name).and_then(Value::as_i64).unwrap_or_default()
}
