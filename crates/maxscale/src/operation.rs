//! Starting and stopping services, listeners and monitors, and ending sessions: what is possible,
//! what will follow, and the requests that do it (rest-api.md 3.3 to 3.7).

mod consequence;
#[cfg(test)]
mod tests;

pub use consequence::{consequence, notes};

use crate::account::Account;
use crate::allowed::Refusal;
use crate::listener::{Listener, ListenerState};
use crate::monitor::{Monitor, MonitorState};
use crate::object::{Object, ObjectState};
use crate::request::{Request, Verb};
use crate::service::{Service, ServiceState};
use crate::session::Session;

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Let it work.
    Start,
    /// Let it rest.
    Stop {
        /// Close the sessions that it has, open transactions included.
        force: bool,
    },
    /// End a session.
    Kill,
}

/// What it is done to, as it was read last.
#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    /// A service.
    Service(Service),
    /// A listener.
    Listener(Listener),
    /// A monitor.
    Monitor(Monitor),
    /// A session.
    Session(Session),
}

impl Operand {
    /// Which object it is.
    pub fn object(&self) -> Object {
        match self {
            Self::Service(service) => service.name.clone().into(),
            Self::Listener(listener) => listener.name.clone().into(),
            Self::Monitor(monitor) => monitor.name.clone().into(),
            Self::Session(session) => session.id.clone().into(),
        }
    }

    /// Its state, of a kind that has one.
    pub fn state(&self) -> Option<ObjectState> {
        match self {
            Self::Service(service) => Some(ObjectState::Service(service.state.clone())),
            Self::Listener(listener) => Some(ObjectState::Listener(listener.state.clone())),
            Self::Monitor(monitor) => Some(ObjectState::Monitor(monitor.state.clone())),
            Self::Session(_) => None,
        }
    }

    fn works(&self) -> bool {
        match self {
            Self::Service(service) => service.state == ServiceState::Started,
            Self::Listener(listener) => listener.state == ListenerState::Running,
            Self::Monitor(monitor) => monitor.state == MonitorState::Running,
            Self::Session(_) => true,
        }
    }

    fn rests(&self) -> bool {
        match self {
            Self::Service(service) => service.state == ServiceState::Stopped,
            Self::Listener(listener) => listener.state == ListenerState::Stopped,
            Self::Monitor(monitor) => monitor.state == MonitorState::Stopped,
            Self::Session(_) => false,
        }
    }
}

impl Operation {
    /// What can be done to objects of this kind.
    pub fn offered(object: &Object) -> &'static [Self] {
        match object {
            Object::Service(_) | Object::Listener(_) | Object::Monitor(_) => {
                &[Self::Start, Self::Stop { force: false }]
            }
            Object::Session(_) => &[Self::Kill],
            Object::Server(_) | Object::Filter(_) => &[],
        }
    }

    /// The word by which an address asks for it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Stop { .. } => "stop",
            Self::Kill => "kill",
        }
    }

    /// The verb on buttons and in menus.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Start => "Start",
            Self::Stop { .. } => "Stop",
            Self::Kill => "Kill",
        }
    }

    /// What was done, for a message.
    pub fn done(self, object: &Object) -> String {
        let what = format!("{} {}", object.kind(), object.name());
        match self {
            Self::Start => format!("The {what} was started"),
            Self::Stop { force: false } => format!("The {what} was stopped"),
            Self::Stop { force: true } => {
                format!("The {what} was stopped and its sessions were closed")
            }
            Self::Kill => format!("The {what} was killed"),
        }
    }

    /// Whether it can also be done by force.
    pub fn takes_force(self, object: &Object) -> bool {
        matches!(self, Self::Stop { .. })
            && matches!(object, Object::Service(_) | Object::Listener(_))
    }

    /// Why it cannot be done now, if it cannot.
    pub fn refusal(self, operand: &Operand, account: &Account) -> Option<String> {
        let words = match self {
            _ if account.is_read_only() => Refusal::ReadOnlyAccount.words(),
            Self::Start if operand.works() => "It runs already.",
            Self::Stop { force: false } if operand.rests() => "It is stopped already.",
            _ => return None,
        };
        Some(words.to_owned())
    }

    /// The request that does it.
    pub fn request(self, object: &Object) -> Request {
        let words = |verb| [verb, object.kind().word(), object.name()];
        let put = |verb: &'static str| {
            Request::new(Verb::Put, format!("{}/{verb}", object.path())).maxctrl(&words(verb))
        };
        match self {
            Self::Start => put("start"),
            Self::Stop { force: false } => put("stop"),
            Self::Stop { force: true } => put("stop").option("force", "yes"),
            Self::Kill => Request::new(Verb::Delete, object.path()).maxctrl(&words("destroy")),
        }
    }

    /// What takes it back, where that is possible.
    pub fn undo(self) -> Option<Self> {
        match self {
            Self::Start => Some(Self::Stop { force: false }),
            Self::Stop { .. } => Some(Self::Start),
            Self::Kill => None,
        }
    }
}
