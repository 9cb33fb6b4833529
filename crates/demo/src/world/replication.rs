//! Replicas and their sources: connections come and go, events are taken over.

use super::World;
use super::database::{Address, Database};
use super::pace::Pace;
use super::threads::Io;

impl World {
    /// The replicas of a monitor take over what their sources wrote, as far as they reach them.
    pub fn replicate(&mut self, monitor: &str) {
        let Some(monitor) = self.monitor(monitor) else {
            return;
        };
        let servers = monitor.servers.iter().filter_map(|name| self.server(name));
        let addresses: Vec<Address> = servers.map(super::server::Server::address).collect();
        for address in &addresses {
            self.replicate_to(address);
        }
    }

    /// One database takes over what its source wrote.
    pub fn replicate_to(&mut self, address: &Address) {
        let now = self.now;
        let Some(database) = self.databases.get(address).filter(|database| database.up) else {
            return;
        };
        let (Some(link), Some(position)) = (database.source(), database.position()) else {
            return;
        };
        let mut threads = link.threads.clone();
        let mut pace = database.condition.pace;
        let source = self.databases.get(&link.address).filter(|source| source.up);
        let mut events = None;
        if let Some(source) = source {
            threads.reach(source, position, now);
            if threads.io == Io::Yes && threads.sql && threads.lag == 0 {
                let last = source.position().unwrap_or(position).sequence;
                let step = Pace::step(pace.as_mut(), position.sequence, last, now);
                threads.backlog = step.backlog;
                events = source.history_to(step.to);
            }
        } else {
            threads.lose(&format!("{}:{}", link.address.host, link.address.port), now);
        }
        if let Some(database) = self.databases.get_mut(address) {
            database.condition.pace = pace;
            if let Some(link) = database.source_mut() {
                link.threads = threads;
            }
            if let Some((to, written)) = events {
                database.catch_up(to, &written);
            }
        }
    }

    /// A replica carries out all that it has received, however long that takes.
    pub(super) fn carry_out_received(&mut self, server: &str) {
        let Some(database) = self.database_of(server) else {
            return;
        };
        let received = database.source().and_then(|link| {
            let last = link.threads.received.filter(|_| link.threads.sql)?;
            self.databases.get(&link.address)?.history_to(last.sequence)
        });
        let position = database.position().map(|position| position.sequence);
        if let Some((to, written)) = received.filter(|(to, _)| Some(to.sequence) > position)
            && let Some(database) = self.database_of_mut(server)
        {
            database.catch_up(to, &written);
        }
    }

    /// Whoever follows a database notices that its process ended or came back.
    pub(super) fn notice_process(&mut self, address: &Address) {
        let follows =
            |database: &Database| database.source().is_some_and(|link| link.address == *address);
        let replicas = self.databases.iter().filter(|(_, database)| follows(database));
        let replicas: Vec<Address> = replicas.map(|(address, _)| address.clone()).collect();
        for replica in replicas {
            self.replicate_to(&replica);
        }
    }
}
