//! Sessions and their connections: they come, connect to servers, lose them, and go.

use super::World;
use super::agenda::Event;
use super::service::Router;
use super::session::{Backend, Doing, Program, Session, Statement};
use super::status::Flag;
use std::time::Duration;

/// More sessions than this are refused, as a guard for the machine that runs the simulation.
pub const MAX_SESSIONS: usize = 20_000;

/// How long it takes until an interrupted read runs elsewhere.
const RETRY_AFTER: Duration = Duration::from_millis(500);

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
    /// A client connects to a service; `None` when the service has no server for it.
    pub fn connect(&mut self, service_name: &str, client: Client) -> Option<u64> {
        let service = self.service(service_name).filter(|_| self.listens(service_name))?;
        let servers = self.first_servers(service);
        if servers.is_empty() || self.sessions.len() >= MAX_SESSIONS {
            return None;
        }
        self.last_session += 1;
        let id = self.last_session;
        let session = Session {
            id,
            service: service_name.to_owned(),
            user: client.user,
            remote: client.remote,
            port: 32_768 + (id * 6) % 28_000,
            connected: self.now,
            thread: id % self.threads(),
            backends: Vec::new(),
            transaction: None,
            doing: Doing::Idle(self.now),
            burst: 1,
            history: 0,
            program: client.program,
            satisfied: false,
            next: self.now,
            io_activity: 8,
            logging: Vec::new(),
        };
        self.sessions.insert(id, session);
        let now = self.now;
        if let Some(worker) = self.worker_of(id) {
            worker.accept(now);
        }
        if let Some(service) = self.service_mut(service_name) {
            service.session_began();
        }
        for server in servers {
            self.add_backend(id, &server);
        }
        self.agenda.add(self.now, Event::Step(id));
        Some(id)
    }

    /// Opens a connection from a session to a server.
    pub(super) fn add_backend(&mut self, id: u64, server: &str) {
        self.last_connection += 1;
        let connection_id = self.last_connection;
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        let active = Duration::ZERO;
        let name = server.to_owned();
        session.backends.push(Backend { server: name, connection_id, selects: 0, active });
        if let Some(worker) = self.worker_of(id) {
            worker.connect();
        }
        if let Some(server) = self.server_mut(server) {
            server.connected();
        }
    }

    fn drop_backend(&mut self, id: u64, server: &str) {
        let Some(session) = self.sessions.get_mut(&id).filter(|session| session.uses(server))
        else {
            return;
        };
        session.backends.retain(|backend| backend.server != server);
        let cut_off = session.working_on(server);
        let burst = session.burst;
        if cut_off.is_some() {
            session.doing = Doing::Idle(self.now);
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

    /// Lets go of connections to servers in maintenance, unless a transaction is open.
    pub(super) fn drop_stale(&mut self, id: u64) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let splits = self.service(&session.service).is_some_and(|service| {
            service.router == Router::ReadWriteSplit && session.transaction.is_none()
        });
        let is_stale = |backend: &&Backend| {
            self.server(&backend.server).is_none_or(|server| server.status.has(Flag::Maintenance))
        };
        let stale: Vec<String> = session
            .backends
            .iter()
            .filter(|_| splits)
            .filter(is_stale)
            .map(|backend| backend.server.clone())
            .collect();
        for server in stale {
            self.drop_backend(id, &server);
        }
    }

    /// Every connection to the server is gone at once: its process died, or it was forced.
    pub fn lose_connections(&mut self, server: &str) {
        let ids: Vec<u64> = self
            .sessions
            .values()
            .filter(|session| session.uses(server))
            .map(|session| session.id)
            .collect();
        for id in ids {
            self.lose_connection(id, server);
        }
    }

    fn lose_connection(&mut self, id: u64, server: &str) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let splits = self
            .service(&session.service)
            .is_some_and(|service| service.router == Router::ReadWriteSplit);
        let in_transaction = session.transaction.as_deref() == Some(server);
        let was_working = session.working_on(server);
        let survives =
            splits && !in_transaction && matches!(was_working, None | Some(Statement::Read));
        if !survives {
            self.end_session(id);
            return;
        }
        self.drop_backend(id, server);
        if was_working.is_some() {
            self.retry(id);
        }
    }

    fn retry(&mut self, id: u64) {
        let at = self.now + RETRY_AFTER;
        if let Some(session) = self.sessions.get_mut(&id) {
            session.doing = Doing::Retrying;
            session.satisfied = false;
            session.next = at;
            self.agenda.add(at, Event::Step(id));
        }
    }
}
