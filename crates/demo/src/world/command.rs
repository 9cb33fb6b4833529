//! The commands of mariadbmon that move roles: switchover, failover, rejoin (rest-api.md 5.3–5.5,
//! recording switchover).

use super::World;
use super::agenda::Event;
use super::command_check::Moves;
use super::database::Source;
use super::monitor::{Module, Monitor};
use super::status::Flag;
use std::time::{Duration, SystemTime};

/// How long a command takes (recorded: between 1.0 and 1.5 s).
const TAKES: Duration = Duration::from_millis(1200);

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// The primary and a replica swap roles.
    Switchover {
        /// Who becomes primary; chosen when not given.
        promote: Option<String>,
        /// Who has to be the primary now, if given.
        demote: Option<String>,
    },
    /// A replica takes over from a dead primary.
    Failover,
    /// A server follows the primary again.
    Rejoin {
        /// Which one.
        server: String,
    },
}

impl Order {
    /// Its name as commands and results say it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Switchover { .. } => "switchover",
            Self::Failover => "failover",
            Self::Rejoin { .. } => "rejoin",
        }
    }
}

/// A command that is being carried out.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is done.
    pub order: Order,
    /// When it is done.
    pub done: SystemTime,
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The command.
    pub command: &'static str,
    /// What went wrong; empty when nothing did.
    pub problems: Vec<String>,
}

impl World {
    /// Begins a command; its outcome is in [`Monitor::result`] when it is done.
    ///
    /// # Errors
    /// Why it cannot be begun.
    pub fn begin_command(&mut self, monitor: &str, order: Order) -> Result<(), String> {
        let done = self.now + TAKES;
        let Some(found) = self.monitor_mut(monitor) else {
            return Err(format!("{monitor} is not a monitor"));
        };
        if !found.running {
            return Err("The monitor is not running, cannot execute manual command.".to_owned());
        }
        if let Some(job) = &found.job {
            return Err(format!(
                "Cannot run manual {}, previous {} is still running.",
                order.name(),
                job.order.name()
            ));
        }
        found.result = None;
        let job = Job { order, done };
        if let Err(problems) = self.check_order(monitor, &job.order) {
            self.report(monitor, &job.order, problems);
            return Ok(());
        }
        if let Some(found) = self.monitor_mut(monitor) {
            found.job = Some(job);
        }
        self.agenda.add(done, Event::Command(monitor.to_owned()));
        Ok(())
    }

    /// Lets time pass until the monitor has no command any more.
    pub fn wait_for_command(&mut self, monitor: &str) {
        let job = self.monitor(monitor).and_then(|monitor| monitor.job.clone());
        if let Some(job) = job {
            self.advance(job.done.duration_since(self.now).unwrap_or_default());
        }
    }

    /// The command of the monitor is due: it is carried out, if that is still possible.
    pub fn finish_command(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        let Some(job) = monitor.job.take_if(|job| job.done <= now) else {
            return;
        };
        let outcome = self.check_order(name, &job.order);
        let problems = match outcome {
            Ok(moves) => {
                self.carry_out(name, &moves);
                Vec::new()
            }
            Err(problems) => problems,
        };
        self.report(name, &job.order, problems);
        self.tick(name);
    }

    fn report(&mut self, monitor: &str, order: &Order, mut problems: Vec<String>) {
        if !problems.is_empty() && matches!(order, Order::Switchover { .. } | Order::Failover) {
            let mut name = order.name().to_owned();
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            problems.push(format!("{name} cancelled."));
        }
        if let Some(monitor) = self.monitor_mut(monitor) {
            monitor.result = Some(Report { command: order.name(), problems });
        }
    }

    pub(super) fn carry_out(&mut self, monitor_name: &str, moves: &Moves) {
        let Some(monitor) = self.monitor(monitor_name).cloned() else {
            return;
        };
        let mut followers = moves.join.clone();
        let mut primary = monitor.primary.clone();
        if let Some(promote) = &moves.promote {
            // Replicas in maintenance keep following the old primary (rest-api.md 4.6).
            followers = monitor.servers.clone();
            followers.retain(|name| name != promote && self.follows_along(name, moves));
            primary = Some(promote.clone());
            if let Some(demote) = &moves.demote {
                self.lose_connections(demote);
            }
            if let Some(database) = self.database_of_mut(promote) {
                database.follow(None);
            }
        }
        let address = primary.as_deref().and_then(|name| self.server(name)).map(|to| to.address());
        if let Some(address) = address {
            for name in followers {
                let source = Source { address: address.clone(), using_gtid: "Current_Pos" };
                if let Some(database) = self.database_of_mut(&name) {
                    database.follow(Some(source));
                }
            }
        }
        if let Some(monitor) = self.monitor_mut(monitor_name) {
            monitor.primary = primary;
        }
    }

    fn follows_along(&self, name: &str, moves: &Moves) -> bool {
        let status = self.server(name).map(|server| server.status).unwrap_or_default();
        moves.demote.as_deref() == Some(name) || (status.is_usable() && status.has(Flag::Slave))
    }
}

/// Whether the monitor is of the module that these commands belong to.
#[must_use]
pub fn understands(monitor: &Monitor) -> bool {
    monitor.module == Module::MariaDb
}
