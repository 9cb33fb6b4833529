//! What the parameters of a server have to fulfil together.

use super::{is_given, is_on, text};
use crate::objects::Parameters;

/// The longest account name, password and address.
const LONGEST: [(&str, usize); 2] = [("monitoruser", 512), ("monitorpw", 512)];

/// The longest address or socket.
const LONGEST_ADDRESS: usize = 1024;

/// The problems of a server's parameters.
#[must_use]
pub fn server(parameters: &Parameters) -> Vec<String> {
    let mut problems = Vec::new();
    problems.extend(account(parameters));
    for (name, longest) in LONGEST {
        if text(parameters, name).len() > longest {
            problems.push(too_long(name, longest));
        }
    }
    problems.extend(place(parameters));
    let has_one = is_given(parameters, "ssl_cert") != is_given(parameters, "ssl_key");
    if is_on(parameters, "ssl") && has_one {
        problems.push("Both 'ssl_cert' and 'ssl_key' must be defined".to_owned());
    }
    problems
}

fn account(parameters: &Parameters) -> Option<String> {
    let (given, other) =
        match (is_given(parameters, "monitoruser"), is_given(parameters, "monitorpw")) {
            (true, false) => ("monitoruser", "monitorpw"),
            (false, true) => ("monitorpw", "monitoruser"),
            _ => return None,
        };
    Some(format!("If '{given} is defined, '{other}' must also be defined."))
}

fn too_long(name: &str, longest: usize) -> String {
    format!("The new value for {name} is too long. Maximum length is {longest} characters.")
}

fn place(parameters: &Parameters) -> Option<String> {
    let (address, socket) = (text(parameters, "address"), text(parameters, "socket"));
    let name = if address.is_empty() { "socket" } else { "address" };
    if address.is_empty() == socket.is_empty() {
        return Some(if address.is_empty() {
            "Missing a required parameter: either 'address' or 'socket' must be defined".to_owned()
        } else {
            format!(
                "Both 'address={address}' and 'socket={socket}' defined: only one of the \
                 parameters can be defined"
            )
        });
    }
    if address.starts_with('/') {
        return Some("The 'address' parameter is not a valid IP or hostname".to_owned());
    }
    (address.len().max(socket.len()) > LONGEST_ADDRESS).then(|| too_long(name, LONGEST_ADDRESS))
}
