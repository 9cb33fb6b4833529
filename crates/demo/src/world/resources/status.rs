//! What MaxScale holds of a server's state, and the words it shows for it (rest-api.md 3.2.1).

/// One fact about a server, as MaxScale keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The database process answers.
    Running,
    /// The primary of its cluster.
    Master,
    /// A replica of its cluster.
    Slave,
    /// A replica that other replicas follow.
    RelayMaster,
    /// A Galera node in sync with its cluster.
    Synced,
    /// Reads its binary log only.
    BinlogRelay,
    /// Set by a person: nothing new goes there, what is there winds down.
    Maintenance,
    /// Set by a person: nothing new goes there, what is there goes on.
    Draining,
    /// The monitor's account is not let in.
    AuthError,
    /// A disk of it is fuller than allowed.
    LowDisk,
}

impl Flag {
    /// Every flag that decides whether a monitor reports an event.
    const WATCHED: [Flag; 6] = [
        Flag::Running,
        Flag::Master,
        Flag::Slave,
        Flag::RelayMaster,
        Flag::Synced,
        Flag::BinlogRelay,
    ];

    /// The flag that a `state=` option of `set` and `clear` names (rest-api.md 4.1), in any case.
    #[must_use]
    pub fn from_option(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().as_str() {
            "maintenance" | "maint" => Some(Self::Maintenance),
            "drain" => Some(Self::Draining),
            "master" => Some(Self::Master),
            "slave" => Some(Self::Slave),
            "running" => Some(Self::Running),
            "synced" => Some(Self::Synced),
            "blr" | "binlogrouter" => Some(Self::BinlogRelay),
            _ => None,
        }
    }

    fn bit(self) -> u16 {
        1 << (self as u16)
    }
}

/// The flags of one server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Status(u16);

impl Status {
    /// Whether the flag is there.
    #[must_use]
    pub fn has(self, flag: Flag) -> bool {
        self.0 & flag.bit() != 0
    }

    /// The same with the flag.
    #[must_use]
    pub fn with(self, flag: Flag) -> Self {
        Self(self.0 | flag.bit())
    }

    /// The same with or without the flag.
    #[must_use]
    pub fn with_if(self, flag: Flag, is: bool) -> Self {
        if is { self.with(flag) } else { self.without(flag) }
    }

    /// The same without the flag.
    #[must_use]
    pub fn without(self, flag: Flag) -> Self {
        Self(self.0 & !flag.bit())
    }

    /// What is left when it cannot be reached.
    #[must_use]
    pub fn unreachable(self) -> Self {
        self.without_all(&Flag::WATCHED).without(Flag::AuthError)
    }

    /// The same without any role in replication.
    #[must_use]
    pub fn without_role(self) -> Self {
        self.without_all(&[Flag::Master, Flag::Slave, Flag::RelayMaster, Flag::BinlogRelay])
    }

    fn without_all(self, flags: &[Flag]) -> Self {
        flags.iter().fold(self, |left, flag| left.without(*flag))
    }

    /// Whether it has a place in a cluster.
    #[must_use]
    pub fn is_in_cluster(self) -> bool {
        [Flag::Master, Flag::Slave, Flag::RelayMaster, Flag::Synced]
            .iter()
            .any(|flag| self.has(*flag))
    }

    /// The flags that a monitor finds out and reports events about.
    #[must_use]
    pub fn watched(self) -> Self {
        Self(self.0 & Flag::WATCHED.iter().fold(0, |all, flag| all | flag.bit()))
    }

    /// Both together.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether new connections may go there.
    #[must_use]
    pub fn takes_connections(self) -> bool {
        self.is_usable() && !self.has(Flag::Draining)
    }

    /// Whether it counts as having that role: it runs, and is not in maintenance.
    #[must_use]
    pub fn acts_as(self, role: Flag) -> bool {
        self.is_usable() && self.has(role)
    }

    /// Whether connections that exist may be used.
    #[must_use]
    pub fn is_usable(self) -> bool {
        self.has(Flag::Running) && !self.has(Flag::Maintenance)
    }

    /// The state string; `connections` decides between `Draining` and `Drained`.
    #[must_use]
    pub fn describe(self, connections: u64) -> String {
        let mut words = Vec::new();
        if self.has(Flag::Maintenance) {
            words.push("Maintenance");
        } else if self.has(Flag::Draining) {
            words.push(if connections == 0 { "Drained" } else { "Draining" });
        }
        if self.is_usable() {
            words.extend(self.roles());
        }
        if self.has(Flag::AuthError) {
            words.push("Auth Error");
        }
        words.push(if self.has(Flag::Running) { "Running" } else { "Down" });
        words.join(", ")
    }

    fn roles(self) -> Vec<&'static str> {
        let mut words = Vec::new();
        if self.has(Flag::Master) {
            words.push("Master");
        } else {
            let others = [
                (Flag::RelayMaster, "Relay Master"),
                (Flag::Slave, "Slave"),
                (Flag::BinlogRelay, "Binlog Relay"),
            ];
            words.extend(others.iter().filter(|(flag, _)| self.has(*flag)).map(|(_, word)| *word));
        }
        if self.has(Flag::Synced) {
            words.push("Synced");
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(flags: &[Flag]) -> Status {
        flags.iter().fold(Status::default(), |status, flag| status.with(*flag))
    }

    #[test]
    fn maintenance_hides_roles_and_draining() {
        let all =
            status(&[Flag::Maintenance, Flag::Draining, Flag::Slave, Flag::Synced, Flag::Running]);
        assert_eq!(all.describe(3), "Maintenance, Running");
        assert_eq!(all.without(Flag::Running).describe(0), "Maintenance, Down");
        assert_eq!(all.without(Flag::Maintenance).describe(3), "Draining, Slave, Synced, Running");
    }

    #[test]
    fn drained_follows_the_connections() {
        let draining = status(&[Flag::Draining, Flag::Slave, Flag::Running]);
        assert_eq!(draining.describe(1), "Draining, Slave, Running");
        assert_eq!(draining.describe(0), "Drained, Slave, Running");
    }

    #[test]
    fn a_relay_is_a_replica_too_and_a_master_is_nothing_else() {
        let relay = status(&[Flag::RelayMaster, Flag::Slave, Flag::Running]);
        assert_eq!(relay.describe(0), "Relay Master, Slave, Running");
        assert_eq!(relay.with(Flag::Master).describe(0), "Master, Running");
    }

    #[test]
    fn roles_need_a_running_server() {
        let stopped = status(&[Flag::Master, Flag::Synced]);
        assert_eq!(stopped.describe(0), "Down");
        assert_eq!(stopped.with(Flag::AuthError).describe(0), "Auth Error, Down");
        let hidden = status(&[Flag::Maintenance, Flag::AuthError, Flag::Slave]);
        assert_eq!(hidden.describe(0), "Maintenance, Auth Error, Down");
    }

    #[test]
    fn options_have_aliases_and_no_case() {
        assert_eq!(Flag::from_option("MAINT"), Some(Flag::Maintenance));
        assert_eq!(Flag::from_option("Drain"), Some(Flag::Draining));
        assert_eq!(Flag::from_option("Drained"), None);
        assert_eq!(Flag::from_option(""), None);
    }
}
