//! What of an object only somebody changes, or changes with its state: lists that are read again
//! and again are read without it, and take it over from the reading before.

use crate::server::Server;
use crate::service::Service;

/// An object with such a part ([`crate::fieldset::Fieldset`]).
pub trait Configured {
    /// The object's name in MaxScale.
    fn name(&self) -> &str;

    /// Whether that part is still what it was.
    fn keeps_configuration(&self, before: &Self) -> bool;

    /// Takes that part over.
    fn take_configuration(&mut self, from: &Self);
}

/// Completes a list that was read thin from one that was read before. False when that is not
/// possible: then it has to be read whole.
pub fn complete<T: Configured>(list: &mut [T], before: &[T]) -> bool {
    let is_same = list.len() == before.len()
        && list
            .iter()
            .zip(before)
            .all(|(now, before)| now.name() == before.name() && now.keeps_configuration(before));
    if is_same {
        list.iter_mut().zip(before).for_each(|(now, before)| now.take_configuration(before));
    }
    is_same
}

impl Configured for Server {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    /// The last event comes with another state.
    fn keeps_configuration(&self, before: &Self) -> bool {
        self.state == before.state
    }

    fn take_configuration(&mut self, from: &Self) {
        self.last_event.clone_from(&from.last_event);
        self.triggered_at.clone_from(&from.triggered_at);
        self.parameters.clone_from(&from.parameters);
        self.address = from.address.clone();
        self.version.clone_from(&from.version);
        self.monitor.clone_from(&from.monitor);
        self.services.clone_from(&from.services);
    }
}

impl Configured for Service {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn keeps_configuration(&self, _: &Self) -> bool {
        true
    }

    fn take_configuration(&mut self, from: &Self) {
        self.router = from.router.clone();
        self.servers.clone_from(&from.servers);
        self.cluster.clone_from(&from.cluster);
        self.services.clone_from(&from.services);
        self.listeners.clone_from(&from.listeners);
        self.filters.clone_from(&from.filters);
        self.replays_transactions = from.replays_transactions;
        self.wanted.clone_from(&from.wanted);
        self.parameters.clone_from(&from.parameters);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection;

    const WHOLE: &str = r#"{"data":[
        {"id":"a","attributes":{"state":"Master, Running","version_string":"11.4.8",
            "triggered_at":"Sun, 29 Nov 2026 02:14:23 GMT",
            "parameters":{"address":"10.0.0.1","port":3306}},
         "relationships":{"monitors":{"data":[{"id":"M"}]},"services":{"data":[{"id":"S"}]}}},
        {"id":"b","attributes":{"state":"Slave, Running"}}]}"#;

    #[test]
    fn what_changes_by_itself_is_new_and_the_configuration_is_kept() {
        let whole: Vec<Server> = collection(WHOLE).unwrap();
        let thin = r#"{"data":[{"id":"a","attributes":{"state":"Master, Running",
            "statistics":{"connections":7}}},{"id":"b","attributes":{"state":"Slave, Running"}}]}"#;
        let mut list: Vec<Server> = collection(thin).unwrap();
        assert!(complete(&mut list, &whole));
        assert_eq!(list[0].load.connections, Some(7));
        let configuration = |server: &Server| {
            let Server { address, version, monitor, services, triggered_at, .. } = server.clone();
            (address, version, monitor, services, triggered_at)
        };
        assert_eq!(configuration(&list[0]), configuration(&whole[0]));
        assert_eq!(configuration(&list[1]), configuration(&whole[1]));
    }

    #[test]
    fn other_objects_are_not_completed() {
        let known: Vec<Server> = collection(WHOLE).unwrap();
        for other in [r#"{"data":[{"id":"a"}]}"#, r#"{"data":[{"id":"b"},{"id":"a"}]}"#] {
            assert!(!complete(&mut collection(other).unwrap(), &known), "{other}");
        }
    }

    #[test]
    fn with_another_state_the_last_event_is_read_again() {
        let known: Vec<Server> = collection(WHOLE).unwrap();
        let down = r#"{"data":[{"id":"a","attributes":{"state":"Down"}},
            {"id":"b","attributes":{"state":"Slave, Running"}}]}"#;
        assert!(!complete(&mut collection(down).unwrap(), &known));
    }

    #[test]
    fn a_service_keeps_how_it_is_set_up() {
        let whole = r#"{"data":[{"id":"S","attributes":{"router":"readwritesplit",
            "state":"Started","parameters":{"transaction_replay":true}},
            "relationships":{"listeners":{"data":[{"id":"L"}]}}}]}"#;
        let whole: Vec<Service> = collection(whole).unwrap();
        let thin = r#"{"data":[{"id":"S","attributes":{"state":"Started"}}]}"#;
        let mut list: Vec<Service> = collection(thin).unwrap();
        assert!(complete(&mut list, &whole));
        assert_eq!(list, whole);
    }
}
