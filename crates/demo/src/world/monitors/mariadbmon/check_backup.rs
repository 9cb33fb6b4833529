//! What is said of commands that need SSH or ColumnStore's daemon, of which there is none.

use super::{Cluster, Member};
use crate::world::resources::Flag;

impl Cluster {
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
            (member.observation.position.map(|gtid| gtid.sequence), place)
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
