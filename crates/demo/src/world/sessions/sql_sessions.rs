//! Sessions that somebody holds through MaxScale's own SQL connections.

use super::connections::Client;
use super::session::{Program, SessionState, Statement};
use crate::world::World;
use std::time::SystemTime;

impl World {
    /// Opens a session; `None` when the service has no server for it.
    pub fn open_sql_session(&mut self, service: &str, user: &str) -> Option<u64> {
        let client = Client {
            user: user.to_owned(),
            remote: "127.0.0.1".to_owned(),
            program: Program::SqlConnection,
        };
        self.connect(service, client)
    }

    /// Begins a statement, and tells on which server; the session ends when there is none.
    pub fn begin_sql_statement(&mut self, id: u64, statement: Statement) -> Option<String> {
        let name = self.prepare(id, statement, 1)?;
        let now = self.now;
        if let Some(server) = self.server_mut(&name) {
            server.statements_started();
        }
        let session = self.sessions.get_mut(&id)?;
        session.io_activity += 2;
        session.burst = 1;
        session.doing = SessionState::Working { server: name.clone(), statement, since: now };
        Some(name)
    }

    /// Ends the statement that runs; says whether the session is still there.
    pub fn end_sql_statement(&mut self, id: u64, transaction: bool) -> bool {
        let now = self.now;
        let Some(session) = self.sessions.get(&id) else {
            return false;
        };
        if let SessionState::Working { server, statement, since } = session.doing.clone() {
            let took = now.duration_since(since).unwrap_or_default();
            self.finish(id, &server, statement, took);
            if let Some(session) = self.sessions.get_mut(&id) {
                session.transaction = transaction.then_some(server);
            }
        }
        self.idle_sql_session(id, now);
        true
    }

    /// The session does nothing until somebody asks it to.
    pub(super) fn idle_sql_session(&mut self, id: u64, since: SystemTime) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.doing = SessionState::Idle(since);
        }
    }
}
