//! Sessions at work: they run statements and transactions, and leave when they are done.

use super::session::{Program, SessionState, Statement};
use crate::world::World;
use crate::world::resources::Router;
use crate::world::schedule::Event;
use std::time::Duration;

/// How long a client thinks over an error.
const REFUSED_PAUSE: Duration = Duration::from_secs(1);

/// How long a short query takes.
const SHORT: Duration = Duration::from_millis(1);

impl World {
    /// The session's time has come: it finishes what it does and goes on.
    pub fn step(&mut self, id: u64) {
        let Some(session) = self.sessions.get(&id).filter(|session| session.next <= self.now)
        else {
            return;
        };
        if let SessionState::Working { server, statement, since } = session.doing.clone() {
            let took = self.now.duration_since(since).unwrap_or_default();
            self.finish(id, &server, statement, took);
            self.pause(id, self.now);
        }
        self.go_on(id);
    }

    pub(in crate::world) fn finish(
        &mut self,
        id: u64,
        server: &str,
        statement: Statement,
        took: Duration,
    ) {
        let reads = statement == Statement::Read;
        let burst = self.sessions.get(&id).map_or(1, |session| session.burst.max(1));
        if let Some(server) = self.server_mut(server) {
            let each = took.div_f64(burst as f64);
            server.statements_ended(reads, burst, Some(each));
        }
        let session = self.sessions.get_mut(&id);
        if let Some(backend) = session.and_then(|session| session.backend_mut(server)) {
            backend.active += took;
            backend.selects += if reads { burst } else { 0 };
        }
    }

    fn go_on(&mut self, id: u64) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let satisfied = session.satisfied;
        match session.program.clone() {
            Program::Query { length } if !satisfied => {
                self.run(id, Statement::Read, 1, length);
                self.satisfy(id);
            }
            Program::Transaction { length } if !satisfied => {
                self.begin_transaction(id);
                self.run(id, Statement::InTransaction, 1, length);
                self.satisfy(id);
            }
            Program::Query { .. } => drop(self.end_session(id)),
            Program::Transaction { .. } => {
                self.commit(id);
                self.end_session(id);
            }
            Program::Talk { every } => self.talk(id, every),
            Program::Application { leaves, workload } => {
                self.application_step(id, leaves, &workload);
            }
            Program::SqlConnection => self.idle_sql_session(id, self.now),
        }
    }

    /// Runs a short query, or waits for the time of the next one.
    fn talk(&mut self, id: u64, every: Duration) {
        let satisfied = self.sessions.get(&id).is_some_and(|session| session.satisfied);
        if satisfied {
            // They do not all talk at the same moment.
            let on_sql_thread =
                Duration::from_millis(2) * u32::try_from(id % 16).unwrap_or_default();
            self.pause(id, self.now + every + on_sql_thread);
            if let Some(session) = self.sessions.get_mut(&id) {
                session.satisfied = false;
            }
        } else {
            self.run(id, Statement::Read, 1, SHORT);
            self.satisfy(id);
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
            session.doing = SessionState::Idle(now);
            session.next = until;
            if until > now {
                self.schedule.add(until, Event::Step(id));
            }
        }
    }

    /// Opens a transaction on the primary, or ends the session when there is none.
    pub(super) fn begin_transaction(&mut self, id: u64) {
        if let Some(server) = self.prepare(id, Statement::Write, 1)
            && let Some(session) = self.sessions.get_mut(&id)
        {
            session.transaction = Some(server);
        }
    }

    /// Writes once more and commits, or ends the session when the primary is another one now.
    pub fn commit(&mut self, id: u64) {
        let Some(server) = self.prepare(id, Statement::InTransaction, 2) else {
            return;
        };
        if let Some(session) = self.sessions.get_mut(&id) {
            session.transaction = None;
            let service = session.service.clone();
            if let Some(service) = self.service_mut(&service) {
                service.statistics.transactions += 1;
            }
        }
        if let Some(server) = self.server_mut(&server) {
            server.statements_started();
            server.statements_ended(false, 2, Some(Duration::from_micros(350)));
        }
        if let Some(database) = self.database_of_mut(&server) {
            database.write(1);
        }
    }

    /// Starts statements that take that long together, or ends the session when they cannot be
    /// routed.
    pub fn run(&mut self, id: u64, statement: Statement, burst: u64, length: Duration) {
        let now = self.now;
        let Some(server_name) = self.prepare(id, statement, burst) else {
            return;
        };
        if let Some(server) = self.server_mut(&server_name) {
            server.statements_started();
        }
        if statement == Statement::Write
            && let Some(database) = self.database_of_mut(&server_name)
        {
            database.write(burst);
        }
        if let Some(session) = self.sessions.get_mut(&id) {
            session.next = now + length;
            session.io_activity += 2 * burst;
            session.burst = burst;
            session.doing = SessionState::Working { server: server_name, statement, since: now };
            self.schedule.add(now + length, Event::Step(id));
        }
    }

    /// A statement that changes the session goes to all its servers.
    pub(super) fn set_up(&mut self, id: u64) {
        let now = self.now;
        let Some(session) = self.sessions.get_mut(&id) else {
            return;
        };
        session.history += 1;
        session.io_activity += 2;
        let (backends, name) = (session.backends.clone(), session.service.clone());
        for backend in &backends {
            if let Some(server) = self.server_mut(&backend.server) {
                server.statistics.routed_packets += 1;
            }
        }
        if let Some(service) = self.service_mut(&name) {
            service.routed_to_all(&backends);
        }
        if let Some(worker) = self.sessions.worker_of(id) {
            worker.statements(1, now);
        }
    }

    /// Finds the server for a statement and connects to it; the session ends when there is none.
    /// A session's next read is the moment in which readwritesplit notices maintenance.
    pub(in crate::world) fn prepare(
        &mut self,
        id: u64,
        statement: Statement,
        burst: u64,
    ) -> Option<String> {
        if statement == Statement::Read {
            self.drop_stale(id);
        }
        let session = self.sessions.get(&id)?;
        let Some(server) = self.server_for(session, statement) else {
            self.fail(id, statement);
            return None;
        };
        let service = session.service.clone();
        if statement != Statement::Read {
            self.change_primary(id, &server);
        }
        if self.sessions.get(&id).is_some_and(|session| !session.uses(&server)) {
            self.add_backend(id, &server);
        }
        let now = self.now;
        if let Some(session) = self.sessions.get_mut(&id) {
            session.retries = 0;
            let used = session.backends.iter_mut().find(|backend| backend.server == server);
            if let Some(backend) = used {
                backend.used = Some(now);
            }
        }
        if let Some(service) = self.service_mut(&service) {
            service.routed(&server, statement == Statement::Read, burst);
        }
        if let Some(server) = self.server_mut(&server) {
            server.statistics.routed_packets += burst;
            if statement != Statement::Read {
                server.statistics.routed_writes += burst;
            }
        }
        let now = self.now;
        if let Some(worker) = self.sessions.worker_of(id) {
            worker.statements(burst, now);
        }
        Some(server)
    }

    /// The session writes to another primary than before: the connection to the old one is closed.
    fn change_primary(&mut self, id: u64, server: &str) {
        let old = self.sessions.get(&id).and_then(|session| session.primary.clone());
        if old.as_deref() == Some(server) {
            return;
        }
        if let Some(old) = old {
            self.drop_backend(id, &old);
        }
        if let Some(session) = self.sessions.get_mut(&id) {
            session.primary = Some(server.to_owned());
        }
    }

    /// There is no server for a statement: it waits, the client gets an error, or the session ends.
    fn fail(&mut self, id: u64, statement: Statement) {
        let service = self.sessions.get(&id).and_then(|session| self.service(&session.service));
        let tells = service.is_some_and(|service| {
            service.text("master_failure_mode") == "error_on_write"
                && service.router == Router::ReadWriteSplit
        });
        if self.may_wait(id) {
            self.retry(id);
        } else if tells && statement != Statement::InTransaction {
            self.pause(id, self.now + REFUSED_PAUSE);
        } else {
            self.end_session(id);
        }
    }
}
