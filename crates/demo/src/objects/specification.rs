//! What a parameter is, and which of them belong together (rest-api.md 6.1).

use super::Parameters;
use crate::version::MaxScaleVersion;
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Parameters that belong together, and the name that errors about them begin with.
#[derive(Debug, Deserialize)]
pub struct Specification {
    /// The versions that have them.
    #[serde(flatten)]
    pub versions: Versions,
    /// Name, such as `readwritesplit`, or `services` for what all services have.
    pub id: String,
    /// The parameters, by name.
    #[serde(default)]
    pub parameters: Vec<Parameter>,
}

/// One parameter of a module (rest-api.md 6.1).
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// The versions in which it is as described here.
    #[serde(flatten)]
    pub versions: Versions,
    /// Its name.
    pub name: String,
    /// Its type, one of rest-api.md 6.2.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is for.
    pub description: String,
    /// Whether it has to be given.
    #[serde(default)]
    pub mandatory: bool,
    /// Whether it can be changed while MaxScale runs.
    #[serde(default = "yes")]
    pub modifiable: bool,
    /// What it is when not given.
    pub default_value: Option<Value>,
    /// Unit of durations.
    pub unit: Option<String>,
    /// The words that an enumeration knows.
    pub enum_values: Option<Vec<String>>,
    /// Whether it is of no use any more.
    #[serde(default)]
    pub deprecated: bool,
    /// The parameter that this is an old name of.
    pub alias: Option<String>,
    /// Whether objects still have it although it is of no use.
    #[serde(default)]
    pub shown: bool,
    /// Whether it is shown among the module's parameters.
    #[serde(default = "yes")]
    pub listed: bool,
    /// The least number.
    pub min: Option<i64>,
    /// The greatest number.
    pub max: Option<i64>,
    /// Whether a duration is one of whole seconds.
    #[serde(default)]
    pub whole_seconds: bool,
    /// Whether a duration may be negative.
    #[serde(default)]
    pub signed: bool,
    /// Whether a path has to exist.
    #[serde(default)]
    pub exists: bool,
    /// Words of an enumeration that mean the same as others.
    #[serde(default)]
    pub same_as: BTreeMap<String, String>,
    /// The word that stands for all others.
    pub all: Option<String>,
    /// The word that stands for none.
    pub none: Option<String>,
    /// The kind of the module that it names.
    pub of: Option<String>,
    /// Whether a text must not end with a comma or semicolon.
    #[serde(default)]
    pub no_trailing: bool,
}

/// The versions that have something: all of them, unless the table says otherwise.
#[derive(Debug, Deserialize)]
pub struct Versions {
    /// The first one.
    since: Option<MaxScaleVersion>,
    /// The last one.
    until: Option<MaxScaleVersion>,
}

impl Versions {
    /// Whether a version is among them.
    #[must_use]
    pub fn include(&self, version: MaxScaleVersion) -> bool {
        self.since.is_none_or(|first| first <= version)
            && self.until.is_none_or(|last| version <= last)
    }
}

fn yes() -> bool {
    true
}

impl Specification {
    /// Leaves out what a version does not have.
    pub fn become_that_of(&mut self, version: MaxScaleVersion) {
        self.parameters.retain(|parameter| parameter.versions.include(version));
        if version.describes_parameters_further() {
            let fine = self.parameters.iter_mut().filter(|parameter| parameter.whole_seconds);
            fine.filter_map(|parameter| parameter.unit.as_mut())
                .for_each(|unit| *unit = "s".into());
        }
    }

    /// The parameter of that name, old names included.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.name == name)
    }

    /// What every parameter in use is when nothing is given: its default, or null.
    #[must_use]
    pub fn defaults(&self) -> Parameters {
        let current = self.parameters.iter().filter(|parameter| !parameter.is_gone());
        current
            .map(|parameter| {
                (parameter.name.clone(), parameter.default_value.clone().unwrap_or_default())
            })
            .collect()
    }
}

impl Parameter {
    /// Whether no object has it under this name any more.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.deprecated && !self.shown
    }
}
