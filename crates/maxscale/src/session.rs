//! A client session and the servers it holds connections to.

use std::sync::Arc;

use serde_json::Value;

use crate::fieldset::Fieldset;
use crate::json::Fields;
use crate::name::{ServerName, ServiceName, SessionId};
use crate::resource::{FromResource, Resource};

/// A session as the REST API describes it (rest-api.md 3.7).
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// Its number.
    pub id: SessionId,
    /// The user, once authenticated.
    pub user: Option<String>,
    /// Where the client is.
    pub remote: Option<String>,
    /// The client's port.
    pub port: Option<u64>,
    /// What it is doing, in MaxScale's words (`Session started`).
    pub state: Option<String>,
    /// When it connected, as an HTTP date.
    pub connected: Option<String>,
    /// Seconds without a request; `None` while one runs.
    pub idle_seconds: Option<f64>,
    /// Bytes it keeps in MaxScale, all buffers and histories together.
    pub memory_bytes: Option<u64>,
    /// Reads and writes of the last half minute (`io_activity`).
    pub io_activity: Option<u64>,
    /// The servers it holds a connection to, in the API's order.
    pub servers: Vec<ServerName>,
    /// The service it came through.
    pub service: Option<ServiceName>,
    /// All attributes, as they came.
    pub attributes: Arc<Value>,
}

impl Session {
    /// Whether it holds a connection to this server, be it its first or a later one.
    pub fn holds(&self, server: &ServerName) -> bool {
        self.servers.contains(server)
    }

    /// Who and from where: `app@10.0.0.7`.
    pub fn client(&self) -> String {
        let user = match &self.user {
            Some(user) => user,
            None => texts::state::not_logged_in(),
        };
        match &self.remote {
            Some(remote) => format!("{user}@{remote}"),
            None => user.to_owned(),
        }
    }
}

impl FromResource for Session {
    const FIELDS: Fieldset = Fieldset {
        option: "fields[sessions]",
        list: &[
            "user",
            "remote",
            "connected",
            "idle",
            "memory/total",
            "io_activity",
            "state",
            "connections",
            "services/data",
        ],
        configuration: &[],
        details: &["port"],
    };

    fn from_resource(value: &Value) -> Option<Self> {
        let resource = Resource::of(value)?;
        let attributes = resource.attributes;
        let servers = attributes.list("connections").iter();
        Some(Self {
            id: SessionId::new(resource.id),
            user: attributes.text("user"),
            remote: attributes.text("remote"),
            port: attributes.count("port"),
            state: attributes.text("state"),
            connected: attributes.text("connected"),
            idle_seconds: attributes.real("idle"),
            memory_bytes: attributes.object("memory").count("total"),
            io_activity: attributes.count("io_activity"),
            servers: servers
                .filter_map(|connection| Fields::of(connection).text("server"))
                .map(ServerName::new)
                .collect(),
            service: resource.related("services").next().map(ServiceName::new),
            attributes: Arc::new(value.get("attributes").cloned().unwrap_or_default()),
        })
    }
}
