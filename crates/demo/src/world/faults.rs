//! What can go wrong with databases that run: lag, broken replication, a full disk, a password
//! that is refused.

use super::World;
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

impl World {
    /// What is wrong with the database behind a server.
    #[must_use]
    pub fn faults(&self, server: &str) -> Faults {
        let address = self.server(server).map(super::server::Server::address);
        address.and_then(|address| self.faults.get(&address)).cloned().unwrap_or_default()
    }

    /// Whether the monitor of a server gets an answer from the database behind it.
    #[must_use]
    pub fn lets_monitor_in(&self, server: &str) -> bool {
        let up = self.database_of(server).is_some_and(|database| database.up);
        up && !self.faults(server).auth_error
    }

    fn change_faults(&mut self, server: &str, change: impl FnOnce(&mut Faults)) {
        if let Some(address) = self.server(server).map(super::server::Server::address) {
            let faults = self.faults.entry(address.clone()).or_default();
            change(faults);
            if *faults == Faults::default() {
                self.faults.remove(&address);
            }
        }
    }

    /// The database behind a server falls that far behind; zero lets it catch up.
    pub fn set_lag(&mut self, server: &str, lag: Duration) {
        self.change_faults(server, |faults| faults.lag = lag);
    }

    /// The replication of the database behind a server stops with an error.
    pub fn break_replication(&mut self, server: &str) {
        self.change_faults(server, |faults| faults.broken = true);
    }

    /// The replication of the database behind a server goes on.
    pub fn repair_replication(&mut self, server: &str) {
        self.change_faults(server, |faults| faults.broken = false);
    }

    /// The disk of the database behind a server is nearly full, or no longer.
    pub fn set_low_disk(&mut self, server: &str, low: bool) {
        self.change_faults(server, |faults| faults.low_disk = low);
    }

    /// The database behind a server refuses the monitor's password, or no longer.
    pub fn set_auth_error(&mut self, server: &str, on: bool) {
        self.change_faults(server, |faults| faults.auth_error = on);
    }
}
