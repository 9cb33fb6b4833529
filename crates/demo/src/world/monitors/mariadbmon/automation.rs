//! What mariadbmon does by itself when it is told to: `auto_failover`, `auto_rejoin`,
//! `switchover_on_low_disk_space`, and `read_only` kept as it should be.

use super::check::DeadPosition;
use super::{Cluster, Member};
use crate::world::World;
use crate::world::databases::Io;
use crate::world::log::Priority;
use crate::world::resources::{Flag, Job, MonitorCommand, Phase, Plan};

impl World {
    /// After a look: what is to be done without being asked. Servers in maintenance are left
    /// alone (rest-api.md 4.6).
    pub(in crate::world::monitors) fn act_automatically(&mut self, name: &str) {
        let passive = self.core.get("passive").and_then(serde_json::Value::as_bool);
        let Some(monitor) = self.monitor(name).cloned() else {
            return;
        };
        if monitor.job.is_some() || passive == Some(true) || monitor.hold > 0 {
            return;
        }
        let cluster = Cluster::of(self, &monitor);
        if cluster.is_secondary() {
            return;
        }
        let patience = monitor.number("failcount", 5);
        let has_just_failed = cluster.primary().is_some_and(|primary| primary.failures == 1);
        if monitor.is_on("auto_failover") && has_just_failed && patience > 1 {
            self.note_failing_primary(patience - 1);
        }
        let safe = monitor.text("auto_failover") == "safe";
        if monitor.is_on("auto_failover")
            && self.must_fail_over(&cluster)
            && let Ok(plan) =
                cluster.plan_failover(safe, DeadPosition::needed(self.version, false, safe))
        {
            let command = MonitorCommand::Failover { name: "failover", safe };
            return self.fail_over_automatically(name, plan, command);
        }
        if monitor.is_on("auto_rejoin") {
            self.take_back(name, &cluster);
        }
        if self.has_changed(name) {
            return;
        }
        let full = cluster.primary().filter(|primary| primary.status.has(Flag::LowDisk));
        if let Some(full) = full.filter(|_| monitor.is_on("switchover_on_low_disk_space"))
            && let Ok(plan) = cluster.plan_switchover(None, Some(&full.name), false)
        {
            let command = MonitorCommand::Switchover {
                promote: None,
                demote: None,
                force: false,
                maintain: false,
            };
            return self.fail_over_automatically(name, plan, command);
        }
        self.keep_read_only(&cluster);
    }

    fn has_changed(&self, name: &str) -> bool {
        self.monitor(name).is_some_and(|monitor| monitor.modified)
    }

    /// The primary has been down for `failcount` looks, and no replica still hears from it.
    fn must_fail_over(&self, cluster: &Cluster) -> bool {
        let Some(primary) = cluster.primary().filter(|primary| !primary.is_running()) else {
            return false;
        };
        let patience = cluster.monitor.duration("master_failure_timeout", 10_000);
        let hears = |replica: &Member| {
            let link = replica.link_to(&primary.name).filter(|link| link.io == Io::Yes);
            let since = link.and_then(|link| self.now.duration_since(link.last_data).ok());
            replica.is_running() && since.is_some_and(|since| since <= patience)
        };
        let heard = cluster.monitor.is_on("verify_master_failure")
            && cluster.replicas_of(primary).any(hears);
        primary.failures >= cluster.monitor.number("failcount", 5) && !heard
    }

    fn fail_over_automatically(&mut self, name: &str, plan: Plan, command: MonitorCommand) {
        let text = format!(
            "Performing automatic {} to replace failed primary '{}'.",
            command.name(),
            plan.demote
        );
        self.note_by_monitor(Priority::Notice, [text]);
        let due = self.now;
        if let Some(monitor) = self.monitor_mut(name) {
            monitor.job = Some(Job {
                command,
                manual: false,
                is_seen_waiting: true,
                phase: Phase::Waiting,
                due,
            });
        }
        self.begin_moves(name, Ok(plan), "");
    }

    fn take_back(&mut self, name: &str, cluster: &Cluster) {
        let joinable = cluster.joinable();
        for server in &joinable {
            self.rejoin(name, server);
        }
        if !joinable.is_empty() {
            let text = format!("{} server(s) redirected or rejoined the cluster.", joinable.len());
            self.note_by_monitor(Priority::Notice, [text]);
        }
    }

    /// `enforce_writable_master`, `enforce_read_only_slaves` and `enforce_read_only_servers`.
    fn keep_read_only(&mut self, cluster: &Cluster) {
        let monitor = &cluster.monitor;
        let Some(primary) = cluster.primary() else {
            return;
        };
        let maintained = primary.status.has(Flag::Maintenance);
        if monitor.is_on("enforce_writable_master") && primary.observation.read_only && !maintained
        {
            self.set_read_only(&primary.name, false);
        }
        let all = monitor.is_on("enforce_read_only_servers");
        let replicas = all || monitor.is_on("enforce_read_only_slaves");
        for member in cluster.members.iter().filter(|member| member.name != primary.name) {
            let is_replica = member.status.acts_as(Flag::Slave);
            let wanted = (replicas && is_replica) || (all && member.is_usable());
            if wanted && !member.observation.read_only {
                self.set_read_only(&member.name, true);
            }
        }
    }

    fn set_read_only(&mut self, server: &str, on: bool) {
        if let Some(database) = self.database_of_mut(server).filter(|database| database.up) {
            database.read_only = on;
        }
        let word = if on { "ON" } else { "OFF" };
        let text = format!("read_only set to {word} on '{server}'.");
        self.note_by_monitor(Priority::Notice, [text]);
    }
}
