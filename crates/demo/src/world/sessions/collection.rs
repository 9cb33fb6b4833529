//! All sessions, the clients that come by themselves, and the worker threads.

use super::clients::ClientGroup;
use super::session::Session;
use super::workers::Worker;
use crate::world::resources::Shared;
use std::sync::Arc;

/// The connections that were made before the first session, those of monitors.
const FORMER_CONNECTIONS: u64 = 10;

/// The sessions by id, and what serves them. Copies share what has not changed.
#[derive(Clone, Debug)]
pub struct Sessions {
    all: Shared<u64, Session>,
    groups: Vec<Arc<ClientGroup>>,
    pub(super) workers: Vec<Worker>,
    last_session: u64,
    last_connection: u64,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            all: Shared::default(),
            groups: Vec::new(),
            workers: Vec::new(),
            last_session: 0,
            last_connection: FORMER_CONNECTIONS,
        }
    }
}

impl Sessions {
    /// Adds a session.
    pub(super) fn insert(&mut self, session: Session) {
        self.all.insert(session.id, session);
    }

    /// The session of that id.
    #[must_use]
    pub fn get(&self, id: &u64) -> Option<&Session> {
        self.all.get(id)
    }

    /// The session of that id, to change it.
    pub fn get_mut(&mut self, id: &u64) -> Option<&mut Session> {
        self.all.get_mut(id)
    }

    pub(super) fn remove(&mut self, id: &u64) -> Option<Session> {
        self.all.remove(id)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The ids, in order.
    pub fn keys(&self) -> impl Iterator<Item = &u64> {
        self.all.keys()
    }

    /// The sessions, in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Session> {
        self.all.values()
    }

    /// The clients that come by themselves.
    #[must_use]
    pub fn groups(&self) -> Vec<Arc<ClientGroup>> {
        self.groups.clone()
    }

    /// Adds clients that come by themselves; the result is their index.
    pub(super) fn push_group(&mut self, group: ClientGroup) -> usize {
        self.groups.push(Arc::new(group));
        self.groups.len() - 1
    }

    pub(super) fn group(&self, index: usize) -> Option<Arc<ClientGroup>> {
        self.groups.get(index).cloned()
    }

    /// The number of the session that was opened last.
    #[must_use]
    pub fn last_id(&self) -> u64 {
        self.last_session
    }

    /// A number for a new session.
    pub(super) fn new_id(&mut self) -> u64 {
        self.last_session += 1;
        self.last_session
    }

    /// A number for a new connection to a server.
    pub fn new_connection_id(&mut self) -> u64 {
        self.last_connection += 1;
        self.last_connection
    }

    /// So many sessions came and went before, each over two connections.
    pub fn assume_former(&mut self, count: u64) {
        self.last_session += count;
        self.last_connection += 2 * count;
    }
}
