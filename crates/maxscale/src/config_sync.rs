//! How the MaxScales of a cluster share their configuration (rest-api.md 3.8 and 7.5).

use serde_json::Value;
use texts::state;

use crate::json::Fields;

/// How it went last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncState {
    /// Nothing has been changed yet.
    NoChanges,
    /// All have the same.
    InSync,
    /// It failed; MaxScale's own words, where it has any.
    Failed(Option<String>),
}

/// The configuration as it is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigSync {
    /// How it went last.
    pub state: SyncState,
    /// Counts the changes.
    pub version: Option<u64>,
    /// The MaxScale that made the last change.
    pub origin: Option<String>,
    /// The MaxScales, each with `OK` or what went wrong there.
    pub nodes: Vec<(String, String)>,
}

impl ConfigSync {
    pub(crate) fn read(value: &Value) -> Self {
        let fields = Fields::of(value);
        let state = match fields.text("status").as_deref() {
            Some("No configuration changes") => SyncState::NoChanges,
            Some("OK") => SyncState::InSync,
            other => SyncState::Failed(other.map(str::to_owned)),
        };
        let nodes = value.get("nodes").and_then(Value::as_object).into_iter().flatten();
        let said = |(name, said): (&String, &Value)| {
            (name.clone(), said.as_str().map_or_else(|| said.to_string(), str::to_owned))
        };
        Self {
            state,
            version: fields.count("version"),
            origin: fields.text("origin"),
            nodes: nodes.map(said).collect(),
        }
    }

    /// The state in words.
    pub fn words(&self) -> &'static str {
        match self.state {
            SyncState::NoChanges => state::no_configuration_changes(),
            SyncState::InSync => state::configuration_in_sync(),
            SyncState::Failed(_) => state::configuration_sync_failed(),
        }
    }

    /// What went wrong, at any of the MaxScales.
    pub fn failure(&self) -> Option<String> {
        let fails = |(name, said): &(String, String)| {
            (said != "OK").then(|| texts::common::says(name, said))
        };
        let own = match &self.state {
            SyncState::Failed(None) => Some(state::no_reason().to_owned()),
            SyncState::Failed(words) => words.clone(),
            SyncState::NoChanges | SyncState::InSync => None,
        };
        let all: Vec<String> = own.into_iter().chain(self.nodes.iter().filter_map(fails)).collect();
        (!all.is_empty()).then(|| all.join("; "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn failure(status: &str, nodes: Value) -> Option<String> {
        ConfigSync::read(&json!({ "status": status, "version": 3, "nodes": nodes })).failure()
    }

    #[test]
    fn a_failure_on_any_node_is_reported() {
        assert_eq!(failure("OK", json!({ "a": "OK", "b": "OK" })), None);
        assert_eq!(failure("No configuration changes", Value::Null), None);
        assert_eq!(failure("Cannot connect", Value::Null), Some("Cannot connect".to_owned()));
        let one = failure("OK", json!({ "a": "OK", "b": "no such server" }));
        assert_eq!(one, Some("b says: no such server".to_owned()));
    }
}
