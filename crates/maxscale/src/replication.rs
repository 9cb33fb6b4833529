//! How a replica follows its primary (rest-api.md 3.2, `slave_connections`).

use std::fmt;

use serde_json::Value;
use texts::state;

use crate::json::Fields;
use crate::name::ServerName;
use crate::words::span;

/// A replica that is further behind than this serves old data, in seconds.
const LATE_SECONDS: u64 = 30;

/// How far a replica is behind its primary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lag {
    /// So many seconds.
    Seconds(u64),
    /// Its monitor could not tell, as when replication does not run.
    Unknown,
}

impl Lag {
    /// Whether what it serves is old.
    pub fn is_late(self) -> bool {
        match self {
            Self::Seconds(seconds) => seconds > LATE_SECONDS,
            Self::Unknown => true,
        }
    }
}

impl fmt::Display for Lag {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Seconds(seconds) => out.write_str(&span(*seconds)),
            Self::Unknown => out.write_str(texts::common::unknown()),
        }
    }
}

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
    /// MaxScale does not say.
    NotKnown,
}

impl ThreadState {
    fn read(word: Option<String>) -> Self {
        match word.as_deref() {
            Some("Yes") => Self::Running,
            Some("No") => Self::Stopped,
            Some("Connecting") => Self::Connecting,
            Some(other) => Self::Other(other.to_owned()),
            None => Self::NotKnown,
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
    /// How far its I/O thread has come, as a GTID.
    pub gtid: Option<String>,
}

/// How a replica's connection fares (maxgui-features.md 3.6, replication tooltip).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplicationState {
    /// Both threads run, and nothing is behind.
    Running,
    /// Both threads run; so many seconds are behind.
    Lagging(u64),
    /// Both threads run; how much is behind is not known.
    LagNotKnown,
    /// A thread has stopped.
    Stopped,
    /// It is trying to reach its source.
    Connecting,
    /// A thread does something this version does not know.
    Other(String),
    /// MaxScale does not say what a thread does.
    NotKnown,
}

impl ReplicationState {
    /// The state in words.
    pub fn words(&self) -> String {
        match self {
            Self::Running => state::up_to_date().to_owned(),
            Self::Lagging(seconds) => state::behind(span(*seconds)),
            Self::LagNotKnown => state::lag_not_known().to_owned(),
            Self::Stopped => state::replication_stopped().to_owned(),
            Self::Connecting => state::connecting().to_owned(),
            Self::Other(word) => word.clone(),
            Self::NotKnown => texts::common::unknown().to_owned(),
        }
    }
}

/// A server that follows another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replica {
    /// The server.
    pub server: ServerName,
    /// The connection by which it does.
    pub connection: ReplicaConnection,
}

impl ReplicaConnection {
    pub(crate) fn read(value: &Value) -> Self {
        let fields = Fields::of(value);
        let source_server = fields.text("master_server_name").map(ServerName::new);
        let host =
            fields.text("master_host").unwrap_or_else(|| texts::common::unknown().to_owned());
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
            gtid: fields.text("gtid_io_pos"),
        }
    }

    /// How it fares.
    pub fn state(&self) -> ReplicationState {
        use ThreadState::{Connecting, NotKnown, Other, Running, Stopped};
        match (&self.io, &self.sql) {
            (Stopped, _) | (_, Stopped) => ReplicationState::Stopped,
            (Connecting, _) | (_, Connecting) => ReplicationState::Connecting,
            (Other(word), _) | (_, Other(word)) => ReplicationState::Other(word.clone()),
            (NotKnown, _) | (_, NotKnown) => ReplicationState::NotKnown,
            (Running, Running) => match self.seconds_behind {
                None => ReplicationState::LagNotKnown,
                Some(0) => ReplicationState::Running,
                Some(seconds) => ReplicationState::Lagging(seconds),
            },
        }
    }

    /// Whether both threads run.
    pub fn is_running(&self) -> bool {
        self.io == ThreadState::Running && self.sql == ThreadState::Running
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(io: &str, sql: &str, behind: &str) -> ReplicationState {
        let text = format!(
            r#"{{"slave_io_running":"{io}","slave_sql_running":"{sql}",
                "seconds_behind_master":{behind}}}"#
        );
        ReplicaConnection::read(&serde_json::from_str(&text).unwrap()).state()
    }

    #[test]
    fn a_thread_that_does_not_run_counts_before_the_lag() {
        assert_eq!(state("Yes", "Yes", "0"), ReplicationState::Running);
        assert_eq!(state("Yes", "Yes", "7"), ReplicationState::Lagging(7));
        assert_eq!(state("Yes", "Yes", "null"), ReplicationState::LagNotKnown);
        assert_eq!(state("No", "Yes", "0"), ReplicationState::Stopped);
        assert_eq!(state("Yes", "No", "null"), ReplicationState::Stopped);
        assert_eq!(state("Connecting", "Yes", "null"), ReplicationState::Connecting);
        assert_eq!(state("Preparing", "Yes", "0"), ReplicationState::Other("Preparing".to_owned()));
    }
}
