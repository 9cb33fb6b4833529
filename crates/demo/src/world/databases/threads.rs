//! What the replication threads of a replica do: connect, lose their source, stop.

use super::database::{Database, Gtid};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How long a replica waits before it tries again to reach its source (`MASTER_CONNECT_RETRY`).
const RETRY: Duration = Duration::from_secs(60);

/// `Slave_IO_Running`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Io {
    /// Connected.
    Yes,
    /// Tries to connect.
    Connecting,
    /// Stopped.
    No,
}

impl Io {
    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "Yes",
            Self::Connecting => "Connecting",
            Self::No => "No",
        }
    }
}

/// The threads of one replication connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Threads {
    /// Whether events come in.
    pub io: Io,
    /// Whether they are carried out.
    pub sql: bool,
    /// `Last_IO_Error`.
    pub io_error: String,
    /// `Last_SQL_Error`.
    pub sql_error: String,
    /// `server_id` of the source, once it was reached; 0 before.
    pub server_id: i64,
    /// The last event that came in.
    pub received: Option<Gtid>,
    /// Seconds by which it is behind although it works, without carrying out anything.
    pub lag: u64,
    /// Seconds that it needs for what it has not carried out yet.
    pub backlog: u64,
    /// When it tries again to reach its source.
    pub retry_at: SystemTime,
}

impl Default for Threads {
    fn default() -> Self {
        Self {
            io: Io::Connecting,
            sql: true,
            io_error: String::new(),
            sql_error: String::new(),
            server_id: 0,
            received: None,
            lag: 0,
            backlog: 0,
            retry_at: UNIX_EPOCH,
        }
    }
}

impl Threads {
    /// Its server was started again, and the threads with it.
    pub fn restart(&mut self) {
        let Self { lag, received, .. } = self.clone();
        *self = Self { lag, received, ..Self::default() };
    }

    /// `Seconds_Behind_Master`; `None` while a thread does not work.
    #[must_use]
    pub fn behind(&self) -> Option<u64> {
        (self.io == Io::Yes && self.sql).then_some(self.lag.max(self.backlog))
    }

    /// The source is gone: the first attempt to reach it again is made at once, and fails.
    pub fn lose(&mut self, address: &str, now: SystemTime) {
        if self.io == Io::Yes {
            self.io = Io::Connecting;
            self.retry_at = now + RETRY;
            self.io_error = unreachable("reconnecting", address);
        } else if self.io == Io::Connecting && self.retry_at <= now {
            self.retry_at = now + RETRY;
            self.io_error = unreachable("connecting", address);
        }
    }

    /// The source can be reached: the connection is made when it is time for it.
    pub fn reach(&mut self, source: &Database, position: Gtid, now: SystemTime) {
        if self.io == Io::Connecting && self.retry_at <= now {
            self.server_id = source.server_id;
            if source.has_written(position) {
                self.io = Io::Yes;
                self.io_error.clear();
            } else {
                self.io = Io::No;
                self.io_error = diverged(position);
            }
        }
        if self.io == Io::Yes {
            self.received = source.position();
        }
    }
}

fn unreachable(what: &str, address: &str) -> String {
    format!(
        "error {what} to master 'maxuser@{address}' - retry-time: {}  maximum-retries: 100000  \
         message: Can't connect to server on '{}' (111 \"Connection refused\")",
        RETRY.as_secs(),
        address.split(':').next().unwrap_or_default(),
    )
}

fn diverged(position: Gtid) -> String {
    format!(
        "Got fatal error 1236 from master when reading data from binary log: 'Error: connecting \
         slave requested to start from GTID {position}, which is not in the master's binlog'"
    )
}
