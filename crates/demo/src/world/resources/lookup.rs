//! Finds resources by their names.

use super::{Monitor, Server, Service};
use crate::world::World;
use crate::world::databases::Database;
use std::time::Duration;

impl World {
    /// How long a login may last at most (`admin_jwt_max_age`).
    #[must_use]
    pub fn longest_login(&self) -> Duration {
        let text = self.core.get("admin_jwt_max_age").and_then(|value| value.as_str());
        let millis = text.and_then(|text| text.trim_end_matches("ms").parse().ok());
        Duration::from_millis(millis.unwrap_or(24 * 3_600_000))
    }

    /// How many worker threads there are.
    #[must_use]
    pub fn threads(&self) -> u64 {
        self.core.get("threads").and_then(|value| value.as_u64()).unwrap_or(1).max(1)
    }

    /// The server of that name.
    #[must_use]
    pub fn server(&self, name: &str) -> Option<&Server> {
        self.servers.get(name)
    }

    /// The server of that name, to change it.
    pub fn server_mut(&mut self, name: &str) -> Option<&mut Server> {
        self.servers.get_mut(name)
    }

    /// The monitor of that name.
    #[must_use]
    pub fn monitor(&self, name: &str) -> Option<&Monitor> {
        self.monitors.get(name)
    }

    /// The monitor of that name, to change it.
    pub fn monitor_mut(&mut self, name: &str) -> Option<&mut Monitor> {
        self.monitors.get_mut(name)
    }

    /// The monitor that looks at a server.
    #[must_use]
    pub fn monitor_of(&self, server: &str) -> Option<&Monitor> {
        self.monitor(&self.server(server)?.watch.as_ref()?.monitor)
    }

    /// The service of that name.
    #[must_use]
    pub fn service(&self, name: &str) -> Option<&Service> {
        self.services.get(name)
    }

    /// The service of that name, to change it.
    pub fn service_mut(&mut self, name: &str) -> Option<&mut Service> {
        self.services.get_mut(name)
    }

    /// The database behind a server object.
    #[must_use]
    pub fn database_of(&self, server: &str) -> Option<&Database> {
        self.databases.at(self.server(server)?.address_ref())
    }

    /// The database behind a server object, to change it.
    pub fn database_of_mut(&mut self, server: &str) -> Option<&mut Database> {
        let address = self.server(server)?.address();
        self.databases.get_mut(&address)
    }
}
