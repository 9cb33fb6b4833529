//! The modules of MaxScale and the parameters of each, from the tables in `data/modules`.

use super::Parameters;
use serde::Deserialize;
use serde_json::Value;
use std::sync::LazyLock;

/// One module of MaxScale, or the pseudo modules `maxscale` and `servers`.
#[derive(Debug, Deserialize)]
pub struct Module {
    /// Name, such as `mariadbmon`.
    pub id: String,
    /// `Monitor`, `Router`, `Filter` …
    #[serde(rename = "type")]
    pub kind: String,
    /// Its own version.
    pub version: String,
    /// `GA`, `Beta` …
    pub maturity: String,
    /// Its parameters; `None` when it describes none.
    pub parameters: Option<Vec<Parameter>>,
    /// Its commands.
    pub commands: Vec<Command>,
}

/// One parameter of a module (rest-api.md 6.1).
#[derive(Debug, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its type, one of rest-api.md 6.2.
    #[serde(rename = "type")]
    pub kind: String,
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
    /// Whether it is an old name.
    #[serde(default)]
    pub deprecated: bool,
}

/// One command of a module (rest-api.md 5.1).
#[derive(Debug, Deserialize)]
pub struct Command {
    /// Its name.
    pub id: String,
    /// `GET` or `POST`.
    pub method: String,
    /// How many arguments it needs.
    pub arg_min: usize,
    /// The type of each argument, optional ones in brackets.
    pub parameters: Vec<String>,
}

fn yes() -> bool {
    true
}

macro_rules! tables {
    ($($id:literal),* $(,)?) => {
        [$(($id, include_str!(concat!("../../data/modules/", $id, ".json")))),*]
    };
}

/// The text of every table by module, in the order in which MaxScale lists them.
const TABLES: [(&str, &str); 32] = tables![
    "maxscale",
    "servers",
    "binlogfilter",
    "binlogrouter",
    "cache",
    "cat",
    "ccrfilter",
    "comment",
    "Ed25519Auth",
    "galeramon",
    "hintfilter",
    "MariaDBAuth",
    "mariadbmon",
    "MariaDBProtocol",
    "masking",
    "maxrows",
    "mirror",
    "namedserverfilter",
    "nullfilter",
    "PAMAuth",
    "pp_sqlite",
    "qlafilter",
    "readconnroute",
    "readwritesplit",
    "regexfilter",
    "rewritefilter",
    "schemarouter",
    "smartrouter",
    "tee",
    "throttlefilter",
    "topfilter",
    "tpmfilter",
];

/// The modules that the configuration of the scenes uses: only those are loaded.
pub const LOADED: [&str; 11] = [
    "maxscale",
    "servers",
    "galeramon",
    "hintfilter",
    "MariaDBAuth",
    "mariadbmon",
    "MariaDBProtocol",
    "pp_sqlite",
    "qlafilter",
    "readconnroute",
    "readwritesplit",
];

static MODULES: LazyLock<Vec<Module>> = LazyLock::new(|| {
    TABLES.iter().filter_map(|(_, text)| serde_json::from_str(text).ok()).collect()
});

/// Every module.
#[must_use]
pub fn modules() -> &'static [Module] {
    &MODULES
}

/// The module of that name; old names lead to the new one (rest-api.md 3.11).
#[must_use]
pub fn module(id: &str) -> Option<&'static Module> {
    let id = match id {
        "mysqlmon" => "mariadbmon",
        "mariadb" | "mariadbclient" | "mysqlclient" => "MariaDBProtocol",
        "mysqlauth" => "MariaDBAuth",
        other => other,
    };
    MODULES.iter().find(|module| module.id.eq_ignore_ascii_case(id))
}

impl Module {
    /// The parameter of that name, old names included.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&Parameter> {
        self.parameters.iter().flatten().find(|parameter| parameter.name == name)
    }

    /// What every parameter in use is when nothing is given: its default, or null.
    #[must_use]
    pub fn defaults(&self) -> Parameters {
        let current = self.parameters.iter().flatten().filter(|parameter| !parameter.deprecated);
        current
            .map(|parameter| {
                (parameter.name.clone(), parameter.default_value.clone().unwrap_or_default())
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_table_can_be_read() {
        for (id, text) in TABLES {
            let module: Module = serde_json::from_str(text).unwrap();
            assert_eq!(module.id, id);
        }
        assert_eq!(modules().len(), TABLES.len());
    }

    #[test]
    fn defaults_leave_out_old_names() {
        let defaults = module("servers").unwrap().defaults();
        assert_eq!(defaults.get("port").unwrap(), 3306);
        assert!(defaults.get("address").unwrap().is_null());
        assert!(!defaults.contains_key("ssl_ca_cert"));
    }

    #[test]
    fn old_module_names_are_understood() {
        assert_eq!(module("mysqlmon").unwrap().id, "mariadbmon");
        assert!(module("nosuch").is_none());
    }
}
