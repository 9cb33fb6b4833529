//! `readwritesplit`: writes to the primary, reads to replicas; connections come and go.

use crate::world::World;
use crate::world::resources::{Flag, Service};
use crate::world::sessions::session::{Session, Statement};

impl World {
    /// The primary and the replicas that a new session connects to. It may have none of them,
    /// unless `master_failure_mode` is `fail_instantly`.
    pub(super) fn first_of_split(&self, service: &Service) -> Option<Vec<String>> {
        let servers = self.servers_of_service(service);
        if servers.is_empty() {
            return None;
        }
        if service.is_on("lazy_connect") {
            return Some(Vec::new());
        }
        let primary = self.best_primary(&servers);
        if primary.is_none() && service.text("master_failure_mode") == "fail_instantly" {
            return None;
        }
        let rank = self.rank_to_use(&servers, primary.as_deref());
        let is_replica = |name: &&String| {
            let status = self.status_of(name);
            primary.as_ref() != Some(*name)
                && (status.acts_as(Flag::Slave) || status.acts_as(Flag::RelayMaster))
                && self.can_connect(name)
                && self.rank_of(name) == rank
                && !self.lags_behind(service, name)
        };
        let mut replicas: Vec<&String> = servers.iter().filter(is_replica).collect();
        replicas.sort_by_key(|name| self.number_of(name, |server| server.statistics.connections));
        let most = service.number("max_slave_connections").min(service.number("slave_connections"));
        replicas.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Some(primary.iter().chain(replicas).cloned().collect())
    }

    /// The primary that a session without one connects to.
    fn best_primary(&self, servers: &[String]) -> Option<String> {
        let primaries =
            servers.iter().filter(|name| self.is_master(name) && self.can_connect(name));
        let rank = |name: &&String| {
            let connections = self.number_of(name, |server| server.statistics.connections);
            (self.rank_of(name), connections)
        };
        primaries.min_by_key(rank).cloned()
    }

    fn rank_to_use(&self, servers: &[String], primary: Option<&str>) -> u8 {
        match primary {
            Some(primary) => self.rank_of(primary),
            None => {
                let open = servers.iter().filter(|name| self.can_connect(name));
                open.map(|name| self.rank_of(name)).min().unwrap_or_default()
            }
        }
    }

    pub(super) fn split(
        &self,
        session: &Session,
        service: &Service,
        statement: Statement,
    ) -> Option<String> {
        let servers = self.servers_of_service(service);
        if let Some(holder) = &session.transaction {
            return (session.uses(holder) && self.is_master(holder)).then(|| holder.clone());
        }
        if statement == Statement::Read && service.number("max_slave_connections") > 0 {
            self.reader(session, service, &servers)
        } else {
            self.writer(session, service, &servers)
        }
    }

    /// The primary that the session has, as long as that is one; else another, if it may change
    /// (`master_reconnection`).
    fn writer(&self, session: &Session, service: &Service, servers: &[String]) -> Option<String> {
        let own = session.primary.as_ref();
        if let Some(own) = own.filter(|own| session.uses(own) && self.is_master(own)) {
            return Some(own.clone());
        }
        let in_use = |name: &&String| session.uses(name) && self.is_master(name);
        let primary = servers.iter().find(in_use).cloned().or_else(|| self.best_primary(servers));
        primary.filter(|_| service.is_on("master_reconnection"))
    }

    /// The replica with the least to do, or the least recently used, of those that the session has or may connect to; the
    /// primary when there is none.
    fn reader(&self, session: &Session, service: &Service, servers: &[String]) -> Option<String> {
        let own = session.primary.as_deref().filter(|name| session.uses(name));
        let rank = self.rank_to_use(servers, own);
        let replicas = session.backends.iter().filter(|backend| {
            session.primary.as_deref() != Some(&backend.server)
                && self.status_of(&backend.server).acts_as(Flag::Slave)
        });
        let has_room = (replicas.count() as u64) < service.number("max_slave_connections");
        let usable = |name: &&String| {
            let status = self.status_of(name);
            let role = status.acts_as(Flag::Slave) || status.acts_as(Flag::Master);
            let connects = self.can_connect(name) && (has_room || self.is_master(name));
            role && (session.uses(name) || connects)
                && self.rank_of(name) == rank
                && (self.is_master(name) || !self.lags_behind(service, name))
        };
        let reads_on_primary = service.is_on("master_accept_reads");
        let criteria = service.text("slave_selection_criteria").to_ascii_lowercase();
        let order = |name: &&String| {
            let last_resort = self.is_master(name) && !reads_on_primary;
            (last_resort, self.load_of(name, &criteria), session.last_used(name))
        };
        servers.iter().filter(usable).min_by_key(order).cloned()
    }

    /// What `slave_selection_criteria` compares.
    fn load_of(&self, name: &str, criteria: &str) -> u64 {
        match criteria {
            "least_global_connections" | "least_router_connections" => {
                self.number_of(name, |server| server.statistics.connections)
            }
            "least_behind_master" => self.number_of(name, |server| {
                let lag = server.watch.as_ref().map(|watch| watch.lag).unwrap_or_default();
                u64::try_from(lag).unwrap_or_default()
            }),
            _ => self.number_of(name, |server| server.statistics.active_operations),
        }
    }
}
