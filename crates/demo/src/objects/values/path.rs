//! Paths on the host of MaxScale: hardly any file is there in a simulation.

use super::{Flaw, Read, shown};
use crate::objects::specification::Parameter;

/// What there is on the simulated host.
const THERE: [&str; 10] = [
    "/",
    "/dev/null",
    "/etc",
    "/etc/hosts",
    "/etc/maxscale.cnf",
    "/etc/passwd",
    "/tmp",
    "/var/cache/maxscale",
    "/var/lib/maxscale",
    "/var/log/maxscale",
];

/// A path; some parameters need one that is there.
pub fn read(parameter: &Parameter, given: &str) -> Read {
    let absolute = if given.starts_with('/') {
        given.to_owned()
    } else {
        format!("/etc/maxscale.modules.d/{given}")
    };
    let plain = absolute.trim_end_matches('/');
    let is_there = THERE.iter().any(|there| there.trim_end_matches('/') == plain);
    if given.is_empty() || !parameter.exists || is_there {
        return Ok(shown(given, str::to_owned));
    }
    Err(Flaw {
        before: vec![format!(
            "Bad path parameter '{given}' (absolute path '{absolute}'): 2, No such file or \
             directory"
        )],
        message: Some(format!(
            "Invalid path (does not exist, required permissions are not granted, or cannot be \
             created): {given}"
        )),
    })
}
