//! A monitor: what watches servers and decides their roles.

use serde_json::Value;

use crate::fieldset::Fieldset;
use crate::json::Fields;
use crate::name::{MonitorName, ServerName, ServiceName};
use crate::replication::{Replica, ReplicaConnection};
use crate::resource::{FromResource, Resource};

/// The kind of a monitor; the rules for maintenance and drain depend on it (rest-api.md 4.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MonitorModule {
    /// A primary with replicas.
    MariaDb,
    /// A Galera cluster.
    Galera,
    /// PostgreSQL.
    Postgres,
    /// A kind this version does not know.
    Other(String),
}

impl From<&str> for MonitorModule {
    fn from(module: &str) -> Self {
        match module {
            "mariadbmon" | "mysqlmon" => Self::MariaDb,
            "galeramon" => Self::Galera,
            "pgmon" => Self::Postgres,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl MonitorModule {
    /// MaxScale's word for it.
    pub fn word(&self) -> &str {
        match self {
            Self::MariaDb => "mariadbmon",
            Self::Galera => "galeramon",
            Self::Postgres => "pgmon",
            Self::Other(word) => word,
        }
    }
}

/// Whether a monitor does its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MonitorState {
    /// It ticks.
    Running,
    /// The states of its servers are frozen.
    Stopped,
    /// Another word.
    Other(String),
}

impl From<&str> for MonitorState {
    fn from(state: &str) -> Self {
        match state {
            "Running" => Self::Running,
            "Stopped" => Self::Stopped,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl MonitorState {
    /// MaxScale's word for it.
    pub fn word(&self) -> &str {
        match self {
            Self::Running => "Running",
            Self::Stopped => "Stopped",
            Self::Other(word) => word,
        }
    }

    /// It in the words of people.
    pub fn words(&self) -> &str {
        match self {
            Self::Running => texts::state::running(),
            Self::Stopped => texts::state::stopped(),
            Self::Other(word) => word,
        }
    }
}

/// A monitor as the REST API describes it (rest-api.md 3.3).
#[derive(Clone, Debug, PartialEq)]
pub struct Monitor {
    /// Its name.
    pub name: MonitorName,
    /// Its kind.
    pub module: MonitorModule,
    /// Whether it runs.
    pub state: MonitorState,
    /// The time between two ticks, as MaxScale writes durations (`2000ms`).
    pub interval: Option<String>,
    /// How often it has looked since it started.
    pub ticks: Option<u64>,
    /// The primary it has chosen; mariadbmon only.
    pub primary: Option<ServerName>,
    /// Whether this MaxScale leads the cooperating ones; `None` without cooperation.
    pub leads: Option<bool>,
    /// What it is doing now (mariadbmon: `Idle`, `Demoting old primary` …).
    pub activity: Option<String>,
    /// The servers it watches.
    pub servers: Vec<ServerName>,
    /// The services that route to what it watches.
    pub services: Vec<ServiceName>,
    /// All of `monitor_diagnostics`; null while the monitor is stopped.
    pub diagnostics: Value,
    /// All parameters, as they came; passwords are stars.
    pub parameters: Value,
}

impl Monitor {
    /// Whether its servers' states are kept up to date.
    pub fn is_running(&self) -> bool {
        self.state == MonitorState::Running
    }

    /// Whether it gives the primary's role to another Galera node when the present one goes. Not
    /// so when the role is fixed to the first node, or not given at all.
    pub fn chooses_primary(&self) -> bool {
        let flags = Fields::of(&self.diagnostics);
        ["root_node_as_master", "disable_master_role_setting"]
            .iter()
            .all(|flag| flags.truth(flag) != Some(true))
    }

    /// Whether a Galera node that comes back may take the primary's role back (recording
    /// maintenance-galera-primary).
    pub fn fails_back(&self) -> bool {
        Fields::of(&self.diagnostics).truth("disable_master_failback") != Some(true)
    }

    /// Who follows whom, as its diagnostics have it; empty for other modules than mariadbmon.
    pub fn replicas(&self) -> Vec<Replica> {
        let mut replicas = vec![];
        for info in Fields::of(&self.diagnostics).list("server_info") {
            let fields = Fields::of(info);
            let Some(server) = fields.text("name").map(ServerName::new) else { continue };
            for connection in fields.list("slave_connections") {
                let connection = ReplicaConnection::read(connection);
                replicas.push(Replica { server: server.clone(), connection });
            }
        }
        replicas
    }

    /// What its diagnostics say of one server.
    pub fn diagnostics_of(&self, server: &ServerName) -> Option<&Value> {
        Fields::of(&self.diagnostics)
            .list("server_info")
            .iter()
            .find(|info| Fields::of(info).text("name").as_deref() == Some(server.as_str()))
    }
}

impl FromResource for Monitor {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[monitors]",
        list: &[
            "module",
            "state",
            "ticks",
            "monitor_diagnostics/master",
            "monitor_diagnostics/primary",
            "monitor_diagnostics/state",
            "parameters/monitor_interval",
            "servers/data",
            "services/data",
        ],
        configuration: &[],
        details: &["monitor_diagnostics", "parameters"],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        let diagnostics = attributes.object("monitor_diagnostics");
        Some(Self {
            name: MonitorName::new(resource.id),
            module: MonitorModule::from(attributes.text("module").unwrap_or_default().as_str()),
            state: MonitorState::from(attributes.text("state").unwrap_or_default().as_str()),
            interval: attributes.object("parameters").text("monitor_interval"),
            ticks: attributes.count("ticks"),
            primary: diagnostics.text("master").map(ServerName::new),
            leads: diagnostics.truth("primary"),
            activity: diagnostics.text("state"),
            servers: resource.related("servers").map(ServerName::new).collect(),
            services: resource.related("services").map(ServiceName::new).collect(),
            parameters: attributes.value("parameters").cloned().unwrap_or_default(),
            diagnostics: attributes.value("monitor_diagnostics").cloned().unwrap_or_default(),
        })
    }
}
