//! The state of a server in parts, as MaxScale tells it since 25.10: what it can take, what people
//! have decided, and why.

use crate::json::Fields;
use crate::state::ServerState;

/// The parts of a server's state (`attributes.status`). All words are kept as they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServerStatus {
    /// What it can take: `Write`, `Read`, `Up` or `Down`.
    pub state: String,
    /// What people have decided: `Normal`, `Maintenance`, `Draining` or `Drained`.
    pub mode: String,
    /// Why: `Primary`, `Replica` …
    pub reasons: Vec<String>,
    /// More on it.
    pub extra: String,
}

impl ServerStatus {
    pub(crate) fn read(fields: Fields<'_>) -> Option<Self> {
        let reasons = fields.list("reason").iter().filter_map(|reason| reason.as_str());
        let status = Self {
            state: fields.text("state").unwrap_or_default(),
            mode: fields.text("mode").unwrap_or_default(),
            reasons: reasons.map(str::to_owned).collect(),
            extra: fields.text("extra").unwrap_or_default(),
        };
        (status != Self::default()).then_some(status)
    }

    /// All of it in one line: `Write · Primary`, `Read · Maintenance · Replica`.
    pub fn words(&self) -> String {
        let mode = Some(self.mode.as_str()).filter(|mode| !["", "Normal"].contains(mode));
        let reasons = self.reasons.iter().map(String::as_str);
        let extra = Some(self.extra.as_str()).filter(|extra| !extra.is_empty());
        let parts = std::iter::once(self.state.as_str()).chain(mode).chain(reasons).chain(extra);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// The same as one string, as older versions tell it; for a MaxScale that tells no other.
    pub(crate) fn as_state(&self) -> ServerState {
        let mode = Some(self.mode.as_str()).filter(|mode| !["", "Normal"].contains(mode));
        let reasons = self.reasons.iter().flat_map(|reason| reason.split(','));
        let roles = reasons.map(|reason| match reason.trim() {
            "Primary" => "Master",
            "Replica" => "Slave",
            "Relay" => "Relay Master",
            other => other,
        });
        let life = if self.state == "Down" { "Down" } else { "Running" };
        let words: Vec<&str> = mode.into_iter().chain(roles).chain([life]).collect();
        ServerState::parse(&words.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Condition, Role};
    use serde_json::json;

    fn status(state: &str, mode: &str, reasons: &[&str]) -> ServerStatus {
        let value = json!({ "state": state, "mode": mode, "reason": reasons, "extra": "" });
        ServerStatus::read(Fields::of(&value)).unwrap()
    }

    #[test]
    fn the_parts_make_the_state_of_older_versions() {
        for (state, mode, reasons, expected) in [
            ("Write", "Normal", &["Primary"][..], Condition::Serving(Role::Primary)),
            ("Read", "Normal", &["Replica"], Condition::Serving(Role::Replica)),
            ("Read", "Normal", &["Primary, read_only"], Condition::Serving(Role::Primary)),
            ("Up", "Normal", &[], Condition::NoRole),
            ("Down", "Normal", &[], Condition::Down),
            ("Read", "Draining", &["Replica"], Condition::Draining),
            ("Up", "Maintenance", &[], Condition::Maintenance),
            ("Down", "Maintenance", &[], Condition::MaintenanceDown),
        ] {
            let state = status(state, mode, reasons);
            assert_eq!(state.as_state().condition(), expected, "{state:?}");
        }
    }

    #[test]
    fn what_is_usual_is_not_said() {
        assert_eq!(status("Write", "Normal", &["Primary"]).words(), "Write · Primary");
        assert_eq!(status("Read", "Drained", &[]).words(), "Read · Drained");
        assert_eq!(ServerStatus::read(Fields::of(&json!({}))), None);
    }
}
