//! How `galeramon` sees a Galera cluster.

use super::World;
use super::monitor::{Finding, Monitor};
use super::status::{Flag, Status};

/// The node with the lowest index among those that run and are not in maintenance.
///
/// The next node takes over at once, and hands back when the first one returns (recording
/// maintenance-galera-primary), unless `disable_master_failback` makes the new one stay.
pub fn choose_primary(world: &World, monitor: &Monitor) -> Option<String> {
    if monitor.is_on("disable_master_role_setting") {
        return None;
    }
    let current = monitor.primary.as_ref().filter(|name| is_available(world, name));
    if let Some(current) = current.filter(|_| monitor.is_on("disable_master_failback")) {
        return Some(current.clone());
    }
    let available = monitor.servers.iter().filter(|name| is_available(world, name));
    available.min_by_key(|name| index(world, name)).cloned()
}

fn index(world: &World, name: &str) -> Option<i64> {
    world.database_of(name).and_then(|database| database.galera_index())
}

fn is_synced(world: &World, name: &str) -> bool {
    world.lets_monitor_in(name)
        && world.database_of(name).is_some_and(|database| database.galera_index().is_some())
}

fn is_available(world: &World, name: &str) -> bool {
    let maintained = world.server(name).is_none_or(|server| server.status.has(Flag::Maintenance));
    is_synced(world, name) && !maintained
}

/// How many nodes the cluster has now.
pub fn cluster_size(world: &World, monitor: &Monitor) -> usize {
    monitor.servers.iter().filter(|name| is_synced(world, name)).count()
}

/// What a server is, given the primary.
pub fn find(world: &World, monitor: &Monitor, primary: Option<&str>, name: &str) -> Finding {
    let running = world.lets_monitor_in(name);
    let mut status = Status::default();
    if running {
        status = status.with(Flag::Running);
    }
    if is_available(world, name) {
        status = status.with(Flag::Synced);
        if primary == Some(name) {
            status = status.with(Flag::Master);
        } else if !monitor.is_on("disable_master_role_setting") {
            status = status.with(Flag::Slave);
        }
    }
    let node_id = index(world, name).filter(|_| running).unwrap_or(-1);
    Finding { status, node_id, master_id: if running { 0 } else { -1 }, lag: 0 }
}
