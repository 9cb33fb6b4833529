//! The object of a command, with what is known of it.

use crate::listener::{Listener, ListenerState};
use crate::monitor::{Monitor, MonitorState};
use crate::object::{Object, ObjectState};
use crate::server::Server;
use crate::server_context::{ServerContext, Topology};
use crate::service::{Service, ServiceState};
use crate::session::Session;
use crate::state::Mode;

/// The object of a command, as it was read last.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A server, who watches it and who uses it.
    Server(Box<ServerContext>),
    /// A service.
    Service(Service),
    /// A listener.
    Listener(Listener),
    /// A monitor.
    Monitor(Monitor),
    /// A session.
    Session(Session),
}

impl Subject {
    /// A server, with what was read around it.
    pub fn server(server: &Server, topology: Topology<'_>) -> Self {
        Self::Server(Box::new(ServerContext::of(server, topology)))
    }

    /// Which object it is.
    pub fn object(&self) -> Object {
        match self {
            Self::Server(context) => context.server.name.clone().into(),
            Self::Service(service) => service.name.clone().into(),
            Self::Listener(listener) => listener.name.clone().into(),
            Self::Monitor(monitor) => monitor.name.clone().into(),
            Self::Session(session) => session.id.clone().into(),
        }
    }

    /// Its state, of a kind that has one.
    pub fn state(&self) -> Option<ObjectState> {
        match self {
            Self::Server(context) => Some(ObjectState::Server(context.server.state.clone())),
            Self::Service(service) => Some(ObjectState::Service(service.state.clone())),
            Self::Listener(listener) => Some(ObjectState::Listener(listener.state.clone())),
            Self::Monitor(monitor) => Some(ObjectState::Monitor(monitor.state.clone())),
            Self::Session(_) => None,
        }
    }

    /// The server that it is.
    pub fn as_server(&self) -> Option<&ServerContext> {
        match self {
            Self::Server(context) => Some(context),
            Self::Service(_) | Self::Listener(_) | Self::Monitor(_) | Self::Session(_) => None,
        }
    }

    /// Whether MaxScale routes to the server that it is.
    pub(super) fn mode(&self) -> Option<Mode> {
        self.as_server().map(|context| context.server.state.mode())
    }

    /// The session that it is.
    pub fn as_session(&self) -> Option<&Session> {
        match self {
            Self::Session(session) => Some(session),
            Self::Server(_) | Self::Service(_) | Self::Listener(_) | Self::Monitor(_) => None,
        }
    }

    /// Whether a service, listener or monitor is known to work.
    pub(super) fn is_started(&self) -> bool {
        match self {
            Self::Service(service) => service.state == ServiceState::Started,
            Self::Listener(listener) => listener.state == ListenerState::Running,
            Self::Monitor(monitor) => monitor.state == MonitorState::Running,
            Self::Server(_) | Self::Session(_) => false,
        }
    }

    /// Whether a service, listener or monitor is known to rest.
    pub(super) fn is_stopped(&self) -> bool {
        match self {
            Self::Service(service) => service.state == ServiceState::Stopped,
            Self::Listener(listener) => listener.state == ListenerState::Stopped,
            Self::Monitor(monitor) => monitor.state == MonitorState::Stopped,
            Self::Server(_) | Self::Session(_) => false,
        }
    }
}

/// The servers among them.
pub(super) fn servers(subjects: &[Subject]) -> impl Iterator<Item = &ServerContext> {
    subjects.iter().filter_map(Subject::as_server)
}

/// All connections to the servers among them, where each tells its own.
pub(super) fn connections(subjects: &[Subject]) -> Option<u64> {
    servers(subjects).map(|context| context.server.load.connections).sum()
}
