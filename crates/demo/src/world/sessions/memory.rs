//! The memory that MaxScale would use for what there is: sessions and the query classifier.
//!
//! The sizes are those of a real one (recording sessions-live).

use super::session::{Backend, Session};
use crate::world::World;
use crate::world::resources::Router;

/// What a session needs beside what its resource shows.
const SESSION: u64 = 1_456;

/// The buffer that a connection reads into.
const READ_QUEUE: u64 = 65_536;

/// Bytes that the buffers of one connection hold.
#[derive(Clone, Copy, Debug, Default)]
pub struct Buffers {
    /// Read and not passed on.
    pub read: u64,
    /// Everything else.
    pub misc: u64,
}

impl Buffers {
    /// Both together; nothing waits to be written.
    #[must_use]
    pub fn total(self) -> u64 {
        self.read + self.misc
    }
}

/// Bytes that a thread, or all of them, use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The cache of the query classifier.
    pub query_classifier: u64,
    /// The sessions.
    pub sessions: u64,
}

impl Memory {
    /// Everything together; there are no zombies.
    #[must_use]
    pub fn total(self) -> u64 {
        self.query_classifier + self.sessions
    }

    /// This and other memory together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            query_classifier: self.query_classifier + other.query_classifier,
            sessions: self.sessions + other.sessions,
        }
    }
}

impl Session {
    /// The buffers of the client's connection.
    #[must_use]
    pub fn client_buffers(&self) -> Buffers {
        Buffers { read: 0, misc: 638 }
    }

    /// The buffers of one of its connections: a server that works has nothing to read from.
    #[must_use]
    pub fn backend_buffers(&self, backend: &Backend) -> Buffers {
        match self.working_on(&backend.server) {
            Some(_) => Buffers { read: 0, misc: 662 },
            None => Buffers { read: READ_QUEUE, misc: 678 },
        }
    }

    /// All its buffers together.
    #[must_use]
    pub fn buffers(&self) -> u64 {
        let backends = self.backends.iter().map(|backend| self.backend_buffers(backend).total());
        self.client_buffers().total() + backends.sum::<u64>()
    }
}

impl World {
    /// What the history of a session's commands takes.
    #[must_use]
    pub fn history_memory(&self, session: &Session) -> u64 {
        let remembers = self
            .service(&session.service)
            .is_some_and(|service| service.router == Router::ReadWriteSplit);
        if remembers { 48 } else { 16 }
    }

    /// The memory of each thread, in order.
    #[must_use]
    pub fn memory(&self) -> Vec<Memory> {
        let classifier = |thread| self.sessions.worker(thread).classifier_memory();
        let mut threads: Vec<Memory> = (0..self.threads())
            .map(|thread| Memory { query_classifier: classifier(thread), sessions: 0 })
            .collect();
        for session in self.sessions.values() {
            let thread = usize::try_from(session.thread).ok();
            if let Some(thread) = thread.and_then(|thread| threads.get_mut(thread)) {
                thread.sessions += SESSION + session.buffers() + self.history_memory(session);
            }
        }
        threads
    }
}
