//! Servers that drain: how far each has come since it was first seen to, and when it is empty.

use maxscale::name::ServerName;
use maxscale::server::Server;
use maxscale::state::Mode;

/// How far a drain has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drain {
    /// When the server was first seen to drain, in milliseconds since 1970.
    pub since_ms: u64,
    /// The most connections seen since.
    pub most: u64,
    /// The connections left.
    pub left: u64,
}

/// The drains seen going on.
#[derive(Clone, Debug, Default)]
pub struct Drains(Vec<(ServerName, Drain)>);

impl Drains {
    /// Takes in servers as they were read; gives those that have become empty since the last time.
    pub fn observe(&mut self, servers: &[Server], now_ms: u64) -> Vec<ServerName> {
        let mut emptied = vec![];
        for server in servers {
            let left = server.load.connections.unwrap_or_default();
            match server.state.mode() {
                Mode::Draining => {
                    let known = self.of(&server.name);
                    let Drain { since_ms, most, .. } =
                        known.unwrap_or(Drain { since_ms: now_ms, most: left, left });
                    self.remove(&server.name);
                    let drain = Drain { since_ms, most: most.max(left), left };
                    self.0.push((server.name.clone(), drain));
                }
                Mode::Drained => {
                    if self.of(&server.name).is_some() {
                        self.remove(&server.name);
                        emptied.push(server.name.clone());
                    }
                }
                Mode::InService | Mode::Maintenance => self.remove(&server.name),
            }
        }
        emptied
    }

    /// How far the drain of a server has come, while it goes on.
    pub fn of(&self, server: &ServerName) -> Option<Drain> {
        self.0.iter().find(|(name, _)| name == server).map(|(_, drain)| *drain)
    }

    fn remove(&mut self, server: &ServerName) {
        self.0.retain(|(name, _)| name != server);
    }

    /// Whether none goes on.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use maxscale::collection;

    fn servers(state: &str, connections: u64) -> Vec<Server> {
        collection(&format!(
            r#"{{"data":[{{"id":"a","attributes":{{"state":"{state}",
            "statistics":{{"connections":{connections}}}}}}}]}}"#
        ))
        .unwrap()
    }

    const DRAINING: &str = "Draining, Slave, Running";

    #[test]
    fn a_drain_is_followed_from_when_it_was_first_seen_until_it_is_empty() {
        let (mut drains, a) = (Drains::default(), ServerName::new("a"));
        assert!(drains.observe(&servers("Slave, Running", 60), 1_000).is_empty());
        assert_eq!(drains.of(&a), None);
        drains.observe(&servers(DRAINING, 56), 2_000);
        drains.observe(&servers(DRAINING, 12), 9_000);
        assert_eq!(drains.of(&a), Some(Drain { since_ms: 2_000, most: 56, left: 12 }));
        assert_eq!(drains.observe(&servers("Drained, Slave, Running", 0), 10_000), [a]);
        assert!(drains.is_empty());
        assert!(drains.observe(&servers("Drained, Slave, Running", 0), 11_000).is_empty());
    }

    #[test]
    fn what_returns_to_service_or_goes_into_maintenance_was_not_emptied() {
        for end in ["Slave, Running", "Maintenance, Running"] {
            let mut drains = Drains::default();
            drains.observe(&servers(DRAINING, 3), 0);
            assert!(drains.observe(&servers(end, 0), 1).is_empty(), "{end}");
            assert!(drains.is_empty(), "{end}");
        }
    }

    #[test]
    fn a_server_found_drained_tells_nothing() {
        let mut drains = Drains::default();
        assert!(drains.observe(&servers("Drained, Running", 0), 0).is_empty());
    }
}
