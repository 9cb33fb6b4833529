//! What the pairs of patterns and targets of `namedserverfilter` have to fulfil.

use super::text;
use crate::objects::Parameters;
use crate::objects::names::ObjectNames;

/// How many pairs there can be.
const PAIRS: usize = 25;

/// The problems of the filter's parameters.
#[must_use]
pub fn problems(parameters: &Parameters, known: &dyn ObjectNames) -> Vec<String> {
    let mut problems = Vec::new();
    let (pattern, server) = (text(parameters, "match"), text(parameters, "server"));
    let is_old_form = !pattern.is_empty() && !server.is_empty();
    if pattern.is_empty() != server.is_empty() {
        problems.push(
            "Only one of 'match' and 'server' is set. If using legacy mode, set both.If using \
             indexed parameters, set neither and use 'match01' and 'target01' etc."
                .to_owned(),
        );
    } else if is_old_form && !is_target(server, known) {
        problems.push(format!("'{server}' is not a valid value for 'server'"));
    }
    let mut has_pair = false;
    for index in 1..=PAIRS {
        let (match_name, target_name) = (format!("match{index:02}"), format!("target{index:02}"));
        let (pattern, target) = (text(parameters, &match_name), text(parameters, &target_name));
        match (pattern.is_empty(), target.is_empty()) {
            (true, true) => {}
            (false, false) if is_old_form => {
                problems.push(
                    "Found both legacy parameters and indexed parameters. Use only one type of \
                     parameters."
                        .to_owned(),
                );
                break;
            }
            (false, false) => {
                has_pair = true;
                problems.extend(wrong_target(&target_name, target, known));
            }
            (true, false) => problems.push(lonely(&target_name, &match_name)),
            (false, true) => problems.push(lonely(&match_name, &target_name)),
        }
    }
    if problems.is_empty() && !has_pair && !is_old_form {
        problems.push("At least one match-target pair must be defined.".to_owned());
    }
    problems
}

fn lonely(given: &str, missing: &str) -> String {
    format!("'{given}' does not have a matching '{missing}'.")
}

fn is_target(name: &str, known: &dyn ObjectNames) -> bool {
    matches!(known.kind_of(name), Some("server" | "service"))
}

fn wrong_target(name: &str, given: &str, known: &dyn ObjectNames) -> Vec<String> {
    let targets: Vec<&str> =
        given.split(',').map(str::trim).filter(|target| !target.is_empty()).collect();
    match targets.as_slice() {
        [] => vec![format!("Invalid target string for '{name}': {given}")],
        [one] => {
            let is_role = matches!(*one, "->master" | "->slave" | "->all");
            let is_fine = is_role || is_target(one, known);
            if is_fine {
                Vec::new()
            } else {
                vec![format!("'{one}' is not a valid value for '{name}'")]
            }
        }
        [first, ..] => {
            let wrong = targets.iter().filter(|target| !is_target(target, known));
            wrong.map(|_| format!("'{first}' is not a valid value for '{name}': {given}")).collect()
        }
    }
}
