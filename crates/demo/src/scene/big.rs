//! A thousand servers in two hundred clusters, with ten thousand clients: whether the console and
//! this simulation can stand it.

use super::builder::{Builder, Node, of_monitor};
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::address::Address;
use crate::world::resources::Service;
use crate::world::sessions::{ClientGroup, Shares, Workload};
use serde_json::json;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// How much of the past is lived through.
const SETTLING: Duration = Duration::from_secs(20);

const DAY: Duration = Duration::from_secs(24 * 3600);

const REGIONS: [&str; 10] = ["ams", "cdg", "fra", "gru", "iad", "lhr", "nrt", "sfo", "sin", "syd"];

/// What a cluster is for, and how many servers it has: a hundred in a region. Those with an odd
/// number of nodes below five are Galera clusters.
const DOMAINS: [(&str, usize); 20] = [
    ("accounts", 5),
    ("audit", 3),
    ("billing", 6),
    ("cart", 6),
    ("catalog", 8),
    ("checkout", 6),
    ("content", 4),
    ("events", 6),
    ("fraud", 4),
    ("inventory", 6),
    ("ledger", 3),
    ("loyalty", 4),
    ("mail", 4),
    ("orders", 8),
    ("pricing", 5),
    ("reports", 6),
    ("search", 6),
    ("shipping", 4),
    ("tokens", 3),
    ("tracking", 3),
];

/// Clients of each service.
const CLIENTS: u32 = 50;

/// The world of the scene.
pub fn world(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut builder = Builder::new(now - 23 * DAY, seed, version);
    builder.world.core.insert("threads".to_owned(), json!(8));
    for (region, place) in REGIONS.into_iter().zip(0_u64..) {
        for ((domain, size), number) in DOMAINS.into_iter().zip(0_u64..) {
            add_cluster(&mut builder, region, domain, size, place * 20 + number);
        }
    }
    builder.start();
    let mut world = builder.world;
    world.skip_to(now - SETTLING);
    let workload = Arc::new(workload());
    let group = |service: &Service| ClientGroup {
        service: service.name.clone(),
        clients: CLIENTS,
        stay: Duration::from_secs(3600),
        workload: Arc::clone(&workload),
    };
    let groups = world.services.iter().map(group).collect();
    world.begin(groups, SETTLING);
    world
}

fn add_cluster(builder: &mut Builder, region: &str, domain: &str, size: usize, number: u64) {
    let name = format!("{domain}-{region}");
    let nodes: Vec<Node> = (1..=size as u64).map(|node| self::node(&name, number, node)).collect();
    let monitor = format!("{name}-monitor");
    if size == 3 {
        builder.galera(&monitor, &nodes, json!({}));
    } else {
        let settings = json!({ "auto_failover": true, "auto_rejoin": true });
        builder.replicated(&monitor, &nodes, settings);
    }
    let (router, settings) = match domain {
        "reports" | "search" => ("readconnroute", json!({ "router_options": "slave" })),
        _ => ("readwritesplit", json!({})),
    };
    builder.service(&name, router, of_monitor(&monitor), settings);
    builder.listener(&format!("{name}-listener"), &name, json!({ "port": 10_000 + number }));
}

fn node(cluster: &str, number: u64, node: u64) -> Node {
    let name = format!("{cluster}-db{node}");
    Node {
        address: Address { host: format!("{name}.example.net"), port: 3306 },
        name,
        id: (number * 10 + node).try_into().unwrap_or(i64::MAX),
        version: if number.is_multiple_of(3) {
            "10.11.14-MariaDB-log"
        } else {
            "11.4.8-MariaDB-log"
        },
        up_for: 2 * DAY + Duration::from_secs(number * 7_919 + node * 86_413),
        using_gtid: "Slave_Pos",
    }
}

/// Pools of connections that are idle most of the time.
fn workload() -> Workload {
    Workload {
        users: &["api", "worker", "reporting"],
        program: "java",
        network: "10.40.7",
        shares: Shares { reads: 22, writes: 6, transactions: 2 },
        burst: 15,
        pause: Duration::from_secs(18),
        read: Duration::from_millis(15),
        write: Duration::from_millis(8),
        held: Duration::from_millis(900),
        one_long_in: 60,
        cycle: Duration::from_secs(900),
    }
}
