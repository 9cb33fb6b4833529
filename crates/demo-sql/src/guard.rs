//! Bounds for statements: what they may touch, how long they may work, how much they may take.

use rusqlite::Connection;
use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::limits::Limit;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Longer than this no statement works, whatever its `max_statement_time`; sleeping is no work.
pub const LONGEST_WORK: Duration = Duration::from_secs(10);

/// Instructions of the store's machine between two looks at the clock.
const INSTRUCTIONS: i32 = 2_000;

/// The longest text or row, in bytes.
const MAX_LENGTH: i32 = 4 << 20;

/// Why a statement has to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Somebody killed the statement.
    Query,
    /// Somebody killed the connection, or its server died.
    Connection,
}

/// Stops the statement of a session, from outside or when its time is over.
#[derive(Clone, Debug, Default)]
pub struct CancelToken {
    cancelled: Arc<AtomicU8>,
    until: Arc<Mutex<Option<Instant>>>,
}

impl CancelToken {
    /// Stops the statement that runs.
    pub fn cancel(&self, stop: Stop) {
        self.cancelled.fetch_max(1 + u8::from(stop == Stop::Connection), Ordering::SeqCst);
    }

    /// Why the statement has to stop, if it has to.
    #[must_use]
    pub fn cancelled(&self) -> Option<Stop> {
        match self.cancelled.load(Ordering::SeqCst) {
            0 => None,
            1 => Some(Stop::Query),
            _ => Some(Stop::Connection),
        }
    }

    /// Lets the next statement work for so long.
    pub fn start(&self, work: Duration) {
        let until = Instant::now().checked_add(work.min(LONGEST_WORK));
        *self.until.lock().unwrap_or_else(PoisonError::into_inner) = until;
    }

    /// A killed statement does not stop the next one; a killed connection does.
    pub fn clear_statement(&self) {
        let _ = self.cancelled.compare_exchange(1, 0, Ordering::SeqCst, Ordering::SeqCst);
    }

    /// Nothing has been killed: the connection is a new one.
    pub fn reset(&self) {
        self.cancelled.store(0, Ordering::SeqCst);
    }

    /// Whether the statement's time is over.
    #[must_use]
    pub fn is_late(&self) -> bool {
        let until = *self.until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() >= until)
    }
}

/// Puts the bounds on a connection to the store.
///
/// # Errors
/// The store refuses them.
pub fn guard(connection: &mut Connection, cancel_token: &CancelToken) -> rusqlite::Result<()> {
    for (limit, most) in [
        (Limit::SQLITE_LIMIT_LENGTH, MAX_LENGTH),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, MAX_LENGTH),
        (Limit::SQLITE_LIMIT_COLUMN, 500),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 200),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 100),
        (Limit::SQLITE_LIMIT_VDBE_OP, 1_000_000),
        (Limit::SQLITE_LIMIT_ATTACHED, 0),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    ] {
        connection.set_limit(limit, most)?;
    }
    let cancel_token = cancel_token.clone();
    let stops = move || cancel_token.cancelled().is_some() || cancel_token.is_late();
    connection.progress_handler(INSTRUCTIONS, Some(stops))?;
    connection.authorizer(Some(allow))
}

/// Statements work on tables; what reaches beyond them is not for them.
fn allow(asked: AuthContext<'_>) -> Authorization {
    match asked.action {
        AuthAction::Attach { .. }
        | AuthAction::Detach { .. }
        | AuthAction::Pragma { .. }
        | AuthAction::CreateVtable { .. }
        | AuthAction::DropVtable { .. }
        | AuthAction::Unknown { .. } => Authorization::Deny,
        AuthAction::Function {
            function_name: "load_extension" | "fts3_tokenizer" | "randomblob" | "zeroblob",
        } => Authorization::Deny,
        _ => Authorization::Allow,
    }
}
