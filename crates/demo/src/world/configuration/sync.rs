//! A configuration that several MaxScales share by a table on the primary of a cluster
//! (rest-api.md 7.5).

use crate::world::World;
use crate::world::address::Address;
use serde_json::{Map, Value, json};
use sha1::{Digest, Sha1};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// The name of the host of this MaxScale.
pub const HOST: &str = "vm";

/// The database account that the table can be reached with.
const ACCOUNT: &str = "maxuser";

/// What this MaxScale knows of the shared configuration, and what the clusters hold.
#[derive(Clone, Debug, Default)]
pub struct Sync {
    /// How many changes this MaxScale has seen.
    version: u64,
    /// The configuration that it holds for the shared one.
    current: Option<Arc<Value>>,
    /// When the table was written first.
    first_written: Option<SystemTime>,
    /// The version in the table of each cluster.
    tables: BTreeMap<String, u64>,
}

impl World {
    /// The monitor whose cluster holds the shared configuration.
    #[must_use]
    pub fn sync_cluster(&self) -> Option<&str> {
        let name = self.core.get("config_sync_cluster").and_then(Value::as_str);
        name.filter(|name| !name.is_empty())
    }

    /// Whether the configuration is shared, so that nothing is saved here.
    #[must_use]
    pub(super) fn shares_configuration(&self) -> bool {
        self.sync_cluster().is_some()
    }

    /// Makes sure that a change can be shared.
    ///
    /// # Errors
    /// The cluster has no primary, does not let us in, or somebody else has changed something.
    pub fn begin_shared_change(&mut self, users: &Value) -> Result<(), String> {
        let Some(cluster) = self.sync_cluster().map(str::to_owned) else {
            return Ok(());
        };
        if self.configuration.sync.current.is_none() {
            self.configuration.sync.current = Some(Arc::new(self.shared_configuration(users)));
        }
        let problem = |text: String| format!("Cannot start configuration change: {text}");
        self.reach_table(&cluster).map_err(problem)?;
        match self.configuration.sync.tables.get(&cluster) {
            Some(stored) if *stored != self.configuration.sync.version => Err(problem(format!(
                "Configuration conflict detected: version stored in the cluster ({stored}) is not \
                 the same as the local version ({}), MaxScale is out of sync.",
                self.configuration.sync.version
            ))),
            _ => Ok(()),
        }
    }

    fn reach_table(&self, cluster: &str) -> Result<(), String> {
        let monitor = self.monitor(cluster);
        let servers = monitor.map(|monitor| monitor.servers.as_slice()).unwrap_or_default();
        let mut primaries = servers
            .iter()
            .filter_map(|name| self.server(name))
            .filter(|server| server.is_usable_primary());
        let primary =
            primaries.next().ok_or_else(|| format!("No valid servers in cluster '{cluster}'."))?;
        let user = self.core.get("config_sync_user").and_then(Value::as_str).unwrap_or_default();
        let Address { host, port } = primary.address();
        let refused = |reason: String| {
            Err(format!(
                "Failed to connect to '{}' for configuration update: Connection to \
                 [{host}]:{port} failed. Error {reason}",
                primary.name
            ))
        };
        if self.database_of(&primary.name).is_none_or(|database| !database.up) {
            return refused(format!("2002: Can't connect to server on '{host}' (115)"));
        }
        if user != ACCOUNT {
            return refused(format!(
                "1045: Access denied for user '{user}'@'localhost' (using password: YES)"
            ));
        }
        Ok(())
    }

    /// Shares a change that has been made while `cluster` was the one to share with.
    pub fn share_change(&mut self, cluster: Option<&str>, users: &Value) {
        let Some(cluster) = cluster else {
            return;
        };
        let changed = self.shared_configuration(users);
        if self.configuration.sync.current.as_deref() == Some(&changed) {
            return;
        }
        let now = self.now;
        self.configuration.sync.version += 1;
        self.configuration.sync.tables.insert(cluster.to_owned(), self.configuration.sync.version);
        self.configuration.sync.first_written.get_or_insert(now);
        self.configuration.sync.current = Some(Arc::new(changed));
    }

    /// Takes the configuration as it is for the shared one, after a change that was not shared.
    pub fn keep_change_local(&mut self, users: &Value) {
        if self.shares_configuration() {
            self.configuration.sync.current = Some(Arc::new(self.shared_configuration(users)));
        }
    }

    /// The `config_sync` attribute of MaxScale (rest-api.md 3.8).
    #[must_use]
    pub fn sync_status(&self) -> Value {
        if !self.shares_configuration() {
            return Value::Null;
        }
        let (Some(current), Some(written)) =
            (&self.configuration.sync.current, self.configuration.sync.first_written)
        else {
            return json!({ "status": "No configuration changes", "version": self.configuration.sync.version });
        };
        // The state of the nodes is read with the next look at the table.
        let is_read = self.now >= written + self.sync_interval();
        let nodes: Map<String, Value> =
            is_read.then(|| (HOST.to_owned(), json!("OK"))).into_iter().collect();
        let hash = Sha1::digest(current.to_string().as_bytes());
        let checksum: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        json!({
            "checksum": checksum,
            "nodes": nodes,
            "origin": HOST,
            "status": "OK",
            "version": self.configuration.sync.version,
        })
    }

    fn sync_interval(&self) -> Duration {
        let text = self.core.get("config_sync_interval").and_then(Value::as_str);
        let millis = text.and_then(|text| text.trim_end_matches("ms").parse().ok());
        Duration::from_millis(millis.unwrap_or(5_000))
    }

    /// All that is shared: every object with its state, and what may differ at runtime.
    fn shared_configuration(&self, users: &Value) -> Value {
        let mut core = self.core.clone();
        for name in ["cluster", "user", "password", "db"] {
            core.remove(&format!("config_sync_{name}"));
        }
        let servers = self.servers.iter().map(|server| (&server.name, server.state()));
        let monitors = self.monitors.iter().map(|monitor| &monitor.name);
        let services = self.services.iter().map(|service| &service.name);
        let listeners = self.listeners.iter().map(|listener| &listener.name);
        let filters = self.filters.iter().map(|filter| &filter.name);
        let others = monitors.chain(services).chain(listeners).chain(filters);
        let mut objects = Map::new();
        for (name, state) in servers {
            objects.insert(name.clone(), json!([self.configuration(name), state]));
        }
        for name in others {
            objects.insert(name.clone(), self.configuration(name));
        }
        json!([core, objects, users])
    }
}
