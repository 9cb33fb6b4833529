//! The state of a server in parts: what it may be used for, whether it is in use, and why
//! (maxscale-25.md 2.2).

use crate::world::resources::{Flag, Server};
use serde_json::{Value, json};

/// The roles, each with the word by which it is told.
const ROLES: [(Flag, &str); 4] = [
    (Flag::Master, "Primary"),
    (Flag::RelayMaster, "Relay"),
    (Flag::Slave, "Replica"),
    (Flag::Synced, "Synced"),
];

/// The `status` attribute; `extra` is what the state had for details before.
#[must_use]
pub fn split(server: &Server, extra: Value) -> Value {
    let status = server.status;
    let state = if !status.has(Flag::Running) {
        "Down"
    } else if status.acts_as(Flag::Master) {
        "Write"
    } else if status.acts_as(Flag::Slave) {
        "Read"
    } else {
        "Up"
    };
    let roles = ROLES.iter().filter(|(role, _)| status.acts_as(*role));
    let mut reason: Vec<&str> = roles.map(|(_, word)| *word).collect();
    if status.has(Flag::AuthError) {
        reason.push("Auth Error");
    }
    json!({ "extra": extra, "mode": mode(server), "reason": reason, "state": state })
}

fn mode(server: &Server) -> &'static str {
    if server.status.has(Flag::Maintenance) {
        "Maintenance"
    } else if server.status.has(Flag::Draining) && server.statistics.connections == 0 {
        "Drained"
    } else if server.status.has(Flag::Draining) {
        "Draining"
    } else {
        "Normal"
    }
}
