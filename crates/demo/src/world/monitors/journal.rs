//! The journal of a monitor: what it knows again after it was stopped (rest-api.md 4.8).

use crate::world::World;
use crate::world::resources::{Flag, Journal, Monitor, Status};

impl World {
    /// The monitor writes down the states of its servers.
    pub(super) fn write_journal(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor(name) else {
            return;
        };
        let status = |server: &String| {
            let status = self.server(server).map(|server| server.status).unwrap_or_default();
            (server.clone(), status)
        };
        let journal = Journal {
            at: now,
            servers: monitor.servers.iter().map(status).collect(),
            primary: monitor.primary.clone(),
            domain: monitor.domain,
        };
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.journal = Some(journal);
        }
    }

    /// The monitor takes up what it wrote, if it is of the same servers and not too old: states
    /// are added to those that are there.
    pub(super) fn read_journal(&mut self, name: &str) {
        let Some(monitor) = self.monitor(name) else {
            return;
        };
        let Some(journal) = monitor.journal.clone().filter(|journal| self.fits(monitor, journal))
        else {
            return;
        };
        for (server, status) in &journal.servers {
            if let Some(server) = self.server_mut(server) {
                server.status = server.status.union(restored(*status));
            }
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.primary = journal.primary.or(monitor.primary.take());
            monitor.domain = journal.domain;
        }
    }

    fn fits(&self, monitor: &Monitor, journal: &Journal) -> bool {
        let age = self.now.duration_since(journal.at).unwrap_or_default();
        let names = journal.servers.iter().map(|(name, _)| name);
        names.eq(&monitor.servers) && age <= monitor.duration("journal_max_age", 28_800_000)
    }
}

fn restored(status: Status) -> Status {
    status.without(Flag::AuthError)
}
