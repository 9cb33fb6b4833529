//! The database servers themselves: what is true of them, whatever MaxScale knows.

use super::pace::Pace;
use super::threads::Threads;
use crate::world::address::Address;
use std::fmt;
use std::time::SystemTime;

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
    /// What its replication threads do.
    pub threads: Threads,
}

impl Source {
    /// A connection that has just been set up and started.
    #[must_use]
    pub fn new(address: Address, using_gtid: &'static str) -> Self {
        Self { address, using_gtid, threads: Threads::default() }
    }
}

/// How a database treats its monitor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It answers.
    #[default]
    Open,
    /// It does not let the monitor's account in.
    Denied,
    /// Nothing answers, as behind a firewall: connecting takes until the timeout.
    Silent,
}

/// What is true of a database beside its process and its data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Condition {
    /// How it treats its monitor.
    pub access: Access,
    /// How full its fullest disk is, in percent.
    pub disk_used: u64,
    /// `read_only` as its configuration file says: what it is after a restart.
    pub starts_read_only: bool,
    /// Where the servers that wrote before the present one stopped, oldest first.
    pub written: Vec<Gtid>,
    /// A Galera node that cannot work, with the comment that it gives (`Donor/Desynced` …).
    pub unsynced: Option<&'static str>,
    /// The Galera cluster that it belongs to: nodes of another one do not see it.
    pub view: u64,
    /// How many nodes that cluster had when it was counted last; 0 when it never was.
    pub members: usize,
    /// How fast it replicates; without, it carries out everything at once.
    pub pace: Option<Pace>,
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
    /// Everything else.
    pub condition: Condition,
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

    /// The same, to change it.
    pub fn source_mut(&mut self) -> Option<&mut Source> {
        match &mut self.replication {
            Replication::Asynchronous { source, .. } => source.as_mut(),
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
        if let Replication::Asynchronous { source, .. } = &mut self.replication {
            *source = new;
        }
    }

    /// More transactions were written here, unless it is read-only: then the client was told so,
    /// and nothing was written.
    pub fn write(&mut self, count: u64) {
        if !self.read_only {
            self.note_events(count);
        }
    }

    /// One more event is in its binary log, `read_only` or not.
    pub fn note_event(&mut self) {
        self.note_events(1);
    }

    fn note_events(&mut self, count: u64) {
        let id = self.server_id;
        if let Replication::Asynchronous { position, .. } = &mut self.replication {
            if position.server_id != id {
                self.condition.written.push(*position);
            }
            position.sequence += count;
            position.server_id = id;
        }
    }

    /// Whether its binary log has this event.
    #[must_use]
    pub(super) fn has_written(&self, event: Gtid) -> bool {
        let Some(position) = self.position() else {
            return false;
        };
        let mut runs = self.condition.written.iter().chain(std::iter::once(&position));
        let run = runs.find(|run| event.sequence <= run.sequence);
        event.sequence == 0 || run.is_some_and(|run| run.server_id == event.server_id)
    }

    /// Its history up to a transaction that it has: the position then, and what others wrote before.
    #[must_use]
    pub(super) fn history_to(&self, sequence: u64) -> Option<(Gtid, Vec<Gtid>)> {
        let position = self.position()?;
        let written = &self.condition.written;
        let before = written.iter().filter(|run| run.sequence < sequence).copied().collect();
        let mut runs = written.iter().chain(std::iter::once(&position));
        let run = runs.find(|run| sequence <= run.sequence)?;
        Some((Gtid { sequence, ..*run }, before))
    }

    /// Deletes its binary log: it stands at the beginning, as `RESET MASTER` leaves it.
    pub fn reset_to(&mut self, to: Gtid) {
        self.condition.written.clear();
        if let Replication::Asynchronous { position, .. } = &mut self.replication {
            *position = to;
        }
    }

    /// Takes over the position of the database that it follows.
    pub fn catch_up(&mut self, to: Gtid, written: &[Gtid]) {
        written.clone_into(&mut self.condition.written);
        if let Replication::Asynchronous { position, .. } = &mut self.replication {
            *position = to;
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    fn gtid(server_id: i64, sequence: u64) -> Gtid {
        Gtid { domain: 0, server_id, sequence }
    }

    #[test]
    fn remembers_who_wrote_what() {
        let mut database = Database {
            up: true,
            started: UNIX_EPOCH,
            version: String::new(),
            server_id: 2,
            read_only: false,
            replication: Replication::Asynchronous { position: gtid(1, 5), source: None },
            condition: Condition::default(),
        };
        database.write(1);
        assert_eq!(database.position().unwrap().to_string(), "0-2-6");
        assert!(database.has_written(gtid(1, 5)) && database.has_written(gtid(1, 3)));
        assert!(database.has_written(gtid(2, 6)) && database.has_written(gtid(1, 0)));
        assert_eq!(database.history_to(6), Some((gtid(2, 6), vec![gtid(1, 5)])));
        assert_eq!(database.history_to(4), Some((gtid(1, 4), vec![])));
        assert_eq!(database.history_to(7), None);
        assert!(!database.has_written(gtid(1, 6)) && !database.has_written(gtid(2, 7)));
        database.read_only = true;
        database.write(1);
        assert_eq!(database.position(), Some(gtid(2, 6)));
    }
}
