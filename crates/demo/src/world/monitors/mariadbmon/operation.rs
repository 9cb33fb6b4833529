//! Commands that move roles: what they plan, and how they carry it out step by step.

use super::Cluster;
use super::check::DeadPosition;
use crate::world::World;
use crate::world::log::Priority;
use crate::world::resources::{Flag, Lock, MonitorCommand, Phase, Plan};
use std::time::{Duration, SystemTime};

/// How long it takes to see that the positions of a frozen primary stand still.
const STANDS_STILL: Duration = Duration::from_millis(1000);

/// How often the new primary is asked whether it has got everything.
const ASKS_EVERY: Duration = Duration::from_millis(500);

/// How long locks that were released are left to others.
const OTHERS_TURN: Duration = Duration::from_secs(60);

impl World {
    /// Begins with a command, or ends it at once with the reasons against it.
    pub(in crate::world::monitors) fn start_command(
        &mut self,
        name: &str,
        command: &MonitorCommand,
    ) {
        let Some(monitor) = self.monitor(name).cloned() else {
            return;
        };
        let cluster = Cluster::of(self, &monitor);
        if cluster.is_secondary() && needs_locks(command) {
            let text = "Cannot perform cluster operation because this MaxScale does not have \
                        exclusive locks on a majority of servers. Run \"SELECT \
                        IS_USED_LOCK('maxscale_mariadbmonitor');\" on the servers to find out \
                        which connection id has a lock.";
            return self.end_command(name, vec![text.to_owned()]);
        }
        match command {
            MonitorCommand::Switchover { promote, demote, force, maintain } => {
                let plan = cluster.plan_switchover(promote.as_deref(), demote.as_deref(), *force);
                let plan = plan.map(|plan| Plan { maintains: *maintain, ..plan });
                self.begin_moves(name, plan, "Switchover cancelled.");
            }
            MonitorCommand::Failover { safe, .. } => {
                let needed = DeadPosition::needed(self.version, true, *safe);
                let plan = cluster.plan_failover(*safe, needed);
                self.begin_moves(name, plan, "Failover cancelled.");
            }
            MonitorCommand::Rejoin { server } => {
                let outcome = cluster.check_rejoin(server);
                if outcome.is_ok() {
                    self.rejoin(name, server);
                    self.note_by_monitor(Priority::Notice, ["Rejoin performed.".to_owned()]);
                }
                self.end_command(name, outcome.err().into_iter().collect());
            }
            MonitorCommand::Redirect { replica, primary } => {
                let outcome = cluster.check_redirect(replica, primary);
                if outcome.is_ok() {
                    self.redirect(name, replica, primary);
                }
                self.end_command(name, outcome.err().into_iter().collect());
            }
            MonitorCommand::ResetReplication { primary } => {
                let outcome = cluster.check_reset(primary.as_deref());
                if let Ok(primary) = &outcome {
                    self.reset_replication(&cluster, primary);
                }
                self.end_command(name, outcome.err().into_iter().collect());
            }
            MonitorCommand::ReleaseLocks => {
                let outcome = self.release_locks(name);
                self.end_command(name, outcome.err().into_iter().collect());
            }
            MonitorCommand::Elsewhere { servers, failure, name: what } => {
                let problems = cluster.check_elsewhere(what, servers, failure);
                self.end_command(name, problems);
            }
        }
    }

    pub(super) fn begin_moves(
        &mut self,
        name: &str,
        plan: Result<Plan, Vec<String>>,
        cancelled: &str,
    ) {
        match plan {
            Ok(plan) if plan.swaps => self.demote(name, plan),
            Ok(plan) => self.promote(name, plan),
            Err(mut problems) => {
                problems.push(cancelled.to_owned());
                self.end_command(name, problems);
            }
        }
    }

    /// Takes the role from the old primary: nothing is written there any more, nothing new comes.
    fn demote(&mut self, name: &str, mut plan: Plan) {
        if let Some(server) = self.server_mut(&plan.demote) {
            plan.was_draining = server.status.has(Flag::Draining);
            server.status = server.status.without(Flag::Master).with(Flag::Draining);
        }
        if let Some(database) = self.database_of_mut(&plan.demote) {
            database.read_only = true;
        }
        self.set_phase(name, Phase::Demoting(plan), STANDS_STILL);
    }

    /// The old primary is frozen: the new one has to get all that was written there.
    pub(in crate::world::monitors) fn wait_for_events(&mut self, name: &str, plan: Plan) {
        if let Some(server) = self.server_mut(&plan.demote).filter(|_| !plan.was_draining) {
            server.status = server.status.without(Flag::Draining);
        }
        let monitor = self.monitor(name);
        let timeout = monitor.map(|monitor| monitor.duration("switchover_timeout", 90_000));
        let until = self.now + timeout.unwrap_or_default().saturating_sub(STANDS_STILL);
        self.catch_up(name, plan, until);
    }

    /// Looks whether the new primary has got everything, until it takes too long.
    pub(in crate::world) fn catch_up(&mut self, name: &str, plan: Plan, until: SystemTime) {
        self.replicate(name);
        let position = |server: &str| self.database_of(server).and_then(|db| db.position());
        let sequence = |server: &str| position(server).map(|gtid| gtid.sequence);
        let force = self.monitor(name).is_some_and(|monitor| {
            let command = monitor.job.as_ref().map(|job| &job.command);
            matches!(command, Some(MonitorCommand::Switchover { force: true, .. }))
        });
        if force || sequence(&plan.promote) >= sequence(&plan.demote) {
            self.promote(name, plan);
        } else if self.now < until {
            self.set_phase(name, Phase::CatchingUp(plan, until), ASKS_EVERY);
        } else {
            self.take_back_demotion(name, &plan);
        }
    }

    /// The switchover has failed: the old primary is the primary again.
    fn take_back_demotion(&mut self, name: &str, plan: &Plan) {
        if let Some(database) = self.database_of_mut(&plan.demote) {
            database.read_only = false;
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.modified = true;
            monitor.hold = monitor.number("failcount", 5) + 1;
        }
        self.lose_connections(&plan.demote);
        let problems = vec![
            format!("Replica catchup timed out on replica '{}'.", plan.promote),
            format!("Switchover {} -> {} failed.", plan.demote, plan.promote),
        ];
        self.end_command(name, problems);
        self.complete_tick(name);
    }

    /// Makes the new primary one, and sends the others there.
    pub(in crate::world) fn promote(&mut self, name: &str, plan: Plan) {
        self.make_primary(&plan);
        if plan.maintains {
            self.maintain_old_primary(&plan.demote);
        }
        for server in &plan.redirect {
            self.send_to(server, &plan.promote);
        }
        for server in &plan.redirect_back {
            self.send_to(server, &plan.demote);
        }
        self.glimpse_moves(&plan);
        let waits = plan.swaps || !plan.redirect.is_empty();
        let after = if waits { self.version.confirms_moves_in() } else { Duration::ZERO };
        self.set_phase(name, Phase::Confirming(plan), after);
        if !waits {
            self.continue_command(name);
        }
    }

    fn maintain_old_primary(&mut self, name: &str) {
        if let Some(server) = self.server_mut(name) {
            server.status = server.status.with(Flag::Maintenance);
        }
        let text = format!("Old primary {name} set to maintenance.");
        self.note_by_monitor(Priority::Notice, [text]);
    }

    /// The moves are made: the monitor takes note, and looks again.
    pub(in crate::world::monitors) fn finish_moves(&mut self, name: &str, plan: &Plan) {
        let job = self.monitor(name).and_then(|monitor| monitor.job.as_ref());
        if let Some(command) = job.map(|job| job.command.clone()) {
            self.note_moves(&command, plan);
        }
        if plan.swaps && !plan.maintains {
            // The old primary has no role until the next look, and loses its connections for that.
            self.lose_connections(&plan.demote);
        }
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.primary = Some(plan.promote.clone());
            monitor.modified = true;
        }
        self.end_command(name, Vec::new());
        self.complete_tick(name);
    }

    fn release_locks(&mut self, name: &str) -> Result<(), String> {
        let until = self.now + OTHERS_TURN;
        let monitor = self.monitor_mut(name).filter(|monitor| monitor.uses_locks());
        let Some(monitor) = monitor else {
            return Err("Server locks are not in use, cannot release them.".to_owned());
        };
        monitor.owner = false;
        monitor.locks_after = until;
        let mut released = 0;
        for server in monitor.servers.clone() {
            let watch = self.server_mut(&server).and_then(|server| server.watch.as_mut());
            if let Some(watch) = watch.filter(|watch| watch.observation.lock == Lock::Held) {
                watch.observation.lock = Lock::Free;
                released += 1;
            }
        }
        if released == 0 {
            let text = "Did not release any locks. Will not attempt to reacquire locks for 1 \
                        minute.";
            return Err(text.to_owned());
        }
        Ok(())
    }
}

/// Whether only the MaxScale in charge may do it.
fn needs_locks(command: &MonitorCommand) -> bool {
    !matches!(command, MonitorCommand::ReleaseLocks | MonitorCommand::Elsewhere { .. })
}
