//! One look of the monitor, from reading the servers to writing down what they are.

use super::{Cluster, Member};
use crate::world::World;
use crate::world::log::Priority;
use crate::world::resources::Monitor;

impl World {
    /// `mariadbmon` looks at its servers.
    pub(in crate::world::monitors) fn check_replicas(&mut self, name: &str) {
        let checks_disks = self.is_time_for_disks(name);
        let Some(monitor) = self.monitor(name).cloned() else {
            return;
        };
        let mut cluster = Cluster::of(self, &monitor);
        cluster.observe(self, checks_disks);
        let mut told: Vec<String> = cluster.update_locks(self.now).into_iter().collect();
        told.extend(cluster.update_topology());
        cluster.assign_roles();
        if monitor.is_on("maintenance_on_low_disk_space") {
            told.extend(cluster.maintain_full_disks());
        }
        self.note_by_monitor(Priority::Warning, told);
        self.write_down(name, cluster);
        self.test_writing(name);
    }

    fn is_time_for_disks(&mut self, name: &str) -> bool {
        let now = self.now;
        let Some(monitor) = self.monitor_mut(name) else {
            return false;
        };
        let every = monitor.duration("disk_space_check_interval", 0);
        let since = now.duration_since(monitor.disks_checked).unwrap_or_default();
        let due = !every.is_zero() && since > every;
        if due {
            monitor.disks_checked = now;
        }
        due
    }

    fn write_down(&mut self, name: &str, cluster: Cluster) {
        let primary = cluster.primary().map(|primary| primary.name.clone());
        let domain = cluster.primary().filter(|primary| primary.is_master());
        let domain =
            domain.and_then(|primary| primary.observation.position).map(|gtid| gtid.domain);
        if let Some(monitor) = self.monitor_mut(name) {
            let Monitor { owner, ring, .. } = cluster.monitor;
            (monitor.owner, monitor.ring) = (owner, ring);
            monitor.primary = primary;
            monitor.domain = domain.or(monitor.domain);
        }
        for member in &cluster.members {
            self.write_down_member(member);
        }
        for member in cluster.members {
            self.note_state(name, &member.name, member.before, member.status);
        }
    }

    fn write_down_member(&mut self, member: &Member) {
        let server = self.server_mut(&member.name);
        let Some(watch) = server.and_then(|server| server.watch.as_mut()) else {
            return;
        };
        if member.is_running() {
            watch.node_id = member.observation.server_id;
            watch.master_id = member.observation.links.first().map_or(-1, |link| link.server_id);
        }
        watch.lag = member.lag;
        watch.failures = member.failures;
        watch.observation.clone_from(&member.observation);
    }
}
