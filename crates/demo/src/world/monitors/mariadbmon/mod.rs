//! `mariadbmon`: a primary and its replicas, as one look of the monitor finds them.
//!
//! The rules are those of 24.02: what is read of each server, who the primary is, who has which
//! role, and what the monitor does by itself (rest-api.md 3.2, 4.6, 5.3).

mod automation;
pub mod check;
mod check_backup;
mod check_others;
mod graph;
mod locks;
mod messages;
mod observe;
pub mod operation;
mod primary;
mod roles;
mod steps;
mod tick;
mod topology;
mod write_test;

use crate::world::World;
use crate::world::address::Address;
use crate::world::databases::Io;
use crate::world::resources::{Flag, Link, Monitor, Observation, Server, Status};

/// A server in the course of a look.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Where it listens.
    pub address: Address,
    /// Where other servers reach it, if that is elsewhere (`private_address`).
    pub private: Option<String>,
    /// What it was when the look began.
    pub before: Status,
    /// What it will be.
    pub status: Status,
    /// What was seen of it.
    pub observation: Observation,
    /// Looks in a row that found it down.
    pub failures: u64,
    /// Seconds behind the primary; -1 when not known.
    pub lag: i64,
    /// Whether it must not be promoted (`servers_no_promotion`).
    pub excluded: bool,
    /// Whom it follows with both threads on.
    pub parents: Vec<usize>,
    /// Whom it follows with one thread on.
    pub broken_parents: Vec<usize>,
    /// Who follows it with both threads on.
    pub children: Vec<usize>,
    /// Who follows it with one thread on.
    pub broken_children: Vec<usize>,
}

impl Member {
    fn new(server: &Server, monitor: &Monitor) -> Self {
        let watch = server.watch.as_ref();
        let private = server.parameters.get("private_address").and_then(|value| value.as_str());
        Self {
            name: server.name.clone(),
            address: server.address(),
            private: private.filter(|address| !address.is_empty()).map(str::to_owned),
            before: server.status,
            status: server.status,
            observation: watch.map(|watch| watch.observation.clone()).unwrap_or_default(),
            failures: watch.map(|watch| watch.failures).unwrap_or_default(),
            lag: -1,
            excluded: monitor.list("servers_no_promotion").contains(&server.name.as_str()),
            parents: Vec::new(),
            broken_parents: Vec::new(),
            children: Vec::new(),
            broken_children: Vec::new(),
        }
    }

    /// Whether it answers.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.status.has(Flag::Running)
    }

    /// Whether it answers and is not in maintenance.
    #[must_use]
    pub fn is_usable(&self) -> bool {
        self.status.is_usable()
    }

    /// Whether it has the role of the primary now.
    #[must_use]
    pub fn is_master(&self) -> bool {
        self.status.acts_as(Flag::Master)
    }

    /// Whether a host and port are those of this server.
    #[must_use]
    pub(super) fn listens_at(&self, host: &str, port: u64) -> bool {
        self.address.port == port
            && (self.address.host == host || self.private.as_deref() == Some(host))
    }

    /// Its replication connection to a server, while both threads are on.
    #[must_use]
    pub(super) fn link_to(&self, source: &str) -> Option<&Link> {
        self.observation.links.iter().find(|link| link.source.as_deref() == Some(source))
    }

    /// Whether its connection to a server is up, or trying to be.
    fn link_state(&self, source: &str) -> Option<Io> {
        self.link_to(source).map(|link| link.io)
    }
}

/// The servers of a monitor in the course of a look.
#[derive(Clone, Debug)]
pub struct Cluster {
    /// The monitor.
    pub monitor: Monitor,
    /// Its servers, in order.
    pub members: Vec<Member>,
    /// Which of them is the primary that it settled on, whatever its state.
    pub primary: Option<usize>,
    /// Whether who follows whom may have changed since the last look.
    pub changed: bool,
}

impl Cluster {
    /// The servers as the last look left them.
    #[must_use]
    pub fn of(world: &World, monitor: &Monitor) -> Self {
        let servers = monitor.servers.iter().filter_map(|name| world.server(name));
        let members: Vec<Member> = servers.map(|server| Member::new(server, monitor)).collect();
        let is_primary = |member: &Member| monitor.primary.as_deref() == Some(member.name.as_str());
        let primary = members.iter().position(is_primary);
        let mut cluster = Self { monitor: monitor.clone(), members, primary, changed: false };
        cluster.build_graph();
        cluster
    }

    /// The server at that place.
    #[must_use]
    pub(super) fn member(&self, index: usize) -> Option<&Member> {
        self.members.get(index)
    }

    /// The server of that name, and its place.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<(usize, &Member)> {
        self.members.iter().enumerate().find(|(_, member)| member.name == name)
    }

    /// The primary that the monitor settled on.
    #[must_use]
    pub fn primary(&self) -> Option<&Member> {
        self.member(self.primary?)
    }

    /// The servers that follow another with both threads on.
    pub(super) fn replicas_of<'a>(
        &'a self,
        source: &'a Member,
    ) -> impl Iterator<Item = &'a Member> {
        source.children.iter().filter_map(|index| self.member(*index))
    }

    /// Whether another MaxScale is in charge, or none: locks are used and this one lacks them.
    #[must_use]
    pub(super) fn is_secondary(&self) -> bool {
        self.monitor.uses_locks() && !self.monitor.owner
    }
}
