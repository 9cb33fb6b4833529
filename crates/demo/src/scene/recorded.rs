//! The clusters of the recordings: names, addresses and parameters of resources-idle.json.

use crate::objects::{Origin, Parameters, defaults};
use crate::world::World;
use crate::world::database::{Address, Database, Gtid, Replication, Source};

use crate::world::monitor::{Module, Monitor};
use crate::world::server::{Server, Watch};
use crate::world::service::{Filter, Listener, Router, Service, Targets};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};

/// The world of the recordings, after its monitors have looked once.
pub fn world(now: SystemTime, seed: u64) -> World {
    // MaxScale had been running for a while (`uptime` in resources-idle).
    let started = now - Duration::from_secs(108);
    let mut world = World::new(started, seed);
    world.core = defaults::core();
    add_databases(&mut world);
    add_servers(&mut world);
    add_monitors(&mut world);
    add_filters(&mut world);
    add_services(&mut world);
    world.log_start();
    world.advance_to(now);
    world
}

const SERVERS: [(&str, u64, i64); 6] = [
    ("server1", 3301, 1),
    ("server2", 3302, 2),
    ("server3", 3303, 3),
    ("galera1", 3311, 11),
    ("galera2", 3312, 12),
    ("galera3", 3313, 13),
];

fn address(port: u64) -> Address {
    Address { host: "127.0.0.1".to_owned(), port }
}

fn add_databases(world: &mut World) {
    for (name, port, server_id) in SERVERS {
        let is_galera = name.starts_with("galera");
        let replication = if is_galera {
            Replication::Galera { index: server_id - 11 }
        } else {
            let using_gtid = if server_id == 3 { "Slave_Pos" } else { "Current_Pos" };
            let source = Source { address: address(3301), using_gtid };
            Replication::Asynchronous {
                position: Gtid { domain: 0, server_id: 1, sequence: 2 },
                source: (server_id != 1).then_some(source),
            }
        };
        let database = Database {
            up: true,
            started: world.now - Duration::from_secs(if is_galera { 46 } else { 978 }),
            version: version(is_galera).to_owned(),
            server_id,
            read_only: server_id == 2 || server_id == 3,
            replication,
        };
        world.databases.insert(address(port), database);
    }
}

fn version(is_galera: bool) -> &'static str {
    if is_galera { "10.11.19-MariaDB-0+deb12u1" } else { "10.11.19-MariaDB-0+deb12u1-log" }
}

fn with(mut parameters: Parameters, given: Value) -> Parameters {
    if let Value::Object(given) = given {
        parameters.extend(given);
    }
    parameters
}

fn add_servers(world: &mut World) {
    for (name, port, _) in SERVERS {
        let parameters = with(defaults::server(), json!({ "address": "127.0.0.1", "port": port }));
        world.servers.push(Server::new(name, parameters, Origin::Static));
    }
}

fn add_monitors(world: &mut World) {
    let account = json!({ "user": "maxuser", "password": "*****" });
    let replication = json!({ "replication_user": "maxuser", "replication_password": "*****" });
    for (name, module, prefix) in
        [("Monitor", Module::MariaDb, "server"), ("Galera-Monitor", Module::Galera, "galera")]
    {
        let mut parameters = with(defaults::monitor(module.name()), account.clone());
        if module == Module::MariaDb {
            parameters = with(parameters, replication.clone());
        }
        let mut monitor = Monitor::new(name, module, parameters, world.now);
        monitor.servers = SERVERS
            .iter()
            .filter(|(server, _, _)| server.starts_with(prefix))
            .map(|(server, _, _)| (*server).to_owned())
            .collect();
        for server in &monitor.servers {
            if let Some(server) = world.servers.get_mut(server) {
                server.watch = Some(Watch::new(name, world.now));
            }
        }
        world.monitors.push(monitor);
        world.tick(name);
    }
    // MaxScale knew the servers from before, so that only some were new to it.
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

fn add_filters(world: &mut World) {
    let file = json!({ "filebase": "/var/lib/maxscale/qla" });
    for (name, module, given) in [("QLA", "qlafilter", file), ("Hint", "hintfilter", json!({}))] {
        world.filters.push(Filter {
            name: name.to_owned(),
            module: module.to_owned(),
            parameters: with(defaults::filter(module), given),
            origin: Origin::Static,
        });
    }
}

fn add_services(world: &mut World) {
    let now = world.now;
    let account = json!({ "user": "maxuser", "password": "*****" });
    let servers: Vec<String> = ["server1", "server2", "server3"].map(str::to_owned).to_vec();
    let mut add = |name: &str, router: &str, targets: Targets| {
        let parameters = with(defaults::service(router), account.clone());
        let mut service = Service::new(name, Router::from_module(router), parameters, now);
        service.targets = targets;
        world.services.push(service);
    };
    add("Galera-Service", "readwritesplit", Targets::Monitor("Galera-Monitor".to_owned()));
    add("RW-Split-Router", "readwritesplit", Targets::Monitor("Monitor".to_owned()));
    add("Read-Con-Router", "readconnroute", Targets::Servers(servers));
    if let Some(service) = world.service_mut("RW-Split-Router") {
        service.filters = vec!["QLA".to_owned(), "Hint".to_owned()];
    }
    if let Some(service) = world.service_mut("Read-Con-Router") {
        service.parameters.insert("router_options".to_owned(), json!("slave"));
    }
    for (name, service, port) in [
        ("RW-Split-Listener", "RW-Split-Router", 4006),
        ("Read-Con-Listener", "Read-Con-Router", 4008),
        ("Galera-Listener", "Galera-Service", 4009),
    ] {
        let given = json!({ "address": "127.0.0.1", "port": port, "service": service });
        world.listeners.push(Listener {
            name: name.to_owned(),
            service: service.to_owned(),
            parameters: with(defaults::listener(), given),
            origin: Origin::Static,
            running: true,
        });
    }
}
