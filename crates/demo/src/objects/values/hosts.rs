//! Lists of hosts from which the REST API may be used.

use super::Read;
use serde_json::json;

/// Addresses, networks and patterns of host names, with commas between them.
pub fn read(given: &str) -> Read {
    if given.is_empty() {
        return Err("Empty host pattern list definition is not allowed.".to_owned().into());
    }
    let parts: Vec<&str> = given.split([',', ' ']).filter(|part| !part.is_empty()).collect();
    if given != "%" {
        for part in parts {
            if part.len() >= 256 {
                let text = format!("Host definition starting with '{part}' is too long.");
                return Err(text.into());
            }
            if part == "%" {
                let text = "Hostname pattern '%' cannot be mixed with other patterns.";
                return Err(text.to_owned().into());
            }
        }
    }
    Ok(json!(given))
}
