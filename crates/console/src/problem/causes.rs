//! Which problem has led to which: a dead server to a cluster without a primary, and that to a
//! service that cannot answer.

use maxscale::impact::targets;
use maxscale::monitor::Monitor;
use maxscale::name::ServerName;
use maxscale::object::Object;

use super::{Effect, Problem, ProblemSources};

/// Puts each problem under the first that it has led to. They come sorted, and stay so.
pub(super) fn under_effects(problems: Vec<Problem>, all: ProblemSources<'_>) -> Vec<Problem> {
    let mut rest = problems;
    let mut found = vec![];
    while !rest.is_empty() {
        let problem = rest.remove(0);
        found.push(with_causes(problem, &mut rest, all));
    }
    found
}

fn with_causes(mut problem: Problem, rest: &mut Vec<Problem>, all: ProblemSources<'_>) -> Problem {
    while let Some(at) = rest.iter().position(|other| has_led_to(other, &problem, all)) {
        let cause = rest.remove(at);
        let cause = with_causes(cause, rest, all);
        problem.causes.push(cause);
    }
    if problem.since.is_none() {
        problem.since = latest(&problem.causes);
    }
    problem
}

/// A service or a cluster has failed when the last of what it needs had gone.
fn latest(causes: &[Problem]) -> Option<String> {
    let dates = causes.iter().filter_map(|cause| cause.since.as_ref());
    dates.max_by_key(|date| httpdate::parse_http_date(date).ok()).cloned()
}

fn has_led_to(cause: &Problem, effect: &Problem, all: ProblemSources<'_>) -> bool {
    let Some(object) = &effect.object else { return false };
    match effect.effect {
        Effect::Service => {
            let service = all.services.iter().find(|one| one.name.as_str() == object.name());
            let targets = service.map(|one| targets(one, all.monitors, all.services));
            is_among(cause, &targets.unwrap_or_default(), all.monitors)
        }
        Effect::Writes => {
            let monitor = all.monitors.iter().find(|one| one.name.as_str() == object.name());
            let servers = monitor.map(|one| one.servers.as_slice()).unwrap_or_default();
            is_server_of(cause, servers)
        }
        Effect::Connecting | Effect::Server | Effect::Management => false,
    }
}

fn is_server_of(cause: &Problem, servers: &[ServerName]) -> bool {
    let is_server = |name: &ServerName| cause.object == Some(Object::Server(name.clone()));
    cause.effect == Effect::Server && servers.iter().any(is_server)
}

/// One of these servers, or the cluster that they are of.
fn is_among(cause: &Problem, servers: &[ServerName], monitors: &[Monitor]) -> bool {
    let watches = |monitor: &&Monitor| {
        cause.object == Some(Object::Monitor(monitor.name.clone()))
            && monitor.servers.iter().any(|name| servers.contains(name))
    };
    is_server_of(cause, servers)
        || (cause.effect == Effect::Writes && monitors.iter().any(|one| watches(&one)))
}
