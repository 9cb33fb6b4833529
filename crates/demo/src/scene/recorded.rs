//! The clusters of the recordings: names, addresses and parameters of resources-idle.json.

use super::builder::{Builder, Node, of_monitor, servers};
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::address::Address;
use serde_json::json;
use std::time::{Duration, SystemTime};

/// MaxScale had been running for a while (`uptime` in resources-idle).
const RUNNING_FOR: Duration = Duration::from_secs(108);

/// The world of the recordings, after its monitors have looked once.
pub fn world(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut builder = Builder::new(now - RUNNING_FOR, seed, version);
    builder.transactions = 2;
    builder.account = json!({ "user": "maxuser", "password": "*****" });
    let primary_and_replicas = [node("server1", 1), node("server2", 2), node("server3", 3)];
    builder.replicated("Monitor", &primary_and_replicas, json!({}));
    let galera = [node("galera1", 11), node("galera2", 12), node("galera3", 13)];
    builder.galera("Galera-Monitor", &galera, json!({}));
    builder.filter("QLA", "qlafilter", json!({ "filebase": "/var/lib/maxscale/qla" }));
    builder.filter("Hint", "hintfilter", json!({}));
    add_services(&mut builder, first_port(version));
    if version == MaxScaleVersion::V23_08 {
        builder.world.core.insert("admin_port".to_owned(), json!(8990));
    }
    arrange(&mut builder.world);
    builder.start();
    know_from_before(&mut builder.world);
    builder.world.advance_to(now);
    builder.world
}

fn node(name: &str, id: i64) -> Node {
    let is_galera = id > 10;
    Node {
        name: name.to_owned(),
        address: Address { host: "127.0.0.1".to_owned(), port: 3300 + id.unsigned_abs() },
        id,
        version: if is_galera {
            "10.11.19-MariaDB-0+deb12u1"
        } else {
            "10.11.19-MariaDB-0+deb12u1-log"
        },
        up_for: Duration::from_secs(if is_galera { 46 } else { 978 }),
        using_gtid: if id == 3 { "Slave_Pos" } else { "Current_Pos" },
    }
}

/// MaxScale knew the servers from before, so that only some were new to it.
fn know_from_before(world: &mut World) {
    for server in world.servers.iter_mut() {
        let last_event = match server.name.as_str() {
            "galera1" => "new_master",
            "galera2" => "new_slave",
            "galera3" => "slave_up",
            _ => "server_down",
        };
        if let Some(watch) = &mut server.watch {
            last_event.clone_into(&mut watch.last_event);
        }
    }
}

/// The order in which each of the recorded MaxScales had its objects.
fn arrange(world: &mut World) {
    match world.version {
        MaxScaleVersion::V23_08 => {
            let listeners = ["Galera-Listener", "RW-Split-Listener", "Read-Con-Listener"];
            world.listeners.arrange(&listeners);
            world.filters.arrange(&["Hint", "QLA"]);
        }
        MaxScaleVersion::V24_02 => {}
        MaxScaleVersion::V25_01 | MaxScaleVersion::V25_10 => {
            world.monitors.arrange(&["Galera-Monitor", "Monitor"]);
            world.services.arrange(&["Read-Con-Router", "RW-Split-Router", "Galera-Service"]);
            let listeners = ["Read-Con-Listener", "RW-Split-Listener", "Galera-Listener"];
            world.listeners.arrange(&listeners);
        }
    }
}

/// Where its listeners were: 23.08 ran beside another MaxScale.
fn first_port(version: MaxScaleVersion) -> u64 {
    if version == MaxScaleVersion::V23_08 { 5000 } else { 4000 }
}

fn add_services(builder: &mut Builder, first_port: u64) {
    builder.service("Galera-Service", "readwritesplit", of_monitor("Galera-Monitor"), json!({}));
    builder.service("RW-Split-Router", "readwritesplit", of_monitor("Monitor"), json!({}));
    builder.use_filters("RW-Split-Router", &["QLA", "Hint"]);
    let all = servers(&["server1", "server2", "server3"]);
    builder.service("Read-Con-Router", "readconnroute", all, json!({ "router_options": "slave" }));
    for (name, service, port) in [
        ("RW-Split-Listener", "RW-Split-Router", first_port + 6),
        ("Read-Con-Listener", "Read-Con-Router", first_port + 8),
        ("Galera-Listener", "Galera-Service", first_port + 9),
    ] {
        builder.listener(name, service, json!({ "address": "127.0.0.1", "port": port }));
    }
}
