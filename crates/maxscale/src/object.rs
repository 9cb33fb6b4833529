//! Any object of MaxScale by kind and name, and the state that such an object can have.

use std::fmt;

use crate::impact::has_usable_server;
use crate::listener::ListenerState;
use crate::monitor::MonitorState;
use crate::name::{
    FilterName, ListenerName, MonitorName, ServerName, ServiceName, SessionId, path_part,
};
use crate::server_context::Topology;
use crate::service::{Service, ServiceState};
use crate::state::ServerState;

macro_rules! objects {
    ($($kind:ident($name:ident) $noun:ident $word:literal $collection:literal),* $(,)?) => {
        /// The kind of an object.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Kind {
            $(
                #[doc = concat!("A ", $word, ".")]
                $kind,
            )*
        }

        impl Kind {
            /// It in a word, as people read it: `server`.
            pub fn noun(self) -> &'static str {
                match self { $(Self::$kind => texts::objects::$noun(),)* }
            }

            /// It in the words of maxctrl: `server`.
            pub fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }

            /// Where the REST API has its objects: `servers`.
            pub fn collection(self) -> &'static str {
                match self { $(Self::$kind => $collection,)* }
            }

            /// The object of this kind with a name.
            pub fn named(self, name: &str) -> Object {
                match self { $(Self::$kind => Object::$kind($name::new(name)),)* }
            }
        }

        /// An object by kind and name.
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Object {
            $(
                #[doc = concat!("A ", $word, ".")]
                $kind($name),
            )*
        }

        impl Object {
            /// Its kind.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* }
            }

            /// Its name, or a session's number.
            pub fn name(&self) -> &str {
                match self { $(Self::$kind(name) => name.as_str(),)* }
            }
        }

        $(impl From<$name> for Object {
            fn from(name: $name) -> Self {
                Self::$kind(name)
            }
        })*
    };
}

objects! {
    Server(ServerName) server "server" "servers",
    Monitor(MonitorName) monitor "monitor" "monitors",
    Service(ServiceName) service "service" "services",
    Listener(ListenerName) listener "listener" "listeners",
    Filter(FilterName) filter "filter" "filters",
    Session(SessionId) session "session" "sessions",
}

impl Kind {
    /// It as a heading: `Server`.
    pub fn capitalised(self) -> String {
        texts::capitalised(self.noun())
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.noun())
    }
}

impl Object {
    /// Its path below `/v1/`.
    pub fn path(&self) -> String {
        format!("{}/{}", self.kind().collection(), path_part(self.name()))
    }
}

/// Names of one kind as objects.
pub fn objects<T: Clone + Into<Object>>(names: &[T]) -> Vec<Object> {
    names.iter().cloned().map(Into::into).collect()
}

/// The state of an object that has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectState {
    /// Of a server.
    Server(ServerState),
    /// Of a monitor.
    Monitor(MonitorState),
    /// Of a service.
    Service(ServiceState),
    /// Of a service that has started and has no server for its clients' requests.
    NoUsableServer,
    /// Of a listener.
    Listener(ListenerState),
}

impl Default for ObjectState {
    /// That of a server of which nothing is known.
    fn default() -> Self {
        Self::Server(ServerState::default())
    }
}

impl ObjectState {
    /// That of a service among its servers: MaxScale says `Started` also of one whose clients get
    /// errors.
    pub fn of_service(service: &Service, topology: Topology<'_>) -> Self {
        let Topology { servers, monitors, services } = topology;
        let is_without = match (servers, monitors, services) {
            (Some(servers), Some(monitors), Some(services)) => {
                service.state == ServiceState::Started
                    && !has_usable_server(service, servers, monitors, services)
            }
            _ => false,
        };
        if is_without { Self::NoUsableServer } else { Self::Service(service.state.clone()) }
    }

    /// The state as people read it.
    pub fn words(&self) -> String {
        match self {
            Self::Server(state) => state.words(),
            Self::Monitor(state) => state.words().to_owned(),
            Self::Service(state) => state.words().to_owned(),
            Self::NoUsableServer => texts::state::no_usable_server().to_owned(),
            Self::Listener(state) => state.words().to_owned(),
        }
    }

    /// The state as MaxScale wrote it.
    pub fn raw(&self) -> &str {
        match self {
            Self::Server(state) => state.raw(),
            Self::Monitor(state) => state.word(),
            Self::Service(state) => state.word(),
            Self::NoUsableServer => ServiceState::Started.word(),
            Self::Listener(state) => state.word(),
        }
    }
}
