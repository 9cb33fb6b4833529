//! What commands do to the databases: whom they follow, and whether they can be written.

use super::Cluster;
use super::observe::links;
use crate::world::World;
use crate::world::address::Address;
use crate::world::databases::{Gtid, Io, Source};
use crate::world::resources::{Observation, Plan, Server};

impl World {
    /// Where another server reaches a server: at its private address, if it has one.
    fn reached_at(&self, server: &str) -> Option<Address> {
        let server = self.server(server)?;
        let private = server.parameters.get("private_address").and_then(|value| value.as_str());
        let address = server.address();
        let host = private.filter(|host| !host.is_empty()).map(str::to_owned);
        Some(Address { host: host.unwrap_or(address.host), port: address.port })
    }

    /// The new primary follows nobody of the cluster, and can be written; the old one follows it.
    pub(super) fn make_primary(&mut self, plan: &Plan) {
        let outside = self.outside_source(&plan.demote, &plan.promote);
        if let Some(address) = self.server(&plan.promote).map(Server::address) {
            self.databases.carry_out_received(&address);
        }
        let relay_source = self.database_of(&plan.promote).and_then(|db| db.source().cloned());
        if let Some(database) = self.database_of_mut(&plan.promote) {
            database.follow(outside);
            database.read_only = false;
        }
        if plan.swaps && !plan.maintains && relay_source.is_some() {
            self.follow(&plan.demote, &plan.promote, "Current_Pos");
        }
    }

    /// What the old primary follows outside of the cluster is taken over by the new one.
    fn outside_source(&self, demote: &str, promote: &str) -> Option<Source> {
        let source = self.database_of(demote)?.source()?;
        let own = self.server(promote)?.address();
        (source.address != own).then(|| Source::new(source.address.clone(), "Slave_Pos"))
    }

    /// A replica keeps its connection, but it leads elsewhere from now on.
    pub(super) fn send_to(&mut self, server: &str, primary: &str) {
        let mode = self.database_of(server).and_then(|db| db.source()).map(|s| s.using_gtid);
        self.follow(server, primary, mode.unwrap_or("Current_Pos"));
    }

    fn follow(&mut self, server: &str, primary: &str, using_gtid: &'static str) {
        let Some(address) = self.reached_at(primary) else {
            return;
        };
        if let Some(database) = self.database_of_mut(server) {
            database.follow(Some(Source::new(address, using_gtid)));
        }
        if let Some(address) = self.server(server).map(Server::address) {
            self.databases.replicate_to(&address, self.now);
        }
    }

    /// The monitor sees at once what it changed: whom the servers follow, not yet connected, and not
    /// yet what that makes of them.
    pub(super) fn glimpse_moves(&mut self, plan: &Plan) {
        let others = plan.redirect.iter().chain(&plan.redirect_back);
        for server in [&plan.promote, &plan.demote].into_iter().chain(others) {
            self.glimpse(server);
        }
    }

    fn glimpse(&mut self, server: &str) {
        let now = self.now;
        let Some(database) = self.database_of(server).filter(|database| database.up) else {
            return;
        };
        let mut links = links(database, &Observation::default(), now);
        for link in &mut links {
            (link.io, link.behind, link.server_id) = (Io::Connecting, None, 0);
        }
        if let Some(watch) = self.server_mut(server).and_then(|server| server.watch.as_mut()) {
            watch.observation.links = links;
        }
    }

    /// A replica follows another server from now on.
    pub(super) fn redirect(&mut self, monitor: &str, replica: &str, primary: &str) {
        self.send_to(replica, primary);
        if let Some(monitor) = self.monitor_mut(monitor) {
            monitor.modified = true;
        }
    }

    /// A server follows the primary again; one that followed nobody is made read-only for that.
    pub(super) fn rejoin(&mut self, monitor: &str, server: &str) {
        let Some(primary) = self.monitor(monitor).and_then(|monitor| monitor.primary.clone())
        else {
            return;
        };
        let stands_alone = self.database_of(server).is_some_and(|db| db.source().is_none());
        if stands_alone {
            if let Some(database) = self.database_of_mut(server) {
                database.read_only = true;
            }
            self.follow(server, &primary, "Current_Pos");
            self.note_rejoin(server, &primary);
        } else {
            self.send_to(server, &primary);
        }
        if let Some(monitor) = self.monitor_mut(monitor) {
            monitor.modified = true;
        }
    }

    /// Every usable server begins at zero, and follows the primary.
    pub(super) fn reset_replication(&mut self, cluster: &Cluster, primary: &str) {
        let Some(source) = self.database_of(primary) else {
            return;
        };
        let domain = source.position().map(|position| position.domain).unwrap_or_default();
        let zero = Gtid { domain, server_id: source.server_id, sequence: 0 };
        let targets: Vec<&str> = cluster
            .members
            .iter()
            .filter(|member| member.is_usable())
            .map(|member| member.name.as_str())
            .collect();
        for target in &targets {
            if let Some(database) = self.database_of_mut(target) {
                database.follow(None);
                database.reset_to(zero);
                database.read_only = true;
            }
        }
        if let Some(database) = self.database_of_mut(primary) {
            database.read_only = false;
            database.note_event();
        }
        for target in targets.iter().filter(|target| **target != primary) {
            self.follow(target, primary, "Slave_Pos");
        }
        if let Some(monitor) = self.monitor_mut(&cluster.monitor.name) {
            monitor.primary = Some(primary.to_owned());
            monitor.modified = true;
        }
    }
}
