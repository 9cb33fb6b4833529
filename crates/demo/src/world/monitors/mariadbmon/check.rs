//! Whether a command is possible, and why not, in the words of the monitor (rest-api.md 4.6, 5.5).

use super::{Cluster, Member};
use crate::version::MaxScaleVersion;
use crate::world::databases::{Gtid, Io};
use crate::world::resources::{Flag, Link, Plan};

/// What a replica is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    Switchover,
    ForcedSwitchover,
    Failover,
    SafeFailover,
}

/// What has to be known of the position of a dead primary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeadPosition {
    /// It has to be known, and the refusal says so in the words of 24.02.
    Known,
    /// It has to be known, and the refusal says so in the words of 25.01.
    KnownOfLate,
    /// Nothing has to be known.
    MayBeUnknown,
}

impl DeadPosition {
    /// What a failover needs.
    #[must_use]
    pub fn needed(version: MaxScaleVersion, is_manual: bool, is_safe: bool) -> Self {
        match (version.fails_over_without_position(), is_manual && !is_safe) {
            (false, _) => Self::Known,
            (true, false) => Self::KnownOfLate,
            (true, true) => Self::MayBeUnknown,
        }
    }
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Switchover | Self::ForcedSwitchover => "switchover",
            Self::Failover | Self::SafeFailover => "failover",
        }
    }
}

impl Cluster {
    /// What a switchover would move.
    ///
    /// # Errors
    /// Why it is not possible.
    pub(super) fn plan_switchover(
        &self,
        promote: Option<&str>,
        demote: Option<&str>,
        force: bool,
    ) -> Result<Plan, Vec<String>> {
        let purpose = if force { Purpose::ForcedSwitchover } else { Purpose::Switchover };
        let old = self.demotion_target(demote, force).map_err(|problem| vec![problem])?;
        let new = match promote {
            Some(name) => self.named_target(name, old, purpose).map_err(|problem| vec![problem]),
            None => self.best_target(old, purpose),
        };
        self.plan(new, old, true)
    }

    /// What a failover would move.
    ///
    /// # Errors
    /// Why it is not possible.
    pub(super) fn plan_failover(
        &self,
        safe: bool,
        position: DeadPosition,
    ) -> Result<Plan, Vec<String>> {
        let old = self.dead_primary(position).map_err(|problem| vec![problem])?;
        let purpose = if safe { Purpose::SafeFailover } else { Purpose::Failover };
        let new = self.best_target(old, purpose);
        let plan = self.plan(new, old, false)?;
        self.find(&plan.promote)
            .and_then(|(_, new)| unprocessed(new, &old.name))
            .map_or(Ok(plan), |problem| Err(vec![problem]))
    }

    fn plan(
        &self,
        new: Result<&Member, Vec<String>>,
        old: &Member,
        swaps: bool,
    ) -> Result<Plan, Vec<String>> {
        let gtid = self.gtid_problems(old);
        let new = match new {
            Ok(new) if gtid.is_empty() => new,
            Ok(_) => return Err(gtid),
            Err(problems) => return Err([problems, gtid].concat()),
        };
        let redirectable = |from: &Member, but: &Member| -> Vec<String> {
            let usable = self.replicas_of(from).filter(|replica| replica.is_usable());
            let others = usable.filter(|replica| replica.name != but.name);
            others.map(|replica| replica.name.clone()).collect()
        };
        Ok(Plan {
            promote: new.name.clone(),
            demote: old.name.clone(),
            swaps,
            maintains: false,
            was_draining: false,
            redirect: redirectable(old, new),
            redirect_back: if swaps { redirectable(new, old) } else { Vec::new() },
        })
    }

    fn demotion_target(&self, asked: Option<&str>, force: bool) -> Result<&Member, String> {
        let name = &self.monitor.name;
        if let Some(asked) = asked {
            let (_, old) = self
                .find(asked)
                .ok_or_else(|| format!("Server '{asked}' is not monitored by '{name}'."))?;
            return match why_not_demotable(old, force) {
                None => Ok(old),
                Some(reason) => Err(format!(
                    "'{asked}' is not a valid demotion target for switchover: {reason}"
                )),
            };
        }
        let primary = self.primary().filter(|primary| force || primary.is_master());
        let Some(old) = primary else {
            return Err("Can not autoselect a demotion target for switchover: cluster does not \
                        have a primary."
                .to_owned());
        };
        match why_not_demotable(old, force) {
            None => Ok(old),
            Some(reason) => Err(format!(
                "Can not autoselect '{}' as a demotion target for switchover because {reason}",
                old.name
            )),
        }
    }

    fn dead_primary(&self, position: DeadPosition) -> Result<&Member, String> {
        let Some(old) = self.primary() else {
            return Err("Can not select a demotion target for failover: cluster does not have a \
                        primary."
                .to_owned());
        };
        let knows_enough = old.observation.position.is_some()
            || position == DeadPosition::MayBeUnknown
            || self.monitor.is_on("enforce_simple_topology");
        let reason = if old.is_master() {
            "it is a running master."
        } else if old.is_running() {
            "it is running."
        } else if !knows_enough && position == DeadPosition::Known {
            "it does not have a 'gtid_binlog_pos' and unsafe failover is disabled."
        } else if !knows_enough {
            "its gtid_binlog_pos is unknown and unsafe failover (enforce_simple_topology) is not \
             enabled."
        } else {
            return Ok(old);
        };
        Err(format!(
            "Can not select '{}' as a demotion target for failover because {reason}",
            old.name
        ))
    }

    fn named_target(&self, name: &str, old: &Member, purpose: Purpose) -> Result<&Member, String> {
        let monitor = &self.monitor.name;
        let (_, new) = self
            .find(name)
            .ok_or_else(|| format!("Server '{name}' is not monitored by '{monitor}'."))?;
        match self.why_not_promotable(new, old, purpose) {
            None => Ok(new),
            Some(reason) => Err(format!(
                "'{name}' is not a valid promotion target for switchover because {reason}"
            )),
        }
    }

    /// The replica that has received most, then processed most, then has space on its disk.
    fn best_target<'a>(
        &'a self,
        old: &'a Member,
        purpose: Purpose,
    ) -> Result<&'a Member, Vec<String>> {
        let none = format!("Could not autoselect promotion target for {}.", purpose.name());
        if old.children.is_empty() {
            let alone = format!("'{}' does not have any slaves to promote.", old.name);
            return Err(vec![alone, none]);
        }
        let mut reasons = Vec::new();
        let mut best: Option<&Member> = None;
        for replica in self.replicas_of(old) {
            let reason = self.why_not_promotable(replica, old, purpose);
            let excluded = replica.excluded.then(|| "it is excluded.".to_owned());
            if let Some(reason) = reason.or(excluded) {
                reasons.push(format!("'{}' cannot be selected because {reason}", replica.name));
            } else if best.is_none_or(|best| is_better(replica, best, &old.name)) {
                best = Some(replica);
            }
        }
        best.ok_or_else(|| {
            let reasons = reasons.join("\n");
            vec![format!("No suitable promotion candidate found:\n{reasons}"), none]
        })
    }

    fn why_not_promotable(&self, new: &Member, old: &Member, purpose: Purpose) -> Option<String> {
        let link = new.link_to(&old.name);
        let careful = purpose == Purpose::Switchover;
        let limit = self.monitor.duration("switchover_timeout", 90_000).as_secs();
        let full = new.status.has(Flag::LowDisk);
        let reason = match link {
            _ if new.is_master() => "it is already the primary.".to_owned(),
            _ if !new.is_usable() => "it is down or in maintenance.".to_owned(),
            _ if careful && full => "it is low on disk space.".to_owned(),
            None => format!("it is not replicating from '{}'.", old.name),
            Some(link) if link.received.is_none() => {
                format!("its replica connection to '{}' is not using gtid.", old.name)
            }
            Some(Link { received: Some(received), .. })
                if purpose == Purpose::SafeFailover && is_behind(*received, old) =>
            {
                let last = old.observation.position.map(|position| position.to_string());
                format!(
                    "its relay log is missing transactions that the primary had before going down. \
                     {} Gtid_IO_Pos: {received}. {} last known gtid_binlog_pos: {}",
                    new.name,
                    old.name,
                    last.unwrap_or_default()
                )
            }
            Some(link) if careful && link.io != Io::Yes => {
                format!("its replica connection to '{}' is broken.", old.name)
            }
            Some(Link { behind: Some(lag), .. }) if careful && *lag > limit => format!(
                "its replication lag ({lag}s) is greater than switchover_timeout ({limit}s)."
            ),
            Some(_) => return None,
        };
        Some(reason)
    }

    fn gtid_problems(&self, old: &Member) -> Vec<String> {
        let mut problems = Vec::new();
        if self.monitor.domain.is_none() && !self.monitor.is_on("enforce_simple_topology") {
            problems.push(
                "Cluster gtid domain is unknown. This is usually caused by the cluster never \
                 having a primary server while MaxScale was running."
                    .to_owned(),
            );
        }
        for replica in self.replicas_of(old) {
            if replica.link_to(&old.name).is_some_and(|link| link.received.is_none()) {
                problems.push(format!(
                    "The slave connection '{}' -> '{}' is not using gtid replication.",
                    replica.name, old.name
                ));
            }
        }
        problems
    }
}

fn why_not_demotable(old: &Member, force: bool) -> Option<&'static str> {
    if !old.is_usable() {
        Some("it is not running or it is in maintenance.")
    } else if !force && old.observation.position.is_none() {
        Some("it does not have a 'gtid_binlog_pos'.")
    } else {
        None
    }
}

fn is_better(replica: &Member, best: &Member, old: &str) -> bool {
    let received = |member: &Member| {
        member.link_to(old).and_then(|link| link.received).map(|gtid| gtid.sequence)
    };
    let processed = |member: &Member| member.observation.position.map(|gtid| gtid.sequence);
    let has_space = |member: &Member| !member.status.has(Flag::LowDisk);
    let rank = |member| (received(member), processed(member), has_space(member));
    rank(replica) > rank(best)
}

/// Whether a replica lacks events that its primary was seen to have.
fn is_behind(received: Gtid, old: &Member) -> bool {
    old.observation.position.is_some_and(|position| received.sequence < position.sequence)
}

/// Events that the replica has received and not carried out would be lost.
fn unprocessed(new: &Member, old: &str) -> Option<String> {
    let received = new.link_to(old)?.received?;
    let position = new.observation.position?;
    let events = received.sequence.saturating_sub(position.sequence);
    (events > 0).then(|| {
        format!(
            "The relay log of '{}' has {events} unprocessed events (Gtid_IO_Pos: {received}, \
             Gtid_Current_Pos: {position}). To avoid data loss, failover should be postponed \
             until the log has been processed. Please try again later.",
            new.name
        )
    })
}
