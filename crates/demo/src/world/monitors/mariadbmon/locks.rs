//! Cooperative monitoring: the locks by which several MaxScales agree on one in charge.
//!
//! There is no other MaxScale in the simulation, so that every lock is free or held by this one.

use super::Cluster;
use crate::world::resources::Lock;
use std::time::SystemTime;

impl Cluster {
    /// Takes the locks that are free, if that makes a majority; tells of a change.
    pub(super) fn update_locks(&mut self, now: SystemTime) -> Option<String> {
        if !self.monitor.uses_locks() {
            return None;
        }
        let had = self.monitor.owner;
        let locks = self.members.iter().map(|member| member.observation.lock);
        let takeable = locks.filter(|lock| *lock != Lock::Unknown).count();
        let all = self.members.iter().filter(|member| {
            member.is_running()
                || self.monitor.text("cooperative_monitoring_locks") == "majority_of_all"
        });
        let majority = all.count() / 2 + 1;
        let owns = takeable >= majority && (had || now >= self.monitor.locks_after);
        for member in
            self.members.iter_mut().filter(|member| member.observation.lock != Lock::Unknown)
        {
            member.observation.lock = if owns { Lock::Held } else { Lock::Free };
        }
        self.monitor.owner = owns;
        let name = &self.monitor.name;
        match (had, owns) {
            (false, true) => Some(format!(
                "'{name}' acquired the exclusive lock on a majority of its servers. Manual \
                 cluster manipulation operations (e.g. failover) can be performed."
            )),
            (true, false) => Some(format!(
                "'{name}' lost the exclusive lock on a majority of its servers. Manual cluster \
                 manipulation operations (e.g. failover) can not be performed."
            )),
            _ => None,
        }
    }
}
