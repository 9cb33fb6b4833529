//! The smallest worlds: one server, and none.

use super::builder::{Builder, Node, servers};
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::address::Address;
use crate::world::sessions::{ClientGroup, Shares, Workload};
use serde_json::json;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How much of the past is lived through.
const SETTLING: Duration = Duration::from_secs(120);

/// One server with a monitor and a service, for a day and a half.
pub fn single(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut builder = Builder::new(now - Duration::from_secs(37 * 3600), seed, version);
    builder.transactions = 92_004;
    let node = Node {
        name: "mariadb".to_owned(),
        address: Address { host: "127.0.0.1".to_owned(), port: 3306 },
        id: 1,
        version: "11.8.3-MariaDB-log",
        up_for: Duration::from_secs(600),
        using_gtid: "Slave_Pos",
    };
    builder.replicated("monitor", &[node], json!({}));
    let any = json!({ "router_options": "running" });
    builder.service("wiki", "readconnroute", servers(&["mariadb"]), any);
    builder.listener("wiki-listener", "wiki", json!({ "port": 4006 }));
    builder.start();
    let mut world = builder.world;
    world.skip_to(now - SETTLING);
    let group = ClientGroup {
        service: "wiki".to_owned(),
        clients: 4,
        stay: Duration::from_secs(420),
        workload: Arc::new(workload()),
    };
    world.begin(vec![group], SETTLING);
    world
}

/// A MaxScale that was started a moment ago, with nothing in its configuration.
pub fn empty(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut builder = Builder::new(now - Duration::from_secs(90), seed, version);
    builder.start();
    builder.world.advance_to(now);
    builder.world
}

fn workload() -> Workload {
    Workload {
        users: &["wiki"],
        program: "php-fpm",
        network: "127.0.0",
        shares: Shares { reads: 30, writes: 5, transactions: 2 },
        burst: 8,
        pause: Duration::from_secs(5),
        read: Duration::from_millis(30),
        write: Duration::from_millis(20),
        held: Duration::from_millis(200),
        one_long_in: 0,
        cycle: Duration::from_secs(540),
    }
}
