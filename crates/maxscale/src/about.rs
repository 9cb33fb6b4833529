//! What a MaxScale says of itself, and whether this console was written for it.

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

/// How well this console knows a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// The series it was written for.
    WrittenFor,
    /// An older series that it was tried on.
    Tested,
    /// Any other.
    Unknown,
}

impl Version {
    /// The series this console was written for.
    pub const WRITTEN_FOR: &'static str = "24.02";

    /// Reads `24.02.4`; any text is kept.
    pub fn parse(text: &str) -> Self {
        let mut parts = text.split('.').map(str::parse);
        let series = match (parts.next(), parts.next()) {
            (Some(Ok(year)), Some(Ok(month))) => Some((year, month)),
            _ => None,
        };
        Self { text: text.to_owned(), series }
    }

    /// How well this console knows it: recordings exist of 24.02 and 23.08.
    pub fn support(&self) -> Support {
        match self.series {
            Some((24, 2)) => Support::WrittenFor,
            Some((23, 8)) => Support::Tested,
            _ => Support::Unknown,
        }
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
        let known = |text: &str| Version::parse(text).support();
        assert_eq!(known("24.02.4"), Support::WrittenFor);
        assert_eq!(known("24.2"), Support::WrittenFor);
        assert_eq!(known("23.08.8"), Support::Tested);
        assert_eq!(known("25.10.1"), Support::Unknown);
        assert_eq!(known("next"), Support::Unknown);
    }
}
