//! The recorded clusters with clients that come and go: for tests that need names they know.

use super::recorded;
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::sessions::{ClientGroup, Shares, Workload};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// The world of the scene.
pub fn world(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut world = recorded::world(now - Duration::from_secs(60), seed, version);
    for group in groups() {
        world.add_group(group);
    }
    world.advance_to(now);
    world
}

fn groups() -> Vec<ClientGroup> {
    let workload = Arc::new(Workload {
        users: &["shop", "reports", "billing", "search"],
        program: "php-fpm",
        network: "192.0.2",
        shares: Shares { reads: 35, writes: 10, transactions: 5 },
        burst: 1,
        pause: Duration::from_millis(1500),
        read: Duration::from_millis(250),
        write: Duration::from_millis(40),
        held: Duration::from_secs(6),
        one_long_in: 0,
        cycle: Duration::ZERO,
    });
    let group = |service: &str, clients, stay| ClientGroup {
        service: service.to_owned(),
        clients,
        stay: Duration::from_secs(stay),
        workload: Arc::clone(&workload),
    };
    vec![
        group("RW-Split-Router", 12, 120),
        group("Read-Con-Router", 4, 90),
        group("Galera-Service", 8, 120),
    ]
}
