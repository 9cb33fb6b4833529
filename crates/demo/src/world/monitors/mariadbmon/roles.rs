//! Who has which role, given the primary.

use super::{Cluster, Member};
use crate::world::databases::Io;
use crate::world::resources::Flag;

impl Cluster {
    /// Gives every server its role and its lag.
    pub(super) fn assign_roles(&mut self) {
        for member in &mut self.members {
            member.status = member.status.without_role();
            member.lag = -1;
        }
        let Some(index) = self.primary else {
            return;
        };
        let fits = self.primary_fits();
        if let Some(primary) = self.members.get_mut(index).filter(|member| member.is_running()) {
            primary.lag = 0;
            primary.status = primary.status.with_if(Flag::Master, fits);
        }
        if self.replicas_may_be() {
            self.assign_replicas(index);
        }
    }

    /// Whether the primary meets `master_conditions`, and is writable.
    fn primary_fits(&self) -> bool {
        let Some(primary) = self.primary() else {
            return false;
        };
        let conditions = self.monitor.list("master_conditions");
        let asked = |name: &str| conditions.contains(&name);
        let connected = asked("connected_slave");
        let running = asked("running_slave");
        if connected || running || asked("connecting_slave") {
            let good = |replica: &Member| {
                (!connected || replica.link_state(&primary.name) == Some(Io::Yes))
                    && (!running || replica.is_running())
            };
            if !self.replicas_of(primary).any(good) {
                return false;
            }
        }
        let unmarked = asked("primary_monitor_master") && self.is_secondary();
        let full = asked("disk_space_ok") && primary.status.has(Flag::LowDisk);
        !unmarked && !full && !primary.observation.read_only
    }

    /// Whether `slave_conditions` let any server be a replica now.
    fn replicas_may_be(&self) -> bool {
        let Some(primary) = self.primary() else {
            return false;
        };
        let conditions = self.monitor.list("slave_conditions");
        let asked = |name: &str| conditions.contains(&name);
        !(asked("writable_master") && !primary.is_master()
            || asked("primary_monitor_master") && self.is_secondary()
            || asked("running_master") && !primary.is_running())
    }

    /// Follows the connections from the primary on, those that work all the way first.
    fn assign_replicas(&mut self, primary: usize) {
        let conditions = self.monitor.list("slave_conditions");
        let needs_disk = conditions.contains(&"disk_space_ok");
        let needs_link = conditions.contains(&"linked_master");
        if let Some(first) = self.members.get_mut(primary)
            && first.is_running()
            && !first.is_master()
        {
            let full = needs_disk && first.status.has(Flag::LowDisk);
            first.status = first.status.with_if(Flag::Slave, !full);
        }
        let alive = self.member(primary).is_some_and(Member::is_running);
        let mut open = vec![(primary, alive)];
        let mut visited = Vec::new();
        while let Some((index, linked)) = take_best(&mut open) {
            let Some(parent) = self.member(index).filter(|_| !visited.contains(&index)).cloned()
            else {
                continue;
            };
            visited.push(index);
            let linked = linked && parent.is_running();
            let mut has_running = false;
            for child in &parent.children {
                let Some(replica) = self.members.get_mut(*child) else {
                    continue;
                };
                let io = replica.link_state(&parent.name);
                let live = io == Some(Io::Yes) && linked && replica.is_running();
                let follows = matches!(io, Some(Io::Yes | Io::Connecting)) && (live || !needs_link);
                has_running = has_running || (follows && replica.is_running());
                if follows && !visited.contains(child) {
                    open.push((*child, live));
                    replica.become_replica(&parent.name, needs_disk);
                }
            }
            self.mark_relay(index, primary, linked && has_running);
        }
    }

    fn mark_relay(&mut self, index: usize, primary: usize, has_replicas: bool) {
        let relays =
            |member: &Member| member.status.has(Flag::Slave) && member.is_running() && has_replicas;
        if let Some(member) = self.members.get_mut(index).filter(|member| relays(member))
            && index != primary
        {
            member.status = member.status.with(Flag::RelayMaster);
        }
    }

    /// `maintenance_on_low_disk_space`: replicas without space are taken out of use.
    pub(super) fn maintain_full_disks(&mut self) -> Vec<String> {
        let mut told = Vec::new();
        let primary = self.primary;
        for (index, member) in self.members.iter_mut().enumerate() {
            let full = member.status.has(Flag::LowDisk) && member.is_usable();
            if full && Some(index) != primary && !member.status.has(Flag::RelayMaster) {
                member.status = member.status.with(Flag::Maintenance);
                told.push(format!(
                    "Setting {} to maintenance because it is low on disk space and \
                     'maintenance_on_low_disk_space' is enabled.",
                    member.name
                ));
            }
        }
        told
    }
}

impl Member {
    fn become_replica(&mut self, source: &str, needs_disk: bool) {
        if !self.is_running() {
            return;
        }
        let full = needs_disk && self.status.has(Flag::LowDisk);
        self.status = self.status.with_if(Flag::Slave, !full);
        let behind = self.link_to(source).and_then(|link| link.behind);
        if let Some(behind) = behind.and_then(|seconds| i64::try_from(seconds).ok()) {
            self.lag = if self.lag < 0 { behind } else { self.lag.min(behind) };
        }
    }
}

fn take_best(open: &mut Vec<(usize, bool)>) -> Option<(usize, bool)> {
    let best = open.iter().position(|(_, linked)| *linked).unwrap_or(0);
    (!open.is_empty()).then(|| open.remove(best))
}
