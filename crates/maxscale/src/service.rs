//! A service: what clients connect to, and how their requests are spread over servers.

use std::sync::Arc;

use serde_json::Value;

use crate::fieldset::Fieldset;
use crate::name::{FilterName, ListenerName, MonitorName, ServerName, ServiceName};
use crate::resource::{FromResource, Resource};
use crate::state::{Mode, ServerState, Word};

/// How a service spreads requests; what happens to its sessions depends on it (rest-api.md 4.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Router {
    /// Each request to the server that suits it.
    ReadWriteSplit,
    /// Each session to one server.
    ReadConnRoute,
    /// Another router.
    Other(String),
}

impl From<&str> for Router {
    fn from(router: &str) -> Self {
        match router {
            "readwritesplit" => Self::ReadWriteSplit,
            "readconnroute" => Self::ReadConnRoute,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl Router {
    /// MaxScale's word for it.
    pub fn word(&self) -> &str {
        match self {
            Self::ReadWriteSplit => "readwritesplit",
            Self::ReadConnRoute => "readconnroute",
            Self::Other(word) => word,
        }
    }
}

/// Whether a service takes clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ServiceState {
    /// It does.
    Started,
    /// Its listeners are stopped.
    Stopped,
    /// It could not start.
    Failed,
    /// It has not started yet.
    Allocated,
    /// Another word.
    Other(String),
}

impl From<&str> for ServiceState {
    fn from(state: &str) -> Self {
        match state {
            "Started" => Self::Started,
            "Stopped" => Self::Stopped,
            "Failed" => Self::Failed,
            "Allocated" => Self::Allocated,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl ServiceState {
    /// MaxScale's word for it.
    pub fn word(&self) -> &str {
        match self {
            Self::Started => "Started",
            Self::Stopped => "Stopped",
            Self::Failed => "Failed",
            Self::Allocated => "Allocated",
            Self::Other(word) => word,
        }
    }

    /// It in the words of people.
    pub fn words(&self) -> &str {
        match self {
            Self::Started => texts::state::started(),
            Self::Stopped => texts::state::stopped(),
            Self::Failed => texts::state::failed(),
            Self::Allocated => texts::state::allocated(),
            Self::Other(word) => word,
        }
    }
}

/// A service as the REST API describes it (rest-api.md 3.4).
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Its name.
    pub name: ServiceName,
    /// How it routes.
    pub router: Router,
    /// Whether it takes clients.
    pub state: ServiceState,
    /// Client sessions it has now.
    pub sessions: Option<u64>,
    /// Client sessions it has had since it started.
    pub total_sessions: Option<u64>,
    /// Requests being executed for its clients now.
    pub active_operations: Option<u64>,
    /// How long its sessions last on average, in seconds.
    pub average_life_seconds: Option<f64>,
    /// Clients that could not log in.
    pub failed_logins: Option<u64>,
    /// The servers it names as targets itself.
    pub servers: Vec<ServerName>,
    /// The monitor whose servers are its targets; the API then lists no servers.
    pub cluster: Option<MonitorName>,
    /// The services that are its targets.
    pub services: Vec<ServiceName>,
    /// The listeners that clients come through.
    pub listeners: Vec<ListenerName>,
    /// The filters that requests pass, in order.
    pub filters: Vec<FilterName>,
    /// Whether interrupted transactions are run again (readwritesplit).
    pub replays_transactions: Option<bool>,
    /// The roles that readconnroute asks for; none means any running server.
    pub wanted: Vec<Word>,
    /// All of `statistics`, as it came.
    pub statistics: Value,
    /// All parameters, as they came; passwords are stars.
    pub parameters: Arc<Value>,
}

impl Service {
    /// Whether the service can give new connections to a server in this state.
    pub fn takes(&self, state: &ServerState) -> bool {
        let open = state.mode() == Mode::InService && state.is_running();
        match self.router {
            Router::ReadConnRoute => {
                open && (self.wanted.is_empty() || self.wanted.iter().any(|role| state.has(role)))
            }
            _ => state.is_usable(),
        }
    }
}

/// The words of `router_options` that name roles; `running` asks for none.
fn wanted(options: Option<String>) -> Vec<Word> {
    let options = options.unwrap_or_default();
    let roles: Vec<Word> = options
        .split(',')
        .filter_map(|option| match option.trim() {
            "master" => Some(Word::Master),
            "slave" => Some(Word::Slave),
            "synced" => Some(Word::Synced),
            "running" => Some(Word::Running),
            _ => None,
        })
        .collect();
    if roles.contains(&Word::Running) { vec![] } else { roles }
}

impl FromResource for Service {
    // With the names of its listeners come the listeners: MaxScale has two fields of that name.
    const FIELDS: Fieldset = Fieldset {
        option: "fields[services]",
        list: &[
            "state",
            "connections",
            "total_connections",
            "statistics/connections",
            "statistics/total_connections",
            "statistics/active_operations",
            "statistics/avg_session_lifetime",
            "statistics/failed_auths",
        ],
        configuration: &[
            "router",
            "parameters/transaction_replay",
            "parameters/router_options",
            "servers/data",
            "monitors/data",
            "services/data",
            "listeners/data",
            "filters/data",
        ],
        details: &["statistics", "parameters"],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        let statistics = attributes.object("statistics");
        Some(Self {
            name: ServiceName::new(resource.id),
            router: Router::from(attributes.text("router").unwrap_or_default().as_str()),
            state: ServiceState::from(attributes.text("state").unwrap_or_default().as_str()),
            sessions: statistics.count("connections").or_else(|| attributes.count("connections")),
            total_sessions: statistics
                .count("total_connections")
                .or_else(|| attributes.count("total_connections")),
            active_operations: statistics.count("active_operations"),
            average_life_seconds: statistics.real("avg_session_lifetime"),
            failed_logins: statistics.count("failed_auths"),
            servers: resource.related("servers").map(ServerName::new).collect(),
            cluster: resource.related("monitors").next().map(MonitorName::new),
            services: resource.related("services").map(ServiceName::new).collect(),
            listeners: resource.related("listeners").map(ListenerName::new).collect(),
            filters: resource.related("filters").map(FilterName::new).collect(),
            replays_transactions: attributes.object("parameters").truth("transaction_replay"),
            statistics: attributes.value("statistics").cloned().unwrap_or_default(),
            parameters: Arc::new(attributes.value("parameters").cloned().unwrap_or_default()),
            wanted: wanted(attributes.object("parameters").text("router_options")),
        })
    }
}
