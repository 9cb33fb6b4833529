//! What a MaxScale says of itself, and whether this console was tested with it.

use std::fmt;

use serde_json::Value;

use crate::config_sync::ConfigSync;
use crate::fieldset::Fieldset;
use crate::resource::{FromResource, Resource};

/// A version of MaxScale: the numbers before the third dot decide what it can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    text: String,
    series: Option<(u64, u64)>,
}

/// The oldest and the newest series that this console was tested with.
const TESTED: ((u64, u64), (u64, u64)) = ((23, 8), (25, 10));

impl Version {
    /// The series that this console was tested with, in words: `23.08 to 25.10`.
    pub fn tested() -> String {
        let series = |(year, month)| format!("{year}.{month:02}");
        let (oldest, newest) = TESTED;
        texts::common::from_to(series(oldest), series(newest))
    }

    /// Reads `24.02.4`; any text is kept.
    pub fn parse(text: &str) -> Self {
        let mut parts = text.split('.').map(str::parse);
        let series = match (parts.next(), parts.next()) {
            (Some(Ok(year)), Some(Ok(month))) => Some((year, month)),
            _ => None,
        };
        Self { text: text.to_owned(), series }
    }

    /// Whether this console was tested with its series.
    pub fn is_tested(&self) -> bool {
        let (oldest, newest) = TESTED;
        self.series.is_some_and(|series| oldest <= series && series <= newest)
    }

    /// Whether it tells who is signed in (`/whoami`); asking an older one would only leave an error.
    pub fn tells_who_is_signed_in(&self) -> bool {
        self.series.is_some_and(|series| series >= (25, 10))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// The MaxScale itself (rest-api.md 3.8).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its version, when it says one.
    pub version: Option<Version>,
    /// When it started, as an HTTP date.
    pub started_at: Option<String>,
    /// When it was last made the active one, as an HTTP date.
    pub activated_at: Option<String>,
    /// Seconds since it started.
    pub uptime_seconds: Option<u64>,
    /// The commit it was built from.
    pub commit: Option<String>,
    /// The name of its host.
    pub host: Option<String>,
    /// How it shares its configuration with others; `None` when it does not.
    pub config_sync: Option<ConfigSync>,
}

impl About {
    /// What tells one start of MaxScale from another: the cheapest thing to ask for.
    pub const BRIEF: &'static str = "version,started_at";
}

impl FromResource for About {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[maxscale]",
        list: &[
            "version",
            "commit",
            "started_at",
            "activated_at",
            "uptime",
            "config_sync",
            "system/os/nodename",
        ],
        configuration: &[],
        details: &[],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let attributes = Resource::of(value)?.attributes;
        Some(Self {
            version: attributes.text("version").as_deref().map(Version::parse),
            started_at: attributes.text("started_at"),
            activated_at: attributes.text("activated_at"),
            uptime_seconds: attributes.count("uptime"),
            commit: attributes.text("commit"),
            host: attributes.object("system").object("os").text("nodename"),
            config_sync: attributes.value("config_sync").map(ConfigSync::read),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_is_known_by_its_first_two_numbers() {
        let is_tested = |text: &str| Version::parse(text).is_tested();
        for tested in ["23.08.8", "24.02.4", "24.2", "24.08.0", "25.01.7", "25.10.3"] {
            assert!(is_tested(tested), "{tested}");
        }
        for other in ["22.08.1", "23.02.9", "26.01.0", "99.99.99", "next", ""] {
            assert!(!is_tested(other), "{other}");
        }
        let tells = |text: &str| Version::parse(text).tells_who_is_signed_in();
        assert!(tells("25.10.0") && tells("99.99.99"));
        assert!(!tells("25.01.7") && !tells("24.08.1") && !tells("next"));
    }
}
