//! What is read of one server in one look.

use super::{Cluster, Member};
use crate::world::World;
use crate::world::databases::{Access, Database, Io};
use crate::world::resources::{Flag, Link, Lock, Monitor, Observation};
use std::time::SystemTime;

impl Cluster {
    /// Asks every server; tells whether who follows whom may have changed.
    pub(super) fn observe(&mut self, world: &World, checks_disks: bool) {
        for member in &mut self.members {
            let database = world.database_of(&member.name).filter(|database| database.up);
            let access = database.map(|database| self.monitor.access_to(database));
            match database.filter(|_| access == Some(Access::Open)) {
                Some(database) => {
                    member.status = member.status.with(Flag::Running).without(Flag::AuthError);
                    if checks_disks {
                        let full = world.is_low_on_disk(&self.monitor, &member.name, database);
                        member.status = member.status.with_if(Flag::LowDisk, full);
                    }
                    let changed = member.read(database, &self.monitor, world.now);
                    self.changed = self.changed || changed;
                }
                None => member.miss(access == Some(Access::Denied)),
            }
            let counts = !member.is_running() && !member.status.has(Flag::Maintenance);
            member.failures = if counts { member.failures + 1 } else { 0 };
        }
    }
}

impl Member {
    /// It cannot be reached: what was seen of it before stays.
    fn miss(&mut self, denied: bool) {
        self.status = self.status.unreachable().with_if(Flag::AuthError, denied);
        self.observation.lock = Lock::Unknown;
    }

    /// Reads what it says; tells whether that matters for who follows whom.
    fn read(&mut self, database: &Database, monitor: &Monitor, now: SystemTime) -> bool {
        let before = self.observation.clone();
        self.observation = Observation {
            server_id: database.server_id,
            read_only: database.read_only,
            position: database.position().filter(|position| position.sequence > 0),
            links: links(database, &before, now),
            lock: match before.lock {
                Lock::Unknown if monitor.uses_locks() => Lock::Free,
                lock => lock,
            },
            ..before.clone()
        };
        let links = &self.observation.links;
        self.observation.server_id != before.server_id
            || self.observation.read_only != before.read_only
            || links.len() != before.links.len()
            || links.iter().zip(&before.links).any(|(now, before)| !now.same_topology(before))
    }
}

/// The replication connections of a database, as it shows them; what only time tells is taken from
/// before.
pub(super) fn links(database: &Database, before: &Observation, now: SystemTime) -> Vec<Link> {
    let Some(source) = database.source() else {
        return Vec::new();
    };
    let threads = &source.threads;
    let address = &source.address;
    let old =
        before.links.iter().find(|link| link.host == address.host && link.port == address.port);
    let was_connected =
        old.is_some_and(|old| old.seen_connected && old.server_id == threads.server_id);
    let received = threads.received.or(database.position());
    let silent = old.filter(|old| threads.io != Io::Yes && old.received == received);
    vec![Link {
        host: address.host.clone(),
        port: address.port,
        io: threads.io,
        sql: threads.sql,
        behind: threads.behind(),
        server_id: threads.server_id,
        io_error: threads.io_error.clone(),
        sql_error: threads.sql_error.clone(),
        received,
        using_gtid: source.using_gtid,
        seen_connected: threads.io == Io::Yes || (threads.io == Io::Connecting && was_connected),
        source: old.and_then(|old| old.source.clone()),
        last_data: silent.map_or(now, |old| old.last_data),
    }]
}

impl World {
    /// Whether a server's disk is fuller than its limits, or its monitor's, allow.
    fn is_low_on_disk(&self, monitor: &Monitor, server: &str, database: &Database) -> bool {
        let own = self
            .server(server)
            .and_then(|server| server.parameters.get("disk_space_threshold").and_then(limit_of));
        let limit = own.or(monitor.parameters.get("disk_space_threshold").and_then(limit_of));
        limit.is_some_and(|limit| database.condition.disk_used >= limit)
    }
}

/// The lowest limit of `{ "/data": 80 }` or `/data:80,*:90`.
fn limit_of(value: &serde_json::Value) -> Option<u64> {
    if let Some(limits) = value.as_object() {
        return limits.values().filter_map(serde_json::Value::as_u64).min();
    }
    let limits = value.as_str()?.split(',');
    limits.filter_map(|limit| limit.rsplit(':').next()?.trim().parse().ok()).min()
}
