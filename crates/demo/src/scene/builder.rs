//! Puts a world together: clusters, services, listeners and filters, with what they start from.

use crate::objects::defaults::Defaults;
use crate::objects::{Origin, Parameters};
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::world::address::Address;
use crate::world::databases::{Condition, Database, Gtid, Replication, Source};
use crate::world::resources::{
    Filter, Listener, Module, Monitor, Router, Server, Service, Targets, Watch,
};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};

/// A database, and the server object for it.
#[derive(Clone, Debug)]
pub struct Node {
    /// Name of the server object.
    pub name: String,
    /// Where it listens.
    pub address: Address,
    /// Its `server_id`.
    pub id: i64,
    /// Its version.
    pub version: &'static str,
    /// How long it had been running when MaxScale was started.
    pub up_for: Duration,
    /// How it follows its source.
    pub using_gtid: &'static str,
}

/// A world that is being put together.
pub struct Builder {
    /// What there is of it.
    pub world: World,
    /// User and password of every monitor and service.
    pub account: Value,
    /// Transactions that each replicated cluster has written before.
    pub transactions: u64,
}

impl Builder {
    /// Nothing but MaxScale itself, which starts at that time.
    #[must_use]
    pub fn new(started: SystemTime, seed: u64, version: MaxScaleVersion) -> Self {
        let mut world = World::new(started, seed, version);
        world.core = Defaults::of(version).core();
        let account = json!({ "user": "maxscale", "password": "*****" });
        Self { world, account, transactions: 48_210_377 }
    }

    /// A primary, its replicas and their monitor; the first node is the primary.
    pub fn replicated(&mut self, monitor: &str, nodes: &[Node], given: Value) {
        let Some(primary) = nodes.first() else {
            return;
        };
        for node in nodes {
            let follows = node.id != primary.id;
            let source = Source::new(primary.address.clone(), node.using_gtid);
            let sequence = self.transactions;
            let position = Gtid { domain: 0, server_id: primary.id, sequence };
            let source = follows.then_some(source);
            let replication = Replication::Asynchronous { position, source };
            self.add_node(node, follows, replication);
        }
        let mut parameters = self.parameters(self.defaults().monitor("mariadbmon"), &json!({}));
        for name in ["user", "password"] {
            let value = parameters.get(name).cloned().unwrap_or_default();
            parameters.insert(format!("replication_{name}"), value);
        }
        let mut parameters = extended(parameters, given);
        if let (true, Some(Value::Bool(on))) =
            (self.world.version.has_safe_failover(), parameters.get("auto_failover"))
        {
            parameters.insert("auto_failover".to_owned(), json!(on.to_string()));
        }
        self.add_monitor(monitor, Module::MariaDb, parameters, nodes);
    }

    /// A Galera cluster and its monitor.
    pub fn galera(&mut self, monitor: &str, nodes: &[Node], given: Value) {
        for (index, node) in (0..).zip(nodes) {
            self.add_node(node, false, Replication::Galera { index });
        }
        let parameters = self.parameters(self.defaults().monitor("galeramon"), &given);
        self.add_monitor(monitor, Module::Galera, parameters, nodes);
    }

    /// A server that nothing monitors.
    pub fn add_node(&mut self, node: &Node, read_only: bool, replication: Replication) {
        let database = Database {
            up: true,
            started: self.world.now - node.up_for,
            version: node.version.to_owned(),
            server_id: node.id,
            read_only,
            replication,
            condition: Condition::default(),
        };
        self.world.databases.insert(node.address.clone(), database);
        let place = json!({ "address": node.address.host, "port": node.address.port });
        let parameters = extended(self.defaults().server(), place);
        self.world.servers.push(Server::new(&node.name, parameters, Origin::Static));
    }

    fn add_monitor(&mut self, name: &str, module: Module, given: Parameters, nodes: &[Node]) {
        let world = &mut self.world;
        let mut monitor = Monitor::new(name, module, given, world.now);
        for node in nodes {
            monitor.servers.push(node.name.clone());
            if let Some(server) = world.servers.get_mut(&node.name) {
                server.watch = Some(Watch::new(name, world.now));
            }
        }
        world.monitors.push(monitor);
    }

    /// MaxScale starts: its monitors look for the first time.
    pub fn start(&mut self) {
        self.world.log_start();
        let monitors: Vec<String> =
            self.world.monitors.iter().map(|monitor| monitor.name.clone()).collect();
        for monitor in monitors {
            self.world.tick(&monitor);
            self.world.wait_for_monitor(&monitor);
        }
    }

    /// A filter.
    pub fn filter(&mut self, name: &str, module: &str, given: Value) {
        self.world.filters.push(Filter {
            name: name.to_owned(),
            module: module.to_owned(),
            parameters: extended(self.defaults().filter(module), given),
            origin: Origin::Static,
        });
    }

    /// A service.
    pub fn service(&mut self, name: &str, router: &str, targets: Targets, given: Value) {
        let parameters = self.parameters(self.defaults().service(router), &given);
        let started = self.world.now;
        let mut service = Service::new(name, Router::from_module(router), parameters, started);
        service.targets = targets;
        self.world.services.push(service);
    }

    /// The filters of a service.
    pub fn use_filters(&mut self, service: &str, filters: &[&str]) {
        if let Some(service) = self.world.service_mut(service) {
            service.filters = filters.iter().map(|name| (*name).to_owned()).collect();
        }
    }

    /// A listener of a service.
    pub fn listener(&mut self, name: &str, service: &str, given: Value) {
        let mut parameters = extended(self.defaults().listener(), given);
        parameters.insert("service".to_owned(), json!(service));
        self.world.listeners.push(Listener {
            name: name.to_owned(),
            service: service.to_owned(),
            parameters,
            origin: Origin::Static,
            running: true,
            failure: None,
        });
    }

    fn defaults(&self) -> Defaults {
        Defaults::of(self.world.version)
    }

    fn parameters(&self, parameters: Parameters, given: &Value) -> Parameters {
        extended(extended(parameters, self.account.clone()), given.clone())
    }
}

/// Parameters with some given ones.
fn extended(mut parameters: Parameters, given: Value) -> Parameters {
    if let Value::Object(given) = given {
        parameters.extend(given);
    }
    parameters
}

/// The servers of a monitor.
#[must_use]
pub fn of_monitor(name: &str) -> Targets {
    Targets::Monitor(name.to_owned())
}

/// These servers.
#[must_use]
pub fn servers(names: &[&str]) -> Targets {
    Targets::Servers(names.iter().map(|name| (*name).to_owned()).collect())
}
