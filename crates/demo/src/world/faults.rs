//! What can go wrong with databases that run: lag, broken replication, a full disk, a password
//! that is refused.

use super::World;
use super::database::{Access, Condition, Database};
use super::threads::Threads;
use std::time::Duration;

/// What is wrong with one database.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// How far it stays behind the database that it follows.
    pub lag: Duration,
    /// Whether its replication stopped with an error.
    pub broken: bool,
    /// Whether its disk is nearly full.
    pub low_disk: bool,
    /// Whether it refuses the monitor's password.
    pub auth_error: bool,
}

/// A disk that is nearly full, in percent.
const NEARLY_FULL: u64 = 97;

/// What `SHOW SLAVE STATUS` says of replication that broke.
const BROKEN: &str = "Could not execute Write_rows_v1 event on table shop.orders; Duplicate entry \
                      '1042' for key 'PRIMARY', Error_code: 1062; handler error \
                      HA_ERR_FOUND_DUPP_KEY";

impl World {
    /// What is wrong with the database behind a server.
    #[must_use]
    pub fn faults(&self, server: &str) -> Faults {
        let Some(database) = self.database_of(server) else {
            return Faults::default();
        };
        let threads = database.source().map(|source| &source.threads);
        Faults {
            lag: Duration::from_secs(threads.map_or(0, |threads| threads.lag)),
            broken: threads.is_some_and(|threads| !threads.sql),
            low_disk: database.condition.disk_used >= NEARLY_FULL,
            auth_error: database.condition.access == Access::Denied,
        }
    }

    fn change_threads(&mut self, server: &str, change: impl FnOnce(&mut Threads)) {
        let source = self.database_of_mut(server).and_then(Database::source_mut);
        if let Some(source) = source {
            change(&mut source.threads);
        }
    }

    fn change_condition(&mut self, server: &str, change: impl FnOnce(&mut Condition)) {
        if let Some(database) = self.database_of_mut(server) {
            change(&mut database.condition);
        }
    }

    /// The database behind a server falls that far behind; zero lets it catch up.
    pub fn set_lag(&mut self, server: &str, lag: Duration) {
        self.change_threads(server, |threads| threads.lag = lag.as_secs());
    }

    /// The replication of the database behind a server stops with an error.
    pub fn break_replication(&mut self, server: &str) {
        self.change_threads(server, |threads| {
            threads.sql = false;
            BROKEN.clone_into(&mut threads.sql_error);
        });
    }

    /// The replication of the database behind a server goes on.
    pub fn repair_replication(&mut self, server: &str) {
        self.change_threads(server, |threads| {
            threads.sql = true;
            threads.sql_error.clear();
        });
    }

    /// The disk of the database behind a server is nearly full, or no longer. Its monitor cares
    /// where there is a `disk_space_threshold` and a `disk_space_check_interval`.
    pub fn set_low_disk(&mut self, server: &str, low: bool) {
        let used = if low { NEARLY_FULL } else { 0 };
        self.change_condition(server, |condition| condition.disk_used = used);
    }

    /// The database behind a server gives nobody an answer, or does so again.
    pub fn set_silent(&mut self, server: &str, on: bool) {
        let access = if on { Access::Silent } else { Access::Open };
        self.change_condition(server, |condition| condition.access = access);
    }

    /// The database behind a server refuses the monitor's password, or no longer.
    pub fn set_auth_error(&mut self, server: &str, on: bool) {
        let access = if on { Access::Denied } else { Access::Open };
        self.change_condition(server, |condition| condition.access = access);
    }
}
