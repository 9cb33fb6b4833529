//! A webshop: a primary and its replicas for the orders, a Galera cluster for the accounts.

use super::builder::{Builder, Node, of_monitor, servers};
use super::shop_clients;
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::address::Address;
use crate::world::databases::Pace;
use serde_json::json;
use std::time::{Duration, SystemTime};

/// How much of the past is lived through.
pub const SETTLING: Duration = Duration::from_secs(120);

pub(super) const DAY: Duration = Duration::from_secs(24 * 3600);

/// How long MaxScale has been running: twelve days and some hours.
const UPTIME: Duration = Duration::from_secs(12 * 24 * 3600 + 5 * 3600 + 37 * 60);

const LTS: &str = "10.11.14-MariaDB-log";
const NEXT_LTS: &str = "11.4.8-MariaDB-log";
const GALERA: &str = "10.6.23-MariaDB";

/// The world of the scene: an ordinary day.
pub fn world(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut world = objects(now, seed, version);
    restart_for_updates(&mut world, now);
    world.skip_to(now - SETTLING);
    world.begin(shop_clients::groups(), SETTLING);
    world
}

/// What there is, as MaxScale was started.
pub fn objects(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut builder = Builder::new(now - UPTIME, seed, version);
    builder.world.core.insert("threads".to_owned(), json!(4));
    add_clusters(&mut builder);
    add_filters(&mut builder);
    add_services(&mut builder);
    add_listeners(&mut builder);
    set_paces(&mut builder.world);
    builder.start();
    builder.world
}

/// When the shop is busy, some replicas cannot carry out as much as is written.
fn set_paces(world: &mut World) {
    let now = world.now;
    for (name, per_second) in [("shop-db2", 420), ("shop-db3", 300), ("shop-db4", 275)] {
        if let Some(database) = world.database_of_mut(name) {
            database.condition.pace = Some(Pace::new(per_second, now));
        }
    }
}

/// A replica was restarted five days ago, and again a minute later.
fn restart_for_updates(world: &mut World, now: SystemTime) {
    let address = address("shop-db3", 13);
    world.skip_to(now - 5 * DAY);
    world.kill_database(&address);
    world.advance(Duration::from_secs(47));
    world.start_database(&address);
    world.advance(Duration::from_secs(4));
}

fn address(name: &str, number: u64) -> Address {
    let net = if name.starts_with("shop") { 20 } else { 30 };
    Address { host: format!("10.{net}.1.{number}"), port: 3306 }
}

fn node(name: &str, number: u64, version: &'static str, days: u32) -> Node {
    Node {
        name: name.to_owned(),
        address: address(name, number),
        id: number.try_into().unwrap_or(i64::MAX),
        version,
        up_for: days * DAY + Duration::from_secs(number * 4_177),
        using_gtid: "Slave_Pos",
    }
}

fn add_clusters(builder: &mut Builder) {
    let shop = [
        node("shop-db1", 11, LTS, 63),
        node("shop-db2", 12, LTS, 63),
        node("shop-db3", 13, LTS, 63),
        node("shop-db4", 14, NEXT_LTS, 19),
    ];
    let settings = json!({
        "auto_failover": true,
        "auto_rejoin": true,
        "disk_space_check_interval": "60000ms",
        "disk_space_threshold": { "/var/lib/mysql": 90 },
        "enforce_read_only_slaves": true,
        "maintenance_on_low_disk_space": false,
        "servers_no_promotion": "shop-db4",
        "replication_user": "replication",
    });
    builder.replicated("shop-monitor", &shop, settings);
    let accounts = [
        node("accounts-db1", 21, GALERA, 118),
        node("accounts-db2", 22, GALERA, 117),
        node("accounts-db3", 23, GALERA, 117),
    ];
    builder.galera("accounts-monitor", &accounts, json!({ "disable_master_failback": true }));
}

fn add_filters(builder: &mut Builder) {
    let file = json!({ "filebase": "/var/log/maxscale/reports" });
    builder.filter("reports-log", "qlafilter", file);
    builder.filter("routing-hints", "hintfilter", json!({}));
    builder.filter("reports-limit", "maxrows", json!({ "max_resultset_rows": 1_000_000 }));
}

fn add_services(builder: &mut Builder) {
    builder.service("shop", "readwritesplit", of_monitor("shop-monitor"), json!({}));
    builder.use_filters("shop", &["routing-hints"]);
    let replicas = servers(&["shop-db2", "shop-db3"]);
    let reads = json!({ "router_options": "slave" });
    builder.service("shop-readonly", "readconnroute", replicas, reads.clone());
    builder.service("reports", "readconnroute", servers(&["shop-db4"]), reads);
    builder.use_filters("reports", &["reports-log", "reports-limit"]);
    let replay = json!({ "transaction_replay": true });
    builder.service("accounts", "readwritesplit", of_monitor("accounts-monitor"), replay);
}

fn add_listeners(builder: &mut Builder) {
    let tls = json!({
        "port": 4007,
        "ssl": true,
        "ssl_cert": "/etc/maxscale/tls/shop.pem",
        "ssl_key": "/etc/maxscale/tls/shop.key",
    });
    builder.listener("shop-tls-listener", "shop", tls);
    for (name, service, port) in [
        ("shop-listener", "shop", 4006),
        ("shop-readonly-listener", "shop-readonly", 4008),
        ("reports-listener", "reports", 4010),
        ("accounts-listener", "accounts", 4016),
    ] {
        builder.listener(name, service, json!({ "port": port }));
    }
}
