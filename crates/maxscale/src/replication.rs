//! How a replica follows its primary (rest-api.md 3.2, `slave_connections`).

use serde_json::Value;

use crate::json::Fields;
use crate::name::ServerName;

/// Whether one thread of a replica runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThreadState {
    /// `Yes`.
    Running,
    /// `No`.
    Stopped,
    /// `Connecting`, the I/O thread only.
    Connecting,
    /// Another word.
    Other(String),
}

impl ThreadState {
    fn read(word: Option<String>) -> Self {
        match word.as_deref() {
            Some("Yes") => Self::Running,
            Some("No") => Self::Stopped,
            Some("Connecting") => Self::Connecting,
            other => Self::Other(other.unwrap_or("not known").to_owned()),
        }
    }
}

/// One replication connection of a replica.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplicaConnection {
    /// The server it follows, by its name in MaxScale or else as host and port.
    pub source: String,
    /// The same as a name, when MaxScale knows that server.
    pub source_server: Option<ServerName>,
    /// The thread that fetches.
    pub io: ThreadState,
    /// The thread that applies.
    pub sql: ThreadState,
    /// Seconds behind the source, unless it is not known.
    pub seconds_behind: Option<u64>,
    /// The last error of either thread.
    pub error: Option<String>,
}

impl ReplicaConnection {
    pub(crate) fn read(value: &Value) -> Self {
        let fields = Fields::of(value);
        let source_server = fields.text("master_server_name").map(ServerName::new);
        let host = fields.text("master_host").unwrap_or_else(|| "not known".to_owned());
        let source = match (&source_server, fields.count("master_port")) {
            (Some(name), _) => name.to_string(),
            (None, Some(port)) => format!("{host}:{port}"),
            (None, None) => host,
        };
        Self {
            source,
            source_server,
            io: ThreadState::read(fields.text("slave_io_running")),
            sql: ThreadState::read(fields.text("slave_sql_running")),
            seconds_behind: fields.count("seconds_behind_master"),
            error: fields.text("last_io_error").or_else(|| fields.text("last_sql_error")),
        }
    }

    /// Whether both threads run.
    pub fn is_running(&self) -> bool {
        self.io == ThreadState::Running && self.sql == ThreadState::Running
    }
}
