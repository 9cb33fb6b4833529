//! The modules of MaxScale and the parameters of each, from the tables in `data/modules`.

use super::Parameters;
use super::specification::{Parameter, Specification, Versions};
use crate::version::MaxScaleVersion;
use serde::{Deserialize, Serialize};
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
    /// The groups in which parameters of it stand.
    #[serde(default)]
    pub groups: Vec<Group>,
}

/// Parameters that concern one thing (maxscale-25.md 5.1).
#[derive(Debug, Deserialize, Serialize)]
pub struct Group {
    name: String,
    description: String,
    members: Vec<String>,
}

/// One command of a module (rest-api.md 5.1).
#[derive(Debug, Deserialize)]
pub struct Command {
    /// The versions that have it.
    #[serde(flatten)]
    pub versions: Versions,
    /// Its name.
    pub id: String,
    /// `GET` or `POST`.
    pub method: String,
    /// How many arguments it needs, where they go by their order.
    #[serde(default)]
    pub arg_min: usize,
    /// What it does.
    pub description: String,
    /// Its arguments.
    pub parameters: Vec<Argument>,
}

/// One argument of a command.
#[derive(Debug, Deserialize)]
pub struct Argument {
    /// Its name, where arguments go by their names.
    pub name: Option<String>,
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
const TABLES: [(&str, &str); 34] = tables![
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
    "optimistictrx",
    "PAMAuth",
    "pp_sqlite",
    "psreuse",
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

/// The modules of a version of MaxScale.
pub struct Modules {
    /// The version.
    pub version: MaxScaleVersion,
    all: Vec<Module>,
    common: Vec<(&'static str, Specification)>,
}

static OF_23_08: LazyLock<Modules> = LazyLock::new(|| Modules::read(MaxScaleVersion::V23_08));
static OF_24_02: LazyLock<Modules> = LazyLock::new(|| Modules::read(MaxScaleVersion::V24_02));
static OF_25_01: LazyLock<Modules> = LazyLock::new(|| Modules::read(MaxScaleVersion::V25_01));
static OF_25_10: LazyLock<Modules> = LazyLock::new(|| Modules::read(MaxScaleVersion::V25_10));

impl Modules {
    /// Those of a version.
    #[must_use]
    pub fn of(version: MaxScaleVersion) -> &'static Self {
        match version {
            MaxScaleVersion::V23_08 => &OF_23_08,
            MaxScaleVersion::V24_02 => &OF_24_02,
            MaxScaleVersion::V25_01 => &OF_25_01,
            MaxScaleVersion::V25_10 => &OF_25_10,
        }
    }

    fn read(version: MaxScaleVersion) -> Self {
        let module = |(_, text): &(&str, &str)| {
            let mut module: Module = serde_json::from_str(text).ok()?;
            module.become_that_of(version);
            module.own.versions.include(version).then_some(module)
        };
        let common = |(kind, text): &(&'static str, &str)| {
            let mut common: Specification = serde_json::from_str(text).ok()?;
            common.become_that_of(version);
            Some((*kind, common))
        };
        Self {
            version,
            all: TABLES.iter().filter_map(module).collect(),
            common: COMMON.iter().filter_map(common).collect(),
        }
    }

    /// Every module, in the order in which MaxScale lists them.
    #[must_use]
    pub fn all(&self) -> &[Module] {
        &self.all
    }

    /// The module of that name; old names lead to the new one (rest-api.md 3.11).
    #[must_use]
    pub fn module(&self, id: &str) -> Option<&Module> {
        let id = effective_name(id);
        self.all.iter().find(|module| module.own.id.eq_ignore_ascii_case(&id))
    }

    /// What all objects have whose modules are of a kind.
    #[must_use]
    pub fn common(&self, kind: &str) -> Option<&Specification> {
        self.common.iter().find(|(of, _)| *of == kind).map(|(_, specification)| specification)
    }

    /// What objects with a module have in common with others of their kind.
    #[must_use]
    pub fn shared_by(&self, module: &Module) -> Option<&Specification> {
        self.common(&module.kind)
    }

    /// The parameters of a module as they are listed; `None` when it describes none.
    #[must_use]
    pub fn listed<'a>(&'a self, module: &'a Module) -> Option<Vec<&'a Parameter>> {
        let describes_none = matches!(module.kind.as_str(), "Authenticator" | "Parser")
            && !self.version.describes_parameters_further();
        let common = self.shared_by(module).map(|common| common.parameters.as_slice());
        let all = module.own.parameters.iter().chain(common.unwrap_or_default());
        (!describes_none).then(|| all.filter(|parameter| parameter.listed).collect())
    }

    /// What an object with a module has when nothing is given.
    #[must_use]
    pub fn defaults(&self, module: &Module) -> Parameters {
        let mut defaults = self.shared_by(module).map(Specification::defaults).unwrap_or_default();
        defaults.extend(module.own.defaults());
        defaults
    }
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

impl Argument {
    /// Whether it has to be given.
    #[must_use]
    pub fn is_required(&self) -> bool {
        !self.kind.starts_with('[')
    }
}

impl Command {
    /// Whether its arguments go by their names, not by their order.
    #[must_use]
    pub fn is_by_name(&self) -> bool {
        self.parameters.iter().any(|argument| argument.name.is_some())
    }

    /// Where it stands among those of a module.
    fn place(&self) -> (bool, &str) {
        (self.is_by_name(), &self.id)
    }
}

impl Module {
    /// Name, such as `mariadbmon`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.own.id
    }

    /// The name of the group that a parameter stands in.
    #[must_use]
    pub fn group_of(&self, parameter: &str) -> Option<&str> {
        let has = |group: &&Group| group.members.iter().any(|member| member == parameter);
        self.groups.iter().find(has).map(|group| group.name.as_str())
    }

    fn become_that_of(&mut self, version: MaxScaleVersion) {
        self.own.become_that_of(version);
        self.commands.retain(|command| command.versions.include(version));
        if version.sorts_commands() {
            self.commands.sort_by(|one, other| one.place().cmp(&other.place()));
        }
        if self.kind == self.own.id {
            version.release().clone_into(&mut self.version);
        }
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
        for version in MaxScaleVersion::ALL {
            assert!(Modules::of(version).all().len() > 29, "{version}");
            assert_eq!(Modules::of(version).common.len(), COMMON.len());
        }
    }

    #[test]
    fn no_version_has_a_parameter_twice() {
        for version in MaxScaleVersion::ALL {
            for module in Modules::of(version).all() {
                let listed = Modules::of(version).listed(module).unwrap_or_default();
                let mut names: Vec<&str> = listed.iter().map(|one| one.name.as_str()).collect();
                names.sort_unstable();
                let all = names.len();
                names.dedup();
                assert_eq!(names.len(), all, "{} of {version}", module.id());
            }
        }
    }

    #[test]
    fn defaults_leave_out_old_names() {
        let modules = Modules::of(MaxScaleVersion::default());
        let defaults = modules.defaults(modules.module("servers").unwrap());
        assert_eq!(defaults.get("port").unwrap(), 3306);
        assert!(defaults.get("address").unwrap().is_null());
        assert!(!defaults.contains_key("ssl_ca_cert"));
    }

    #[test]
    fn old_module_names_are_understood() {
        let modules = Modules::of(MaxScaleVersion::default());
        assert_eq!(modules.module("MySQLMon").unwrap().id(), "mariadbmon");
        assert!(modules.module("nosuch").is_none());
    }
}
