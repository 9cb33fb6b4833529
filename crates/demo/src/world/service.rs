//! Services, their listeners and filters, and what goes over a service.

use super::log::Text;
use super::session::Backend;
use crate::objects::{Origin, Parameters};
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

/// The routers that the simulation knows the behaviour of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Router {
    /// `readwritesplit`
    ReadWriteSplit,
    /// `readconnroute`
    ReadConnection,
    /// Any other: can be configured, takes no sessions.
    Other(String),
}

impl Router {
    /// The router of that module name.
    #[must_use]
    pub fn from_module(name: &str) -> Self {
        match name {
            "readwritesplit" => Self::ReadWriteSplit,
            "readconnroute" => Self::ReadConnection,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Its module name.
    #[must_use]
    pub fn module(&self) -> &str {
        match self {
            Self::ReadWriteSplit => "readwritesplit",
            Self::ReadConnection => "readconnroute",
            Self::Other(name) => name,
        }
    }
}

/// Where a service sends its sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Targets {
    /// To the servers of a monitor.
    Monitor(String),
    /// To these servers.
    Servers(Vec<String>),
}

/// What one service sent to one server.
#[derive(Clone, Copy, Debug, Default)]
pub struct Routed {
    /// Statements that did not have to go to the primary.
    pub read: u64,
    /// Statements that had to.
    pub write: u64,
    /// Sessions that were connected there and ended.
    pub ended: u64,
    /// How long they lasted, together.
    pub lifetimes: Duration,
    /// How long the server worked for them, together.
    pub active: Duration,
    /// Reads that it did for them.
    pub selects: u64,
}

/// What goes over a service.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// Sessions open now.
    pub connections: u64,
    /// Sessions since the start.
    pub total_connections: u64,
    /// The most sessions at one time.
    pub max_connections: u64,
    /// How long the sessions that ended lasted, together.
    pub lifetimes: Duration,
    /// How many sessions ended.
    pub ended: u64,
    /// How long the longest lasted.
    pub longest: Duration,
    /// Statements by server.
    pub routed: BTreeMap<String, Routed>,
    /// Statements that had to go to the primary.
    pub to_primary: u64,
    /// Statements that could go to a replica.
    pub to_replica: u64,
    /// Statements that went to every server of the session.
    pub to_all: u64,
    /// Transactions that wrote and ended.
    pub transactions: u64,
    /// How many statements the sessions that ended had kept, together.
    pub histories: u64,
    /// The most that one of them had.
    pub longest_history: u64,
}

impl Statistics {
    /// Statements that came over the service.
    #[must_use]
    pub fn queries(&self) -> u64 {
        self.to_primary + self.to_replica + self.to_all
    }
}

/// A service object.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// How it routes.
    pub router: Router,
    /// Its parameters, complete.
    pub parameters: Parameters,
    /// Where it was defined.
    pub origin: Origin,
    /// Whether its listeners were started.
    pub started: bool,
    /// When it was started.
    pub started_at: SystemTime,
    /// Where its sessions go.
    pub targets: Targets,
    /// Its filters, in order.
    pub filters: Vec<String>,
    /// What goes over it.
    pub statistics: Statistics,
}

impl Service {
    /// A service that has just been started.
    #[must_use]
    pub fn new(name: &str, router: Router, parameters: Parameters, now: SystemTime) -> Self {
        Self {
            name: name.to_owned(),
            router,
            parameters,
            origin: Origin::Static,
            started: true,
            started_at: now,
            targets: Targets::Servers(Vec::new()),
            filters: Vec::new(),
            statistics: Statistics::default(),
        }
    }

    /// Notes a new session.
    pub fn session_began(&mut self) {
        let statistics = &mut self.statistics;
        statistics.connections += 1;
        statistics.total_connections += 1;
        statistics.max_connections = statistics.max_connections.max(statistics.connections);
    }

    /// Notes that a session ended, which had these connections.
    pub fn session_ended(&mut self, lasted: Duration, history: u64, backends: &[Backend]) {
        let statistics = &mut self.statistics;
        statistics.connections = statistics.connections.saturating_sub(1);
        statistics.ended += 1;
        statistics.lifetimes += lasted;
        statistics.longest = statistics.longest.max(lasted);
        statistics.histories += history;
        statistics.longest_history = statistics.longest_history.max(history);
        for backend in backends {
            let routed = statistics.routed.entry(backend.server.clone()).or_default();
            routed.ended += 1;
            routed.lifetimes += lasted;
            routed.active += backend.active;
            routed.selects += backend.selects;
        }
    }

    /// Notes statements sent to a server.
    pub fn routed(&mut self, server: &str, reads: bool, count: u64) {
        let statistics = &mut self.statistics;
        let routed = statistics.routed.entry(server.to_owned()).or_default();
        if reads {
            routed.read += count;
            statistics.to_replica += count;
        } else {
            routed.write += count;
            statistics.to_primary += count;
        }
    }

    /// Notes a statement sent to every server of a session.
    pub fn routed_to_all(&mut self, backends: &[Backend]) {
        self.statistics.to_all += 1;
        for backend in backends {
            self.statistics.routed.entry(backend.server.clone()).or_default().read += 1;
        }
    }
}

/// A listener object.
#[derive(Clone, Debug)]
pub struct Listener {
    /// Its name.
    pub name: String,
    /// The service that it feeds.
    pub service: String,
    /// Its parameters, complete.
    pub parameters: Parameters,
    /// Where it was defined.
    pub origin: Origin,
    /// Whether it takes clients.
    pub running: bool,
    /// Why it could not be started, when it was tried.
    pub failure: Option<String>,
}

impl Listener {
    /// What it says in the log when it begins to listen.
    #[must_use]
    pub fn greeting(&self) -> Text {
        let text = |name: &str| self.parameters.get(name).and_then(|value| value.as_str());
        let port = self.parameters.get("port").and_then(|value| value.as_u64());
        let address = text("address").unwrap_or("::");
        let port = port.unwrap_or_default();
        Text::from(format!("Listening for connections at [{address}]:{port}")).of(&self.name)
    }
}

/// A filter object.
#[derive(Clone, Debug)]
pub struct Filter {
    /// Its name.
    pub name: String,
    /// Its module.
    pub module: String,
    /// Its parameters, complete.
    pub parameters: Parameters,
    /// Where it was defined.
    pub origin: Origin,
}
