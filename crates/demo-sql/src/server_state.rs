//! Where a statement runs: what is true of that server at that moment.

/// A server, as a session on it sees it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerState {
    /// The data that it shares with the others of its cluster.
    pub cluster: String,
    /// Host name.
    pub hostname: String,
    /// Port.
    pub port: u64,
    /// `server_id`
    pub server_id: i64,
    /// Version.
    pub version: String,
    /// Whether it gives no answer.
    pub silent: bool,
    /// Whether it takes no writes.
    pub read_only: bool,
    /// Whether it follows another server.
    pub follows: bool,
    /// Its replication position; `None` for a node of a Galera cluster.
    pub position: Option<String>,
    /// Seconds that it has been up.
    pub uptime: u64,
    /// The time, in seconds since 1970.
    pub now: i64,
    /// Who is connected.
    pub processes: Vec<Process>,
}

/// A line of the process list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// The number of the connection.
    pub id: u64,
    /// The account.
    pub user: String,
    /// Where the client is.
    pub host: String,
    /// The database in use.
    pub database: Option<String>,
    /// Seconds since its last change.
    pub seconds: u64,
    /// What it runs, if anything.
    pub statement: Option<String>,
}
