//! What a command is done to: one object or a selection, as it was read last.

use std::sync::Arc;

use leptos::prelude::*;
use maxscale::command::{Subject, named};
use maxscale::monitor::Monitor;
use maxscale::name::ServerName;
use maxscale::object::{Kind, Object};
use maxscale::server::Server;
use maxscale::server_context::Topology;
use maxscale::service::Service;

use crate::api;
use crate::query::{Query, use_query};

/// The lists around a server.
#[derive(Clone, Copy)]
pub struct TopologyQueries {
    /// All servers.
    pub servers: Query<Vec<Server>>,
    /// All monitors.
    pub monitors: Query<Vec<Monitor>>,
    /// All services.
    pub services: Query<Vec<Service>>,
}

impl TopologyQueries {
    /// The same, with the diagnostics of the monitors: they tell whether a cluster hands over. What
    /// the list knows of them is there at once.
    pub fn with_diagnostics(self) -> Self {
        let monitors = use_query(api::monitors::all_with_diagnostics()).or(self.monitors.data);
        Self { monitors, ..self }
    }

    /// Looks at what was read last.
    pub fn with<R>(self, look: impl FnOnce(Topology<'_>) -> R) -> R {
        let (servers, monitors, services) =
            (self.servers.data.get(), self.monitors.data.get(), self.services.data.get());
        look(Topology {
            servers: servers.as_deref().map(Vec::as_slice),
            monitors: monitors.as_deref().map(Vec::as_slice),
            services: services.as_deref().map(Vec::as_slice),
        })
    }
}

/// How many objects a command is done to.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    /// This one.
    One(StoredValue<Object>),
    /// The servers that are selected.
    Selection,
}

/// What a command is done to; live, since others may act meanwhile.
#[derive(Clone, Copy)]
pub struct Target {
    pub(super) scope: Scope,
    /// What is known of each; `None` while nothing is known, or when the object has gone.
    pub(super) subjects: Signal<Option<Vec<Subject>>>,
    topology: Option<TopologyQueries>,
    /// The query of the server's own page.
    pub(super) server: Option<Query<Server>>,
}

impl Target {
    /// One object other than a server.
    pub fn one(object: Object, subject: impl Into<Signal<Option<Subject>>>) -> Self {
        let subject = subject.into();
        Self {
            scope: Scope::One(StoredValue::new(object)),
            subjects: Signal::derive(move || subject.get().map(|one| vec![one])),
            topology: None,
            server: None,
        }
    }

    /// The server of a page.
    pub fn server(name: ServerName, server: Query<Server>, topology: TopologyQueries) -> Self {
        Self { server: Some(server), ..Self::server_in(name, server.data, topology) }
    }

    /// A server of the list.
    pub fn listed_server(name: ServerName, topology: TopologyQueries) -> Self {
        let own = name.clone();
        let known = Signal::derive(move || {
            let all = topology.servers.data.get()?;
            all.iter().find(|one| one.name == own).cloned().map(Arc::new)
        });
        Self::server_in(name, known, topology)
    }

    fn server_in(
        name: ServerName,
        known: Signal<Option<Arc<Server>>>,
        topology: TopologyQueries,
    ) -> Self {
        let subjects = Memo::new(move |_| {
            let server = known.get()?;
            Some(vec![topology.with(|topology| Subject::server(&server, topology))])
        });
        Self {
            scope: Scope::One(StoredValue::new(name.into())),
            subjects: subjects.into(),
            topology: Some(topology),
            server: None,
        }
    }

    /// The servers that are selected.
    pub(super) fn selected_servers(
        selected: Signal<Vec<Object>>,
        topology: TopologyQueries,
    ) -> Self {
        let subjects = move |topology: Topology<'_>| {
            let (servers, _, _) = (topology.servers?, topology.monitors?, topology.services?);
            let find = |object: &Object| match object {
                Object::Server(name) => servers.iter().find(|one| one.name == *name),
                Object::Monitor(_)
                | Object::Service(_)
                | Object::Listener(_)
                | Object::Filter(_)
                | Object::Session(_) => None,
            };
            let found = selected.with(|all| all.iter().filter_map(find).collect::<Vec<_>>());
            Some(found.into_iter().map(|server| Subject::server(server, topology)).collect())
        };
        Self {
            scope: Scope::Selection,
            subjects: Signal::derive(move || topology.with(subjects)),
            topology: Some(topology),
            server: None,
        }
    }

    /// What kind of objects it is.
    pub fn kind(self) -> Kind {
        match self.scope {
            Scope::One(object) => object.with_value(Object::kind),
            Scope::Selection => Kind::Server,
        }
    }

    /// The name of the one object.
    pub(super) fn name(self) -> String {
        match self.scope {
            Scope::One(object) => object.with_value(|object| object.name().to_owned()),
            Scope::Selection => String::new(),
        }
    }

    /// What the one object is called in a sentence.
    pub(super) fn called(self) -> String {
        match self.scope {
            Scope::One(object) => object.with_value(named),
            Scope::Selection => String::new(),
        }
    }

    pub(super) fn is_selection(self) -> bool {
        matches!(self.scope, Scope::Selection)
    }

    /// Looks at what was read last around servers.
    pub(super) fn with_topology<R>(self, look: impl FnOnce(Topology<'_>) -> R) -> R {
        match self.topology {
            Some(topology) => topology.with(look),
            None => look(Topology::default()),
        }
    }
}
