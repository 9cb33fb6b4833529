//! A client's session: where it is connected, what it does, what it wants to do.

use super::workload::Workload;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A connection from a session to a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backend {
    /// The server.
    pub server: String,
    /// The connection's id on that server.
    pub connection_id: u64,
    /// Reads done there for the session.
    pub selects: u64,
    /// How long the server worked for the session.
    pub active: Duration,
    /// When it was used last, if ever.
    pub used: Option<SystemTime>,
}

/// A statement, as far as routing cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statement {
    /// A read outside of a transaction: may be repeated elsewhere.
    Read,
    /// A write outside of a transaction.
    Write,
    /// Anything in a transaction.
    InTransaction,
}

/// What a session does at the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionState {
    /// Nothing, since then.
    Idle(SystemTime),
    /// A statement runs on a server.
    Working {
        /// The server that works.
        server: String,
        /// What is done there.
        statement: Statement,
        /// When it began.
        since: SystemTime,
    },
    /// A read was interrupted and will be repeated elsewhere.
    Retrying,
}

/// What the client behind a session is up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Program {
    /// Runs one query of that length and leaves.
    Query {
        /// How long the query takes.
        length: Duration,
    },
    /// Holds a transaction open for that long, writes once more, commits and leaves.
    Transaction {
        /// How long the transaction is held.
        length: Duration,
    },
    /// Runs a short query again and again.
    Talk {
        /// From one query to the next.
        every: Duration,
    },
    /// Reads, writes, pauses and holds transactions until it leaves.
    Application {
        /// When it leaves.
        leaves: SystemTime,
        /// What it is like.
        workload: Arc<Workload>,
    },
    /// Does what it is told over an SQL connection, and waits in between.
    SqlConnection,
}

impl Program {
    /// What it calls itself.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Query { .. } | Self::Transaction { .. } | Self::Talk { .. } => "mysql",
            Self::Application { workload, .. } => workload.program,
            Self::SqlConnection => "maxscale",
        }
    }
}

/// One client session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its id.
    pub id: u64,
    /// The service that it came to.
    pub service: String,
    /// The database user.
    pub user: String,
    /// The client's address.
    pub remote: String,
    /// The client's port.
    pub port: u64,
    /// When it connected.
    pub connected: SystemTime,
    /// The worker thread that serves it.
    pub thread: u64,
    /// Its connections, in the order in which they were made.
    pub backends: Vec<Backend>,
    /// The server that it has as its primary.
    pub primary: Option<String>,
    /// Whether its one server is a primary that stands in for a replica.
    pub has_stand_in: bool,
    /// How often in a row it tried in vain.
    pub retries: u64,
    /// The server on which its transaction is open.
    pub transaction: Option<String>,
    /// What it does.
    pub doing: SessionState,
    /// How many statements that is, one after the other.
    pub burst: u64,
    /// Statements that changed the session, kept to repeat them on other servers.
    pub history: u64,
    /// What its client wants.
    pub program: Program,
    /// Whether the client has done what its program asks for.
    pub satisfied: bool,
    /// When it goes on.
    pub next: SystemTime,
    /// Reads and writes seen on its connections.
    pub io_activity: u64,
    /// Which log levels are on for it.
    pub logging: Vec<String>,
    /// When it will be ended, if it was given a time to live.
    pub ends: Option<SystemTime>,
    /// The filters that it was given for itself, in order.
    pub filters: Option<Vec<String>>,
}

impl Session {
    /// Whether it is connected to the server.
    #[must_use]
    pub fn uses(&self, server: &str) -> bool {
        self.backends.iter().any(|backend| backend.server == server)
    }

    /// When it used the server last; `None` also when it is not connected to it.
    #[must_use]
    pub(super) fn last_used(&self, server: &str) -> Option<SystemTime> {
        self.backends.iter().find(|backend| backend.server == server)?.used
    }

    /// The statement that runs on the server, if one does.
    #[must_use]
    pub fn working_on(&self, on: &str) -> Option<Statement> {
        match &self.doing {
            SessionState::Working { server, statement, .. } if server == on => Some(*statement),
            _ => None,
        }
    }

    /// Its connection to the server, to note what goes over it.
    pub(super) fn backend_mut(&mut self, server: &str) -> Option<&mut Backend> {
        self.backends.iter_mut().find(|backend| backend.server == server)
    }

    /// Seconds since it last did something; 0 while it works.
    #[must_use]
    pub fn idle(&self, now: SystemTime) -> Duration {
        match self.doing {
            SessionState::Idle(since) => now.duration_since(since).unwrap_or_default(),
            _ => Duration::ZERO,
        }
    }
}
