//! How `mariadbmon` sees a primary and its replicas.

use super::World;
use super::database::Database;
use super::faults::Faults;
use super::monitor::{Finding, Monitor};
use super::status::{Flag, Status};

/// The primary stays as long as it follows nobody, even while it is down; else it is the server
/// that follows nobody, runs, and is followed most.
pub fn choose_primary(world: &World, monitor: &Monitor) -> Option<String> {
    let follows_nobody = |name: &&String| {
        world.database_of(name).is_some_and(|database| database.source().is_none())
    };
    let current = monitor.primary.as_ref();
    if let Some(current) =
        current.filter(|name| monitor.servers.contains(name)).filter(follows_nobody)
    {
        return Some(current.clone());
    }
    let usable = |name: &&String| {
        world.database_of(name).is_some_and(|database| database.up && !database.read_only)
    };
    let candidates = monitor.servers.iter().filter(follows_nobody).filter(usable);
    let mut best: Option<(&String, usize)> = None;
    for name in candidates {
        let followers = followers(world, monitor, name);
        if best.is_none_or(|(_, most)| followers > most) {
            best = Some((name, followers));
        }
    }
    // A server that was never reached is taken for the primary until something better is known.
    let unknown = |name: &&String| world.database_of(name).is_none();
    best.map(|(name, _)| name).or_else(|| monitor.servers.iter().find(unknown)).cloned()
}

fn followers(world: &World, monitor: &Monitor, name: &str) -> usize {
    monitor.servers.iter().filter(|other| source_of(world, monitor, other) == Some(name)).count()
}

/// The server of the monitor that a server follows.
pub fn source_of<'a>(world: &World, monitor: &'a Monitor, name: &str) -> Option<&'a str> {
    let source = world.database_of(name)?.source()?;
    let listens = |other: &&String| {
        world.server(other).is_some_and(|server| server.address() == source.address)
    };
    monitor.servers.iter().find(listens).map(String::as_str)
}

/// Whether a server's replication leads to the primary, over other servers if need be.
fn leads_to(world: &World, monitor: &Monitor, primary: &str, name: &str) -> bool {
    let mut at = name;
    for _ in 0..monitor.servers.len() {
        if world.faults(at).broken {
            return false;
        }
        match source_of(world, monitor, at) {
            Some(source) if source == primary => return true,
            Some(source) => at = source,
            None => return false,
        }
    }
    false
}

/// What a server is, given the primary.
pub fn find(world: &World, monitor: &Monitor, primary: Option<&str>, name: &str) -> Finding {
    let unknown = Finding { status: Status::default(), node_id: -1, master_id: -1, lag: -1 };
    let Some(database) = world.database_of(name) else {
        return unknown;
    };
    let finding = Finding { node_id: database.server_id, ..unknown };
    if !world.lets_monitor_in(name) {
        return finding;
    }
    let mut status = Status::default().with(Flag::Running);
    if primary == Some(name) {
        return Finding { status: status.with(Flag::Master), lag: 0, ..finding };
    }
    let source = source_of(world, monitor, name).and_then(|source| world.database_of(source));
    let master_id = source.map_or(-1, |source| source.server_id);
    if primary.is_some_and(|primary| leads_to(world, monitor, primary, name)) {
        status = status.with(Flag::Slave);
        if followers(world, monitor, name) > 0 {
            status = status.with(Flag::RelayMaster);
        }
    }
    Finding { status, master_id, lag: lag(source, &world.faults(name)), ..finding }
}

fn lag(source: Option<&Database>, faults: &Faults) -> i64 {
    let follows = source.is_some_and(|source| source.up) && !faults.broken;
    if follows { faults.lag.as_secs().try_into().unwrap_or(i64::MAX) } else { -1 }
}
