//! The state of a server: the words MaxScale joins into one string, and what they mean.
//!
//! Grammar in rest-api.md 3.2.1: words joined with ", ". `Maintenance` hides `Draining`, `Drained`
//! and the role (recording maintenance-replica).

use std::fmt;

use texts::state;

/// One word of a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// Taken out of service by a person (or by a full disk, rest-api.md 4.7).
    Maintenance,
    /// Gets no new connections, still has some.
    Draining,
    /// Gets no new connections, has none left.
    Drained,
    /// The primary.
    Master,
    /// A replica with replicas of its own.
    RelayMaster,
    /// A replica.
    Slave,
    /// A replica that only relays binary logs.
    BinlogRelay,
    /// A Galera node in sync with its cluster.
    Synced,
    /// The monitor's credentials were refused.
    AuthError,
    /// The host name could not be resolved.
    NeedDnsLookup,
    /// The database process answers.
    Running,
    /// It does not.
    Down,
    /// A word of a version this was not written for.
    Other(String),
}

impl From<&str> for Word {
    fn from(word: &str) -> Self {
        match word {
            "Maintenance" => Self::Maintenance,
            "Draining" => Self::Draining,
            "Drained" => Self::Drained,
            "Master" => Self::Master,
            "Relay Master" => Self::RelayMaster,
            "Slave" => Self::Slave,
            "Binlog Relay" => Self::BinlogRelay,
            "Synced" => Self::Synced,
            "Auth Error" => Self::AuthError,
            "Need DNS lookup" => Self::NeedDnsLookup,
            "Running" => Self::Running,
            "Down" => Self::Down,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// What a server is to its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Takes the writes.
    Primary,
    /// Follows a primary and has followers of its own.
    RelayPrimary,
    /// Follows a primary.
    Replica,
    /// Relays binary logs.
    BinlogRelay,
    /// A Galera node in sync that is neither primary nor replica.
    Synced,
}

impl Role {
    /// The role in the words of people.
    pub fn word(self) -> &'static str {
        match self {
            Self::Primary => state::primary(),
            Self::RelayPrimary => state::relay_primary(),
            Self::Replica => state::replica(),
            Self::BinlogRelay => state::binlog_relay(),
            Self::Synced => state::synced(),
        }
    }

    /// Whether it replicates from a primary.
    pub fn replicates(self) -> bool {
        match self {
            Self::Replica | Self::RelayPrimary | Self::BinlogRelay => true,
            Self::Primary | Self::Synced => false,
        }
    }
}

/// Whether MaxScale routes to a server, as far as people decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Routed to as its role allows.
    InService,
    /// No new connections; some are left.
    Draining,
    /// No new connections; none are left.
    Drained,
    /// Taken out.
    Maintenance,
}

/// The one thing about a state that matters most, for its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Serving, in the given role.
    Serving(Role),
    /// The process runs, but the server has no role and gets no traffic.
    NoRole,
    /// Draining.
    Draining,
    /// Drained.
    Drained,
    /// In maintenance, and running.
    Maintenance,
    /// In maintenance, and not running.
    MaintenanceDown,
    /// The monitor may not log in.
    AuthError,
    /// The name cannot be resolved.
    NeedDnsLookup,
    /// Not reachable.
    Down,
    /// Nothing known, or only words this version does not know.
    Unknown,
}

/// The state of a server as MaxScale tells it.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct ServerState {
    text: String,
    words: Vec<Word>,
}

impl ServerState {
    /// Reads the API's `state` string; never fails, unknown words are kept.
    pub fn parse(text: &str) -> Self {
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        Self { text: text.to_owned(), words: words.map(Word::from).collect() }
    }

    /// The string as MaxScale wrote it.
    pub fn raw(&self) -> &str {
        &self.text
    }

    /// Whether the state has this word.
    pub fn has(&self, word: &Word) -> bool {
        self.words.contains(word)
    }

    /// Whether the database process answers.
    pub fn is_running(&self) -> bool {
        self.has(&Word::Running)
    }

    /// The role, unless the server has none or maintenance hides it.
    pub fn role(&self) -> Option<Role> {
        const ROLES: [(Word, Role); 5] = [
            (Word::Master, Role::Primary),
            (Word::RelayMaster, Role::RelayPrimary),
            (Word::Slave, Role::Replica),
            (Word::BinlogRelay, Role::BinlogRelay),
            (Word::Synced, Role::Synced),
        ];
        ROLES.into_iter().find(|(word, _)| self.has(word)).map(|(_, role)| role)
    }

    /// Whether MaxScale may route to the server, as people decided it.
    pub fn mode(&self) -> Mode {
        if self.has(&Word::Maintenance) {
            Mode::Maintenance
        } else if self.has(&Word::Drained) {
            Mode::Drained
        } else if self.has(&Word::Draining) {
            Mode::Draining
        } else {
            Mode::InService
        }
    }

    /// Whether sessions can be given new connections to the server.
    pub fn is_usable(&self) -> bool {
        self.mode() == Mode::InService && self.is_running() && self.role().is_some()
    }

    /// The words of the state that this version does not know.
    pub fn unknown_words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter_map(|word| match word {
            Word::Other(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// What matters most about the state.
    pub fn condition(&self) -> Condition {
        let down = self.has(&Word::Down);
        match self.mode() {
            Mode::Maintenance if down => Condition::MaintenanceDown,
            Mode::Maintenance => Condition::Maintenance,
            _ if self.has(&Word::AuthError) => Condition::AuthError,
            _ if self.has(&Word::NeedDnsLookup) => Condition::NeedDnsLookup,
            _ if down => Condition::Down,
            Mode::Draining => Condition::Draining,
            Mode::Drained => Condition::Drained,
            Mode::InService if !self.is_running() => Condition::Unknown,
            Mode::InService => match self.role() {
                Some(role) => Condition::Serving(role),
                None if self.unknown_words().next().is_some() => Condition::Unknown,
                None => Condition::NoRole,
            },
        }
    }

    /// The state in the words of people, all of it: `Draining replica`, `Maintenance, down`.
    pub fn words(&self) -> String {
        let known = match self.condition() {
            Condition::Serving(role) => role.word(),
            Condition::NoRole => state::no_role(),
            Condition::Draining => draining(self.role()),
            Condition::Drained => drained(self.role()),
            Condition::Maintenance => state::maintenance(),
            Condition::MaintenanceDown => state::maintenance_down(),
            Condition::AuthError => state::auth_error(),
            Condition::NeedDnsLookup => state::dns_lookup_fails(),
            Condition::Down => state::down(),
            Condition::Unknown if self.text.trim().is_empty() => state::not_known(),
            Condition::Unknown => return self.text.clone(),
        };
        let mut out = known.to_owned();
        for word in self.unknown_words() {
            out.push_str(", ");
            out.push_str(word);
        }
        out
    }
}

fn draining(role: Option<Role>) -> &'static str {
    match role {
        None => state::draining(),
        Some(Role::Primary) => state::draining_primary(),
        Some(Role::RelayPrimary) => state::draining_relay_primary(),
        Some(Role::Replica) => state::draining_replica(),
        Some(Role::BinlogRelay) => state::draining_binlog_relay(),
        Some(Role::Synced) => state::draining_synced(),
    }
}

fn drained(role: Option<Role>) -> &'static str {
    match role {
        None => state::drained(),
        Some(Role::Primary) => state::drained_primary(),
        Some(Role::RelayPrimary) => state::drained_relay_primary(),
        Some(Role::Replica) => state::drained_replica(),
        Some(Role::BinlogRelay) => state::drained_binlog_relay(),
        Some(Role::Synced) => state::drained_synced(),
    }
}

impl fmt::Display for ServerState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn condition(text: &str) -> Condition {
        ServerState::parse(text).condition()
    }

    #[test]
    fn state_strings_are_parsed_as_in_the_reference() {
        assert_eq!(condition("Master, Running"), Condition::Serving(Role::Primary));
        assert_eq!(condition("Slave, Synced, Running"), Condition::Serving(Role::Replica));
        assert_eq!(condition("Synced, Running"), Condition::Serving(Role::Synced));
        assert_eq!(
            condition("Relay Master, Slave, Running"),
            Condition::Serving(Role::RelayPrimary)
        );
        assert_eq!(condition("Running"), Condition::NoRole);
        assert_eq!(condition("Down"), Condition::Down);
        assert_eq!(condition("Auth Error, Down"), Condition::AuthError);
        assert_eq!(condition("Need DNS lookup, Down"), Condition::NeedDnsLookup);
        assert_eq!(condition("Maintenance, Running"), Condition::Maintenance);
        assert_eq!(condition("Maintenance, Auth Error, Down"), Condition::MaintenanceDown);
        assert_eq!(condition("Draining, Slave, Running"), Condition::Draining);
        assert_eq!(condition("Drained, Slave, Running"), Condition::Drained);
        assert_eq!(condition("Drained, Down"), Condition::Down);
        assert_eq!(condition(""), Condition::Unknown);
    }

    #[test]
    fn states_are_described_in_words() {
        let words = |text: &str| ServerState::parse(text).words();
        assert_eq!(words("Slave, Running"), "Replica");
        assert_eq!(words("Draining, Slave, Running"), "Draining replica");
        assert_eq!(words("Maintenance, Down"), "Maintenance, down");
        assert_eq!(words("Slave, Frobbing, Running"), "Replica, Frobbing");
        assert_eq!(words("Frobbing, Running"), "Frobbing, Running");
        assert_eq!(words(""), "State not known");
    }

    #[test]
    fn servers_in_maintenance_or_draining_are_not_usable() {
        assert!(ServerState::parse("Slave, Running").is_usable());
        for text in ["Maintenance, Running", "Draining, Slave, Running", "Running", "Down"] {
            assert!(!ServerState::parse(text).is_usable(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_state_string_is_kept_with_all_its_words(text in ".{0,60}") {
            let state = ServerState::parse(&text);
            prop_assert_eq!(state.raw(), text.as_str());
            for unknown in state.unknown_words() {
                prop_assert!(state.words().contains(unknown));
            }
        }
    }
}
