//! Where a listener can listen: what is taken on the simulated host, and what it may not have.

use crate::objects::Parameters;
use crate::world::World;
use serde_json::Value;
use std::net::IpAddr;

/// Ports below this one are the system's.
const FIRST_FREE: u64 = 1024;

/// Where a listener listens: a socket, or address and port.
#[must_use]
pub fn place(parameters: &Parameters) -> (&str, u64) {
    let text = |name: &str| parameters.get(name).and_then(Value::as_str);
    match text("socket") {
        Some(socket) => (socket, 0),
        None => {
            let port = parameters.get("port").and_then(Value::as_u64).unwrap_or_default();
            (text("address").unwrap_or_default(), port)
        }
    }
}

fn is_everywhere(address: &str) -> bool {
    matches!(address, "::" | "0.0.0.0")
}

impl World {
    /// Refuses a place that another listener, or somebody else, has.
    ///
    /// # Errors
    /// Who has it, or why it cannot be had.
    pub fn refuse_place(&self, parameters: &Parameters) -> Result<(), Vec<String>> {
        let (address, port) = place(parameters);
        let mut others = self.listeners.iter().map(|other| (other, place(&other.parameters)));
        let taken = others.find(|(_, (theirs, their_port))| {
            let meets = is_everywhere(address) || is_everywhere(theirs);
            *their_port == port && (*theirs == address || meets && port > 0)
        });
        if let Some((other, _)) = taken {
            let place = match port {
                0 => format!("on '{address}'"),
                _ => format!("at [{address}]:{port}"),
            };
            return Err(vec![format!("Listener '{}' already listens {place}", other.name)]);
        }
        match port {
            0 => refuse_socket(address),
            _ => self.refuse_port(address, port),
        }
    }

    fn refuse_port(&self, address: &str, port: u64) -> Result<(), Vec<String>> {
        if address.parse::<IpAddr>().is_err() && address != "localhost" {
            return Err(vec![format!(
                "Failed to obtain address for listener host {address}: Name or service not known"
            )]);
        }
        let of_api = self.core.get("admin_port").and_then(Value::as_u64);
        let is_used = of_api == Some(port) || self.databases.keys().any(|other| other.port == port);
        let reason = match port {
            _ if is_used => "98, Address already in use",
            port if port < FIRST_FREE => "13, Permission denied",
            _ => return Ok(()),
        };
        let bind = |address: &str| format!("Failed to bind on '{address}:{port}': {reason}");
        let mut problems = vec![bind(address)];
        if address == "::" {
            let text = "Failed to bind on default IPv6 host '::', attempting to bind on IPv4 \
                        version '0.0.0.0'";
            problems.extend([text.to_owned(), bind("0.0.0.0")]);
        }
        Err(problems)
    }
}

fn refuse_socket(path: &str) -> Result<(), Vec<String>> {
    let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
    let is_there = matches!(directory, "" | "/tmp" | "/var/lib/maxscale" | "/var/run/maxscale");
    if is_there {
        return Ok(());
    }
    Err(vec![
        format!("Failed to bind to UNIX Domain socket '{path}': 2, No such file or directory"),
        format!("Failed to listen on [{path}]:0"),
    ])
}
