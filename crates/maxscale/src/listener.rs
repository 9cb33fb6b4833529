//! A listener: the port or socket where the clients of a service come in.

use serde_json::Value;

use crate::address::Address;
use crate::fieldset::Fieldset;
use crate::name::{ListenerName, ServiceName};
use crate::resource::{FromResource, Resource};

/// Whether a listener takes clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListenerState {
    /// It does not listen yet.
    Created,
    /// It does.
    Running,
    /// It was stopped.
    Stopped,
    /// It could not begin to listen.
    Failed,
    /// It is going away.
    Destroyed,
    /// Another word.
    Other(String),
}

impl From<&str> for ListenerState {
    fn from(state: &str) -> Self {
        match state {
            "Created" => Self::Created,
            "Running" => Self::Running,
            "Stopped" => Self::Stopped,
            "Failed" => Self::Failed,
            "Destroyed" => Self::Destroyed,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl ListenerState {
    /// MaxScale's word for it.
    pub fn word(&self) -> &str {
        match self {
            Self::Created => "Created",
            Self::Running => "Running",
            Self::Stopped => "Stopped",
            Self::Failed => "Failed",
            Self::Destroyed => "Destroyed",
            Self::Other(word) => word,
        }
    }

    /// It in the words of people.
    pub fn words(&self) -> &str {
        match self {
            Self::Created => texts::attributes::created(),
            Self::Running => texts::state::running(),
            Self::Stopped => texts::state::stopped(),
            Self::Failed => texts::state::failed(),
            Self::Destroyed => texts::state::destroyed(),
            Self::Other(word) => word,
        }
    }
}

/// A listener as the REST API describes it (rest-api.md 3.5).
#[derive(Clone, Debug, PartialEq)]
pub struct Listener {
    /// Its name.
    pub name: ListenerName,
    /// Whether it takes clients.
    pub state: ListenerState,
    /// Where it listens.
    pub address: Address,
    /// What it speaks with its clients.
    pub protocol: Option<String>,
    /// The service its clients come to.
    pub service: Option<ServiceName>,
    /// All of `parameters`, as it came.
    pub parameters: Value,
}

impl FromResource for Listener {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[listeners]",
        list: &[
            "state",
            "parameters/address",
            "parameters/port",
            "parameters/socket",
            "parameters/protocol",
            "services/data",
        ],
        configuration: &[],
        details: &["parameters"],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        let parameters = attributes.object("parameters");
        Some(Self {
            name: ListenerName::new(resource.id),
            state: ListenerState::from(attributes.text("state").unwrap_or_default().as_str()),
            address: Address::from_parameters(parameters),
            protocol: parameters.text("protocol"),
            service: resource.related("services").next().map(ServiceName::new),
            parameters: attributes.value("parameters").cloned().unwrap_or_default(),
        })
    }
}
