//! The commands of mariadbmon: how they are asked for, wait, run, and what is told of them
//! (rest-api.md 5.3–5.5, recording switchover).

use crate::world::World;
use crate::world::log::Priority;
use crate::world::resources::{Activity, Job, MonitorCommand, Phase, Report};
use crate::world::schedule::Event;
use std::time::Duration;

/// How long it takes until a monitor gets round to a command: its servers are asked first.
const FIRST_LOOK: Duration = Duration::from_millis(5);

impl World {
    /// Begins a command; its outcome is in [`Monitor::result`] when it is done.
    ///
    /// # Errors
    /// Why it cannot be begun.
    pub fn begin_command(&mut self, monitor: &str, command: MonitorCommand) -> Result<(), String> {
        let (now, version) = (self.now, self.version);
        let Some(found) = self.monitor_mut(monitor) else {
            return Err(format!("{monitor} is not a monitor"));
        };
        if !found.running {
            return Err("The monitor is not running, cannot execute manual command.".to_owned());
        }
        if let Some(job) = &found.job {
            return Err(format!(
                "Cannot run manual {}, previous {} is still {}.",
                command.name(),
                job.command.name(),
                job.progress()
            ));
        }
        let due = found.tick_until.unwrap_or(now).max(now) + FIRST_LOOK;
        found.result = None;
        // Up to 24.02 the monitor gets round to a switchover while one asks for it.
        let is_seen_waiting = version.shows_moves_at_next_look()
            || !matches!(command, MonitorCommand::Switchover { .. });
        found.job =
            Some(Job { command, manual: true, is_seen_waiting, phase: Phase::Waiting, due });
        self.schedule.add(due, Event::Command(monitor.to_owned()));
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
    pub(in crate::world) fn continue_command(&mut self, name: &str) {
        let now = self.now;
        let Some(monitor) = self.monitor(name) else {
            return;
        };
        let Some(job) = monitor.job.clone().filter(|job| job.due <= now) else {
            return;
        };
        match job.phase {
            Phase::Waiting if monitor.tick_until.is_none() => self.tick(name),
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
        self.schedule.add(due, Event::Command(name.to_owned()));
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
            monitor.result = Some(Report { command: job.command.name(), success, problems });
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
        match waiting.map(|job| job.command.clone()) {
            Some(command) => self.start_command(name, &command),
            None => self.act_automatically(name),
        }
    }
}
