//! One SQL connection of MaxScale: where it leads, what runs on it, what the last query led to.

use crate::world::address::Address;
use maxconsole_demo_sql::{CancelToken, Session};
use serde_json::{Value, json};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

/// Where a connection leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// Straight to a server.
    Server,
    /// To a service, through its listener of that name.
    Service {
        /// The service.
        service: String,
        /// The listener.
        listener: String,
    },
}

/// What a connection was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The target, as it was named.
    pub target: String,
    /// Where that is.
    pub way: Way,
    /// The address that is connected to.
    pub address: Address,
    /// The account.
    pub user: String,
    /// Its password.
    pub password: String,
    /// The database to use; empty for none.
    pub database: String,
    /// How long the connector waits for an answer; `None` for ever.
    pub timeout: Option<Duration>,
}

/// What holds a connection on the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    /// The process of a database that was started then.
    Process(SystemTime),
    /// A session of MaxScale.
    Session,
}

/// How well a connection is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Health {
    /// Nothing is known to be wrong.
    #[default]
    Fine,
    /// The other side is gone, and this side knows.
    Gone,
}

/// What changes of a connection.
#[derive(Debug)]
pub struct State {
    /// The number that the other side gave it.
    pub thread_id: u64,
    /// What holds it there.
    pub peer: Peer,
    /// Whether a query runs, or something else is done with it.
    pub busy: bool,
    /// Until when the query sleeps, in simulated time.
    pub sleeps_until: Option<Duration>,
    /// How well it is.
    pub health: Health,
    /// The number of the last query.
    pub queries: u64,
    /// The last query.
    pub sql: String,
    /// When it was started, in simulated time.
    pub started: Duration,
    /// When it ended.
    pub ended: Duration,
    /// The results of the last asynchronous query.
    pub result: Option<Vec<Value>>,
    /// The limit of rows that the other side knows of.
    pub max_rows: i64,
    /// The limit of time that the other side knows of, in seconds.
    pub timeout: i64,
    /// How long the connector waits for an answer now.
    pub patience: Option<Duration>,
    /// The database in use.
    pub database: Option<String>,
}

/// A connection.
pub struct Connection {
    /// Its id.
    pub id: String,
    /// What it was asked for.
    pub config: Config,
    /// Stops what runs on it.
    pub cancel_token: CancelToken,
    state: Mutex<State>,
    session: Mutex<Session>,
}

impl Connection {
    /// A new connection.
    #[must_use]
    pub fn new(
        id: String,
        config: Config,
        cancel_token: CancelToken,
        session: Session,
        thread_id: u64,
        peer: Peer,
        now: Duration,
    ) -> Self {
        let state = State {
            thread_id,
            peer,
            busy: false,
            sleeps_until: None,
            health: Health::Fine,
            queries: 0,
            sql: String::new(),
            started: now,
            ended: now,
            result: None,
            max_rows: 0,
            timeout: 0,
            patience: config.timeout,
            database: session.database().map(str::to_owned),
        };
        Self { id, config, cancel_token, state: Mutex::new(state), session: Mutex::new(session) }
    }

    /// What changes of it.
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The session on the other side.
    pub fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes it for a query, or for something else; says whether it was free.
    pub fn take(&self) -> bool {
        !std::mem::replace(&mut self.state().busy, true)
    }

    /// Gives it back.
    pub fn release(&self) {
        self.state().busy = false;
    }

    /// Whether something is going on that will end without time passing.
    #[must_use]
    pub fn is_due(&self, now: Duration) -> bool {
        let state = self.state();
        let sleeps = state.sleeps_until.is_some_and(|until| until > now);
        state.busy && (!sleeps || self.cancel_token.cancelled().is_some())
    }

    /// Its attributes (`/sql/:id`).
    #[must_use]
    pub fn attributes(&self, now: Duration) -> Value {
        let state = self.state();
        let idle = if state.busy { Duration::ZERO } else { now.saturating_sub(state.ended) };
        let sql = (!state.sql.is_empty()).then_some(&state.sql);
        json!({
            "seconds_idle": idle.as_secs_f64(),
            "sql": sql,
            "target": self.config.target,
            "thread_id": state.thread_id,
        })
    }
}
