//! Whether servers can rejoin, or replication be reset.

use super::{Cluster, Member};
use crate::world::databases::Io;

impl Cluster {
    /// Whether there is a primary that others can follow.
    fn can_be_joined(&self) -> bool {
        self.primary().is_some_and(Member::is_master) && self.monitor.domain.is_some()
    }

    /// Whether a server can be made to follow the primary.
    ///
    /// # Errors
    /// Why not.
    pub(super) fn check_rejoin(&self, server: &str) -> Result<(), String> {
        let name = &self.monitor.name;
        let Some(primary) = self.primary().filter(|_| self.can_be_joined()) else {
            return Err(format!(
                "The server cluster of monitor {name} is not in a valid state for joining. Either \
                 it has no primary or its gtid domain is unknown."
            ));
        };
        let (_, member) = self
            .find(server)
            .ok_or_else(|| format!("{server} is not monitored by {name}, cannot rejoin."))?;
        if !member.is_usable() || member.is_master() {
            return Err(format!("Server '{server}' is primary or not running."));
        }
        if !strays(member, primary) {
            return Err(format!(
                "Server '{server}' is already connected or trying to connect to the correct \
                 primary server."
            ));
        }
        why_not_follow(member, primary).map_or(Ok(()), |reason| {
            Err(format!(
                "'{server}' cannot replicate from primary server '{}': {reason}",
                primary.name
            ))
        })
    }

    /// Whether a replica can be made to follow another server.
    ///
    /// # Errors
    /// One of them is not there.
    pub(super) fn check_redirect(&self, replica: &str, primary: &str) -> Result<(), String> {
        let monitor = &self.monitor.name;
        for name in [replica, primary] {
            let (_, member) = self
                .find(name)
                .ok_or_else(|| format!("Server '{name}' is not monitored by '{monitor}'."))?;
            if !member.is_usable() {
                return Err(format!("'{name}' is down or in maintenance."));
            }
        }
        Ok(())
    }

    /// The servers that `auto_rejoin` takes back.
    pub(super) fn joinable(&self) -> Vec<String> {
        let Some(primary) = self.primary().filter(|_| self.can_be_joined()) else {
            return Vec::new();
        };
        let joins = |member: &&Member| {
            let usable = member.is_usable() && !member.is_master();
            usable && strays(member, primary) && why_not_follow(member, primary).is_none()
        };
        self.members.iter().filter(joins).map(|member| member.name.clone()).collect()
    }

    /// Who would be primary after a reset of replication.
    ///
    /// # Errors
    /// Nobody can be.
    pub(super) fn check_reset(&self, asked: Option<&str>) -> Result<String, String> {
        let name = &self.monitor.name;
        if let Some(asked) = asked {
            let (_, member) = self
                .find(asked)
                .ok_or_else(|| format!("Server '{asked}' is not monitored by '{name}'."))?;
            return if member.is_usable() {
                Ok(asked.to_owned())
            } else {
                Err(format!(
                    "Server '{asked}' is down or in maintenance and cannot be used as primary."
                ))
            };
        }
        let reason = match self.primary() {
            Some(primary) if primary.is_usable() => return Ok(primary.name.clone()),
            Some(_) => "the primary is down or in maintenance.",
            None => "the cluster has no primary.",
        };
        Err(format!("Could not autoselect new master for replication reset because {reason}"))
    }
}

/// Whether a server follows nobody, or somebody else than the primary.
fn strays(member: &Member, primary: &Member) -> bool {
    let Some(link) = member.observation.links.first() else {
        return true;
    };
    match link.io {
        Io::Yes => link.server_id != primary.observation.server_id,
        Io::Connecting => link.sql && !primary.listens_at(&link.host, link.port),
        Io::No => false,
    }
}

/// A server that is ahead of the primary cannot follow it.
fn why_not_follow(member: &Member, primary: &Member) -> Option<String> {
    let (own, other) = (member.observation.position, primary.observation.position);
    match (own, other) {
        // Without a position, only a person may take the risk.
        (None, _) => None,
        (_, None) => Some(format!("'{}' does not have a valid gtid_binlog_pos.", primary.name)),
        (Some(own), Some(other)) => {
            let ahead = own.domain == other.domain && own.sequence > other.sequence;
            ahead.then(|| {
                format!(
                    "gtid_current_pos of '{}' ({own}) is incompatible with gtid_binlog_pos of \
                     '{}' ({other}).",
                    member.name, primary.name
                )
            })
        }
    }
}
