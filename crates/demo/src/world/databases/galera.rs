//! Galera nodes among themselves: they leave, lose their quorum, and join again.

use super::{Database, Databases};
use crate::world::address::Address;
use crate::world::schedule::{Event, Schedule};
use std::time::{Duration, SystemTime};

/// How long the others wait for a node that is gone before they decide without it.
const SUSPECTED: Duration = Duration::from_secs(5);

/// How long a node that starts takes until it asks for what it missed.
const RECOVERS: Duration = Duration::from_millis(2500);

/// How long it takes until it has that; who gives it is not in sync meanwhile.
const CATCHES_UP: Duration = Duration::from_secs(2);

/// What a node says that has no quorum.
const INITIALIZED: &str = "Initialized";

/// What a node says that gives another one what that missed.
const DONOR: &str = "Donor/Desynced";

/// What a node says that is on its way into the cluster; it answers nobody yet.
const JOINER: &str = "Joiner";

impl Database {
    /// Whether it is on its way into its Galera cluster.
    #[must_use]
    pub fn is_joining(&self) -> bool {
        self.condition.unsynced == Some(JOINER)
    }

    fn says(&self, comment: &str) -> bool {
        self.condition.unsynced == Some(comment)
    }
}

impl Databases {
    /// A node is gone: when the others notice, they count whether they are more than half.
    pub fn leave_cluster(&self, address: &Address, now: SystemTime, schedule: &mut Schedule) {
        if self.get(address).is_some_and(|node| node.galera_index().is_some()) {
            schedule.add(now + SUSPECTED, Event::Quorum(address.clone()));
        }
    }

    /// A node was started: the process answers once it has caught up with the cluster.
    pub fn enter_cluster(&mut self, address: &Address, now: SystemTime, schedule: &mut Schedule) {
        let is_node = self.get(address).is_some_and(|node| node.galera_index().is_some());
        if !is_node {
            return;
        }
        if let Some(node) = self.get_mut(address) {
            node.condition.unsynced = Some(JOINER);
        }
        schedule.add(now + RECOVERS, Event::Quorum(address.clone()));
    }

    /// The state of a Galera cluster has to be settled around one of its nodes.
    pub fn settle_cluster(&mut self, address: &Address, now: SystemTime, schedule: &mut Schedule) {
        let Some(node) = self.get(address) else {
            return;
        };
        match (node.up, node.is_joining()) {
            (false, _) => self.count_quorum(address),
            (true, true) => self.help_to_join(address, now, schedule),
            (true, false) => {}
        }
    }

    /// Those that are left go on if they are more than half of those that there were.
    fn count_quorum(&mut self, gone: &Address) {
        let peers = self.peers(gone);
        let works = |databases: &Self, peer: &Address| {
            databases
                .get(peer)
                .is_some_and(|node| node.up && !node.is_joining() && !node.says(INITIALIZED))
        };
        let left = peers.iter().filter(|peer| works(self, peer)).count();
        let views = peers.iter().filter_map(|peer| self.get(peer));
        let before = views.map(|node| node.condition.members).max().unwrap_or_default();
        let before = if before == 0 { peers.len() + 1 } else { before };
        let has_quorum = left * 2 > before;
        for peer in &peers {
            let Some(node) = self.get_mut(peer).filter(|node| node.up) else {
                continue;
            };
            if has_quorum {
                node.condition.members = left;
            } else if !node.is_joining() {
                node.condition.unsynced = Some(INITIALIZED);
            }
        }
    }

    /// The first node of the cluster gives the new one what it missed.
    fn help_to_join(&mut self, joiner: &Address, now: SystemTime, schedule: &mut Schedule) {
        let peers = self.peers(joiner);
        let donor = peers.iter().find(|peer| {
            self.get(peer).is_some_and(|node| node.up && node.condition.unsynced.is_none())
        });
        let helps = donor.cloned();
        if let Some(node) = helps.as_ref().and_then(|donor| self.get_mut(donor)) {
            node.condition.unsynced = Some(DONOR);
        }
        schedule.add(now + CATCHES_UP, Event::Joined(joiner.clone(), helps));
    }

    /// The new node has caught up. A cluster without quorum works again once nobody is missing.
    pub fn finish_joining(&mut self, joiner: &Address, donor: Option<&Address>) {
        for (address, comment) in [(Some(joiner), JOINER), (donor, DONOR)] {
            let node = address.and_then(|address| self.get_mut(address));
            if let Some(node) = node.filter(|node| node.says(comment)) {
                node.condition.unsynced = None;
            }
        }
        let nodes = [self.peers(joiner), vec![joiner.clone()]].concat();
        let up = |node: &&Address| self.get(node).is_some_and(|node| node.up);
        let running = nodes.iter().filter(up).count();
        let all = running == nodes.len();
        for address in nodes {
            if let Some(node) = self.get_mut(&address).filter(|node| node.up) {
                node.condition.members = running;
                if all && node.says(INITIALIZED) {
                    node.condition.unsynced = None;
                }
            }
        }
    }

    /// The other nodes of the Galera cluster, in their order.
    fn peers(&self, address: &Address) -> Vec<Address> {
        let Some(own) = self.get(address) else {
            return Vec::new();
        };
        let view = own.condition.view;
        let mut peers: Vec<(i64, &Address)> = self
            .iter()
            .filter(|(other, node)| *other != address && node.condition.view == view)
            .filter_map(|(other, node)| Some((node.galera_index()?, other)))
            .collect();
        peers.sort();
        peers.into_iter().map(|(_, address)| address.clone()).collect()
    }
}
