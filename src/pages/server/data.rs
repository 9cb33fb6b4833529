//! What the page of a server reads.

use leptos::prelude::*;
use maxscale::monitor::Monitor;
use maxscale::name::ServerName;
use maxscale::server::Server;
use maxscale::server_context::Monitoring;

use crate::api;
use crate::commands::{Target, TopologyQueries};
use crate::query::{Query, use_query};

/// The server and the lists around it. Copies speak of the same ones.
#[derive(Clone, Copy)]
pub(super) struct ServerData {
    name: StoredValue<ServerName>,
    /// The server, whole.
    pub(super) server: Query<Server>,
    pub(super) topology: TopologyQueries,
}

impl ServerData {
    /// Reads it from now on.
    pub(super) fn read(name: ServerName) -> Self {
        let stored = StoredValue::new(name.clone());
        let server = use_query(api::servers::one(name));
        let topology = TopologyQueries {
            servers: use_query(api::servers::all()),
            monitors: use_query(api::monitors::all_with_diagnostics()),
            services: use_query(api::services::all()),
        };
        Self { name: stored, server, topology }
    }

    /// It, as what commands are done to.
    pub(super) fn target(self) -> Target {
        Target::server(self.name.get_value(), self.server, self.topology)
    }

    /// The monitor that watches it, once that has been read.
    pub(super) fn monitor(self) -> Option<Monitor> {
        let server = self.server.data.get()?;
        self.topology.with(|topology| topology.monitor_of(&server).cloned())
    }

    /// Whether a monitor looks after it.
    pub(super) fn monitoring(self) -> Monitoring {
        match self.server.data.get() {
            Some(server) => Monitoring::of(&server, self.monitor().as_ref()),
            None => Monitoring::NotKnown,
        }
    }
}
