//! Who the primary is: chosen once, and kept as long as it can be one.

use super::{Cluster, Member};

impl Cluster {
    /// Why the present primary has to be replaced; `None` when it stays.
    fn why_not_valid(&self) -> Option<String> {
        let (index, primary) = self.primary.and_then(|at| Some((at, self.member(at)?)))?;
        let running = primary.is_running();
        if running
            && primary.observation.read_only
            && !self.monitor.is_on("enforce_writable_master")
        {
            return Some("it is in read-only mode".to_owned());
        }
        if self.is_secondary() && running {
            return Some("it's not marked as master by the primary MaxScale".to_owned());
        }
        let patience = self.monitor.number("failcount", 5);
        if !running && primary.failures > patience && self.replicas_left(index) == 0 {
            return Some(format!(
                "it has been down over {patience} (failcount) monitor updates and it does not \
                 have any running slaves"
            ));
        }
        if !running {
            return None;
        }
        match (self.monitor.ring, primary.observation.ring) {
            (false, _) if !primary.parents.is_empty() => {
                Some("it has started replicating from another server in the cluster".to_owned())
            }
            (true, None) => Some("it is no longer in the multimaster group".to_owned()),
            (true, Some(ring)) if self.ring_follows_outside(ring) => Some(
                "a server in the primary's multiprimary group is replicating from a server not in \
                 the group"
                    .to_owned(),
            ),
            _ => None,
        }
    }

    fn ring_follows_outside(&self, ring: usize) -> bool {
        let in_ring = |member: &&Member| member.observation.ring == Some(ring);
        let mut parents =
            self.members.iter().filter(in_ring).flat_map(|member| member.parents.iter());
        parents.any(|parent| {
            self.member(*parent).is_some_and(|parent| parent.observation.ring != Some(ring))
        })
    }

    /// Keeps the primary or chooses another one; the texts tell of it.
    pub(super) fn update_primary(&mut self) -> Vec<String> {
        let Some(primary) = self.primary() else {
            return self.choose_first();
        };
        let name = primary.name.clone();
        let Some(reason) = self.why_not_valid() else {
            self.monitor.ring = primary.observation.ring.is_some();
            return Vec::new();
        };
        let (candidate, mut reasons) = self.best_candidate(true);
        match candidate {
            Some(new) if Some(new) != self.primary => {
                let other = self.member(new).map(|member| member.name.clone()).unwrap_or_default();
                reasons.insert(
                    0,
                    format!(
                        "The current primary server '{name}' is no longer valid because {reason}. \
                         Selecting new primary server."
                    ),
                );
                reasons.push(format!("Setting '{other}' as primary."));
                self.settle_on(new);
                reasons
            }
            Some(same) => {
                self.settle_on(same);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// There is no primary yet: a running one if there is any, else one that is down.
    fn choose_first(&mut self) -> Vec<String> {
        let (running, reasons) = self.best_candidate(true);
        let (candidate, mut texts) = match running {
            Some(_) => (running, reasons),
            None => (self.best_candidate(false).0, Vec::new()),
        };
        let Some(new) = candidate else {
            return Vec::new();
        };
        self.settle_on(new);
        let name = self.primary().map(|primary| primary.name.clone()).unwrap_or_default();
        texts.insert(0, "Selecting new primary server.".to_owned());
        texts.push(format!("Setting '{name}' as primary."));
        texts
    }

    fn settle_on(&mut self, index: usize) {
        self.primary = Some(index);
        self.monitor.ring =
            self.primary().is_some_and(|primary| primary.observation.ring.is_some());
    }

    /// The candidate that reaches most servers, and why others are none.
    fn best_candidate(&self, must_run: bool) -> (Option<usize>, Vec<String>) {
        let mut reasons = Vec::new();
        let mut best: Option<(usize, usize)> = None;
        let mut rings = Vec::new();
        for (index, member) in self.members.iter().enumerate() {
            let outside = member.parents.is_empty() && member.broken_parents.is_empty();
            let ring = member.observation.ring.filter(|ring| !rings.contains(ring));
            let in_ring = ring.is_some_and(|ring| !self.ring_follows_outside(ring));
            if !outside && !in_ring {
                continue;
            }
            if let Some(reason) = self.why_no_candidate(member, must_run) {
                reasons.push(reason);
                continue;
            }
            rings.extend(ring);
            let reach = self.reach(index);
            if best.is_none_or(|(_, most)| reach > most) {
                best = Some((index, reach));
            }
        }
        (best.map(|(index, _)| index), reasons)
    }

    fn why_no_candidate(&self, member: &Member, must_run: bool) -> Option<String> {
        let maintained = member.status.has(crate::world::resources::Flag::Maintenance);
        let reasons = [
            (maintained, "it's in maintenance"),
            (member.observation.read_only, "it's read_only"),
            (must_run && !member.is_running(), "it's down"),
            (member.excluded, "it's excluded"),
        ];
        let mut found: Vec<&str> =
            reasons.iter().filter(|(applies, _)| *applies).map(|(_, reason)| *reason).collect();
        if found.is_empty() && self.is_secondary() {
            found.push("it's not marked as master by the primary MaxScale");
        }
        (!found.is_empty()).then(|| {
            let reasons = found.join(" and ");
            format!("'{}' is not a valid master candidate because {reasons}.", member.name)
        })
    }
}
