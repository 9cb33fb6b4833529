//! What every object of a MaxScale configuration has: parameters, and where it was defined.

pub mod defaults;
pub mod metadata;
pub mod validation;

use serde_json::{Map, Value, json};

/// The parameters of an object by name.
pub type Parameters = Map<String, Value>;

/// Where an object was defined (`source` in its attributes).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// In the configuration file.
    Static,
    /// Through the REST API, and saved.
    Runtime,
}

impl Origin {
    /// The `source` attribute of the object of that name.
    #[must_use]
    pub fn attribute(self, name: &str) -> Value {
        match self {
            Self::Static => json!({ "file": "/etc/maxscale.cnf", "type": "static" }),
            Self::Runtime => json!({
                "file": format!("/var/lib/maxscale/maxscale.cnf.d/{name}.cnf"),
                "type": "runtime",
            }),
        }
    }
}
