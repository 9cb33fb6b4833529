//! Which MaxScale is simulated, and what sets its series apart from the one before.

use serde::Deserialize;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// A series of MaxScale; a later one is greater.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub enum MaxScaleVersion {
    /// 23.08, as recorded.
    #[serde(rename = "23.08")]
    V23_08,
    /// 24.02, as recorded.
    #[default]
    #[serde(rename = "24.02")]
    V24_02,
    /// 25.01, as recorded of its branch before the release, 24.08.
    #[serde(rename = "25.01")]
    V25_01,
    /// 25.10, as it is documented.
    #[serde(rename = "25.10")]
    V25_10,
}

impl MaxScaleVersion {
    /// Every series, the oldest first.
    pub const ALL: [Self; 4] = [Self::V23_08, Self::V24_02, Self::V25_01, Self::V25_10];

    fn name(self) -> &'static str {
        match self {
            Self::V23_08 => "23.08",
            Self::V24_02 => "24.02",
            Self::V25_01 => "25.01",
            Self::V25_10 => "25.10",
        }
    }

    /// The release that is simulated.
    #[must_use]
    pub fn release(self) -> &'static str {
        match self {
            Self::V23_08 => "23.08.8",
            Self::V24_02 => "24.02.4",
            Self::V25_01 => "25.01.1",
            Self::V25_10 => "25.10.0",
        }
    }

    /// Whether a server tells `state_details` when there is nothing to say (recording
    /// resources-idle of 23.08).
    pub(crate) fn tells_empty_details(self) -> bool {
        self < Self::V24_02
    }

    /// Whether a monitored server's drain is named where another state is refused (recording
    /// state-errors).
    pub(crate) fn refuses_states_by_name(self) -> bool {
        self >= Self::V24_02
    }

    /// Whether rows of the log can be had as a collection, and tell the time as a number
    /// (recording logs).
    pub(crate) fn has_log_entries(self) -> bool {
        self >= Self::V24_02
    }

    /// Whether sessions tell how long they have been there.
    pub(crate) fn tells_age_of_sessions(self) -> bool {
        self >= Self::V24_02
    }

    /// Whether the statistics of every service tell of its sessions' lives and histories; before,
    /// `readwritesplit` told of histories in its diagnostics.
    pub(crate) fn has_session_statistics(self) -> bool {
        self >= Self::V24_02
    }

    /// Whether the results of SQL describe their columns.
    pub(crate) fn describes_columns(self) -> bool {
        self >= Self::V24_02
    }

    /// Whether collections can be filtered by expressions and paths, not only by a value at a
    /// pointer.
    pub(crate) fn has_filter_expressions(self) -> bool {
        self >= Self::V24_02
    }

    /// Whether servers and services tell reads and writes apart (recording sessions-live of
    /// 24.08).
    pub(crate) fn counts_reads_and_writes(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether the commands of a module are listed in the order of their names, those with named
    /// arguments last (recording modules-metadata of 24.08).
    pub(crate) fn sorts_commands(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether `auto_failover` is one of several words, not a boolean.
    pub(crate) fn has_safe_failover(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether `state_details` tells how replication from outside of the cluster is going.
    pub(crate) fn tells_external_threads(self) -> bool {
        self < Self::V25_01
    }

    /// Whether a failover that somebody asks for may lose what nobody knows of: that the position
    /// of the dead primary is not known is in the way only of one that must be safe, or that the
    /// monitor makes by itself.
    pub(crate) fn fails_over_without_position(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether what a command has moved is seen by the next look only: roles stand in the states a
    /// moment after the answer (recordings switchover and commands-key-value of 24.08).
    pub(crate) fn shows_moves_at_next_look(self) -> bool {
        self >= Self::V25_01
    }

    /// How long it takes until servers that a command has sent elsewhere are connected there (as
    /// recorded).
    pub(crate) fn confirms_moves_in(self) -> Duration {
        Duration::from_millis(if self >= Self::V25_01 { 550 } else { 500 })
    }

    /// How long a monitor takes to look at servers that answer; before, it was too short to be
    /// met.
    pub(crate) fn looks_for(self) -> Duration {
        Duration::from_millis(if self >= Self::V25_01 { 2 } else { 0 })
    }

    /// Whether a monitor that was started looks only when its thread gets round to it (recording
    /// lifecycle of 24.08).
    pub(crate) fn starts_monitors_idle(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether an argument of a command that is empty counts as one that is left out.
    pub(crate) fn has_empty_arguments(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether the cache of the query classifier keeps statements as they were written.
    pub(crate) fn keeps_case_of_statements(self) -> bool {
        self >= Self::V25_01
    }

    /// Whether servers tell state, mode and reason apart (maxscale-25.md 2.2).
    pub(crate) fn has_status_split(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether users have roles with permissions, and addresses without `inet` (maxscale-25.md
    /// 2.7).
    pub(crate) fn has_roles(self) -> bool {
        self >= Self::V25_10
    }

    /// The name of the cookie that holds a token (maxscale-25.md 2.1).
    pub(crate) fn token_cookie(self) -> &'static str {
        if self >= Self::V25_10 { "maxscale_token" } else { "token_sig" }
    }

    /// Whether services and listeners name their module (maxscale-25.md 2.4, 2.5).
    pub(crate) fn names_modules(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether services tell how busy their sessions were, and no longer what each server was sent
    /// (maxscale-25.md 2.4).
    pub(crate) fn has_session_activity(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether database users come with all their ways to sign in (maxscale-25.md 2.4).
    pub(crate) fn lists_plugins_of_users(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether a monitor tells whom it would hand the primary role back to (maxscale-25.md 2.3).
    pub(crate) fn tells_failback(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether what says nothing is left out: directories, counters of threads, versions of
    /// modules, and diagnostics of filters that have none (maxscale-25.md 2.5, 2.6).
    pub(crate) fn leaves_out_internals(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether there is one collection of all objects (maxscale-25.md 2.5).
    pub(crate) fn has_objects(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether the cache of the query classifier can be written to a file (maxscale-25.md 2.6).
    pub(crate) fn dumps_classifier(self) -> bool {
        self >= Self::V25_10
    }

    /// Whether parameters stand in groups, and units tell how fine a duration may be
    /// (maxscale-25.md 5.1).
    pub(crate) fn describes_parameters_further(self) -> bool {
        self >= Self::V25_10
    }

    /// The commit that it was built from.
    #[must_use]
    pub(crate) fn commit(self) -> &'static str {
        match self {
            Self::V23_08 => "84c7e49a4f4793499e1dd21bdff6eef1b0ec25ca",
            Self::V24_02 => "f72af9927243f59f2b20cc835273dbe6dc158623",
            Self::V25_01 => "58216dd35f9ccb1b7e276d78efd5e18bd5bbe034",
            Self::V25_10 => "0000000000000000000000000000000000000000",
        }
    }
}

impl fmt::Display for MaxScaleVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for MaxScaleVersion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|version| version.name() == text);
        found.ok_or_else(|| {
            let names: Vec<&str> = Self::ALL.iter().map(|version| version.name()).collect();
            format!("there is no version \"{text}\" here, but {}", names.join(", "))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_the_version() {
        for version in MaxScaleVersion::ALL {
            assert_eq!(version.to_string().parse(), Ok(version));
            assert!(version.release().starts_with(version.name()));
        }
        assert!(MaxScaleVersion::ALL.is_sorted());
        assert!("22.08".parse::<MaxScaleVersion>().is_err_and(|text| text.contains("24.02")));
    }
}
