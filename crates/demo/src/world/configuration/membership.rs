//! What a change of one resource does to those that use it.

use crate::world::World;
use crate::world::resources::Watch;

impl World {
    /// Gives a monitor other servers; it is restarted for that.
    pub fn set_monitor_servers(&mut self, name: &str, servers: Vec<String>) {
        let now = self.now;
        let running = self.monitor(name).is_some_and(|monitor| monitor.running);
        self.stop_monitor(name);
        let before = self.monitor(name).map(|monitor| monitor.servers.clone()).unwrap_or_default();
        for gone in before.iter().filter(|server| !servers.contains(server)) {
            if let Some(server) = self.server_mut(gone) {
                server.watch = None;
            }
        }
        for server in &servers {
            if let Some(server) = self.server_mut(server).filter(|server| server.watch.is_none()) {
                server.watch = Some(Watch::new(name, now));
            }
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.servers = servers;
        }
        self.restart_monitor(name);
        if running {
            self.start_monitor(name);
        }
    }

    /// Ends every session of a service.
    pub fn end_sessions_of(&mut self, service: &str) {
        let of_service = self.sessions.values().filter(|session| session.service == service);
        let ids: Vec<u64> = of_service.map(|session| session.id).collect();
        for id in ids {
            self.end_session(id);
        }
    }
}
