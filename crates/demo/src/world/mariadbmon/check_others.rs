//! Whether servers can rejoin, replication can be reset, or a server be rebuilt.

use super::{Cluster, Member};
use crate::world::status::Flag;
use crate::world::threads::Io;

impl Cluster {
    /// Whether there is a primary that others can follow.
    pub(super) fn can_be_joined(&self) -> bool {
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

    /// What is said of commands that need SSH or ColumnStore's daemon, of which there is none.
    pub(super) fn check_elsewhere(
        &self,
        command: &str,
        servers: &[String],
        failure: &str,
    ) -> Vec<String> {
        let problems = match command {
            "rebuild-server" => self.check_rebuild(servers),
            "create-backup" => self.check_backup(servers),
            "restore-from-backup" => self.check_restore(servers),
            _ => {
                let reason = "REST-API call failed. Error -1: Unspecified HTTP error.";
                return vec![format!("{failure}{reason}")];
            }
        };
        if problems.is_empty() { vec![failure.to_owned()] } else { problems }
    }

    fn check_rebuild(&self, servers: &[String]) -> Vec<String> {
        let name = &self.monitor.name;
        let mut problems = Vec::new();
        let target = servers.first().and_then(|target| Some(self.find(target)?.1));
        if let (None, Some(target)) = (target, servers.first()) {
            problems.push(format!("{target} is not monitored by {name}, cannot rebuild it."));
        }
        let source = match (servers.get(1), target) {
            (Some(asked), _) => {
                let source = self.find(asked).map(|(_, member)| member);
                if source.is_none() {
                    problems.push(format!(
                        "{asked} is not monitored by {name}, cannot use it as rebuild source."
                    ));
                }
                source
            }
            (None, Some(target)) => {
                let source = self.rebuild_source(target);
                if source.is_none() {
                    problems.push(
                        "Could not autoselect rebuild source server. A valid source must be \
                         either a primary or replica."
                            .to_owned(),
                    );
                }
                source
            }
            (None, None) => None,
        };
        if let (Some(target), Some(source)) = (target, source) {
            problems.extend(why_not_rebuilt(target));
            problems.extend(why_no_source(source));
            problems.extend(self.missing_ssh());
        }
        problems
    }

    fn check_backup(&self, servers: &[String]) -> Vec<String> {
        let asked = servers.first().map(String::as_str).unwrap_or_default();
        let Some((_, source)) = self.find(asked) else {
            let name = &self.monitor.name;
            return vec![format!(
                "{asked} is not monitored by {name}, cannot use it as backup source."
            )];
        };
        let mut problems: Vec<String> = why_no_source(source).into_iter().collect();
        problems.extend(self.missing_ssh());
        problems.extend(self.missing_storage());
        problems
    }

    fn check_restore(&self, servers: &[String]) -> Vec<String> {
        let asked = servers.first().map(String::as_str).unwrap_or_default();
        let Some((_, target)) = self.find(asked) else {
            let name = &self.monitor.name;
            return vec![format!("{asked} is not monitored by {name}, cannot rebuild it.")];
        };
        let mut problems: Vec<String> = why_not_rebuilt(target).into_iter().collect();
        problems.extend(self.missing_ssh());
        problems.extend(self.missing_storage());
        problems
    }

    fn rebuild_source(&self, target: &Member) -> Option<&Member> {
        let works = |role| {
            move |member: &&Member| member.name != target.name && member.status.acts_as(role)
        };
        let replicas = self.members.iter().filter(works(Flag::Slave));
        let position = |member: &&Member| {
            let place = std::cmp::Reverse(self.find(&member.name).map(|(place, _)| place));
            (member.seen.position.map(|gtid| gtid.sequence), place)
        };
        let best = replicas.max_by_key(position);
        best.or_else(|| self.members.iter().find(works(Flag::Master)))
    }

    fn missing_ssh(&self) -> Vec<String> {
        self.missing(
            &["ssh_user", "ssh_keyfile"],
            "Backup operations require ssh access to servers.",
        )
    }

    fn missing_storage(&self) -> Vec<String> {
        self.missing(
            &["backup_storage_address", "backup_storage_path"],
            "Backup operations require a valid value for this setting.",
        )
    }

    fn missing(&self, parameters: &[&str], why: &str) -> Vec<String> {
        let unset = parameters.iter().filter(|name| self.monitor.text(name).is_empty());
        unset.map(|name| format!("'{name}' is not set. {why}")).collect()
    }
}

/// Whether a server follows nobody, or somebody else than the primary.
fn strays(member: &Member, primary: &Member) -> bool {
    let Some(link) = member.seen.links.first() else {
        return true;
    };
    match link.io {
        Io::Yes => link.server_id != primary.seen.server_id,
        Io::Connecting => link.sql && !primary.listens_at(&link.host, link.port),
        Io::No => false,
    }
}

/// A server that is ahead of the primary cannot follow it.
fn why_not_follow(member: &Member, primary: &Member) -> Option<String> {
    let (own, other) = (member.seen.position, primary.seen.position);
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

fn why_not_rebuilt(target: &Member) -> Option<String> {
    let role = if target.is_master() {
        "primary"
    } else if target.status.acts_as(Flag::RelayMaster) {
        "relay"
    } else if target.status.acts_as(Flag::Slave) {
        "slave"
    } else {
        return None;
    };
    Some(format!("Server '{}' is already a {role}, cannot rebuild it.", target.name))
}

fn why_no_source(source: &Member) -> Option<String> {
    let works = source.is_master() || source.status.acts_as(Flag::Slave);
    (!works).then(|| {
        format!(
            "Server '{}' is neither a primary or replica, cannot use it as source.",
            source.name
        )
    })
}
