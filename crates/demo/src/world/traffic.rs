//! Sessions at work: they run statements and transactions, and leave when they are done.

use super::World;
use super::agenda::Event;
use super::session::{Doing, Program, Statement};
use std::time::Duration;

impl World {
    /// The session's time has come: it finishes what it does and goes on.
    pub fn step(&mut self, id: u64) {
        let Some(session) = self.sessions.get(&id).filter(|session| session.next <= self.now)
        else {
            return;
        };
        if let Doing::Working { server, statement, since } = session.doing.clone() {
            let took = self.now.duration_since(since).unwrap_or_default();
            if let Some(server) = self.server_mut(&server) {
                server.statement_ended(statement == Statement::Read, Some(took));
            }
            self.pause(id, self.now);
        }
        self.go_on(id);
    }

    fn go_on(&mut self, id: u64) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let satisfied = session.satisfied;
        match session.program.clone() {
            Program::Query { length } if !satisfied => {
                self.run(id, Statement::Read, length);
                self.satisfy(id);
            }
            Program::Transaction { length } if !satisfied => {
                self.begin_transaction(id);
                self.run(id, Statement::InTransaction, length);
                self.satisfy(id);
            }
            Program::Query { .. } => drop(self.end_session(id)),
            Program::Transaction { .. } => {
                self.commit(id);
                self.end_session(id);
            }
            Program::Application { leaves, habits } => {
                self.application_step(id, leaves, &habits);
            }
        }
    }

    fn satisfy(&mut self, id: u64) {
        if let Some(session) = self.sessions.get_mut(&id) {
            session.satisfied = true;
        }
    }

    /// The session does nothing until then.
    pub fn pause(&mut self, id: u64, until: std::time::SystemTime) {
        let now = self.now;
        if let Some(session) = self.sessions.get_mut(&id) {
            session.doing = Doing::Idle(now);
            session.next = until;
            if until > now {
                self.agenda.add(until, Event::Step(id));
            }
        }
    }

    /// Opens a transaction on the primary, or ends the session when there is none.
    pub fn begin_transaction(&mut self, id: u64) {
        if let Some(server) = self.prepare(id, Statement::Write)
            && let Some(session) = self.sessions.get_mut(&id)
        {
            session.transaction = Some(server);
        }
    }

    /// Writes once more and commits, or ends the session when the primary is another one now.
    pub fn commit(&mut self, id: u64) {
        let Some(server) = self.prepare(id, Statement::InTransaction) else {
            return;
        };
        if let Some(session) = self.sessions.get_mut(&id) {
            session.transaction = None;
        }
        if let Some(server) = self.server_mut(&server) {
            server.statement_started();
            server.statement_ended(false, Some(Duration::from_micros(700)));
        }
        if let Some(database) = self.database_of_mut(&server) {
            database.write();
        }
    }

    /// Starts a statement that takes that long, or ends the session when it cannot be routed.
    pub fn run(&mut self, id: u64, statement: Statement, length: Duration) {
        let now = self.now;
        let Some(server_name) = self.prepare(id, statement) else {
            return;
        };
        if let Some(server) = self.server_mut(&server_name) {
            server.statement_started();
        }
        if statement == Statement::Write
            && let Some(database) = self.database_of_mut(&server_name)
        {
            database.write();
        }
        if let Some(session) = self.sessions.get_mut(&id) {
            session.next = now + length;
            session.io_activity += 2;
            session.doing = Doing::Working { server: server_name, statement, since: now };
            self.agenda.add(now + length, Event::Step(id));
        }
    }

    /// Finds the server for a statement and connects to it; the session ends when there is none.
    /// A session's next request is the moment in which readwritesplit notices maintenance.
    fn prepare(&mut self, id: u64, statement: Statement) -> Option<String> {
        self.drop_stale(id);
        let session = self.sessions.get(&id)?;
        let Some(server) = self.server_for(session, statement) else {
            self.end_session(id);
            return None;
        };
        let service = session.service.clone();
        if !session.uses(&server) {
            self.add_backend(id, &server);
        }
        if let Some(service) = self.service_mut(&service) {
            service.routed(&server, statement == Statement::Read);
        }
        Some(server)
    }
}
