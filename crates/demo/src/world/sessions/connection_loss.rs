//! What becomes of sessions whose server is gone: they go on elsewhere, try again, or end.

use super::session::{Session, SessionState, Statement};
use crate::world::World;
use crate::world::resources::{Router, Service};
use crate::world::schedule::Event;
use std::time::Duration;

/// How long it takes until a statement is tried again; a second in MaxScale, begun a little
/// earlier than a caller notices.
const RETRY_AFTER: Duration = Duration::from_millis(900);

/// What a session does about a lost connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reaction {
    /// It does without.
    GoOn,
    /// It repeats what was cut off, elsewhere.
    Retry,
    /// It ends.
    End,
}

impl World {
    /// Every connection to the server is gone at once: its process died, it was forced, or it lost
    /// its place in the cluster.
    pub fn lose_connections(&mut self, server: &str) {
        let using = self.sessions.values().filter(|session| session.uses(server));
        let ids: Vec<u64> = using.map(|session| session.id).collect();
        for id in ids {
            self.lose_connection(id, server);
        }
    }

    fn lose_connection(&mut self, id: u64, server: &str) {
        let Some(session) = self.sessions.get(&id) else {
            return;
        };
        let service = self.service(&session.service);
        let reaction = service.map_or(Reaction::End, |service| react(session, service, server));
        if reaction == Reaction::End {
            self.note_lost_transaction(id, server);
            self.end_session(id);
            return;
        }
        self.drop_backend(id, server);
        if reaction == Reaction::Retry {
            self.retry(id);
        }
    }

    /// The session tries again in a moment what it wanted to do.
    pub(in crate::world) fn retry(&mut self, id: u64) {
        let at = self.now + RETRY_AFTER;
        if let Some(session) = self.sessions.get_mut(&id) {
            session.transaction = None;
            session.doing = SessionState::Retrying;
            session.satisfied = false;
            session.retries += 1;
            session.next = at;
            self.schedule.add(at, Event::Step(id));
        }
    }

    /// Whether a statement that finds no server is kept until there is one (`delayed_retry`, or
    /// `transaction_replay`, which brings it along).
    pub(super) fn may_wait(&self, id: u64) -> bool {
        let Some(session) = self.sessions.get(&id) else {
            return false;
        };
        let service = self.service(&session.service);
        service.is_some_and(|service| {
            let waits = service.is_on("delayed_retry") || service.is_on("transaction_replay");
            service.router == Router::ReadWriteSplit
                && waits
                && session.transaction.is_none()
                && session.retries < service.seconds("delayed_retry_timeout").max(1)
        })
    }
}

fn react(session: &Session, service: &Service, server: &str) -> Reaction {
    if service.router != Router::ReadWriteSplit {
        return Reaction::End;
    }
    let working = session.working_on(server);
    if session.transaction.as_deref() == Some(server) {
        let replays = service.is_on("transaction_replay")
            && session.retries < service.number("transaction_replay_attempts");
        return if replays { Reaction::Retry } else { Reaction::End };
    }
    if session.primary.as_deref() == Some(server) {
        return react_to_primary(service, working);
    }
    let elsewhere = session.backends.len() > 1 || service.is_on("delayed_retry");
    match working {
        None => Reaction::GoOn,
        Some(_) if service.is_on("retry_failed_reads") && elsewhere => Reaction::Retry,
        Some(_) => Reaction::End,
    }
}

fn react_to_primary(service: &Service, working: Option<Statement>) -> Reaction {
    let mode = service.text("master_failure_mode");
    let repeats = service.is_on("retry_failed_reads") && service.is_on("master_reconnection");
    match working {
        _ if mode == "fail_instantly" => Reaction::End,
        None => Reaction::GoOn,
        Some(Statement::Read) if repeats => Reaction::Retry,
        Some(_) if mode == "error_on_write" => Reaction::GoOn,
        Some(_) => Reaction::End,
    }
}
