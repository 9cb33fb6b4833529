//! How `galeramon` sees a Galera cluster.

use crate::world::World;
use crate::world::databases::{Access, Database};
use crate::world::resources::{Flag, Monitor, Node, Status};
use std::collections::BTreeMap;

/// A node in the course of a look.
struct Member {
    name: String,
    before: Status,
    status: Status,
    node: Option<Node>,
    priority: i64,
}

impl World {
    /// `galeramon` looks at its nodes, one after the other.
    pub(super) fn check_galera(&mut self, name: &str) {
        let Some(monitor) = self.monitor(name).cloned() else {
            return;
        };
        let mut members: Vec<Member> =
            monitor.servers.iter().filter_map(|server| self.ask(server)).collect();
        let largest = largest_view(&members);
        for member in &mut members {
            let joined = member
                .node
                .as_ref()
                .is_some_and(|node| node.joined && node.view == largest.map(|(view, _)| view));
            member.status = member.status.with_if(Flag::Synced, joined);
        }
        let primary = choose_primary(&monitor, &members);
        for member in &mut members {
            member.assign_role(&monitor, primary.as_deref());
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.primary = primary;
            monitor.galera = largest.or(monitor.galera);
        }
        for member in members {
            self.note_node(name, member);
        }
    }

    fn ask(&self, name: &str) -> Option<Member> {
        let server = self.server(name)?;
        let before = server.status;
        let answers = |database: &&Database| database.up && !database.is_joining();
        let database = self.database_of(name).filter(answers);
        let monitor = self.monitor_of(name);
        let access = database.zip(monitor).map(|(database, monitor)| monitor.access_to(database));
        let open = database.filter(|_| access == Some(Access::Open));
        let priority = server.parameters.get("priority").and_then(|value| value.as_i64());
        let status = match open {
            Some(_) => before.with(Flag::Running).without(Flag::AuthError),
            None => before.unreachable().with_if(Flag::AuthError, access == Some(Access::Denied)),
        };
        Some(Member {
            name: name.to_owned(),
            before,
            status,
            node: open.map(|database| self.node(database)),
            priority: priority.unwrap_or_default(),
        })
    }

    fn node(&self, database: &Database) -> Node {
        let condition = &database.condition;
        let is_node = database.galera_index().is_some();
        let joined = is_node && condition.unsynced.is_none();
        Node {
            joined,
            index: self.local_index(database).unwrap_or(-1),
            view: is_node.then_some(condition.view),
            comment: condition.unsynced.unwrap_or(if is_node { "Synced" } else { "" }).to_owned(),
            read_only: database.read_only,
            server_id: database.server_id,
        }
    }

    /// `wsrep_local_index`: its place among the nodes that run, in the order that they keep.
    fn local_index(&self, database: &Database) -> Option<i64> {
        let own = database.galera_index()?;
        let others = self.databases.values().filter(|other| other.up && !other.is_joining());
        let before = others.filter_map(Database::galera_index).filter(|index| *index < own);
        i64::try_from(before.count()).ok()
    }

    fn note_node(&mut self, monitor: &str, member: Member) {
        if let Some(watch) = self.server_mut(&member.name).and_then(|server| server.watch.as_mut())
        {
            if let Some(node) = &member.node {
                watch.node_id = if node.joined { node.index } else { -1 };
            }
            let counts = !member.status.has(Flag::Running) && !member.status.has(Flag::Maintenance);
            watch.failures = if counts { watch.failures + 1 } else { 0 };
            watch.lag = 0;
            let [now, _] = std::mem::take(&mut watch.nodes);
            watch.nodes = [Some(member.node.unwrap_or_default()), now];
        }
        self.note_state(monitor, &member.name, member.before, member.status);
    }
}

impl Member {
    fn assign_role(&mut self, monitor: &Monitor, primary: Option<&str>) {
        let synced = self.status.has(Flag::Synced);
        let is_primary = primary == Some(self.name.as_str());
        self.status = self.status.without(Flag::Master).without(Flag::Slave);
        if synced && !monitor.is_on("disable_master_role_setting") {
            let role = if is_primary { Flag::Master } else { Flag::Slave };
            self.status = self.status.with(role);
        }
    }

    /// Whether it may be primary.
    fn is_available(&self) -> bool {
        self.status.has(Flag::Synced) && !self.status.has(Flag::Maintenance)
    }

    fn index(&self) -> i64 {
        self.node.as_ref().map_or(-1, |node| node.index)
    }
}

/// The view that most nodes belong to, and how many do.
fn largest_view(members: &[Member]) -> Option<(u64, usize)> {
    let mut views: BTreeMap<u64, usize> = BTreeMap::new();
    for view in members.iter().filter_map(|member| member.node.as_ref()?.view) {
        *views.entry(view).or_default() += 1;
    }
    views.into_iter().max_by_key(|(_, size)| *size)
}

/// The node with the lowest index among those that are synced and not in maintenance, or with the
/// best priority when those count (`use_priority`).
///
/// The next node takes over at once, and hands back when the first one returns (recording
/// maintenance-galera-primary), unless `disable_master_failback` makes the new one stay.
fn choose_primary(monitor: &Monitor, members: &[Member]) -> Option<String> {
    let stays = monitor.is_on("disable_master_failback");
    let current = members.iter().find(|member| Some(&member.name) == monitor.primary.as_ref());
    if let Some(current) = current.filter(|current| stays && current.is_available()) {
        return Some(current.name.clone());
    }
    let ranks = monitor.is_on("use_priority");
    let available = members.iter().filter(|member| member.is_available());
    let wanted = available.filter(|member| !ranks || member.priority >= 0);
    let rank = |member: &&Member| {
        let ranked = ranks && member.priority > 0;
        if ranked { (0, member.priority) } else { (1, member.index()) }
    };
    let best = wanted.min_by_key(rank)?;
    let needs_root = monitor.is_on("root_node_as_master") && !ranks && !stays;
    (!needs_root || best.index() == 0).then(|| best.name.clone())
}
