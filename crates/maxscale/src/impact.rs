//! What an action on servers touches now: the services that use them.

use crate::monitor::Monitor;
use crate::name::{ServerName, ServiceName};
use crate::server::Server;
use crate::server_context::{ServerContext, Topology};
use crate::service::{Router, Service};
use crate::state::Role;

/// What a service is left with once a server gets no new connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    /// It has nothing usable already.
    NothingAlready,
    /// Nothing usable is left.
    Nothing,
    /// Servers are left, and no primary: writes fail.
    NoPrimary,
    /// Of what it asks for nothing is left; the primary stands in (readconnroute).
    PrimaryStandsIn,
    /// So many usable servers.
    Servers(usize),
}

impl Remaining {
    /// Whether clients of the service will get errors that they do not get now.
    pub fn is_a_loss(self) -> bool {
        matches!(self, Self::Nothing | Self::NoPrimary)
    }

    /// What is left, in words.
    pub fn words(self) -> String {
        match self {
            Self::NothingAlready => texts::impact::nothing_already().to_owned(),
            Self::Nothing => texts::impact::nothing().to_owned(),
            Self::NoPrimary => texts::impact::no_primary().to_owned(),
            Self::PrimaryStandsIn => texts::impact::primary_stands_in().to_owned(),
            Self::Servers(count) => texts::impact::servers(count as u64),
        }
    }
}

/// What an action means to one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceImpact {
    /// The service.
    pub service: ServiceName,
    /// How it routes.
    pub router: Router,
    /// Whether it names one of the servers itself, not only through a monitor or another service.
    pub names_it: bool,
    /// What it is left with.
    pub left: Remaining,
}

/// All that an action touches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impact {
    /// The services that route to the servers.
    pub services: Vec<ServiceImpact>,
}

impl Impact {
    /// Counts what taking all of `leaving` out touches, from what was read last; `None` until all
    /// of it has been read.
    pub fn of(leaving: &[&ServerContext], topology: Topology<'_>) -> Option<Self> {
        let (servers, monitors, services) =
            (topology.servers?, topology.monitors?, topology.services?);
        let leaves = |name: &ServerName| leaving.iter().any(|one| one.server.name == *name);
        let touched = services.iter().filter_map(|service| {
            let targets = targets(service, monitors, services);
            targets.iter().any(leaves).then(|| ServiceImpact {
                service: service.name.clone(),
                router: service.router.clone(),
                names_it: service.servers.iter().any(leaves),
                left: left(service, &targets, leaving, servers),
            })
        });
        Some(Self { services: touched.collect() })
    }

    /// Whether clients of some service will get errors that they do not get now.
    pub fn is_a_loss(&self) -> bool {
        self.services.iter().any(|service| service.left.is_a_loss())
    }

    /// What is lost, in sentences: the services without any usable server first, then those
    /// without a primary.
    pub fn losses(&self) -> Vec<String> {
        let of = |left: Remaining| {
            let lost = self.services.iter().filter(move |service| service.left == left);
            lost.map(|service| service.service.to_string()).collect::<Vec<_>>()
        };
        let sentence = |services: Vec<String>, words: fn(u64, String) -> String| {
            texts::listed(&services).map(|names| words(services.len() as u64, names))
        };
        let servers = sentence(of(Remaining::Nothing), texts::impact::lose_last_server);
        let primaries = sentence(of(Remaining::NoPrimary), texts::impact::lose_primary);
        servers.into_iter().chain(primaries).collect()
    }
}

fn left(
    service: &Service,
    targets: &[ServerName],
    leaving: &[&ServerContext],
    servers: &[Server],
) -> Remaining {
    let known = || servers.iter().filter(|candidate| targets.contains(&candidate.name));
    let leaves = |candidate: &Server| leaving.iter().any(|one| one.server.name == candidate.name);
    let others = || known().filter(|candidate| !leaves(candidate));
    let fits = |candidate: &&Server| service.takes(&candidate.state);
    let stands_in = |mut candidates: Box<dyn Iterator<Item = &Server> + '_>| {
        service.router == Router::ReadConnRoute && candidates.any(is_primary)
    };
    match others().filter(fits).count() {
        0 if stands_in(Box::new(others())) => Remaining::PrimaryStandsIn,
        0 if !known().any(|candidate| fits(&candidate)) && !stands_in(Box::new(known())) => {
            Remaining::NothingAlready
        }
        0 => Remaining::Nothing,
        _ if service.router == Router::ReadWriteSplit
            && leaving.iter().any(|one| one.leaves_no_primary())
            && !others().any(is_primary) =>
        {
            Remaining::NoPrimary
        }
        many => Remaining::Servers(many),
    }
}

/// Whether a service has a server that its clients' requests can go to.
pub fn has_usable_server(
    service: &Service,
    servers: &[Server],
    monitors: &[Monitor],
    services: &[Service],
) -> bool {
    let targets = targets(service, monitors, services);
    let known = || servers.iter().filter(|server| targets.contains(&server.name));
    known().any(|server| service.takes(&server.state))
        || (service.router == Router::ReadConnRoute && known().any(is_primary))
}

/// The primary stands in where nothing is left of what readconnroute asks for.
fn is_primary(server: &Server) -> bool {
    server.state.is_usable() && server.state.role() == Some(Role::Primary)
}

/// Services can have services as targets; deeper than this is a configuration MaxScale refuses.
const DEEPEST: usize = 8;

/// The servers a service routes to: its own, its monitor's, and those of its target services.
pub fn targets(service: &Service, monitors: &[Monitor], services: &[Service]) -> Vec<ServerName> {
    targets_below(service, monitors, services, 0)
}

fn targets_below(
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
            found.extend(targets_below(inner, monitors, services, depth + 1));
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
        {"id":"reads","attributes":{"router":"readconnroute","parameters":
         {"router_options":"slave"}},"relationships":{"monitors":{"data":[{"id":"m"}]}}},
        {"id":"writes","attributes":{"router":"readconnroute","parameters":
         {"router_options":"master"}},"relationships":{"monitors":{"data":[{"id":"m"}]}}},
        {"id":"loop","relationships":{"services":{"data":[{"id":"loop"}]}}}]}"#;

    fn impact_on(names: &[&str]) -> Impact {
        let servers: Vec<Server> = collection(SERVERS).unwrap();
        let leaving = servers.iter().filter(|server| names.contains(&server.name.as_str()));
        let (monitors, services): (Vec<Monitor>, Vec<Service>) =
            (collection(MONITORS).unwrap(), collection(SERVICES).unwrap());
        let topology = Topology {
            servers: Some(&servers),
            monitors: Some(&monitors),
            services: Some(&services),
        };
        let alone = |server| ServerContext::of(server, Topology::default());
        let leaving: Vec<ServerContext> = leaving.map(alone).collect();
        Impact::of(&leaving.iter().collect::<Vec<_>>(), topology).unwrap()
    }

    fn left_on(names: &[&str]) -> Vec<(String, Remaining)> {
        let services = impact_on(names).services;
        services.into_iter().map(|one| (one.service.to_string(), one.left)).collect()
    }

    #[test]
    fn remaining_servers_are_counted_through_monitors_and_services() {
        let expected = [
            ("rw", Remaining::Servers(1)),
            ("one", Remaining::Nothing),
            ("over", Remaining::Nothing),
            ("reads", Remaining::PrimaryStandsIn),
            ("writes", Remaining::Servers(1)),
        ];
        assert_eq!(left_on(&["b"]), expected.map(|(name, left)| (name.to_owned(), left)));
        assert!(impact_on(&["b"]).is_a_loss());
        let direct = impact_on(&["b"]).services.into_iter().filter(|service| service.names_it);
        assert_eq!(direct.map(|one| one.service.to_string()).collect::<Vec<_>>(), ["one"]);
    }

    #[test]
    fn without_a_running_monitor_no_primary_remains() {
        let expected = [
            ("rw", Remaining::NoPrimary),
            ("reads", Remaining::Servers(1)),
            ("writes", Remaining::Nothing),
        ];
        assert_eq!(left_on(&["a"]), expected.map(|(name, left)| (name.to_owned(), left)));
    }

    #[test]
    fn losses_name_the_services() {
        assert_eq!(
            impact_on(&["a"]).losses(),
            [
                "writes loses its last usable server: clients get errors.",
                "rw loses its primary: writes fail."
            ]
        );
        assert_eq!(
            impact_on(&["b"]).losses(),
            ["one and over lose their last usable server: clients get errors."]
        );
        assert_eq!(impact_on(&["c"]).losses(), [""; 0]);
    }

    #[test]
    fn a_server_already_out_of_service_changes_nothing() {
        assert!(!impact_on(&["c"]).is_a_loss());
        assert_eq!(left_on(&["c"]).first(), Some(&("rw".to_owned(), Remaining::Servers(2))));
    }
    #[test]
    fn remaining_servers_exclude_all_selected() {
        assert!(!impact_on(&["c"]).is_a_loss());
        let left = |names: &[&str]| left_on(names).first().cloned();
        assert_eq!(left(&["b", "c"]), Some(("rw".to_owned(), Remaining::Servers(1))));
        assert_eq!(left(&["a", "b"]), Some(("rw".to_owned(), Remaining::Nothing)));
    }
}
