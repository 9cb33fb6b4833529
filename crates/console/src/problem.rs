//! Everything that is not as it should be, what clients feel most first, with what to do about it.

mod causes;
mod clients;
mod servers;
#[cfg(test)]
mod tests;

use maxscale::about::About;
use maxscale::command::Command;
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
    Notice,
}

/// What a problem keeps from working; what clients feel most comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Effect {
    /// A service cannot answer its clients.
    Service,
    /// Writes fail in a cluster.
    Writes,
    /// Clients cannot connect.
    Connecting,
    /// One server of several.
    Server,
    /// Nothing that clients feel now.
    Management,
}

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// What it keeps from working.
    pub effect: Effect,
    /// What has it; MaxScale itself when `None`.
    pub object: Option<Object>,
    /// What is so, as the rest of a sentence that begins with the object.
    pub what: String,
    /// What to do.
    pub advice: &'static str,
    /// Since when, as an HTTP date, where MaxScale tells.
    pub since: Option<String>,
    /// The command that is the next step, where there is one.
    pub next: Option<Command>,
    /// What has led to it, as far as it is a problem of its own.
    pub causes: Vec<Problem>,
}

impl Problem {
    fn new(
        severity: Severity,
        effect: Effect,
        object: impl Into<Object>,
        what: impl Into<String>,
        advice: &'static str,
    ) -> Self {
        Self {
            severity,
            effect,
            object: Some(object.into()),
            what: what.into(),
            advice,
            since: None,
            next: None,
            causes: vec![],
        }
    }

    fn since(self, since: Option<String>) -> Self {
        Self { since, ..self }
    }

    fn next(self, next: Command) -> Self {
        Self { next: Some(next), ..self }
    }

    /// It and its causes.
    fn all(&self) -> Vec<&Self> {
        [vec![self], self.causes.iter().flat_map(Self::all).collect()].concat()
    }
}

/// How many problems and notices there are, causes included.
pub fn count(problems: &[Problem]) -> (usize, usize) {
    let all: Vec<&Problem> = problems.iter().flat_map(Problem::all).collect();
    let notices = all.iter().filter(|one| one.severity == Severity::Notice).count();
    (all.len() - notices, notices)
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

/// All problems, the worst first, each with what has led to it.
pub fn problems(all: ProblemSources<'_>) -> Vec<Problem> {
    let servers = all.servers.iter().flat_map(|one| servers::of_server(one, all.monitors));
    let monitors = all.monitors.iter().filter_map(|one| servers::of_monitor(one, all.servers));
    let services = all.services.iter().filter_map(|one| clients::of_service(one, all));
    let listeners = all.listeners.iter().filter_map(|one| clients::of_listener(one, all.services));
    let sync = all.about.and_then(of_config_sync);
    let mut found: Vec<Problem> =
        servers.chain(monitors).chain(services).chain(listeners).chain(sync).collect();
    found.sort_by(|a, b| {
        let rank = |one: &Problem| (one.severity, one.effect);
        rank(a).cmp(&rank(b)).then_with(|| a.object.cmp(&b.object)).then(a.what.cmp(&b.what))
    });
    causes::under_effects(found, all)
}

fn of_config_sync(about: &About) -> Option<Problem> {
    let failure = about.config_sync.as_ref()?.failure()?;
    Some(Problem {
        severity: Severity::Broken,
        effect: Effect::Management,
        object: None,
        what: texts::problem::not_shared(failure),
        advice: texts::problem::change_nothing(),
        since: None,
        next: None,
        causes: vec![],
    })
}
