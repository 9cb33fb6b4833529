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
