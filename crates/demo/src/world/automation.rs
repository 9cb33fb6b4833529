//! What mariadbmon does by itself when it is told to: `auto_failover` and `auto_rejoin`.

use super::World;
use super::command::Order;
use super::log::Priority;
use super::monitor::{Module, Monitor};
use super::status::Flag;

impl World {
    /// Replaces a primary that has been down for `failcount` looks, and takes back servers that
    /// run without following the primary. Servers in maintenance are left alone
    /// (rest-api.md 4.6).
    pub(super) fn act_by_itself(&mut self, name: &str) {
        let Some(monitor) = self.monitor(name).cloned() else {
            return;
        };
        if monitor.module != Module::MariaDb || monitor.job.is_some() {
            return;
        }
        let failures = if self.has_failed(&monitor) { monitor.failures + 1 } else { 0 };
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.failures = failures;
        }
        let patience = monitor.parameters.get("failcount").and_then(|value| value.as_u64());
        if monitor.is_on("auto_failover") && failures >= patience.unwrap_or(5) {
            self.do_by_itself(name, &Order::Failover);
        } else if monitor.is_on("auto_rejoin") {
            let mut strays = monitor.servers;
            strays.retain(|server| self.is_stray(server));
            for server in strays {
                self.do_by_itself(name, &Order::Rejoin { server });
            }
        }
    }

    fn has_failed(&self, monitor: &Monitor) -> bool {
        let primary = monitor.primary.as_deref().and_then(|name| self.server(name));
        primary.is_some_and(|primary| {
            !primary.status.has(Flag::Running) && !primary.status.has(Flag::Maintenance)
        })
    }

    fn is_stray(&self, server: &str) -> bool {
        self.server(server).is_some_and(|server| {
            let status = server.status;
            status.is_usable() && !status.has(Flag::Master) && !status.has(Flag::Slave)
        })
    }

    fn do_by_itself(&mut self, monitor: &str, order: &Order) {
        if let Ok(moves) = self.check_order(monitor, order) {
            self.carry_out(monitor, &moves);
            let text = format!("Monitor '{monitor}' performed a {} by itself.", order.name());
            self.log.write(self.now, Priority::Warning, text);
        }
    }
}
