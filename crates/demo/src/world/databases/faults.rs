//! What can go wrong with databases that run: lag, broken replication, a full disk, a password
//! that is refused.

use super::{Access, Database};
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

impl Database {
    /// What is wrong with it.
    #[must_use]
    pub fn faults(&self) -> Faults {
        let threads = self.source().map(|source| &source.threads);
        Faults {
            lag: Duration::from_secs(threads.map_or(0, |threads| threads.lag)),
            broken: threads.is_some_and(|threads| !threads.sql),
            low_disk: self.condition.disk_used >= NEARLY_FULL,
            auth_error: self.condition.access == Access::Denied,
        }
    }

    /// It falls that far behind; zero lets it catch up.
    pub fn set_lag(&mut self, lag: Duration) {
        if let Some(source) = self.source_mut() {
            source.threads.lag = lag.as_secs();
        }
    }

    /// Its replication stops with an error.
    pub fn break_replication(&mut self) {
        if let Some(source) = self.source_mut() {
            source.threads.sql = false;
            BROKEN.clone_into(&mut source.threads.sql_error);
        }
    }

    /// Its replication goes on.
    pub fn repair_replication(&mut self) {
        if let Some(source) = self.source_mut() {
            source.threads.sql = true;
            source.threads.sql_error.clear();
        }
    }

    /// Its disk is nearly full, or no longer. Its monitor cares where there is a
    /// `disk_space_threshold` and a `disk_space_check_interval`.
    pub fn set_low_disk(&mut self, low: bool) {
        self.condition.disk_used = if low { NEARLY_FULL } else { 0 };
    }

    /// It gives nobody an answer, or does so again.
    pub fn set_silent(&mut self, on: bool) {
        self.condition.access = if on { Access::Silent } else { Access::Open };
    }

    /// It refuses the monitor's password, or no longer.
    pub fn set_auth_error(&mut self, on: bool) {
        self.condition.access = if on { Access::Denied } else { Access::Open };
    }
}
