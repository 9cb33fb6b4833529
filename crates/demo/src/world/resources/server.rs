//! A server as MaxScale has it: its configuration, its status, and what goes over it.

use super::observation::{Node, Observation};
use super::response_times::{Average, Distribution};
use super::status::{Flag, Status};
use crate::objects::{Origin, Parameters};
use crate::world::address::{Address, AddressRef};
use std::time::{Duration, SystemTime};

/// What the monitor of a server noted about it.
#[derive(Clone, Debug)]
pub struct Watch {
    /// The name of that monitor.
    pub monitor: String,
    /// Id of the node: `server_id`, or the index in a Galera cluster; -1 when not known.
    pub node_id: i64,
    /// Id of the node that it follows; -1 when there is none.
    pub master_id: i64,
    /// Seconds behind the primary; -1 when not known.
    pub lag: i64,
    /// Name of the last event.
    pub last_event: String,
    /// When that was.
    pub triggered_at: SystemTime,
    /// How many looks in a row found it down; in maintenance none counts.
    pub failures: u64,
    /// Seconds since its process was started, when it was last reached.
    pub uptime: u64,
    /// What `mariadbmon` saw of it last.
    pub observation: Observation,
    /// What `galeramon` saw of it last, and in the look before, which is what it tells of.
    pub nodes: [Option<Node>; 2],
}

impl Watch {
    /// Nothing seen yet by that monitor.
    #[must_use]
    pub fn new(monitor: &str, now: SystemTime) -> Self {
        Self {
            monitor: monitor.to_owned(),
            node_id: -1,
            master_id: -1,
            lag: -1,
            last_event: "server_down".to_owned(),
            triggered_at: now,
            failures: 0,
            uptime: 0,
            observation: Observation::default(),
            nodes: [None, None],
        }
    }
}

/// What goes over a server. Connections and operations follow from the sessions.
#[derive(Clone, Debug, Default)]
pub struct ServerStatistics {
    /// Connections open now.
    pub connections: u64,
    /// Connections opened since the start.
    pub total_connections: u64,
    /// The most connections at one time.
    pub max_connections: u64,
    /// Statements that run now.
    pub active_operations: u64,
    /// Packets sent there.
    pub routed_packets: u64,
    /// Those of them that had to go to a primary.
    pub routed_writes: u64,
    /// How long reads took.
    pub reads: Distribution,
    /// How long writes took.
    pub writes: Distribution,
    /// What a read takes nowadays.
    pub select_time: Average,
}

/// A server object of MaxScale.
#[derive(Clone, Debug)]
pub struct Server {
    /// Its name, unique among all objects.
    pub name: String,
    /// Its parameters, complete.
    pub parameters: Parameters,
    /// Where it was defined.
    pub origin: Origin,
    /// What MaxScale takes its state to be.
    pub status: Status,
    /// What its monitor noted; `None` while nothing monitors it.
    pub watch: Option<Watch>,
    /// The version that it said when it was last reached.
    pub version: String,
    /// What goes over it.
    pub statistics: ServerStatistics,
}

impl Server {
    /// A server that nothing has looked at yet.
    #[must_use]
    pub fn new(name: &str, parameters: Parameters, origin: Origin) -> Self {
        Self {
            name: name.to_owned(),
            parameters,
            origin,
            status: Status::default(),
            watch: None,
            version: String::new(),
            statistics: ServerStatistics::default(),
        }
    }

    /// Where its database is expected.
    #[must_use]
    pub fn address(&self) -> Address {
        let AddressRef { host, port } = self.address_ref();
        Address { host: host.to_owned(), port }
    }

    /// The same, not copied.
    #[must_use]
    pub(super) fn address_ref(&self) -> AddressRef<'_> {
        let text = |name| self.parameters.get(name).and_then(|value| value.as_str());
        AddressRef {
            host: text("address").or_else(|| text("socket")).unwrap_or_default(),
            port: self.parameters.get("port").and_then(|value| value.as_u64()).unwrap_or_default(),
        }
    }

    /// Its state string.
    #[must_use]
    pub fn state(&self) -> String {
        self.status.describe(self.statistics.connections)
    }

    /// Whether it is a primary that can be used.
    #[must_use]
    pub fn is_usable_primary(&self) -> bool {
        self.status.has(Flag::Master) && self.status.is_usable()
    }

    /// Notes a new connection.
    pub fn connected(&mut self) {
        let statistics = &mut self.statistics;
        statistics.connections += 1;
        statistics.total_connections += 1;
        statistics.max_connections = statistics.max_connections.max(statistics.connections);
    }

    /// Notes that a connection is gone.
    pub fn disconnected(&mut self) {
        self.statistics.connections = self.statistics.connections.saturating_sub(1);
    }

    /// Notes that statements start, one after the other.
    pub fn statements_started(&mut self) {
        self.statistics.active_operations += 1;
    }

    /// Notes that they ended; `took` is `None` when they were cut off, or how long each took.
    pub fn statements_ended(&mut self, reads: bool, count: u64, took: Option<Duration>) {
        let statistics = &mut self.statistics;
        statistics.active_operations = statistics.active_operations.saturating_sub(1);
        if let Some(took) = took {
            if reads {
                statistics.reads.add(count, took);
                statistics.select_time.add(took);
            } else {
                statistics.writes.add(count, took);
            }
        }
    }
}
