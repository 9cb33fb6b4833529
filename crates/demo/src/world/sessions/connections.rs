//! Sessions and their connections: they come, connect to servers, lose them, and go.

use super::routing::single::is_stand_in;
use super::session::{Backend, Program, Session, SessionState, Statement};
use crate::world::World;
use crate::world::resources::{Flag, Router, Service};
use crate::world::schedule::Event;
use std::time::Duration;

/// More sessions than this are refused, as a guard for the machine that runs the simulation.
pub const MAX_SESSIONS: usize = 20_000;

/// Who opens a session, and what for.
#[derive(Clone, Debug)]
pub struct Client {
    /// Database user.
    pub user: String,
    /// Address that it comes from.
    pub remote: String,
    /// What it wants.
    pub program: Program,
}

impl World {
    /// A client connects to a service; `None` when the service takes it not.
    pub fn connect(&mut self, service_name: &str, client: Client) -> Option<u64> {
        let service = self.service(service_name).filter(|_| self.listens(service_name))?;
        let most = service.number("max_connections");
        let full = most > 0 && service.statistics.connections >= most;
        if full || self.sessions.len() >= MAX_SESSIONS {
            return None;
        }
        let servers = self.first_servers(service)?;
        let has_stand_in =
            servers.first().is_some_and(|name| is_stand_in(service, self.status_of(name)));
        let id = self.sessions.new_id();
        let primary = servers.iter().find(|name| self.status_of(name).acts_as(Flag::Master));
        let session = Session {
            id,
            service: service_name.to_owned(),
            user: client.user,
            remote: client.remote,
            port: 32_768 + (id * 6) % 28_000,
            connected: self.now,
            thread: id % self.threads(),
            backends: Vec::new(),
            primary: primary.cloned(),
            has_stand_in,
            retries: 0,
            transaction: None,
            doing: SessionState::Idle(self.now),
            burst: 1,
            history: 0,
            program: client.program,
            satisfied: false,
            next: self.now,
            io_activity: 8,
            logging: Vec::new(),
            ends: None,
            filters: None,
        };
        self.sessions.insert(session);
        let now = self.now;
        if let Some(worker) = self.sessions.worker_of(id) {
            worker.accept(now);
        }
        if let Some(service) = self.service_mut(service_name) {
            service.session_began();
        }
        self.note_session_began(id);
        for server in servers {
            self.add_backend(id, &server);
        }
        self.schedule.add(self.now, Event::Step(id));
        Some(id)
    }

    /// Opens a connection from a session to a server.
    pub(super) fn add_backend(&mut self, id: u64, server: &str) {
        let connection_id = self.sessions.new_connection_id();
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        let active = Duration::ZERO;
        let name = server.to_owned();
        session.backends.push(Backend {
            server: name,
            connection_id,
            selects: 0,
            active,
            used: None,
        });
        if let Some(worker) = self.sessions.worker_of(id) {
            worker.connect();
        }
        if let Some(server) = self.server_mut(server) {
            server.connected();
        }
    }

    pub(super) fn drop_backend(&mut self, id: u64, server: &str) {
        let Some(session) = self.sessions.get_mut(&id).filter(|session| session.uses(server))
        else {
            return;
        };
        session.backends.retain(|backend| backend.server != server);
        let cut_off = session.working_on(server);
        let burst = session.burst;
        if cut_off.is_some() {
            session.doing = SessionState::Idle(self.now);
        }
        if let Some(server) = self.server_mut(server) {
            server.disconnected();
            if let Some(statement) = cut_off {
                server.statements_ended(statement == Statement::Read, burst, None);
            }
        }
    }

    /// Ends a session, whatever it does; says whether there was one.
    pub fn end_session(&mut self, id: u64) -> bool {
        let Some(session) = self.sessions.get(&id) else {
            return false;
        };
        let backends = session.backends.clone();
        self.note_session_ended(id);
        for backend in &backends {
            self.drop_backend(id, &backend.server);
        }
        if let Some(session) = self.sessions.remove(&id) {
            let lasted = self.now.duration_since(session.connected).unwrap_or_default();
            if let Some(service) = self.service_mut(&session.service) {
                service.session_ended(lasted, session.history, &backends);
            }
        }
        true
    }

    /// Lets a session live on for that long at most.
    pub fn limit_session(&mut self, id: u64, life: Duration) {
        let until = self.now.checked_add(life).unwrap_or(self.now);
        if let Some(session) = self.sessions.get_mut(&id) {
            session.ends = Some(until);
            self.schedule.add(until, Event::Expiry(id));
        }
    }

    /// Ends a session whose time to live is over.
    pub(in crate::world) fn expire_session(&mut self, id: u64) {
        let ends = self.sessions.get(&id).and_then(|session| session.ends);
        if ends.is_some_and(|ends| ends <= self.now) {
            self.note_session_expired(id);
            self.end_session(id);
        }
    }

    /// Lets go of connections to servers in maintenance, or far behind, unless a transaction is
    /// open.
    pub(super) fn drop_stale(&mut self, id: u64) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let Some(service) = self.service(&session.service) else {
            return;
        };
        if service.router != Router::ReadWriteSplit || session.transaction.is_some() {
            return;
        }
        let stale =
            |name: &str| !self.status_of(name).is_usable() || self.is_far_behind(service, name);
        let servers = session.backends.iter().map(|backend| backend.server.clone());
        let stale: Vec<String> = servers.filter(|name| stale(name)).collect();
        for server in stale {
            self.drop_backend(id, &server);
        }
    }

    /// Twice `max_replication_lag`, but no less than five minutes.
    fn is_far_behind(&self, service: &Service, server: &str) -> bool {
        let limit = service.seconds("max_replication_lag");
        let lag = self.server(server).and_then(|server| Some(server.watch.as_ref()?.lag));
        let lag = lag.and_then(|lag| u64::try_from(lag).ok()).unwrap_or_default();
        limit > 0 && lag > (limit * 2).max(300)
    }
}
