//! All that decides what an action on a server will do.

use crate::allowed::Watch;
use crate::monitor::{Monitor, MonitorModule};
use crate::server::Server;
use crate::service::Router;
use crate::state::Role;

/// A server, who watches it, and who uses it, at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation {
    /// The server.
    pub server: Server,
    /// Who watches it.
    pub watch: Watch,
    /// Whether its cluster chooses another primary by itself when this one goes.
    pub hands_over: bool,
    /// Whether it may take the primary's role back from the one that has it now.
    pub takes_back: bool,
    /// The routers of the services that use it.
    pub routers: Vec<Router>,
}

impl Situation {
    /// What is known of a server, its monitor, and the services that use it.
    pub fn of(server: &Server, monitor: Option<&Monitor>, routers: Vec<Router>) -> Self {
        let watch = Watch::of(server, monitor);
        let runs_galera = watch == Watch::Running(MonitorModule::Galera);
        let galera = monitor.filter(|_| runs_galera);
        Self {
            server: server.clone(),
            watch,
            hands_over: galera.is_some_and(Monitor::chooses_primary),
            takes_back: galera.is_some_and(Monitor::fails_back),
            routers,
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
            && matches!(self.watch, Watch::Stopped(_) | Watch::Unmonitored)
    }
}
