//! Which object uses which.

use super::service::{Filter, Service, Targets};
use crate::objects::metadata::Modules;
use crate::objects::names::ObjectNames;
use crate::world::World;

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

    /// What a service uses directly: servers, in the order in which it came to them, and services.
    #[must_use]
    pub fn targets_of(&self, service: &Service) -> Vec<String> {
        match &service.targets {
            Targets::Servers(names) => names.clone(),
            Targets::Monitor(monitor) => {
                self.monitor(monitor).map(|monitor| monitor.servers.clone()).unwrap_or_default()
            }
        }
    }

    /// The services that name a server or service among their targets themselves, in order.
    #[must_use]
    pub fn services_naming(&self, target: &str) -> Vec<String> {
        let names_it = |service: &&Service| match &service.targets {
            Targets::Servers(names) => names.iter().any(|name| name == target),
            Targets::Monitor(_) => false,
        };
        let naming = self.services.iter().filter(names_it);
        naming.map(|service| service.name.clone()).collect()
    }

    /// The filters that name a server or service.
    #[must_use]
    pub fn filters_naming(&self, target: &str) -> Vec<String> {
        let names_it = |filter: &&Filter| {
            ["target", "service"].iter().any(|key| {
                filter.module == "tee" && filter.parameters.get(*key).is_some_and(|v| v == target)
            })
        };
        let naming = self.filters.iter().filter(names_it);
        naming.map(|filter| filter.name.clone()).collect()
    }

    /// The services that a server works for, over a monitor or directly.
    #[must_use]
    pub fn services_of_server(&self, server: &str) -> Vec<String> {
        let monitor = self.monitor_of(server).map(|monitor| monitor.name.as_str());
        self.services_where(|service| match &service.targets {
            Targets::Monitor(name) => monitor == Some(name),
            Targets::Servers(names) => names.iter().any(|name| name == server),
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
        let mut names: Vec<String> = found.map(|service| service.name.clone()).collect();
        names.sort();
        names
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
}

impl ObjectNames for World {
    fn modules(&self) -> &'static Modules {
        Modules::of(self.version)
    }

    fn kind_of(&self, name: &str) -> Option<&'static str> {
        World::kind_of(self, name)
    }

    fn monitor_of_server(&self, server: &str) -> Option<String> {
        self.monitor_of(server).map(|monitor| monitor.name.clone())
    }
}
