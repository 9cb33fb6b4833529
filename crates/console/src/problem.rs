//! ProblemSources that is not as it should be, with what to do about it.

mod clients;
mod servers;
#[cfg(test)]
mod tests;

use maxscale::about::About;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::object::Object;
use maxscale::server::Server;
use maxscale::service::Service;

/// How much a problem matters; the worst comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something does not work.
    Broken,
    /// Something may soon not work, or works worse than it should.
    Caution,
    /// Somebody has decided it; it should not be forgotten.
    Decided,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// What has it; MaxScale itself when `None`.
    pub object: Option<Object>,
    /// What is so, as the rest of a sentence that begins with the object.
    pub what: String,
    /// What to do.
    pub advice: &'static str,
}

impl Problem {
    fn new(
        severity: Severity,
        object: impl Into<Object>,
        what: impl Into<String>,
        advice: &'static str,
    ) -> Self {
        Self { severity, object: Some(object.into()), what: what.into(), advice }
    }
}

/// All that was read last; what has not been read yet is empty.
#[derive(Clone, Copy)]
pub struct ProblemSources<'a> {
    /// The servers.
    pub servers: &'a [Server],
    /// The monitors.
    pub monitors: &'a [Monitor],
    /// The services.
    pub services: &'a [Service],
    /// The listeners.
    pub listeners: &'a [Listener],
    /// MaxScale itself.
    pub about: Option<&'a About>,
}

/// All problems, the worst first.
pub fn problems(all: ProblemSources<'_>) -> Vec<Problem> {
    let servers = all.servers.iter().filter_map(|one| servers::of_server(one, all.monitors));
    let monitors = all.monitors.iter().filter_map(|one| servers::of_monitor(one, all.servers));
    let services = all.services.iter().filter_map(|one| clients::of_service(one, all));
    let listeners = all.listeners.iter().filter_map(|one| clients::of_listener(one, all.services));
    let sync = all.about.and_then(of_config_sync);
    let mut found: Vec<Problem> =
        servers.chain(monitors).chain(services).chain(listeners).chain(sync).collect();
    found.sort();
    found
}

fn of_config_sync(about: &About) -> Option<Problem> {
    let failure = about.config_sync.as_ref()?.failure()?;
    Some(Problem {
        severity: Severity::Broken,
        object: None,
        what: format!("could not share its configuration: {failure}"),
        advice: "Change nothing until this is solved; the next change elsewhere may undo it.",
    })
}
