//! Who follows whom.

use super::{Cluster, Member};
use crate::world::databases::Io;
use crate::world::resources::{External, Link};

impl Cluster {
    /// Finds out who follows whom, from what was seen of the servers, also of those that are down.
    pub(super) fn build_graph(&mut self) {
        let found: Vec<Vec<(usize, bool)>> =
            self.members.iter().map(|member| self.sources_of(member)).collect();
        let externals: Vec<Option<External>> =
            self.members.iter().map(|member| self.external(member)).collect();
        let names: Vec<String> = self.members.iter().map(|member| member.name.clone()).collect();
        for (member, external) in self.members.iter_mut().zip(externals) {
            member.parents.clear();
            member.broken_parents.clear();
            member.children.clear();
            member.broken_children.clear();
            member.observation.external = external;
            member.observation.links.iter_mut().for_each(|link| link.source = None);
        }
        for (index, sources) in found.into_iter().enumerate() {
            for (source, works) in sources {
                self.connect(index, source, works, names.get(source));
            }
        }
        self.find_rings();
    }

    fn connect(&mut self, index: usize, source: usize, works: bool, name: Option<&String>) {
        if let Some(parent) = self.members.get_mut(source) {
            let children = if works { &mut parent.children } else { &mut parent.broken_children };
            children.push(index);
        }
        if let Some(member) = self.members.get_mut(index) {
            let parents = if works { &mut member.parents } else { &mut member.broken_parents };
            parents.push(source);
            if let Some(link) = member.observation.links.first_mut().filter(|_| works) {
                link.source = name.cloned();
            }
        }
    }

    /// The sources of a server among the members, each with whether both threads are on.
    fn sources_of(&self, member: &Member) -> Vec<(usize, bool)> {
        let mut sources = Vec::new();
        for link in &member.observation.links {
            let works = link.io != Io::No && link.sql;
            if let Some(source) = self.source_of(link).filter(|_| link.io != Io::No || link.sql) {
                sources.push((source, works));
            }
        }
        sources
    }

    /// The member that a connection leads to. Without `assume_unique_hostnames` only the id of
    /// the source counts, once it was seen connected.
    fn source_of(&self, link: &Link) -> Option<usize> {
        if self.monitor.is_on("assume_unique_hostnames") {
            return self.members.iter().position(|member| member.listens_at(&link.host, link.port));
        }
        let known = link.server_id >= 0 && link.seen_connected;
        self.members
            .iter()
            .position(|member| known && member.observation.server_id == link.server_id)
    }

    fn external(&self, member: &Member) -> Option<External> {
        let trusted = |link: &&Link| {
            self.monitor.is_on("assume_unique_hostnames")
                || (link.server_id >= 0 && link.seen_connected)
        };
        let outside = |link: &&Link| self.source_of(link).is_none();
        let links = member.observation.links.iter().filter(trusted).filter(outside);
        links.map(external_state).max()
    }

    /// Numbers the rings of servers that follow one another, from 1.
    fn find_rings(&mut self) {
        self.members.iter_mut().for_each(|member| member.observation.ring = None);
        let mut last = 0;
        for index in 0..self.members.len() {
            let Some(ring) = self.ring_of(index) else {
                continue;
            };
            last += 1;
            for place in ring {
                if let Some(member) = self.members.get_mut(place) {
                    member.observation.ring = Some(last);
                }
            }
        }
    }

    /// The ring that begins and ends with a server that is in no ring yet.
    fn ring_of(&self, start: usize) -> Option<Vec<usize>> {
        let mut ring = vec![start];
        let mut at = start;
        for _ in 0..self.members.len() {
            let member = self.member(at).filter(|member| member.observation.ring.is_none())?;
            at = *member.parents.first()?;
            if at == start {
                return (ring.len() > 1).then_some(ring);
            }
            ring.push(at);
        }
        None
    }

    /// How many running servers a server reaches, itself included, over running servers only.
    pub(super) fn reach(&self, start: usize) -> usize {
        self.visit(start, |member| member.is_running(), false)
    }

    /// How many running servers are below a server, also over servers that are down and broken
    /// connections. A server counts as running until it has been down for `failcount` looks.
    pub(super) fn replicas_left(&self, start: usize) -> usize {
        let patience = self.monitor.number("failcount", 5);
        let runs = |member: &Member| member.is_running() || member.failures < patience;
        let mut count = 0;
        self.visit(
            start,
            |member| {
                count += usize::from(runs(member));
                true
            },
            true,
        );
        count
    }

    fn visit(
        &self,
        start: usize,
        mut enters: impl FnMut(&Member) -> bool,
        also_broken: bool,
    ) -> usize {
        let mut visited = vec![start];
        let mut queue = vec![start];
        let mut entered = 0;
        while let Some(index) = queue.pop() {
            let Some(member) = self.member(index) else {
                continue;
            };
            if !enters(member) {
                continue;
            }
            entered += 1;
            let broken = member.broken_children.iter().filter(|_| also_broken);
            for child in member.children.iter().chain(broken) {
                if !visited.contains(child) {
                    visited.push(*child);
                    queue.push(*child);
                }
            }
        }
        entered
    }
}

fn external_state(link: &Link) -> External {
    match (link.io, link.sql) {
        (Io::No, false) => External::Stopped,
        (_, false) => External::SqlStopped,
        (Io::No, true) => External::IoStopped,
        (Io::Yes, true) => External::Running,
        (Io::Connecting, true) => External::Connecting,
    }
}
