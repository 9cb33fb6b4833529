//! A past for a world that has only just begun: what its clients did for a short while is taken to
//! have gone on like that since MaxScale was started.

use crate::world::World;
use crate::world::resources::{Routed, ServerStatistics, ServiceStatistics};
use crate::world::sessions::{ClientGroup, Session};
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

impl World {
    /// Lets time pass without living through it: what is due happens then.
    pub fn skip_to(&mut self, at: SystemTime) {
        self.now = self.now.max(at);
    }

    /// Lets clients come as if they always had, and lives through a short while of it.
    pub fn begin(&mut self, groups: Vec<ClientGroup>, lived: Duration) {
        let uptime = self.now.duration_since(self.started).unwrap_or_default();
        let former: u64 =
            groups.iter().map(|group| group.rounds(uptime) * u64::from(group.clients)).sum();
        self.sessions.assume_former(former);
        let stays: Vec<Duration> = groups.iter().map(|group| group.stay).collect();
        for (group, stay) in groups.into_iter().zip(stays) {
            let first = self.sessions.last_id();
            self.add_group(group);
            self.backdate(first, stay);
        }
        self.settle(lived);
    }

    /// The sessions after that one were there before.
    fn backdate(&mut self, first: u64, stay: Duration) {
        for id in first + 1..=self.sessions.last_id() {
            let age = self.about(stay);
            let connected = self.now.checked_sub(age).unwrap_or(self.now).max(self.started);
            if let Some(session) = self.sessions.get_mut(&id) {
                session.connected = connected;
            }
        }
    }

    /// Lives through a short while and takes it for all the time since MaxScale was started.
    fn settle(&mut self, lived: Duration) {
        self.reset_statistics();
        self.advance(lived);
        let uptime = self.now.duration_since(self.started).unwrap_or_default();
        let times = u64::try_from(uptime.as_millis() / lived.as_millis().max(1));
        let times = times.unwrap_or(1).max(1);
        self.note_work_of_sessions();
        self.multiply(times);
        self.assume_former_sessions(uptime);
    }

    /// What was done until now was done in another world with the same objects: numbers of what
    /// is there stay, those of what was are taken over.
    pub fn copy_statistics_of(&mut self, other: &World) {
        for server in self.servers.iter_mut() {
            let own = &server.statistics;
            let (connections, active_operations) = (own.connections, own.active_operations);
            if let Some(other) = other.server(&server.name) {
                let past = &other.statistics;
                server.statistics = ServerStatistics {
                    connections,
                    active_operations,
                    max_connections: past.max_connections.max(connections),
                    total_connections: past.total_connections.max(connections),
                    ..past.clone()
                };
            }
        }
        for service in self.services.iter_mut() {
            let connections = service.statistics.connections;
            if let Some(other) = other.service(&service.name) {
                let past = &other.statistics;
                service.statistics = ServiceStatistics {
                    connections,
                    max_connections: past.max_connections.max(connections),
                    total_connections: past.ended + connections,
                    ..past.clone()
                };
            }
        }
    }

    /// The sessions that are there count like those that have ended.
    fn note_work_of_sessions(&mut self) {
        let sessions: Vec<Session> = self.sessions.values().cloned().collect();
        for session in sessions {
            let Some(service) = self.service_mut(&session.service) else {
                continue;
            };
            for backend in &session.backends {
                let routed = service.statistics.routed.entry(backend.server.clone()).or_default();
                routed.active += backend.active;
                routed.selects += backend.selects;
            }
        }
    }

    /// The clients that are there at the beginning did not all come at once.
    fn reset_statistics(&mut self) {
        for server in self.servers.iter_mut() {
            let connections = server.statistics.connections;
            server.statistics = ServerStatistics {
                connections,
                max_connections: connections,
                ..Default::default()
            };
        }
        for service in self.services.iter_mut() {
            let connections = service.statistics.connections;
            service.statistics = ServiceStatistics {
                connections,
                max_connections: connections,
                ..Default::default()
            };
        }
        self.sessions.reset_workers();
    }

    fn multiply(&mut self, times: u64) {
        self.servers.iter_mut().for_each(|server| server.statistics.multiply(times));
        self.services.iter_mut().for_each(|service| service.statistics.multiply(times));
        self.sessions.multiply_work(times);
        self.monitors.iter_mut().for_each(|monitor| monitor.ticks *= times);
    }

    /// As many sessions as the flows let expect came and went, over the same connections as those
    /// that are there.
    fn assume_former_sessions(&mut self, uptime: Duration) {
        for server in self.servers.iter_mut() {
            server.statistics.total_connections = server.statistics.connections;
        }
        for group in self.sessions.groups() {
            let rounds = group.rounds(uptime);
            let of_group = |session: &&Session| session.service == group.service;
            let there = self.sessions.values().filter(of_group).count() as u64;
            let mut connections: BTreeMap<String, u64> = BTreeMap::new();
            for session in self.sessions.values().filter(of_group) {
                for backend in &session.backends {
                    *connections.entry(backend.server.clone()).or_default() += rounds;
                }
            }
            for (server, count) in &connections {
                if let Some(server) = self.server_mut(server) {
                    server.statistics.total_connections += count;
                }
            }
            if let Some(service) = self.service_mut(&group.service) {
                service.statistics.assume_ended(there * rounds, group.stay, &connections);
            }
        }
    }
}

impl ClientGroup {
    /// How often all its clients were replaced by others.
    fn rounds(&self, uptime: Duration) -> u64 {
        uptime.as_secs() / self.stay.as_secs().max(1)
    }
}

impl ServiceStatistics {
    fn multiply(&mut self, times: u64) {
        let counts =
            [&mut self.to_primary, &mut self.to_replica, &mut self.to_all, &mut self.transactions];
        counts.into_iter().for_each(|count| *count *= times);
        for routed in self.routed.values_mut() {
            let Routed { read, write, selects, active, .. } = routed;
            [read, write, selects].into_iter().for_each(|count| *count *= times);
            *active = active.mul_f64(times as f64);
        }
    }

    fn assume_ended(&mut self, ended: u64, stay: Duration, connections: &BTreeMap<String, u64>) {
        self.ended = ended;
        self.total_connections = self.connections + ended;
        self.lifetimes = stay.mul_f64(ended as f64);
        self.longest = stay * 3;
        self.histories = ended;
        self.longest_history = u64::from(ended > 0);
        for (server, count) in connections {
            let routed = self.routed.entry(server.clone()).or_default();
            routed.ended = *count;
            routed.lifetimes = stay.mul_f64(*count as f64);
        }
    }
}

impl ServerStatistics {
    fn multiply(&mut self, times: u64) {
        self.routed_packets *= times;
        self.routed_writes *= times;
        for distribution in [&mut self.reads, &mut self.writes] {
            for range in &mut distribution.ranges {
                range.count *= times;
                range.total = range.total.mul_f64(times as f64);
            }
        }
    }
}
