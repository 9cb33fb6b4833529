//! Deleting objects, and what stands against it (rest-api.md 7.4).

use crate::world::World;
use crate::world::resources::Targets;
use std::collections::BTreeSet;

impl World {
    /// Deletes a server; by force it is unlinked first.
    ///
    /// # Errors
    /// It is in use.
    pub fn delete_server(&mut self, name: &str, force: bool) -> Result<(), Vec<String>> {
        if force {
            self.unlink_server(name)?;
        }
        let mut users = self.services_naming(name);
        users.extend(self.filters_naming(name));
        users.extend(self.monitor_of(name).map(|monitor| monitor.name.clone()));
        if !users.is_empty() {
            let users = users.join(", ");
            return Err(vec![format!("Cannot destroy server '{name}' as it is used by: {users}")]);
        }
        self.forget(name);
        self.lose_connections(name);
        self.servers.remove(name);
        Ok(())
    }

    fn unlink_server(&mut self, name: &str) -> Result<(), Vec<String>> {
        let monitor = self.monitor_of(name).map(|monitor| monitor.name.clone());
        let parents: Vec<String> = monitor.into_iter().chain(self.services_naming(name)).collect();
        for parent in parents {
            self.unlink(&BTreeSet::from([name.to_owned()]), &BTreeSet::from([parent]))?;
        }
        Ok(())
    }

    /// Deletes a monitor; by force it is unlinked first.
    ///
    /// # Errors
    /// It has servers, a service uses it, or the configuration is shared by its cluster.
    pub fn delete_monitor(&mut self, name: &str, force: bool) -> Result<(), String> {
        if self.sync_cluster() == Some(name) {
            return Err(format!(
                "Cannot destroy monitor '{name}', it is set as the configuration sync cluster."
            ));
        }
        let services = self.services_of_monitor(name);
        let has_servers = self.monitor(name).is_some_and(|monitor| !monitor.servers.is_empty());
        if has_servers && !force {
            return Err(format!("Cannot destroy monitor '{name}', it is monitoring servers."));
        }
        if !services.is_empty() && !force {
            return Err(format!("Monitor '{name}' cannot be destroyed as it is used by services."));
        }
        for service in services {
            if let Some(service) = self.service_mut(&service) {
                service.targets = Targets::Servers(Vec::new());
            }
            self.save(&service);
        }
        self.forget(name);
        self.set_monitor_servers(name, Vec::new());
        self.monitors.remove(name);
        Ok(())
    }

    /// Deletes a service; by force with its listeners, and out of other services.
    ///
    /// # Errors
    /// It uses something, or something depends on it.
    pub fn delete_service(&mut self, name: &str, force: bool) -> Result<(), String> {
        if !force {
            self.refuse_deletion_of_service(name)?;
        }
        if let Some(Targets::Servers(targets)) = self.service_mut(name).map(|s| &mut s.targets)
            && force
        {
            targets.clear();
            self.save(name);
        }
        for parent in self.services_naming(name) {
            if let Some(Targets::Servers(names)) = self.service_mut(&parent).map(|s| &mut s.targets)
            {
                names.retain(|target| target != name);
            }
            self.save(&parent);
        }
        for listener in self.listeners_of_service(name) {
            self.forget(&listener);
            self.listeners.remove(&listener);
        }
        self.forget(name);
        self.end_sessions_of(name);
        self.services.remove(name);
        Ok(())
    }

    fn refuse_deletion_of_service(&self, name: &str) -> Result<(), String> {
        let Some(service) = self.service(name) else {
            return Ok(());
        };
        let mut uses = self.targets_of(service);
        uses.extend(service.filters.iter().cloned());
        if !uses.is_empty() {
            return Err(format!(
                "Cannot destroy service '{name}', it uses the following objects: {}",
                uses.join(", ")
            ));
        }
        let mut users = self.services_naming(name);
        users.extend(self.filters_naming(name));
        users.extend(self.listeners_of_service(name));
        if users.is_empty() {
            return Ok(());
        }
        Err(format!(
            "Cannot destroy service '{name}', the following objects depend on it: {}",
            users.join(", ")
        ))
    }

    /// Deletes a filter; by force it is taken out of its services first.
    ///
    /// # Errors
    /// A service uses it.
    pub fn delete_filter(&mut self, name: &str, force: bool) -> Result<(), String> {
        let services = self.services_of_filter(name);
        if !services.is_empty() && !force {
            return Err(format!(
                "Filter '{name}' cannot be destroyed: Remove it from all services first"
            ));
        }
        for service in services {
            if let Some(service) = self.service_mut(&service) {
                service.filters.retain(|filter| filter != name);
            }
            self.save(&service);
        }
        self.forget(name);
        self.filters.remove(name);
        Ok(())
    }

    /// Deletes a listener; sessions that came through it stay.
    pub fn delete_listener(&mut self, name: &str) {
        self.forget(name);
        self.listeners.remove(name);
    }
}
