//! Work on SQL connections, which goes on beside the API and holds up nobody.

mod connect;
mod statement;

use super::connection::{Connection, Health, Peer};
use crate::simulation::Simulation;
use crate::world::World;
use maxconsole_demo_sql::{ServerState, SqlError, Statement, Stop, split, stack, to_json};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

pub use connect::{connect, hang_up, reconnect};
use statement::run;

/// What a statement takes that does not sleep, in simulated time.
const USUAL: Duration = Duration::from_micros(600);

/// More statements at once are not run.
const MOST_STATEMENTS: usize = 1_000;

/// No query has larger results than that in all, in entries.
const MOST_ENTRIES: usize = 500_000;

/// A query to run.
#[derive(Clone, Debug)]
pub struct Query {
    /// The statements.
    pub sql: String,
    /// The most rows of a result; 0 for all.
    pub max_rows: i64,
    /// The most seconds of a statement; 0 for any.
    pub timeout: i64,
    /// Somebody waits for the end: a clock that stands still moves on.
    pub awaited: bool,
}

/// Does something on a thread of its own.
pub(super) async fn on_sql_thread<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (send, receive) = oneshot::channel();
    let run = move || {
        // Nobody may wait for it any more.
        let _ = send.send(work());
    };
    stack::begin(run)?;
    receive.await.ok()
}

pub(super) fn broken() -> SqlError {
    SqlError::new(1105, "HY000", "Unknown error")
}

/// Runs a query on a connection that was taken for it, and gives it back; the results in order.
pub async fn query(
    simulation: &Simulation,
    connection: &Arc<Connection>,
    query: Query,
) -> Vec<Value> {
    let started = simulation.reading();
    {
        let mut state = connection.state();
        state.sql.clone_from(&query.sql);
        (state.started, state.ended) = (started, started);
    }
    connection.cancel_token.clear_statement();
    let limit = agree(simulation, connection, &query).await;
    let mut results = Vec::new();
    let mut entries = 0;
    let count = split(&query.sql).len();
    for index in 0..count.min(MOST_STATEMENTS) {
        let executed = run(simulation, connection, &query, index).await;
        results.push(to_json(&executed.result, limit));
        entries += results.last().and_then(|last| last.get("data")?.as_array()).map_or(1, Vec::len);
        if executed.result.is_err() || entries > MOST_ENTRIES {
            break;
        }
    }
    let mut state = connection.state();
    state.ended = simulation.reading().max(started + USUAL);
    state.busy = false;
    if !query.awaited {
        state.result = Some(results.clone());
    }
    results
}

/// Tells the other side about new limits, as MaxScale does: only when they change. The result is
/// the most rows that are passed on, which is none for a connection whose first limit is 0.
async fn agree(simulation: &Simulation, connection: &Arc<Connection>, query: &Query) -> usize {
    let (rows, time) = {
        let state = connection.state();
        (state.max_rows, state.timeout)
    };
    let ask = |limit: i64| if limit == 0 { "DEFAULT".to_owned() } else { limit.to_string() };
    let kept = |limit: i64| if limit == 0 { i64::MAX } else { limit };
    if rows != query.max_rows {
        silent(simulation, connection, format!("SET sql_select_limit={}", ask(query.max_rows)))
            .await;
        connection.state().max_rows = kept(query.max_rows);
    }
    if time != query.timeout {
        silent(simulation, connection, format!("SET max_statement_time={}", ask(query.timeout)))
            .await;
        let mut state = connection.state();
        state.timeout = kept(query.timeout);
        let seconds = u64::try_from(query.timeout).unwrap_or_default();
        state.patience = (seconds > 0).then(|| Duration::from_secs(seconds + 1));
    }
    usize::try_from(connection.state().max_rows).unwrap_or(usize::MAX)
}

async fn silent(simulation: &Simulation, connection: &Arc<Connection>, sql: String) {
    let query = Query { sql, max_rows: 0, timeout: 0, awaited: true };
    // A connection that is broken is found out by the query itself.
    if connection.state().health == Health::Fine && is_held(simulation, connection).await {
        let connection = connection.clone();
        on_sql_thread(move || {
            let statement = Statement { text: &query.sql, rest: &query.sql };
            connection.session().execute(statement, &ServerState::default())
        })
        .await;
    }
}

async fn is_held(simulation: &Simulation, connection: &Connection) -> bool {
    let api = simulation.lock().await;
    holds(&api.world, connection)
}

/// Whether the other side is still there.
pub(super) fn holds(world: &World, connection: &Connection) -> bool {
    let state = connection.state();
    if connection.cancel_token.cancelled() == Some(Stop::Connection) {
        return false;
    }
    match state.peer {
        Peer::Session => world.sessions.get(&state.thread_id).is_some(),
        Peer::Process(started) => world
            .databases
            .get(&connection.config.address)
            .is_some_and(|database| database.up && database.started == started),
    }
}
