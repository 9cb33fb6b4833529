//! What MaxScale writes to its log about sessions, in its words.

use super::session::Session;
use crate::world::World;
use crate::world::log::{Priority, Text};

impl World {
    /// Says that a session began.
    pub(super) fn note_session_began(&mut self, id: u64) {
        self.note_session(id, |session| {
            format!(
                "Started {} client session [{id}] for '{}' from {} on 'Worker-{:02}'",
                session.service, session.user, session.remote, session.thread
            )
        });
    }

    /// Says that a session ended.
    pub(super) fn note_session_ended(&mut self, id: u64) {
        self.note_session(id, |session| {
            format!("Stopped {} client session [{id}]", session.service)
        });
    }

    fn note_session(&mut self, id: u64, say: impl FnOnce(&Session) -> String) {
        if !Priority::Info.is_on(&self.core) {
            return;
        }
        if let Some(text) = self.sessions.get(&id).map(say) {
            self.note(Priority::Info, Text::from(text).in_session(id));
        }
    }

    /// Says that a session ends because its time to live is over.
    pub(super) fn note_session_expired(&mut self, id: u64) {
        let text = format!("Killing session {id}, session TTL exceeded.");
        self.note(Priority::Warning, Text::from(text).in_session(id));
    }

    /// Says that a session ends because the server of its transaction died.
    pub(super) fn note_lost_transaction(&mut self, id: u64, server: &str) {
        let alive = self.database_of(server).is_none_or(|database| database.up);
        let Some(session) = self.sessions.get(&id).filter(|_| !alive) else {
            return;
        };
        if session.transaction.as_deref() != Some(server) {
            return;
        }
        let backend = session.backends.iter().find(|backend| backend.server == server);
        let connection = backend.map(|backend| backend.connection_id).unwrap_or_default();
        let text = format!(
            "Transaction is open, closing session. Error from '{server}': Lost connection to \
             backend server: Connection closed by peer ({server}, session={id}, \
             conn_id={connection}, idle={}s)",
            session.idle(self.now).as_secs()
        );
        let text = Text::from(text).of(&session.service).in_session(id);
        self.note(Priority::Error, text);
    }
}
