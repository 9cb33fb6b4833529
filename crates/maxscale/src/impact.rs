//! What an action on a server touches now: its connections, and the services that use it.

use crate::monitor::Monitor;
use crate::name::{ServerName, ServiceName};
use crate::server::{Load, Server};
use crate::service::{Router, Service};

/// What is left to a service once a server gets no new connections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceImpact {
    /// The service.
    pub service: ServiceName,
    /// How it routes.
    pub router: Router,
    /// How many servers it routes to, usable or not.
    pub servers: usize,
    /// How many of them can be given connections now.
    pub usable_now: usize,
    /// How many can be once this server is out.
    pub usable_after: usize,
}

impl ServiceImpact {
    /// Whether the action takes the last usable server from the service.
    pub fn loses_its_last(&self) -> bool {
        self.usable_now > 0 && self.usable_after == 0
    }

    /// What is left, in words.
    pub fn words(&self) -> String {
        match (self.usable_now, self.usable_after, self.servers) {
            (0, _, _) => "has no usable server already".to_owned(),
            (_, 0, _) => "will have no usable server".to_owned(),
            (_, left, all) => format!("{left} of {all} servers left"),
        }
    }
}

/// All that an action touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    /// The server's own numbers.
    pub load: Load,
    /// The services that route to it.
    pub services: Vec<ServiceImpact>,
}

impl Impact {
    /// Counts what taking `server` out touches, from what was read last.
    pub fn of(
        server: &Server,
        servers: &[Server],
        monitors: &[Monitor],
        services: &[Service],
    ) -> Self {
        let touched = services.iter().filter_map(|service| {
            let targets = targets(service, monitors, services, 0);
            targets.contains(&server.name).then(|| impact(service, &targets, server, servers))
        });
        Self { load: server.load, services: touched.collect() }
    }

    /// Whether some service is left without any usable server.
    pub fn leaves_a_service_without(&self) -> bool {
        self.services.iter().any(ServiceImpact::loses_its_last)
    }
}

fn impact(
    service: &Service,
    targets: &[ServerName],
    server: &Server,
    servers: &[Server],
) -> ServiceImpact {
    let usable: Vec<_> = servers
        .iter()
        .filter(|candidate| targets.contains(&candidate.name) && candidate.state.is_usable())
        .collect();
    let others = usable.iter().filter(|candidate| candidate.name != server.name).count();
    ServiceImpact {
        service: service.name.clone(),
        router: service.router.clone(),
        servers: targets.len(),
        usable_now: usable.len(),
        usable_after: others,
    }
}

/// Services can have services as targets; deeper than this is a configuration MaxScale refuses.
const DEEPEST: usize = 8;

/// The servers a service routes to: its own, its monitor's, and those of its target services.
fn targets(
    service: &Service,
    monitors: &[Monitor],
    services: &[Service],
    depth: usize,
) -> Vec<ServerName> {
    let mut found = service.servers.clone();
    let cluster = monitors.iter().find(|monitor| Some(&monitor.name) == service.cluster.as_ref());
    found.extend(cluster.into_iter().flat_map(|monitor| monitor.servers.iter().cloned()));
    if depth < DEEPEST {
        let inner = services.iter().filter(|inner| service.services.contains(&inner.name));
        for inner in inner {
            found.extend(targets(inner, monitors, services, depth + 1));
        }
    }
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection;

    const SERVERS: &str = r#"{"data":[
        {"id":"a","attributes":{"state":"Master, Running","statistics":{"connections":3}}},
        {"id":"b","attributes":{"state":"Slave, Running"}},
        {"id":"c","attributes":{"state":"Maintenance, Running"}}]}"#;
    const MONITORS: &str = r#"{"data":[{"id":"m","relationships":
        {"servers":{"data":[{"id":"a"},{"id":"b"},{"id":"c"}]}}}]}"#;
    const SERVICES: &str = r#"{"data":[
        {"id":"rw","attributes":{"router":"readwritesplit"},
         "relationships":{"monitors":{"data":[{"id":"m"}]}}},
        {"id":"one","relationships":{"servers":{"data":[{"id":"b"}]}}},
        {"id":"over","relationships":{"services":{"data":[{"id":"one"}]}}},
        {"id":"loop","relationships":{"services":{"data":[{"id":"loop"}]}}}]}"#;

    fn impact_on(name: &str) -> Impact {
        let servers: Vec<Server> = collection(SERVERS).unwrap();
        let server = servers.iter().find(|server| server.name.as_str() == name).unwrap();
        Impact::of(server, &servers, &collection(MONITORS).unwrap(), &collection(SERVICES).unwrap())
    }

    #[test]
    fn counts_what_is_left_through_monitors_and_services() {
        let impact = impact_on("b");
        let words: Vec<_> = impact
            .services
            .iter()
            .map(|left| format!("{} {}", left.service, left.words()))
            .collect();
        assert_eq!(
            words,
            [
                "rw 1 of 3 servers left",
                "one will have no usable server",
                "over will have no usable server"
            ]
        );
        assert!(impact.leaves_a_service_without());
    }

    #[test]
    fn the_numbers_are_the_servers_own() {
        assert_eq!(impact_on("a").load.connections, Some(3));
        assert!(!impact_on("a").leaves_a_service_without());
    }

    #[test]
    fn a_server_that_is_out_already_takes_nothing_away() {
        let impact = impact_on("c");
        assert_eq!(impact.services[0].words(), "2 of 3 servers left");
    }
}
