//! What the parameters of a filter have to fulfil together.

use super::{is_given, is_on, named_servers, number};
use crate::objects::Parameters;
use crate::objects::names::ObjectNames;

/// The problems of a filter's own parameters.
#[must_use]
pub fn filter(module: &str, parameters: &Parameters, known: &dyn ObjectNames) -> Vec<String> {
    let problem = match module {
        "binlogfilter" => binlog(parameters),
        "ccrfilter" => consistent_reads(parameters),
        "tee" => tee(parameters),
        "namedserverfilter" => return named_servers::problems(parameters, known),
        _ => None,
    };
    problem.map(str::to_owned).into_iter().collect()
}

fn binlog(parameters: &Parameters) -> Option<&'static str> {
    let has_one = is_given(parameters, "rewrite_src") != is_given(parameters, "rewrite_dest");
    has_one.then_some("Both 'rewrite_src' and 'rewrite_dest' must be defined")
}

fn consistent_reads(parameters: &Parameters) -> Option<&'static str> {
    let has_both = is_on(parameters, "global") && number(parameters, "count") != 0;
    has_both.then_some("'count' and 'global' cannot be used at the same time.")
}

fn tee(parameters: &Parameters) -> Option<&'static str> {
    match (is_given(parameters, "target"), is_given(parameters, "service")) {
        (false, false) => Some("Parameter `target` must be defined"),
        (true, true) => Some("Both `service` and `target` cannot be defined at the same time"),
        _ => None,
    }
}
