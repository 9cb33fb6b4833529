//! The database servers themselves: what is true of them, whatever MaxScale knows.

use std::fmt;
use std::time::SystemTime;

/// Where a database listens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Host name or address.
    pub host: String,
    /// TCP port.
    pub port: u64,
}

/// A position in replication: domain, server that wrote, number of the transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gtid {
    /// Replication domain.
    pub domain: u32,
    /// Id of the server that wrote last.
    pub server_id: i64,
    /// Number of transactions in the domain.
    pub sequence: u64,
}

impl fmt::Display for Gtid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.domain, self.server_id, self.sequence)
    }
}

/// What a database does to have the same data as others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replication {
    /// Asynchronous replication: a position, and the database that is followed, if any.
    Asynchronous {
        /// Where it stands.
        position: Gtid,
        /// Whom it follows.
        source: Option<Source>,
    },
    /// A node of a Galera cluster.
    Galera {
        /// Its index in the cluster, from 0.
        index: i64,
    },
}

/// The database that a replica follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where that database listens.
    pub address: Address,
    /// `Current_Pos` or `Slave_Pos`.
    pub using_gtid: &'static str,
}

/// One database process.
#[derive(Clone, Debug)]
pub struct Database {
    /// Whether the process runs.
    pub up: bool,
    /// When it was started last.
    pub started: SystemTime,
    /// Version as the server says it.
    pub version: String,
    /// `server_id` variable.
    pub server_id: i64,
    /// `read_only` variable.
    pub read_only: bool,
    /// How it gets its data.
    pub replication: Replication,
}

impl Database {
    /// Whom it follows, when it is an asynchronous replica.
    #[must_use]
    pub fn source(&self) -> Option<&Source> {
        match &self.replication {
            Replication::Asynchronous { source, .. } => source.as_ref(),
            Replication::Galera { .. } => None,
        }
    }

    /// Its replication position, when it has one.
    #[must_use]
    pub fn position(&self) -> Option<Gtid> {
        match self.replication {
            Replication::Asynchronous { position, .. } => Some(position),
            Replication::Galera { .. } => None,
        }
    }

    /// Its index in a Galera cluster.
    #[must_use]
    pub fn galera_index(&self) -> Option<i64> {
        match self.replication {
            Replication::Galera { index } => Some(index),
            Replication::Asynchronous { .. } => None,
        }
    }

    /// Makes it follow another database, or nobody.
    pub fn follow(&mut self, new: Option<Source>) {
        self.read_only = new.is_some();
        if let Replication::Asynchronous { source, .. } = &mut self.replication {
            *source = new;
        }
    }

    /// More transactions were written here, unless it is read-only: then the client was told so,
    /// and nothing was written.
    pub fn write(&mut self, count: u64) {
        if self.read_only {
            return;
        }
        let id = self.server_id;
        if let Replication::Asynchronous { position, .. } = &mut self.replication {
            position.sequence += count;
            position.server_id = id;
        }
    }

    /// Takes over the position of the database that it follows.
    pub fn catch_up(&mut self, to: Gtid) {
        if let Replication::Asynchronous { position, .. } = &mut self.replication {
            *position = to;
        }
    }
}
