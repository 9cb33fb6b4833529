//! Services, their listeners and filters, and what goes over a service.

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
pub struct ServiceStatistics {
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

impl ServiceStatistics {
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
    pub statistics: ServiceStatistics,
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
            statistics: ServiceStatistics::default(),
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
