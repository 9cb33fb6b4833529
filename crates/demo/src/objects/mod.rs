//! What every object of a MaxScale configuration has: parameters, and where it was defined.

pub mod defaults;
pub mod metadata;
pub mod names;
pub mod rules;
pub mod specification;
pub mod stage;
pub mod validation;
pub mod values;

use serde_json::{Map, Value};

/// The parameters of an object by name.
pub type Parameters = Map<String, Value>;

/// Whether the value of a parameter is on. `auto_failover` may be a word, and `safe` is another way
/// of on.
#[must_use]
pub fn is_on(value: &Value) -> bool {
    match value {
        Value::String(word) => matches!(word.as_str(), "true" | "safe"),
        other => other.as_bool().unwrap_or_default(),
    }
}

/// Where an object was defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In the configuration file, as it is there.
    Static,
    /// In the configuration file, with changes saved elsewhere.
    Changed,
    /// Through the REST API, and saved.
    Runtime,
}
