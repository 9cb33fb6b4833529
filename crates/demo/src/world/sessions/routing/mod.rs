//! Which server a session's statement goes to, by the rules of its router.

mod choice;
pub mod single;
pub mod split;

use crate::world::World;
use crate::world::resources::{Flag, Router, Server, Service, Status};
use crate::world::sessions::session::{Session, Statement};

impl World {
    /// The servers of a service, in order.
    #[must_use]
    pub fn servers_of_service(&self, service: &Service) -> Vec<String> {
        let mut servers = Vec::new();
        for target in self.targets_of(service) {
            let inner = self.service(&target).map(|inner| self.servers_of_service(inner));
            for server in inner.unwrap_or_else(|| vec![target]) {
                if !servers.contains(&server) {
                    servers.push(server);
                }
            }
        }
        servers
    }

    pub(super) fn status_of(&self, server: &str) -> Status {
        self.server(server).map(|server| server.status).unwrap_or_default()
    }

    fn number_of(&self, server: &str, what: impl Fn(&Server) -> u64) -> u64 {
        self.server(server).map(what).unwrap_or_default()
    }

    /// Whether a new connection to the server comes about: MaxScale takes it to be usable, it has
    /// room (`max_routing_connections`), and the database answers.
    pub(super) fn can_connect(&self, server: &str) -> bool {
        let Some(found) = self.server(server) else {
            return false;
        };
        let limit = found.parameters.get("max_routing_connections").and_then(|v| v.as_u64());
        let has_room = limit.is_none_or(|limit| limit == 0 || found.statistics.connections < limit);
        let database = self.database_of(server);
        let answers = database.is_some_and(|database| database.up && !database.is_joining());
        found.status.takes_connections() && has_room && answers
    }

    /// The servers that a new session of the service connects to; `None` when its router takes no
    /// session now.
    #[must_use]
    pub(super) fn first_servers(&self, service: &Service) -> Option<Vec<String>> {
        match service.router {
            Router::ReadWriteSplit => self.first_of_split(service),
            Router::ReadConnection => self.one_server(service).map(|server| vec![server]),
            Router::Other(_) => None,
        }
    }

    /// The server for the next statement of a session; `None` when the session cannot go on.
    #[must_use]
    pub(super) fn server_for(&self, session: &Session, statement: Statement) -> Option<String> {
        let service = self.service(&session.service)?;
        match service.router {
            Router::ReadWriteSplit => self.split(session, service, statement),
            Router::ReadConnection => self.stay(session, service),
            Router::Other(_) => None,
        }
    }

    fn rank_of(&self, server: &str) -> u8 {
        let rank = self.server(server).and_then(|server| server.parameters.get("rank"));
        u8::from(rank.and_then(|value| value.as_str()) == Some("secondary"))
    }

    fn lags_behind(&self, service: &Service, server: &str) -> bool {
        let limit = service.seconds("max_replication_lag");
        let lag = self.server(server).and_then(|server| Some(server.watch.as_ref()?.lag));
        limit > 0 && lag.is_some_and(|lag| u64::try_from(lag).is_ok_and(|lag| lag >= limit))
    }

    fn is_master(&self, server: &str) -> bool {
        self.status_of(server).acts_as(Flag::Master)
    }
}
