//! `readconnroute`: a session has one server, and ends with it.

use crate::world::World;
use crate::world::resources::{Flag, Service, Status};
use crate::world::sessions::session::Session;

impl World {
    /// The matching server with the fewest connections; the primary stands in for replicas when
    /// there is none.
    pub(super) fn one_server(&self, service: &Service) -> Option<String> {
        let servers = self.servers_of_service(service);
        let primary = servers.iter().filter(|name| self.is_master(name));
        let primary = primary.min_by_key(|name| self.rank_of(name));
        let stand_in = primary.filter(|name| self.can_connect(name)).cloned();
        let roles = roles(service);
        if roles == [Flag::Master] {
            return stand_in;
        }
        let spares = !roles.contains(&Flag::Master) && !service.is_on("master_accept_reads");
        let fits = |name: &&String| {
            let is_primary = primary == Some(*name);
            let has_role = roles.iter().any(|role| self.status_of(name).has(*role));
            let wanted = !(is_primary && (spares || only_replicas(&roles)));
            self.can_connect(name) && has_role && wanted && !self.lags_behind(service, name)
        };
        let rank = |name: &&String| {
            let connections = self.number_of(name, |server| server.statistics.connections);
            (self.rank_of(name), connections)
        };
        servers.iter().filter(fits).min_by_key(rank).cloned().or(stand_in)
    }

    /// The one server of the session, unless it is in maintenance or lost what was asked for.
    pub(super) fn stay(&self, session: &Session, service: &Service) -> Option<String> {
        let server = &session.backends.first()?.server;
        let status = self.status_of(server);
        let roles = roles(service);
        let fits = roles.iter().any(|role| status.has(*role))
            || (session.has_stand_in && status.has(Flag::Master));
        let still_primary = roles != [Flag::Master] || self.is_master(server);
        (status.is_usable() && fits && still_primary).then(|| server.clone())
    }
}

/// Whether a server is only there because there was no replica.
#[must_use]
pub(in crate::world::sessions) fn is_stand_in(service: &Service, status: Status) -> bool {
    let roles = roles(service);
    roles.contains(&Flag::Slave) && !roles.contains(&Flag::Master) && status.acts_as(Flag::Master)
}

fn only_replicas(roles: &[Flag]) -> bool {
    roles.contains(&Flag::Slave) && !roles.contains(&Flag::Master)
}

fn roles(service: &Service) -> Vec<Flag> {
    let text = service.text("router_options");
    let words = if text.is_empty() { "running" } else { text };
    let role = |word: &str| match word.trim() {
        "master" => Flag::Master,
        "slave" => Flag::Slave,
        "synced" => Flag::Synced,
        _ => Flag::Running,
    };
    words.split(',').map(role).collect()
}
