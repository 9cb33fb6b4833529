//! Objects with what a list shows of the objects around them.

use maxscale::impact::targets;
use maxscale::listener::Listener;
use maxscale::monitor::Monitor;
use maxscale::name::{ServerName, ServiceName};
use maxscale::object::ObjectState;
use maxscale::server::Server;
use maxscale::server_context::Topology;
use maxscale::service::Service;
use maxscale::session::Session;
use maxscale::state::Role;

use super::natural;

/// A service, and whether its clients' requests have somewhere to go.
pub struct ListedService {
    /// The service.
    pub service: Service,
    /// Its state among its servers.
    pub state: ObjectState,
}

impl ListedService {
    /// A service among the others.
    pub fn of(service: &Service, topology: Topology<'_>) -> Self {
        let state = ObjectState::of_service(service, topology);
        Self { service: service.clone(), state }
    }
}

/// A monitor, and what its servers make of it.
pub struct ListedMonitor {
    /// The monitor.
    pub monitor: Monitor,
    /// Its primaries; `None` where nobody says.
    pub primaries: Option<Vec<ServerName>>,
    /// The services that route to any of its servers.
    pub services: Vec<ServiceName>,
}

impl ListedMonitor {
    /// A monitor among its servers and services. Only mariadbmon says which server is its
    /// primary; for the others the states of the servers do.
    pub fn of(monitor: &Monitor, topology: Topology<'_>) -> Self {
        let said = monitor.primary.clone().map(|name| vec![name]);
        let seen = || topology.servers.map(|servers| primaries(monitor, servers));
        Self {
            monitor: monitor.clone(),
            primaries: said.or_else(seen),
            services: services(monitor, topology),
        }
    }
}

fn primaries(monitor: &Monitor, servers: &[Server]) -> Vec<ServerName> {
    leading(servers.iter().filter(|server| server.monitor.as_ref() == Some(&monitor.name)))
}

fn leading<'a>(servers: impl Iterator<Item = &'a Server>) -> Vec<ServerName> {
    let leading = servers.filter(|server| server.state.role() == Some(Role::Primary));
    leading.map(|server| server.name.clone()).collect()
}

fn services(monitor: &Monitor, topology: Topology<'_>) -> Vec<ServiceName> {
    let (Some(monitors), Some(services)) = (topology.monitors, topology.services) else {
        return monitor.services.clone();
    };
    let uses = |service: &&Service| {
        let targets = targets(service, monitors, services);
        targets.iter().any(|name| monitor.servers.contains(name))
    };
    services.iter().filter(uses).map(|service| service.name.clone()).collect()
}

/// A listener, and what comes through it.
pub struct ListedListener {
    /// The listener.
    pub listener: Listener,
    /// The client sessions of its service, through whichever listener they came.
    pub sessions: Option<u64>,
}

/// The servers that are primaries.
pub fn all_primaries(servers: &[Server]) -> Vec<ServerName> {
    leading(servers.iter())
}

/// A session with its servers in the order in which one looks for them: MaxScale has none.
pub fn with_primary_first(session: &Session, primaries: &[ServerName]) -> Session {
    let mut session = session.clone();
    session.servers.sort_by(|a, b| {
        let is_replica = |server| !primaries.contains(server);
        is_replica(a).cmp(&is_replica(b)).then_with(|| natural(a.as_str(), b.as_str()))
    });
    session
}
