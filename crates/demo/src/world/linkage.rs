//! Which object uses which, and what must not be deleted because of it (rest-api.md 7.4).

use super::World;
use super::server::Watch;
use super::service::{Service, Targets};

impl World {
    /// The kind of the object that has the name, whatever it is: names are shared by all kinds.
    #[must_use]
    pub fn kind_of(&self, name: &str) -> Option<&'static str> {
        if self.server(name).is_some() {
            Some("server")
        } else if self.monitor(name).is_some() {
            Some("monitor")
        } else if self.service(name).is_some() {
            Some("service")
        } else if self.listeners.has(name) {
            Some("listener")
        } else if self.filters.has(name) {
            Some("filter")
        } else {
            None
        }
    }

    /// The services that name a server among their targets themselves, in order.
    #[must_use]
    pub fn services_naming(&self, server: &str) -> Vec<String> {
        self.services_where(|service| match &service.targets {
            Targets::Servers(servers) => servers.iter().any(|name| name == server),
            Targets::Monitor(_) => false,
        })
    }

    /// The services that a server works for, over a monitor or directly, in the order of
    /// MaxScale's lists.
    #[must_use]
    pub fn services_of_server(&self, server: &str) -> Vec<String> {
        let monitor = self.monitor_of(server).map(|monitor| monitor.name.as_str());
        self.services_where(|service| match &service.targets {
            Targets::Servers(servers) => servers.iter().any(|name| name == server),
            Targets::Monitor(name) => monitor == Some(name),
        })
    }

    /// The services that use a monitor as their cluster.
    #[must_use]
    pub fn services_of_monitor(&self, monitor: &str) -> Vec<String> {
        self.services_where(
            |service| matches!(&service.targets, Targets::Monitor(name) if name == monitor),
        )
    }

    /// The services that use a filter.
    #[must_use]
    pub fn services_of_filter(&self, filter: &str) -> Vec<String> {
        self.services_where(|service| service.filters.iter().any(|name| name == filter))
    }

    fn services_where(&self, uses: impl Fn(&Service) -> bool) -> Vec<String> {
        let found = self.services.iter().filter(|service| uses(service));
        found.map(|service| service.name.clone()).collect()
    }

    /// The listeners of a service.
    #[must_use]
    pub fn listeners_of_service(&self, service: &str) -> Vec<String> {
        let found = self.listeners.iter().filter(|listener| listener.service == service);
        found.map(|listener| listener.name.clone()).collect()
    }

    /// Whether clients can come to a service.
    #[must_use]
    pub fn listens(&self, service: &str) -> bool {
        self.listeners.iter().any(|listener| listener.running && listener.service == service)
    }

    /// Deletes a server; by force it is unlinked first.
    ///
    /// # Errors
    /// It is in use.
    pub fn delete_server(&mut self, name: &str, force: bool) -> Result<(), String> {
        let mut users = self.services_naming(name);
        users.extend(self.monitor_of(name).map(|monitor| monitor.name.clone()));
        if !users.is_empty() && !force {
            return Err(format!(
                "Cannot destroy server '{name}' as it is used by: {}",
                users.join(", ")
            ));
        }
        self.lose_connections(name);
        for service in self.services.iter_mut() {
            if let Targets::Servers(servers) = &mut service.targets {
                servers.retain(|server| server != name);
            }
        }
        let monitor = self.monitor_of(name).map(|monitor| monitor.name.clone());
        if let Some(monitor) = monitor {
            let mut servers = self.monitor(&monitor).map(|m| m.servers.clone()).unwrap_or_default();
            servers.retain(|server| server != name);
            self.set_monitor_servers(&monitor, servers);
        }
        self.servers.remove(name);
        Ok(())
    }

    /// Gives a monitor other servers; it is restarted for that.
    pub fn set_monitor_servers(&mut self, name: &str, servers: Vec<String>) {
        let now = self.now;
        let running = self.monitor(name).is_some_and(|monitor| monitor.running);
        self.stop_monitor(name);
        let before = self.monitor(name).map(|monitor| monitor.servers.clone()).unwrap_or_default();
        for gone in before.iter().filter(|server| !servers.contains(server)) {
            if let Some(server) = self.server_mut(gone) {
                server.watch = None;
            }
        }
        for server in &servers {
            if let Some(server) = self.server_mut(server).filter(|server| server.watch.is_none()) {
                server.watch = Some(Watch::new(name, now));
            }
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.servers = servers;
        }
        self.restart_monitor(name);
        if running {
            self.start_monitor(name);
        }
    }

    /// Deletes a monitor; by force it is unlinked first.
    ///
    /// # Errors
    /// It has servers, or a service uses it.
    pub fn delete_monitor(&mut self, name: &str, force: bool) -> Result<(), String> {
        let has_servers = self.monitor(name).is_some_and(|monitor| !monitor.servers.is_empty());
        let services = self.services_of_monitor(name);
        if has_servers && !force {
            return Err(format!("Cannot destroy monitor '{name}', it is monitoring servers."));
        }
        if !services.is_empty() && !force {
            return Err(format!("Monitor '{name}' cannot be destroyed as it is used by services."));
        }
        self.set_monitor_servers(name, Vec::new());
        for service in services {
            if let Some(service) = self.service_mut(&service) {
                service.targets = Targets::Servers(Vec::new());
            }
        }
        self.monitors.remove(name);
        Ok(())
    }

    /// Deletes a service; by force with its listeners.
    ///
    /// # Errors
    /// It uses something, or something depends on it.
    pub fn delete_service(&mut self, name: &str, force: bool) -> Result<(), String> {
        let listeners = self.listeners_of_service(name);
        if let Some(service) = self.service(name).filter(|_| !force) {
            let mut uses = match &service.targets {
                Targets::Servers(servers) => servers.clone(),
                Targets::Monitor(monitor) => vec![monitor.clone()],
            };
            uses.extend(service.filters.iter().cloned());
            if !uses.is_empty() {
                return Err(format!(
                    "Cannot destroy service '{name}', it uses the following objects: {}",
                    uses.join(", ")
                ));
            }
            if !listeners.is_empty() {
                return Err(format!(
                    "Cannot destroy service '{name}', the following objects depend on it: {}",
                    listeners.join(", ")
                ));
            }
        }
        self.end_sessions_of(name);
        self.listeners.retain(|listener| listener.service != name);
        self.services.remove(name);
        Ok(())
    }

    /// Ends every session of a service.
    pub fn end_sessions_of(&mut self, service: &str) {
        let of_service = self.sessions.values().filter(|session| session.service == service);
        let ids: Vec<u64> = of_service.map(|session| session.id).collect();
        for id in ids {
            self.end_session(id);
        }
    }

    /// Deletes a filter; by force it is taken out of its services first.
    ///
    /// # Errors
    /// A service uses it.
    pub fn delete_filter(&mut self, name: &str, force: bool) -> Result<(), String> {
        if !self.services_of_filter(name).is_empty() && !force {
            return Err(format!(
                "Filter '{name}' cannot be destroyed: Remove it from all services first"
            ));
        }
        for service in self.services.iter_mut() {
            service.filters.retain(|filter| filter != name);
        }
        self.filters.remove(name);
        Ok(())
    }
}
