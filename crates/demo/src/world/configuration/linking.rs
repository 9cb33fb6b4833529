//! Linking servers, services and monitors to each other, in MaxScale's order and words
//! (rest-api.md 7.2).

use crate::world::World;
use crate::world::resources::Targets;
use std::collections::BTreeSet;

/// What is said when something cannot be done; nothing may be said.
pub type Problems = Vec<String>;

/// Names of objects, in the order in which MaxScale goes through them.
pub type Names = BTreeSet<String>;

impl World {
    /// Adds objects to services and monitors.
    ///
    /// # Errors
    /// One of them cannot be added.
    pub fn link(&mut self, children: &Names, parents: &Names) -> Result<(), Problems> {
        for parent in parents.iter().filter(|_| !children.is_empty()) {
            for child in children {
                if self.service(parent).is_some() {
                    self.link_to_service(parent, child)?;
                } else {
                    self.link_to_monitor(parent, child)?;
                }
            }
            self.save(parent);
        }
        Ok(())
    }

    /// Takes objects away from services and monitors.
    ///
    /// # Errors
    /// One of them cannot be taken away.
    pub fn unlink(&mut self, children: &Names, parents: &Names) -> Result<(), Problems> {
        for parent in parents.iter().filter(|_| !children.is_empty()) {
            for child in children {
                if self.service(parent).is_some() {
                    self.unlink_from_service(parent, child)?;
                } else {
                    self.unlink_from_monitor(parent, child)?;
                }
            }
            self.save(parent);
        }
        Ok(())
    }

    fn cluster_of(&self, service: &str) -> Option<String> {
        match &self.service(service)?.targets {
            Targets::Monitor(monitor) => Some(monitor.clone()),
            Targets::Servers(_) => None,
        }
    }

    fn link_to_service(&mut self, service: &str, child: &str) -> Result<(), Problems> {
        if self.monitor(child).is_some() {
            return self.use_cluster(service, child);
        }
        if let Some(cluster) = self.cluster_of(service) {
            return Err(vec![defined_by_monitor(service, &cluster, "added to")]);
        }
        self.refuse_link(service, child)?;
        if let Some(Targets::Servers(names)) = self.service_mut(service).map(|s| &mut s.targets) {
            names.push(child.to_owned());
        }
        Ok(())
    }

    fn use_cluster(&mut self, service: &str, monitor: &str) -> Result<(), Problems> {
        let targets = self.service(service).map(|service| &service.targets);
        let reason = match targets {
            Some(Targets::Monitor(cluster)) => format!("Service already uses cluster '{cluster}'"),
            Some(Targets::Servers(names)) if !names.is_empty() => "Service uses targets".to_owned(),
            _ => {
                if let Some(service) = self.service_mut(service) {
                    service.targets = Targets::Monitor(monitor.to_owned());
                }
                return Ok(());
            }
        };
        Err(vec![format!("Service '{service}' cannot use cluster '{monitor}': {reason}")])
    }

    fn refuse_link(&self, service: &str, target: &str) -> Result<(), Problems> {
        if service == target {
            return Err(vec![format!("Cannot link '{service}' to itself")]);
        }
        let targets = self.service(service).map(|s| self.targets_of(s)).unwrap_or_default();
        if targets.iter().any(|name| name == target) {
            return Err(vec![format!("Service '{service}' already uses target '{target}'")]);
        }
        match self.cycle(service, target) {
            Some(cycle) => Err(vec![format!(
                "Linking '{target}' to '{service}' would result in a circular configuration: \
                 {cycle}"
            )]),
            None => Ok(()),
        }
    }

    /// The way from a target back to the service, if there is one.
    fn cycle(&self, service: &str, target: &str) -> Option<String> {
        let children = self.service(target).map(|target| self.targets_of(target))?;
        let back = |child: &String| {
            if child == service { Some(service.to_owned()) } else { self.cycle(service, child) }
        };
        children.iter().find_map(back).map(|way| format!("{way} <- {target}"))
    }

    fn unlink_from_service(&mut self, service: &str, child: &str) -> Result<(), Problems> {
        let cluster = self.cluster_of(service);
        if self.monitor(child).is_some() && cluster.as_deref() != Some(child) {
            return Err(vec![format!("Service '{service}' does not use monitor '{child}'")]);
        }
        if let Some(cluster) = cluster.filter(|cluster| cluster != child) {
            return Err(vec![defined_by_monitor(service, &cluster, "removed from")]);
        }
        let Some(service) = self.service_mut(service) else {
            return Ok(());
        };
        match &mut service.targets {
            Targets::Monitor(_) => service.targets = Targets::Servers(Vec::new()),
            Targets::Servers(names) => names.retain(|name| name != child),
        }
        Ok(())
    }

    fn link_to_monitor(&mut self, monitor: &str, child: &str) -> Result<(), Problems> {
        if self.service(child).is_some() {
            return self.use_cluster(child, monitor);
        }
        if let Some(other) = self.monitor_of(child) {
            let rest = if other.name == monitor {
                "again to the same monitor"
            } else {
                "to another monitor"
            };
            return Err(vec![format!(
                "Server '{child}' is already monitored by '{}', cannot add {rest}.",
                other.name
            )]);
        }
        self.refuse_busy(monitor, "adding a server")?;
        let mut servers = self.monitor(monitor).map(|m| m.servers.clone()).unwrap_or_default();
        servers.push(child.to_owned());
        self.set_monitor_servers(monitor, servers);
        Ok(())
    }

    fn unlink_from_monitor(&mut self, monitor: &str, child: &str) -> Result<(), Problems> {
        if self.service(child).is_some() {
            return self.unlink_from_service(child, monitor);
        }
        self.refuse_busy(monitor, "removing a server")?;
        let mut servers = self.monitor(monitor).map(|m| m.servers.clone()).unwrap_or_default();
        servers.retain(|server| server != child);
        self.set_monitor_servers(monitor, servers);
        Ok(())
    }

    /// Refuses to give a monitor other servers while it carries out a command.
    fn refuse_busy(&self, monitor: &str, deed: &str) -> Result<(), Problems> {
        let Some(reason) =
            self.monitor(monitor).and_then(crate::world::resources::Monitor::busy_with)
        else {
            return Ok(());
        };
        Err(vec![
            format!(
                "Reconfiguration of monitor '{monitor}' failed because monitor cannot be safely \
                 stopped. {reason}"
            ),
            format!("Monitor reconfiguration failed when {deed}. Check log for more details."),
        ])
    }
}

fn defined_by_monitor(service: &str, monitor: &str, deed: &str) -> String {
    format!(
        "The servers of the service '{service}' are defined by the monitor '{monitor}'. Servers \
         cannot explicitly be {deed} the service."
    )
}
