//! MariaDB's functions that the store does not have.

mod moment;
mod numbers;
mod texts;
mod times;

use rusqlite::Connection;
use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Longer than this nothing sleeps.
const LONGEST_SLEEP: f64 = 86_400.0;

/// What functions tell about the session that calls them.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The account, as in `maxuser@localhost`.
    pub user: String,
    /// The database in use.
    pub database: Option<String>,
    /// The number of the connection.
    pub connection_id: u64,
    /// The version of the server.
    pub version: String,
    /// The time in the simulation, in seconds since 1970.
    pub now: i64,
    /// The last number that was given to a row.
    pub last_insert_id: i64,
    /// Rows that the last statement changed, or -1.
    pub row_count: i64,
    /// Rows that the last query found.
    pub found_rows: i64,
    /// How long the statement has slept.
    pub slept: Duration,
}

/// The same, shared between the session and its functions.
#[derive(Clone, Debug, Default)]
pub struct Facts(Arc<Mutex<Session>>);

impl Facts {
    /// Nothing known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// To read and change them.
    pub fn lock(&self) -> MutexGuard<'_, Session> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A function that always yields the same for the same arguments.
pub(super) const PURE: FunctionFlags = FunctionFlags::SQLITE_UTF8
    .union(FunctionFlags::SQLITE_DETERMINISTIC)
    .union(FunctionFlags::SQLITE_INNOCUOUS);

/// A function of the moment.
const FRESH: FunctionFlags = FunctionFlags::SQLITE_UTF8.union(FunctionFlags::SQLITE_INNOCUOUS);

/// Makes the functions known to a connection.
///
/// # Errors
/// The store refuses one.
pub fn register(connection: &Connection, facts: &Facts) -> rusqlite::Result<()> {
    numbers::register(connection)?;
    texts::register(connection)?;
    times::register(connection, facts)?;
    for name in ["user", "current_user", "session_user", "system_user"] {
        told(connection, facts, name, |session| Value::Text(session.user.clone()))?;
    }
    for name in ["database", "schema"] {
        told(connection, facts, name, |session| {
            session.database.clone().map_or(Value::Null, Value::Text)
        })?;
    }
    told(connection, facts, "version", |session| Value::Text(session.version.clone()))?;
    told(connection, facts, "connection_id", |session| {
        Value::Integer(i64::try_from(session.connection_id).unwrap_or_default())
    })?;
    told(connection, facts, "last_insert_id", |session| Value::Integer(session.last_insert_id))?;
    told(connection, facts, "row_count", |session| Value::Integer(session.row_count))?;
    told(connection, facts, "found_rows", |session| Value::Integer(session.found_rows))?;
    let facts = facts.clone();
    connection.create_scalar_function("sleep", 1, FRESH, move |context| sleep(context, &facts))
}

fn told(
    connection: &Connection,
    facts: &Facts,
    name: &str,
    tell: fn(&Session) -> Value,
) -> rusqlite::Result<()> {
    let facts = facts.clone();
    connection.create_scalar_function(name, 0, FRESH, move |_| Ok(tell(&facts.lock())))
}

/// `SLEEP(n)`: the statement takes that much longer, in simulated time.
fn sleep(context: &Context<'_>, facts: &Facts) -> rusqlite::Result<i64> {
    let seconds = number(context, 0).clamp(0.0, LONGEST_SLEEP);
    let mut session = facts.lock();
    session.slept = session.slept.saturating_add(Duration::from_secs_f64(seconds));
    Ok(0)
}

/// An argument as a number; 0 if it is none.
pub(super) fn number(context: &Context<'_>, index: usize) -> f64 {
    match context.get_raw(index) {
        rusqlite::types::ValueRef::Integer(number) => number as f64,
        rusqlite::types::ValueRef::Real(number) => number,
        rusqlite::types::ValueRef::Text(text) => {
            String::from_utf8_lossy(text).trim().parse().unwrap_or_default()
        }
        _ => 0.0,
    }
}

/// An argument as text; `None` for NULL.
pub(super) fn text(context: &Context<'_>, index: usize) -> Option<String> {
    let value: Value = context.get(index).ok()?;
    (value != Value::Null).then(|| super::outcome::text(&value))
}
