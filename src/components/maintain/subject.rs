//! The server an action is about, as it is known at this moment.

use std::sync::Arc;

use leptos::prelude::Get;
use maxscale::action::Action;
use maxscale::allowed::{Refusal, Watch, allowed};
use maxscale::impact::Impact;
use maxscale::monitor::Monitor;
use maxscale::name::ServerName;
use maxscale::request::Request;
use maxscale::server::Server;
use maxscale::service::Service;
use maxscale::situation::Situation;
use maxscale::state::Mode;
use maxscale::switchover;

use crate::query::Query;
use crate::state::session::Session;

/// All that the flow needs to know; live, since others may act meanwhile.
#[derive(Clone, Copy)]
pub struct Subject {
    /// The server, whole.
    pub server: Query<Server>,
    /// All servers.
    pub servers: Query<Vec<Server>>,
    /// All monitors.
    pub monitors: Query<Vec<Monitor>>,
    /// All services.
    pub services: Query<Vec<Service>>,
    /// Who wants to do it.
    pub session: Session,
}

impl Subject {
    /// The server, once it is known.
    pub(super) fn known(self) -> Option<Arc<Server>> {
        self.server.data.get()
    }

    /// The server's name; empty until it is known.
    pub(super) fn name(self) -> ServerName {
        self.known().map_or_else(|| ServerName::new(""), |server| server.name.clone())
    }

    /// Its mode; in service until it is known.
    pub(super) fn mode(self) -> Mode {
        self.known().map_or(Mode::InService, |server| server.state.mode())
    }

    /// The monitor that watches it, once that has been read.
    pub fn monitor(self) -> Option<Monitor> {
        let server = self.known()?;
        let monitors = self.monitors.data.get()?;
        monitors.iter().find(|one| server.monitor.as_ref() == Some(&one.name)).cloned()
    }

    /// Who watches it.
    pub fn watch(self) -> Watch {
        match self.known() {
            Some(server) => Watch::of(&server, self.monitor().as_ref()),
            None => Watch::NotKnown,
        }
    }

    /// The request that makes another server the primary, where one can take over.
    pub(super) fn switchover(self) -> Option<Request> {
        let monitor = self.monitor()?;
        let servers = self.servers.data.get()?;
        let target = switchover::best_target(&monitor, &servers)?;
        Some(switchover::request(&monitor.name, &target.name))
    }

    /// Whether MaxScale will do it, as far as can be known.
    pub(super) fn allowed(self, action: Action) -> Result<(), Refusal> {
        match self.known() {
            Some(server) => allowed(action, &server, &self.watch(), &self.session.account()),
            None => Ok(()),
        }
    }

    /// What it touches, as far as that has been read.
    pub(super) fn impact(self) -> Option<Impact> {
        let situation = Situation::of(&*self.known()?, self.monitor().as_ref(), vec![]);
        let (servers, monitors, services) =
            (self.servers.data.get()?, self.monitors.data.get()?, self.services.data.get()?);
        Some(Impact::of(&[situation], &servers, &monitors, &services))
    }

    /// All that decides what an action will do.
    pub(super) fn situation(self) -> Option<Situation> {
        let services = self.impact().map(|impact| impact.services).unwrap_or_default();
        let routers = services.into_iter().map(|service| service.router).collect();
        Some(Situation::of(&*self.known()?, self.monitor().as_ref(), routers))
    }
}
