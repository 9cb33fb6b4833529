//! A database server that MaxScale routes to.

use std::sync::Arc;

use serde_json::Value;

use crate::address::Address;
use crate::fieldset::Fieldset;
use crate::json::Fields;
use crate::name::{MonitorName, ServerName, ServiceName};
use crate::replication::{Lag, ReplicaConnection};
use crate::resource::{FromResource, Resource};
use crate::state::{Condition, Role, ServerState, Word};
use crate::status::ServerStatus;

/// The numbers of a server that are asked for most; `None` where MaxScale did not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Open connections to the server, of all services together.
    pub connections: Option<u64>,
    /// Requests being executed now.
    pub active_operations: Option<u64>,
    /// Idle connections parked in the pool; not part of `connections`.
    pub pooled: Option<u64>,
}

/// A server as the REST API describes it (rest-api.md 3.2).
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Its name in MaxScale.
    pub name: ServerName,
    /// Where it listens.
    pub address: Address,
    /// What MaxScale says of it.
    pub state: ServerState,
    /// The same in parts; since 25.10.
    pub status: Option<ServerStatus>,
    /// More on the state, when the monitor has something to say.
    pub state_details: Option<String>,
    /// The version of the database server.
    pub version: Option<String>,
    /// The numbers asked for most.
    pub load: Load,
    /// All of `statistics`, as it came.
    pub statistics: Value,
    /// The position of its last transaction.
    pub gtid: Option<String>,
    /// Seconds behind its primary; -1 in the API is `None` here.
    pub lag_seconds: Option<u64>,
    /// Whether its monitor looked and could not tell the lag, as when replication does not run.
    pub lag_is_unknown: bool,
    /// Seconds since the database process started.
    pub uptime_seconds: Option<u64>,
    /// The last thing its monitor saw happen, in MaxScale's word.
    pub last_event: Option<String>,
    /// When that was, as an HTTP date.
    pub triggered_at: Option<String>,
    /// Whether it refuses writes.
    pub read_only: Option<bool>,
    /// The connections by which it follows others.
    pub replication: Vec<ReplicaConnection>,
    /// The monitor that watches it.
    pub monitor: Option<MonitorName>,
    /// The services that name it (or its monitor) as a target.
    pub services: Vec<ServiceName>,
    /// All parameters, as they came; passwords are stars.
    pub parameters: Arc<Value>,
}

impl Server {
    /// How far a replica is behind; of primaries, Galera nodes and servers that are not there
    /// MaxScale tells numbers that say nothing.
    pub fn lag(&self) -> Option<Lag> {
        let is_node = self.state.has(&Word::Synced);
        let replicates = self.state.is_running() && self.state.role().is_some_and(Role::replicates);
        match self.lag_seconds {
            _ if is_node || !replicates => None,
            Some(seconds) => Some(Lag::Seconds(seconds)),
            None => self.lag_is_unknown.then_some(Lag::Unknown),
        }
    }

    /// Since when the server is what it is, as an HTTP date, where the last event has led to that.
    /// Maintenance and draining are no events (rest-api.md 4.4).
    pub fn state_since(&self) -> Option<&str> {
        let event = self.last_event.as_deref()?;
        let has_led_here = match self.state.condition() {
            Condition::Down | Condition::NeedDnsLookup => event.ends_with("_down"),
            Condition::NoRole => event.starts_with("lost_") || event == "server_up",
            Condition::Serving(_) => event.starts_with("new_") || event.ends_with("_up"),
            Condition::AuthError
            | Condition::Maintenance
            | Condition::MaintenanceDown
            | Condition::Draining
            | Condition::Drained
            | Condition::Unknown => false,
        };
        self.triggered_at.as_deref().filter(|_| has_led_here)
    }

    fn load(statistics: Fields<'_>) -> Load {
        Load {
            connections: statistics.count("connections"),
            active_operations: statistics.count("active_operations"),
            pooled: statistics.count("persistent_connections"),
        }
    }
}

impl FromResource for Server {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[servers]",
        list: &[
            "state",
            "status",
            "statistics/connections",
            "statistics/active_operations",
            "statistics/persistent_connections",
            "gtid_current_pos",
            "replication_lag",
            "state_details",
        ],
        configuration: &[
            "last_event",
            "triggered_at",
            "parameters/address",
            "parameters/port",
            "parameters/socket",
            "version_string",
            "monitors/data",
            "services/data",
        ],
        details: &["statistics", "uptime", "read_only", "slave_connections", "parameters"],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        let status = ServerStatus::read(attributes.object("status"));
        Some(Self {
            name: ServerName::new(resource.id),
            address: Address::from_parameters(attributes.object("parameters")),
            state: match (attributes.text("state"), &status) {
                (None, Some(status)) => status.as_state(),
                (text, _) => ServerState::parse(&text.unwrap_or_default()),
            },
            status,
            state_details: attributes.text("state_details"),
            version: attributes.text("version_string"),
            load: Self::load(attributes.object("statistics")),
            statistics: attributes.value("statistics").cloned().unwrap_or_default(),
            gtid: attributes.text("gtid_current_pos"),
            lag_seconds: attributes.count("replication_lag"),
            lag_is_unknown: attributes.real("replication_lag") == Some(-1.0),
            uptime_seconds: attributes.count("uptime"),
            last_event: attributes.text("last_event"),
            triggered_at: attributes.text("triggered_at"),
            read_only: attributes.truth("read_only"),
            replication: attributes
                .list("slave_connections")
                .iter()
                .map(ReplicaConnection::read)
                .collect(),
            monitor: resource.related("monitors").next().map(MonitorName::new),
            services: resource.related("services").map(ServiceName::new).collect(),
            parameters: Arc::new(attributes.value("parameters").cloned().unwrap_or_default()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::single;

    fn server(attributes: &str) -> Server {
        single(&format!(r#"{{"data":{{"id":"a","attributes":{attributes}}}}}"#)).unwrap()
    }

    #[test]
    fn only_a_replica_has_a_lag() {
        let lag = |state: &str, lag: &str| {
            server(&format!(r#"{{"state":"{state}","replication_lag":{lag}}}"#)).lag()
        };
        assert_eq!(lag("Slave, Running", "7"), Some(Lag::Seconds(7)));
        assert_eq!(lag("Slave, Running", "-1"), Some(Lag::Unknown));
        assert_eq!(lag("Slave, Running", "null"), None);
        assert_eq!(lag("Draining, Slave, Running", "7"), Some(Lag::Seconds(7)));
        for none in ["Master, Running", "Slave, Synced, Running", "Down", "Maintenance, Running"] {
            assert_eq!(lag(none, "0"), None, "{none}");
        }
    }

    #[test]
    fn the_last_event_tells_since_when_only_where_it_has_led_to_the_state() {
        let since = |state: &str, event: &str| {
            let attributes =
                format!(r#"{{"state":"{state}","last_event":"{event}","triggered_at":"then"}}"#);
            server(&attributes).state_since().is_some()
        };
        assert!(since("Down", "slave_down"));
        assert!(since("Master, Running", "new_master"));
        assert!(since("Running", "lost_slave"));
        // As after a monitor's start, which tells no event.
        assert!(!since("Slave, Running", "server_down"));
        assert!(!since("Maintenance, Running", "new_slave"));
        assert!(!since("Maintenance, Down", "slave_down"));
    }
}
