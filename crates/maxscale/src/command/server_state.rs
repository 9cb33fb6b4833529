//! The requests that set and clear the mode of a server.

use crate::object::Object;
use crate::request::{Request, Verb};

pub(super) const MAINTENANCE: &str = "maintenance";
pub(super) const DRAIN: &str = "drain";

pub(super) fn set(server: &Object, state: &str) -> Request {
    change(server, "set", state)
}

pub(super) fn clear(server: &Object, state: &str) -> Request {
    change(server, "clear", state)
}

fn change(server: &Object, verb: &'static str, state: &str) -> Request {
    Request::new(Verb::Put, format!("{}/{verb}", server.path())).option("state", state).maxctrl(&[
        verb,
        "server",
        server.name(),
        state,
    ])
}
