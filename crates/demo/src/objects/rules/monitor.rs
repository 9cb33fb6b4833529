//! What the parameters of a monitor have to fulfil together.

use super::{is_given, is_on, text};
use crate::objects::Parameters;
use crate::objects::names::ObjectNames;
use crate::objects::values::disk_space_limits;
use serde_json::{Value, json};

/// The problems of what all monitors have; `own` is the monitor's name when it exists already.
#[must_use]
pub fn common(parameters: &Parameters, own: Option<&str>, known: &dyn ObjectNames) -> Vec<String> {
    let mut problems = Vec::new();
    problems.extend(disk_space_limits(text(parameters, "disk_space_threshold")).err());
    problems.extend(script(text(parameters, "script")));
    for server in text(parameters, "servers").split(',').filter(|name| !name.is_empty()) {
        let Some(other) = known.monitor_of_server(server) else {
            continue;
        };
        match own {
            Some(own) if own == other => {}
            Some(own) => problems.push(format!(
                "Server '{server}' is already monitored by '{other}', cannot add it to '{own}'."
            )),
            None => problems.push(format!(
                "Server '{server}' is already monitored by '{other}', cannot add it to another \
                 monitor."
            )),
        }
    }
    problems
}

/// Programs that the simulated host has.
const PROGRAMS: [&str; 6] =
    ["/bin/bash", "/bin/echo", "/bin/sh", "/bin/true", "/usr/bin/bash", "/usr/bin/true"];

fn script(command: &str) -> Option<String> {
    let program = command.split_whitespace().next()?;
    let is_there = PROGRAMS.contains(&program);
    (!is_there).then(|| format!("Cannot find file '{program}'."))
}

/// The problems of a module's own parameters.
#[must_use]
pub fn own(module: &str, parameters: &Parameters) -> Vec<String> {
    if module != "mariadbmon" {
        return Vec::new();
    }
    let mut problems = Vec::new();
    if is_given(parameters, "replication_user") != is_given(parameters, "replication_password") {
        problems
            .push("Both 'replication_user' and 'replication_password' must be defined.".to_owned());
    }
    if !is_on(parameters, "assume_unique_hostnames") {
        let needing = ["auto_failover", "switchover_on_low_disk_space", "auto_rejoin"];
        for name in needing.into_iter().filter(|name| is_on(parameters, name)) {
            problems.push(format!("'{name}' requires that 'assume_unique_hostnames' is enabled."));
        }
    }
    problems
}

/// Switches on what `enforce_simple_topology` implies.
pub fn simple_topology(parameters: &mut Parameters) {
    if is_on(parameters, "enforce_simple_topology") {
        for name in ["assume_unique_hostnames", "auto_failover", "auto_rejoin"] {
            let is_word = parameters.get(name).is_some_and(Value::is_string);
            let on = if is_word { json!("true") } else { json!(true) };
            parameters.insert(name.to_owned(), on);
        }
    }
}
