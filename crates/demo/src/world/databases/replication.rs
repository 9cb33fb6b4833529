//! Replicas and their sources: connections come and go, events are taken over.

use super::pace::Pace;
use super::threads::Io;
use super::{Database, Databases};
use crate::world::address::Address;
use std::time::SystemTime;

impl Databases {
    /// One database takes over what its source wrote.
    pub fn replicate_to(&mut self, address: &Address, now: SystemTime) {
        let Some(database) = self.get(address).filter(|database| database.up) else {
            return;
        };
        let (Some(link), Some(position)) = (database.source(), database.position()) else {
            return;
        };
        let mut threads = link.threads.clone();
        let mut pace = database.condition.pace;
        let source = self.get(&link.address).filter(|source| source.up);
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
        if let Some(database) = self.get_mut(address) {
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
    pub fn carry_out_received(&mut self, replica: &Address) {
        let Some(database) = self.get(replica) else {
            return;
        };
        let received = database.source().and_then(|link| {
            let last = link.threads.received.filter(|_| link.threads.sql)?;
            self.get(&link.address)?.history_to(last.sequence)
        });
        let position = database.position().map(|position| position.sequence);
        if let Some((to, written)) = received.filter(|(to, _)| Some(to.sequence) > position)
            && let Some(database) = self.get_mut(replica)
        {
            database.catch_up(to, &written);
        }
    }

    /// Whoever follows a database notices that its process ended or came back.
    pub fn notice_process(&mut self, address: &Address, now: SystemTime) {
        let follows =
            |database: &Database| database.source().is_some_and(|link| link.address == *address);
        let replicas = self.iter().filter(|(_, database)| follows(database));
        let replicas: Vec<Address> = replicas.map(|(address, _)| address.clone()).collect();
        for replica in replicas {
            self.replicate_to(&replica, now);
        }
    }
}
