//! What a monitor saw of a server when it last could ask it.

use crate::world::databases::{Gtid, Io};
use std::time::SystemTime;

/// Whether the lock of cooperative monitoring is held on a server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// Locks are not in use, or the server cannot be asked.
    #[default]
    Unknown,
    /// Nobody holds it.
    Free,
    /// This MaxScale holds it.
    Held,
}

/// What a server that replicates from outside of the cluster is said to do, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum External {
    /// Both threads are stopped.
    Stopped,
    /// The SQL thread is stopped.
    SqlStopped,
    /// The IO thread is stopped.
    IoStopped,
    /// It tries to connect.
    Connecting,
    /// It replicates.
    Running,
}

impl External {
    /// What `state_details` says of it, with or without how it is going.
    #[must_use]
    pub fn details(self, tells_threads: bool) -> &'static str {
        if !tells_threads {
            return "Slave of External Server";
        }
        match self {
            Self::Stopped => "Slave of External Server (stopped)",
            Self::SqlStopped => "Slave of External Server (SQL stopped)",
            Self::IoStopped => "Slave of External Server (IO stopped)",
            Self::Connecting => "Slave of External Server (connecting)",
            Self::Running => "Slave of External Server",
        }
    }
}

/// A replication connection as `SHOW ALL SLAVES STATUS` showed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Host of the source.
    pub host: String,
    /// Port of the source.
    pub port: u64,
    /// `Slave_IO_Running`.
    pub io: Io,
    /// `Slave_SQL_Running`.
    pub sql: bool,
    /// `Seconds_Behind_Master`.
    pub behind: Option<u64>,
    /// `Master_Server_Id`.
    pub server_id: i64,
    /// `Last_IO_Error`.
    pub io_error: String,
    /// `Last_SQL_Error`.
    pub sql_error: String,
    /// `Gtid_IO_Pos`.
    pub received: Option<Gtid>,
    /// `Using_Gtid`.
    pub using_gtid: &'static str,
    /// Whether it was ever seen connected.
    pub seen_connected: bool,
    /// The server of the cluster that it leads to, while both threads are on.
    pub source: Option<String>,
    /// When the last event or heartbeat came.
    pub last_data: SystemTime,
}

impl Link {
    /// Whether replication leads from and to the same places in the same way as before.
    #[must_use]
    pub fn same_topology(&self, other: &Self) -> bool {
        (self.io, self.sql, &self.host, self.port, self.server_id)
            == (other.io, other.sql, &other.host, other.port, other.server_id)
    }
}

/// What `mariadbmon` saw of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// `server_id`; -1 when it was never asked.
    pub server_id: i64,
    /// `read_only`.
    pub read_only: bool,
    /// Where it stands.
    pub position: Option<Gtid>,
    /// Its replication connections.
    pub links: Vec<Link>,
    /// The lock on it.
    pub lock: Lock,
    /// The ring of servers that it is part of, counted from 1.
    pub ring: Option<usize>,
    /// Its replication from outside.
    pub external: Option<External>,
}

impl Default for Observation {
    fn default() -> Self {
        Self {
            server_id: -1,
            read_only: false,
            position: None,
            links: Vec::new(),
            lock: Lock::Unknown,
            ring: None,
            external: None,
        }
    }
}

/// What `galeramon` saw of a node.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Whether it is in sync.
    pub joined: bool,
    /// `wsrep_local_index`.
    pub index: i64,
    /// `wsrep_cluster_state_uuid`; the view stands for it.
    pub view: Option<u64>,
    /// `wsrep_local_state_comment`.
    pub comment: String,
    /// `read_only`.
    pub read_only: bool,
    /// `server_id`.
    pub server_id: i64,
}
