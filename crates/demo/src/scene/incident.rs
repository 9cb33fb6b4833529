//! The webshop at two in the morning: what a DBA finds who was called out of bed.

use super::shop::{self, DAY, SETTLING};
use super::shop_clients;
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::log::Priority;
use crate::world::monitors::Change;
use crate::world::resources::{Flag, Server};
use std::time::{Duration, SystemTime};

const MINUTE: Duration = Duration::from_secs(60);

/// A monitor has looked at its servers after so long.
const SEEN: Duration = Duration::from_secs(5);

/// How far the replica for reports has fallen behind.
const LAG: Duration = Duration::from_secs(2 * 3600 + 17 * 60);

/// The world of the scene.
pub fn world(now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
    let mut world = shop::objects(now, seed, version);
    let mut at = |ago: Duration, happens: fn(&mut World)| {
        world.skip_to(now - ago);
        happens(&mut world);
        world.advance(SEEN);
    };
    at(9 * DAY, forget_a_replica_in_maintenance);
    at(371 * MINUTE, let_a_certificate_expire);
    at(188 * MINUTE, stop_the_reports);
    at(137 * MINUTE, fall_behind);
    at(52 * MINUTE, lose_a_node);
    at(21 * MINUTE, break_a_replica);
    at(11 * MINUTE, fill_a_disk);
    world.skip_to(now - SETTLING);
    world.begin(shop_clients::groups(), SETTLING);
    world.copy_statistics_of(&shop::world(now, seed, version));
    world
}

/// Somebody wanted to do something to it, and did not come back.
fn forget_a_replica_in_maintenance(world: &mut World) {
    if let Err(refusal) = world.change_state("shop-db2", Change::Set, Flag::Maintenance) {
        log(world, Priority::Error, &refusal);
    }
}

fn let_a_certificate_expire(world: &mut World) {
    let reason = "The certificate '/etc/maxscale/tls/shop.pem' has expired.";
    if let Some(listener) = world.listeners.get_mut("shop-tls-listener") {
        listener.running = false;
        listener.failure = Some(reason.to_owned());
    }
    log(world, Priority::Error, &format!("{reason} Listener 'shop-tls-listener' was not started."));
}

fn stop_the_reports(world: &mut World) {
    if let Some(service) = world.service_mut("reports") {
        service.started = false;
    }
    if let Some(listener) = world.listeners.get_mut("reports-listener") {
        listener.running = false;
    }
    log(world, Priority::Notice, "Service 'reports' was stopped.");
}

fn fall_behind(world: &mut World) {
    if let Some(database) = world.database_of_mut("shop-db4") {
        database.set_lag(LAG);
    }
}

fn lose_a_node(world: &mut World) {
    let address = world.server("accounts-db3").map(Server::address);
    if let Some(address) = address {
        world.kill_database(&address);
    }
}

fn break_a_replica(world: &mut World) {
    if let Some(database) = world.database_of_mut("shop-db3") {
        database.break_replication();
    }
}

/// What it has not carried out yet needs room.
fn fill_a_disk(world: &mut World) {
    if let Some(database) = world.database_of_mut("shop-db4") {
        database.set_low_disk(true);
    }
    world.advance(MINUTE);
}

fn log(world: &mut World, priority: Priority, text: &str) {
    world.log.write(world.now, priority, text.to_owned());
}
