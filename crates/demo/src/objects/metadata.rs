//! The modules of MaxScale and the parameters of each, from the tables in `data/modules`.

use super::Parameters;
use super::specification::{Parameter, Specification};
use serde::Deserialize;
use std::sync::LazyLock;

/// One module of MaxScale, or the pseudo modules `maxscale` and `servers`.
#[derive(Debug, Deserialize)]
pub struct Module {
    /// Its own parameters.
    #[serde(flatten)]
    pub own: Specification,
    /// `Monitor`, `Router`, `Filter` …
    #[serde(rename = "type")]
    pub kind: String,
    /// Its own version.
    pub version: String,
    /// `GA`, `Beta` …
    pub maturity: String,
    /// What it is for.
    pub description: String,
    /// Its commands.
    pub commands: Vec<Command>,
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
    /// What it does.
    pub description: String,
    /// Its arguments.
    pub parameters: Vec<Argument>,
}

/// One argument of a command.
#[derive(Debug, Deserialize)]
pub struct Argument {
    /// Its type, in brackets when it is optional.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is.
    pub description: String,
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

/// What all objects of a kind have, by the kind of their modules.
const COMMON: [(&str, &str); 4] = [
    ("Router", include_str!("../../data/modules/common/services.json")),
    ("Monitor", include_str!("../../data/modules/common/monitors.json")),
    ("Filter", include_str!("../../data/modules/common/filters.json")),
    ("Protocol", include_str!("../../data/modules/common/listener.json")),
];

static MODULES: LazyLock<Vec<Module>> = LazyLock::new(|| {
    TABLES.iter().filter_map(|(_, text)| serde_json::from_str(text).ok()).collect()
});

static SHARED: LazyLock<Vec<(&str, Specification)>> = LazyLock::new(|| {
    let read =
        |(kind, text): &(&'static str, &str)| Some((*kind, serde_json::from_str(text).ok()?));
    COMMON.iter().filter_map(read).collect()
});

/// Every module.
#[must_use]
pub fn modules() -> &'static [Module] {
    &MODULES
}

/// The module of that name; old names lead to the new one (rest-api.md 3.11).
#[must_use]
pub fn module(id: &str) -> Option<&'static Module> {
    let id = effective_name(id);
    MODULES.iter().find(|module| module.own.id.eq_ignore_ascii_case(&id))
}

/// What all objects have whose modules are of a kind.
#[must_use]
pub fn common(kind: &str) -> Option<&'static Specification> {
    SHARED.iter().find(|(of, _)| *of == kind).map(|(_, specification)| specification)
}

/// The name under which a module is looked for: in small letters, old names replaced.
#[must_use]
pub fn effective_name(id: &str) -> String {
    match id.to_ascii_lowercase().as_str() {
        "clustrixmon" => "xpandmon".to_owned(),
        "mysqlmon" => "mariadbmon".to_owned(),
        "mariadb" | "mariadbclient" | "mysqlclient" => "mariadbprotocol".to_owned(),
        "postgres" | "postgresql" => "postgresprotocol".to_owned(),
        "mysqlauth" => "mariadbauth".to_owned(),
        other => other.to_owned(),
    }
}

impl Module {
    /// Name, such as `mariadbmon`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.own.id
    }

    /// What objects with this module have in common with others of their kind.
    #[must_use]
    pub fn common(&self) -> Option<&'static Specification> {
        common(&self.kind)
    }

    /// The parameters as they are listed; `None` when the module describes none.
    #[must_use]
    pub fn listed(&self) -> Option<Vec<&Parameter>> {
        let describes_none = matches!(self.kind.as_str(), "Authenticator" | "Parser");
        let common = self.common().map(|common| common.parameters.as_slice()).unwrap_or_default();
        let all = self.own.parameters.iter().chain(common);
        (!describes_none).then(|| all.filter(|parameter| parameter.listed).collect())
    }

    /// What an object with this module has when nothing is given.
    #[must_use]
    pub fn defaults(&self) -> Parameters {
        let mut defaults = self.common().map(Specification::defaults).unwrap_or_default();
        defaults.extend(self.own.defaults());
        defaults
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
            assert_eq!(module.id(), id);
        }
        assert_eq!(modules().len(), TABLES.len());
        assert_eq!(SHARED.len(), COMMON.len());
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
        assert_eq!(module("MySQLMon").unwrap().id(), "mariadbmon");
        assert!(module("nosuch").is_none());
    }
}
