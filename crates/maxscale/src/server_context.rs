//! All around a server that decides what a command on it will do.

use crate::impact::targets;
use crate::monitor::{Monitor, MonitorModule, MonitorState};
use crate::name::ServerName;
use crate::server::Server;
use crate::service::{Router, Service};
use crate::state::Role;

/// The lists around a server, as they were read last; `None` where one has not been read yet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Topology<'a> {
    /// All servers.
    pub servers: Option<&'a [Server]>,
    /// All monitors; with their diagnostics, where these are to be considered.
    pub monitors: Option<&'a [Monitor]>,
    /// All services.
    pub services: Option<&'a [Service]>,
}

impl<'a> Topology<'a> {
    /// The monitor that watches a server, once that has been read.
    pub fn monitor_of(self, server: &Server) -> Option<&'a Monitor> {
        let name = server.monitor.as_ref()?;
        self.monitors?.iter().find(|one| one.name == *name)
    }

    fn routers(self, server: &ServerName) -> Vec<Router> {
        let (Some(monitors), Some(services)) = (self.monitors, self.services) else {
            return vec![];
        };
        let uses = |service: &&Service| targets(service, monitors, services).contains(server);
        services.iter().filter(uses).map(|service| service.router.clone()).collect()
    }
}

/// Whether a monitor looks after a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Monitoring {
    /// No monitor.
    Unmonitored,
    /// A monitor that is stopped: states are frozen and MaxScale checks nothing.
    Stopped(MonitorModule),
    /// A running monitor.
    Running(MonitorModule),
    /// The monitor has not been read.
    NotKnown,
}

impl Monitoring {
    /// That of `server`, with its monitor as far as it was read.
    pub fn of(server: &Server, monitor: Option<&Monitor>) -> Self {
        match (&server.monitor, monitor) {
            (None, _) => Self::Unmonitored,
            (Some(_), None) => Self::NotKnown,
            (Some(_), Some(monitor)) if monitor.is_running() => {
                Self::Running(monitor.module.clone())
            }
            (Some(_), Some(monitor)) if monitor.state == MonitorState::Stopped => {
                Self::Stopped(monitor.module.clone())
            }
            (Some(_), Some(_)) => Self::NotKnown,
        }
    }
}

/// A server, who watches it, and who uses it, at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct ServerContext {
    /// The server.
    pub server: Server,
    /// Who watches it.
    pub monitoring: Monitoring,
    /// Whether its cluster chooses another primary by itself when this one goes.
    pub hands_over: bool,
    /// Whether it may take the primary's role back from the one that has it now.
    pub takes_back: bool,
    /// The routers of the services that use it.
    pub routers: Vec<Router>,
}

impl ServerContext {
    /// What is known of a server, its monitor, and the services that use it.
    pub fn of(server: &Server, topology: Topology<'_>) -> Self {
        let monitor = topology.monitor_of(server);
        let monitoring = Monitoring::of(server, monitor);
        let runs_galera = monitoring == Monitoring::Running(MonitorModule::Galera);
        let galera = monitor.filter(|_| runs_galera);
        Self {
            server: server.clone(),
            monitoring,
            hands_over: galera.is_some_and(Monitor::chooses_primary),
            takes_back: galera.is_some_and(Monitor::fails_back),
            routers: topology.routers(&server.name),
        }
    }

    /// Whether the server is the primary.
    pub fn is_primary(&self) -> bool {
        self.server.state.role() == Some(Role::Primary)
    }

    /// Whether its clients are left without a primary: it is the primary, and neither does its
    /// cluster choose another by itself nor does a monitor run that could.
    pub fn leaves_no_primary(&self) -> bool {
        self.is_primary()
            && !self.hands_over
            && matches!(self.monitoring, Monitoring::Stopped(_) | Monitoring::Unmonitored)
    }
}
