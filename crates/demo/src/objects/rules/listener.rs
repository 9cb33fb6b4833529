//! What the parameters of a listener have to fulfil together.

use super::{is_given, is_on, number, text};
use crate::objects::Parameters;
use serde_json::Value;
use std::net::IpAddr;

/// The problems of a listener's parameters.
#[must_use]
pub fn listener(parameters: &Parameters) -> Vec<String> {
    let mut problems = Vec::new();
    if is_on(parameters, "ssl") {
        for name in ["ssl_key", "ssl_cert"] {
            if !is_given(parameters, name) {
                problems.push(format!(
                    "The '{name}' parameter must be defined when a listener is configured with SSL."
                ));
            }
        }
    }
    let metadata = parameters.get("connection_metadata").and_then(Value::as_array);
    let pairs = metadata.into_iter().flatten().filter_map(Value::as_str);
    for pair in pairs.filter(|pair| !pair.contains('=')) {
        problems.push(format!("Invalid key-value list for 'connection_metadata': {pair}"));
    }
    problems.extend(networks(text(parameters, "proxy_protocol_networks")));
    problems
}

fn networks(given: &str) -> Option<String> {
    let networks = given.split([',', ' ']).filter(|network| !network.is_empty());
    let mut wrong = networks.filter(|network| !is_network(network));
    let wrong = wrong.next().filter(|_| given != "*")?;
    Some(format!("Failed to parse proxy_protocol_networks. Parse error near '{wrong}'."))
}

fn is_network(text: &str) -> bool {
    let (address, bits) = text.split_once('/').unwrap_or((text, "0"));
    address == "localhost" || address.parse::<IpAddr>().is_ok() && bits.parse::<u8>().is_ok()
}

/// The problem that a listener with these parameters could not be set up with.
#[must_use]
pub fn configured(name: &str, parameters: &Parameters) -> Option<String> {
    let (port, socket) = (number(parameters, "port"), text(parameters, "socket"));
    if port > 0 && !socket.is_empty() {
        return Some(format!(
            "Creation of listener '{name}' failed because both 'socket' and 'port' are defined. \
             Only one of them is allowed."
        ));
    }
    if port == 0 && socket.is_empty() {
        return Some(format!("Listener '{name}' is missing the port or socket parameter."));
    }
    let is_path = socket.is_empty() || socket.starts_with('/');
    (!is_path).then(|| {
        format!("Invalid path given for listener '{name}' for parameter 'socket': {socket}")
    })
}
