//! The commands of mariadbmon: how they are asked for, wait, run, and what is told of them
//! (rest-api.md 5.3–5.5, recording switchover).

use super::World;
use super::agenda::Event;
use super::log::Priority;
use super::mariadbmon::operation::Plan;
use super::monitor::{Activity, Module, Monitor};
use std::time::{Duration, SystemTime};

/// How long it takes until a monitor gets round to a command: its servers are asked first.
const FIRST_LOOK: Duration = Duration::from_millis(5);

/// What a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// The primary and a replica swap roles.
    Switchover {
        /// Who becomes primary; chosen when not given.
        promote: Option<String>,
        /// Who has to be the primary now, if given.
        demote: Option<String>,
        /// Whether most of what speaks against it is ignored.
        force: bool,
    },
    /// A replica takes over from a dead primary.
    Failover,
    /// A server follows the primary again.
    Rejoin {
        /// Which one.
        server: String,
    },
    /// Replication is set up from scratch.
    ResetReplication {
        /// Who becomes primary; the present one when not given.
        primary: Option<String>,
    },
    /// The locks of cooperative monitoring are given away for a minute.
    ReleaseLocks,
    /// What needs something that is not there: ColumnStore's daemon, or SSH.
    Elsewhere {
        /// Its name.
        name: &'static str,
        /// The servers that it is about, then the other arguments.
        servers: Vec<String>,
        /// What is said when it fails, with the reason.
        failure: String,
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
            Self::ResetReplication { .. } => "reset-replication",
            Self::ReleaseLocks => "release-locks",
            Self::Elsewhere { name, .. } => name,
        }
    }
}

/// How far a command is.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    /// The monitor has not got round to it.
    Waiting,
    /// The old primary is being demoted.
    Demoting(Plan),
    /// The new primary has not got everything yet; until that time it may take.
    CatchingUp(Plan, SystemTime),
    /// Servers follow the new primary; that is being confirmed.
    Confirming(Plan),
}

/// A command that is to be, or is being, carried out.
#[derive(Clone, Debug)]
pub struct Job {
    /// What is done.
    pub order: Order,
    /// Whether somebody asked for it; else the monitor does it by itself.
    pub manual: bool,
    /// How far it is.
    pub phase: Phase,
    /// When it goes on.
    pub due: SystemTime,
}

impl Job {
    /// Whether the monitor has begun with it.
    #[must_use]
    pub fn is_started(&self) -> bool {
        self.phase != Phase::Waiting
    }

    /// The word for how far it is. The monitor gets round to a switchover while one asks for it
    /// (recording switchover); others are seen waiting.
    #[must_use]
    pub fn progress(&self) -> &'static str {
        let waits = !self.is_started() && !matches!(self.order, Order::Switchover { .. });
        if waits { "pending" } else { "running" }
    }
}

/// What came of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The command.
    pub command: &'static str,
    /// Whether it succeeded.
    pub success: bool,
    /// What went wrong; empty when nothing did.
    pub problems: Vec<String>,
}

impl World {
    /// Begins a command; its outcome is in [`Monitor::result`] when it is done.
    ///
    /// # Errors
    /// Why it cannot be begun.
    pub fn begin_command(&mut self, monitor: &str, order: Order) -> Result<(), String> {
        let now = self.now;
        let Some(found) = self.monitor_mut(monitor) else {
            return Err(format!("{monitor} is not a monitor"));
        };
        if !found.running {
            return Err("The monitor is not running, cannot execute manual command.".to_owned());
        }
        if let Some(job) = &found.job {
            return Err(format!(
                "Cannot run manual {}, previous {} is still {}.",
                order.name(),
                job.order.name(),
                job.progress()
            ));
        }
        let due = found.looking_until.unwrap_or(now).max(now) + FIRST_LOOK;
        found.result = None;
        found.job = Some(Job { order, manual: true, phase: Phase::Waiting, due });
        self.agenda.add(due, Event::Command(monitor.to_owned()));
        Ok(())
    }

    /// Takes back a command that the monitor has not begun; says whether there is one at all. One
    /// that runs goes on to its end.
    pub fn cancel_command(&mut self, monitor: &str) -> bool {
        let Some(monitor) = self.monitor_mut(monitor) else {
            return false;
        };
        let there_is = monitor.job.as_ref().is_some_and(|job| job.manual || job.is_started());
        monitor.job.take_if(|job| !job.is_started());
        there_is
    }

    /// It is time to go on with the command of the monitor.
    pub(super) fn go_on_with_command(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor(name) else {
            return;
        };
        let Some(job) = monitor.job.clone().filter(|job| job.due <= now) else {
            return;
        };
        match job.phase {
            Phase::Waiting if monitor.looking_until.is_none() => self.tick(name),
            Phase::Waiting => {}
            Phase::Demoting(plan) => self.wait_for_events(name, plan),
            Phase::CatchingUp(plan, until) => self.catch_up(name, plan, until),
            Phase::Confirming(plan) => self.finish_moves(name, &plan),
        }
    }

    /// Sets how far the command of a monitor is, and when it goes on.
    pub(super) fn set_phase(&mut self, name: &str, phase: Phase, after: Duration) {
        let due = self.now + after;
        let activity = match phase {
            Phase::Waiting => Activity::Looking,
            Phase::Demoting(_) => Activity::Demoting,
            Phase::CatchingUp(..) => Activity::CatchingUp,
            Phase::Confirming(_) => Activity::Confirming,
        };
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.activity = activity;
            if let Some(job) = &mut monitor.job {
                (job.phase, job.due) = (phase, due);
            }
        }
        self.agenda.add(due, Event::Command(name.to_owned()));
    }

    /// The command of the monitor is over.
    pub(super) fn end_command(&mut self, name: &str, problems: Vec<String>) {
        let Some(job) = self.monitor_mut(name).and_then(|monitor| monitor.job.take()) else {
            return;
        };
        if !job.manual {
            return;
        }
        self.note_by_monitor(Priority::Error, problems.clone());
        if let Some(monitor) = self.monitor_mut(name) {
            let success = problems.is_empty();
            monitor.result = Some(Report { command: job.order.name(), success, problems });
        }
    }

    /// After a look: begins with the command that waits, or does what the monitor does by itself.
    pub(super) fn work_on_commands(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name) else {
            return;
        };
        monitor.hold = monitor.hold.saturating_sub(1);
        let waiting = monitor.job.as_ref().filter(|job| !job.is_started() && job.due <= now);
        match waiting.map(|job| job.order.clone()) {
            Some(order) => self.start_command(name, &order),
            None => self.act_by_itself(name),
        }
    }
}

/// Whether the monitor is of the module that these commands belong to.
#[must_use]
pub fn understands(monitor: &Monitor) -> bool {
    monitor.module == Module::MariaDb
}
