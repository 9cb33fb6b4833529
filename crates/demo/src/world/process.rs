//! Processes that die and come back: databases, and MaxScale itself.

use super::World;
use super::address::Address;
use super::resources::{ServerStatistics, ServiceStatistics, Status, Watch};

impl World {
    /// The process of a database ends: its connections break, its monitor will see.
    pub fn kill_database(&mut self, address: &Address) {
        if let Some(database) = self.databases.get_mut(address).filter(|database| database.up) {
            database.up = false;
            self.databases.notice_process(address, self.now);
            self.databases.leave_cluster(address, self.now, &mut self.schedule);
        }
        let servers: Vec<String> = self
            .servers
            .iter()
            .filter(|server| server.address() == *address)
            .map(|server| server.name.clone())
            .collect();
        for server in servers {
            self.lose_connections(&server);
        }
    }

    /// The process of a database is started again.
    pub fn start_database(&mut self, address: &Address) {
        let now = self.now;
        if let Some(database) = self.databases.get_mut(address).filter(|database| !database.up) {
            database.up = true;
            database.started = now;
            database.read_only = database.condition.starts_read_only;
            if let Some(link) = database.source_mut() {
                link.threads.restart();
            }
            self.databases.replicate_to(address, now);
            self.databases.notice_process(address, now);
            self.databases.enter_cluster(address, now, &mut self.schedule);
        }
    }

    /// MaxScale is restarted: sessions and statistics are gone, states come from the journal.
    pub fn restart(&mut self) {
        let ids: Vec<u64> = self.sessions.keys().copied().collect();
        for id in ids {
            self.end_session(id);
        }
        let monitors: Vec<String> =
            self.monitors.iter().map(|monitor| monitor.name.clone()).collect();
        for name in &monitors {
            self.stop_monitor(name);
        }
        self.started = self.now;
        self.unload_modules();
        self.log_start();
        let now = self.now;
        for server in self.servers.iter_mut() {
            server.statistics = ServerStatistics::default();
            server.status = Status::default();
            if let Some(watch) = &mut server.watch {
                *watch = Watch::new(&watch.monitor, now);
            }
        }
        for service in self.services.iter_mut() {
            service.statistics = ServiceStatistics::default();
            service.started = true;
            service.started_at = now;
        }
        for listener in self.listeners.iter_mut() {
            listener.running = true;
        }
        for name in monitors {
            if let Some(monitor) = self.monitor_mut(&name) {
                monitor.result = None;
                monitor.primary = None;
            }
            self.start_monitor(&name);
            self.wait_for_monitor(&name);
        }
        for group in self.sessions.groups() {
            self.populate(&group);
        }
    }
}
