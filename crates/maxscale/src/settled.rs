//! What of an object does not change by itself: lists that are read again and again can do
//! without it, as it is known from before.

use crate::address::Address;
use crate::name::{FilterName, ListenerName, MonitorName, ServerName, ServiceName};
use crate::server::Server;
use crate::service::{Router, Service};
use crate::state::Word;

/// An object with a part that somebody must change.
pub trait Settled: Sized {
    /// That part.
    type Part;

    /// The object's name in MaxScale.
    fn name(&self) -> &str;

    /// The part as it is now.
    fn settled(&self) -> Self::Part;

    /// Takes the part over from before.
    fn settle(&mut self, part: &Self::Part);
}

/// What was settled when a list was read whole, in the list's order.
pub struct Known<T: Settled>(Vec<(String, T::Part)>);

impl<T: Settled> Known<T> {
    /// What is settled in a list that was read whole.
    pub fn of(list: &[T]) -> Self {
        Self(list.iter().map(|one| (one.name().to_owned(), one.settled())).collect())
    }

    /// Completes a list that was read in part. False when it is not of the same objects: then it
    /// has to be read whole.
    pub fn complete(&self, list: &mut [T]) -> bool {
        let same = list.len() == self.0.len()
            && list.iter().zip(&self.0).all(|(one, (name, _))| one.name() == name);
        if same {
            list.iter_mut().zip(&self.0).for_each(|(one, (_, part))| one.settle(part));
        }
        same
    }
}

/// Where a server is, what it runs, and who uses it.
pub struct SettledServer {
    address: Address,
    version: Option<String>,
    monitor: Option<MonitorName>,
    services: Vec<ServiceName>,
}

impl Settled for Server {
    type Part = SettledServer;

    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn settled(&self) -> SettledServer {
        SettledServer {
            address: self.address.clone(),
            version: self.version.clone(),
            monitor: self.monitor.clone(),
            services: self.services.clone(),
        }
    }

    fn settle(&mut self, part: &SettledServer) {
        self.address = part.address.clone();
        self.version.clone_from(&part.version);
        self.monitor.clone_from(&part.monitor);
        self.services.clone_from(&part.services);
    }
}

/// How a service is set up, and what it is linked to.
pub struct SettledService {
    router: Router,
    servers: Vec<ServerName>,
    cluster: Option<MonitorName>,
    services: Vec<ServiceName>,
    listeners: Vec<ListenerName>,
    filters: Vec<FilterName>,
    replays_transactions: Option<bool>,
    wanted: Vec<Word>,
}

impl Settled for Service {
    type Part = SettledService;

    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn settled(&self) -> SettledService {
        SettledService {
            router: self.router.clone(),
            servers: self.servers.clone(),
            cluster: self.cluster.clone(),
            services: self.services.clone(),
            listeners: self.listeners.clone(),
            filters: self.filters.clone(),
            replays_transactions: self.replays_transactions,
            wanted: self.wanted.clone(),
        }
    }

    fn settle(&mut self, part: &SettledService) {
        self.router = part.router.clone();
        self.servers.clone_from(&part.servers);
        self.cluster.clone_from(&part.cluster);
        self.services.clone_from(&part.services);
        self.listeners.clone_from(&part.listeners);
        self.filters.clone_from(&part.filters);
        self.replays_transactions = part.replays_transactions;
        self.wanted.clone_from(&part.wanted);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection;

    const WHOLE: &str = r#"{"data":[
        {"id":"a","attributes":{"state":"Master, Running","version_string":"11.4.8",
            "parameters":{"address":"10.0.0.1","port":3306}},
         "relationships":{"monitors":{"data":[{"id":"M"}]},"services":{"data":[{"id":"S"}]}}},
        {"id":"b","attributes":{"state":"Slave, Running"}}]}"#;

    #[test]
    fn what_moves_is_new_and_what_is_settled_is_kept() {
        let whole: Vec<Server> = collection(WHOLE).unwrap();
        let moved = r#"{"data":[{"id":"a","attributes":{"state":"Down"}},{"id":"b"}]}"#;
        let mut list: Vec<Server> = collection(moved).unwrap();
        assert!(Known::of(&whole).complete(&mut list));
        assert_eq!(list[0].state.to_string(), "Down");
        let settled = |server: &Server| {
            let Server { address, version, monitor, services, .. } = server.clone();
            (address, version, monitor, services)
        };
        assert_eq!(settled(&list[0]), settled(&whole[0]));
        assert_eq!(settled(&list[1]), settled(&whole[1]));
    }

    #[test]
    fn other_objects_are_not_completed() {
        let known = Known::of(&collection::<Server>(WHOLE).unwrap());
        for other in [r#"{"data":[{"id":"a"}]}"#, r#"{"data":[{"id":"b"},{"id":"a"}]}"#] {
            assert!(!known.complete(&mut collection(other).unwrap()), "{other}");
        }
    }

    #[test]
    fn a_service_keeps_how_it_is_set_up() {
        let whole = r#"{"data":[{"id":"S","attributes":{"router":"readwritesplit",
            "state":"Started","parameters":{"transaction_replay":true}},
            "relationships":{"listeners":{"data":[{"id":"L"}]}}}]}"#;
        let whole: Vec<Service> = collection(whole).unwrap();
        let moved = r#"{"data":[{"id":"S","attributes":{"state":"Started"}}]}"#;
        let mut list: Vec<Service> = collection(moved).unwrap();
        assert!(Known::of(&whole).complete(&mut list));
        assert_eq!(list, whole);
    }
}
