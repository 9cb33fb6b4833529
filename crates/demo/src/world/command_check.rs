//! Whether a command of mariadbmon is possible, and what it would move (rest-api.md 4.6, 5.5).

use super::World;
use super::command::Order;
use super::monitor::Monitor;
use super::status::Flag;

/// The roles that a command moves.
#[derive(Clone, Debug, Default)]
pub struct Moves {
    /// Who becomes primary, if that changes.
    pub promote: Option<String>,
    /// Who becomes a replica of it.
    pub demote: Option<String>,
    /// Who follows the primary again.
    pub join: Vec<String>,
}

impl World {
    /// What a command would move.
    ///
    /// # Errors
    /// Why it is not possible.
    pub(super) fn check_order(&self, name: &str, order: &Order) -> Result<Moves, Vec<String>> {
        let monitor = self.monitor(name).ok_or_else(Vec::new)?;
        let outcome = match order {
            Order::Switchover { promote, demote } => {
                self.check_switchover(monitor, promote.as_deref(), demote.as_deref())
            }
            Order::Failover => self.check_failover(monitor),
            Order::Rejoin { server } => self.check_rejoin(monitor, server),
        };
        outcome.map_err(|problem| vec![problem])
    }

    fn check_switchover(
        &self,
        monitor: &Monitor,
        promote: Option<&str>,
        demote: Option<&str>,
    ) -> Result<Moves, String> {
        let primary = monitor.primary.as_deref();
        let Some(target) = demote.or(primary) else {
            return Err("Can not autoselect a demotion target for switchover: cluster does not \
                        have a primary."
                .to_owned());
        };
        let usable = self.server(target).is_some_and(|server| server.status.is_usable());
        let reason = if !usable {
            "it is not running or it is in maintenance."
        } else if primary != Some(target) {
            "it is not the primary."
        } else {
            ""
        };
        if !reason.is_empty() {
            return Err(if demote.is_some() {
                format!("'{target}' is not a valid demotion target for switchover: {reason}")
            } else {
                format!(
                    "Can not autoselect '{target}' as a demotion target for switchover because \
                     {reason}"
                )
            });
        }
        let promote = self.promotion_target(monitor, promote, "switchover")?;
        Ok(Moves { promote: Some(promote), demote: Some(target.to_owned()), join: Vec::new() })
    }

    fn check_failover(&self, monitor: &Monitor) -> Result<Moves, String> {
        let Some(primary) = monitor.primary.as_deref() else {
            return Err("Can not select a demotion target for failover: cluster does not have a \
                        primary."
                .to_owned());
        };
        if self.server(primary).is_some_and(|server| server.status.has(Flag::Running)) {
            return Err(format!(
                "Can not select '{primary}' as a demotion target for failover because it is a \
                 running primary."
            ));
        }
        let promote = self.promotion_target(monitor, None, "failover")?;
        Ok(Moves { promote: Some(promote), demote: None, join: Vec::new() })
    }

    fn check_rejoin(&self, monitor: &Monitor, server: &str) -> Result<Moves, String> {
        if !monitor.servers.iter().any(|name| name == server) {
            return Err(format!("The given server '{server}' is not monitored by this monitor."));
        }
        let primary = monitor.primary.as_deref();
        let usable = primary
            .and_then(|name| self.server(name))
            .filter(|primary| primary.is_usable_primary());
        let Some(primary) = usable else {
            return Err(format!(
                "The server cluster of monitor '{}' is not in a state valid for joining. Either it \
                 has no primary or its gtid domain is unknown.",
                monitor.name
            ));
        };
        let running = self.server(server).is_some_and(|server| server.status.has(Flag::Running));
        if !running || primary.name == server {
            return Err(format!("Server '{server}' cannot be rejoined to the cluster."));
        }
        Ok(Moves { join: vec![server.to_owned()], ..Moves::default() })
    }

    fn promotion_target(
        &self,
        monitor: &Monitor,
        asked: Option<&str>,
        command: &str,
    ) -> Result<String, String> {
        let invalid = |name: &str, reason: &str| {
            format!(
                "'{name}' is not a valid promotion target for {command} because it is {reason}."
            )
        };
        if let Some(asked) = asked {
            if monitor.primary.as_deref() == Some(asked) {
                return Err(invalid(asked, "already the primary"));
            }
            if !monitor.servers.iter().any(|name| name == asked) {
                return Err(invalid(asked, "not monitored by this monitor"));
            }
            let server = self.server(asked);
            if !server.is_some_and(|server| server.status.is_usable()) {
                return Err(invalid(asked, "down or in maintenance"));
            }
            if !server.is_some_and(|server| server.status.has(Flag::Slave)) {
                return Err(invalid(asked, "not replicating from the primary"));
            }
            return Ok(asked.to_owned());
        }
        let is_candidate = |name: &&String| {
            self.server(name)
                .is_some_and(|server| server.status.is_usable() && server.status.has(Flag::Slave))
        };
        let best = monitor.servers.iter().filter(is_candidate).max_by_key(|name| {
            let position = self.database_of(name).and_then(|database| database.position());
            (position.map(|position| position.sequence), std::cmp::Reverse(name.as_str()))
        });
        best.cloned().ok_or_else(|| format!("No suitable promotion candidate found for {command}."))
    }
}
