//! Work on SQL connections, which goes on beside the API and holds up nobody.

use super::connection::{Config, Connection, Health, Peer, Way};
use super::connections::Connections;
use super::error::SqlError;
use super::guard::{Brake, Stop};
use super::outcome::to_json;
use super::place::Place;
use super::session::{Executed, Session, needs_primary};
use super::splitter::{self, Statement};
use crate::simulation::Simulation;
use crate::world::World;
use crate::world::session::Statement as Kind;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::oneshot;

/// The stack of a thread that runs a statement, in bytes: they nest.
const STACK: usize = 32 << 20;

/// What a statement takes that does not sleep, in simulated time.
const USUAL: Duration = Duration::from_micros(600);

/// How often somebody who waits looks at the clock.
const LOOK: Duration = Duration::from_millis(5);

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
async fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (send, receive) = oneshot::channel();
    let run = move || {
        // Nobody may wait for it any more.
        let _ = send.send(work());
    };
    std::thread::Builder::new().name("sql".to_owned()).stack_size(STACK).spawn(run).ok()?;
    receive.await.ok()
}

fn broken() -> SqlError {
    SqlError::new(1105, "HY000", "Unknown error")
}

/// Opens a connection.
///
/// # Errors
/// What the connector would say.
pub async fn connect(simulation: &Simulation, config: Config) -> Result<Arc<Connection>, String> {
    let told = |error: SqlError| {
        let address = &config.address;
        format!(
            "Connection to [{}]:{} failed. Error {}: {}",
            address.host, address.port, error.errno, error.message
        )
    };
    let (connections, opened) = {
        let mut api = simulation.lock().await;
        let connections = api.sql.clone();
        let opened = open(&mut api.world, &connections, &config).map_err(told)?;
        (connections, opened)
    };
    let (place, number, peer) = opened;
    let (stores, of, brake) = (connections.clone(), config.clone(), Brake::default());
    let stopping = brake.clone();
    let session = apart(move || start(&stores, &of, stopping, &place, number)).await;
    let session = session.unwrap_or_else(|| Err(broken()));
    let mut api = simulation.lock().await;
    let now = simulation.reading();
    let made = session.and_then(|session| {
        let id = Connections::new_id();
        let new = Connection::new(id, config.clone(), brake, session, number, peer, now);
        connections.add(new)
    });
    made.map_err(|error| {
        if peer == Peer::Session {
            api.world.end_session(number);
        }
        told(error)
    })
}

fn start(
    connections: &Connections,
    config: &Config,
    brake: Brake,
    place: &Place,
    number: u64,
) -> Result<Session, SqlError> {
    let store = connections.store(&place.cluster, place.now)?;
    let database = Some(config.database.as_str()).filter(|name| !name.is_empty());
    let user = format!("{}@localhost", config.user);
    Session::open(store, brake, &user, number, database)
}

/// Finds the other side, and lets it take note of the connection.
fn open(
    world: &mut World,
    connections: &Connections,
    config: &Config,
) -> Result<(Place, u64, Peer), SqlError> {
    match &config.way {
        Way::Server => {
            let place = connections.place(world, &config.address);
            let place = place.ok_or_else(|| unreachable_host(config))?;
            check_account(config, "localhost")?;
            let process = world.databases.get(&config.address).map(|database| database.started);
            let peer = Peer::Process(process.unwrap_or(world.now));
            Ok((place, world.new_connection_id(), peer))
        }
        Way::Service { service, listener } => {
            let listens =
                world.listeners.iter().any(|found| found.name == *listener && found.running);
            let started = world.service(service).is_some_and(|service| service.started);
            if !listens || !started {
                return Err(unreachable_host(config));
            }
            check_account(config, "127.0.0.1")?;
            let failed = || SqlError::new(1815, "HY000", "Internal error: Session creation failed");
            let id = world.open_console(service, &config.user).ok_or_else(failed)?;
            let server = world.sessions.get(&id).and_then(|session| session.backends.first());
            let address = server
                .and_then(|backend| world.server(&backend.server))
                .map(|server| server.address());
            let place = address.and_then(|address| connections.place(world, &address));
            Ok((place.ok_or_else(failed)?, id, Peer::Session))
        }
    }
}

fn unreachable_host(config: &Config) -> SqlError {
    let host = &config.address.host;
    let is_known = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok();
    if is_known {
        SqlError::new(2002, "HY000", format!("Can't connect to server on '{host}' (115)"))
    } else {
        SqlError::new(2005, "HY000", format!("Unknown server host '{host}' (-2)"))
    }
}

fn check_account(config: &Config, from: &str) -> Result<(), SqlError> {
    if Connections::admits(&config.user, &config.password) {
        return Ok(());
    }
    let using = if config.password.is_empty() { "NO" } else { "YES" };
    let message =
        format!("Access denied for user '{}'@'{from}' (using password: {using})", config.user);
    Err(SqlError::new(1045, "28000", message))
}

/// Opens a connection anew; it keeps its id.
///
/// # Errors
/// What the connector would say.
pub async fn reconnect(
    simulation: &Simulation,
    connection: &Arc<Connection>,
) -> Result<(), String> {
    let told =
        |error: SqlError| format!("Reconnect failed. Error {}: {}", error.errno, error.message);
    let config = connection.config.clone();
    let (connections, (place, number, peer)) = {
        let mut api = simulation.lock().await;
        let connections = api.sql.clone();
        let opened = open(&mut api.world, &connections, &config).map_err(told)?;
        let old = connection.state().thread_id;
        if connection.state().peer == Peer::Session {
            api.world.end_session(old);
        }
        (connections, opened)
    };
    connection.brake.renew();
    let brake = connection.brake.clone();
    let session = apart(move || start(&connections, &config, brake, &place, number)).await;
    let session = session.unwrap_or_else(|| Err(broken())).map_err(told)?;
    let mut state = connection.state();
    state.thread_id = number;
    state.peer = peer;
    state.health = Health::Fine;
    state.database = session.database().map(str::to_owned);
    *connection.session() = session;
    Ok(())
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
    connection.brake.forget();
    let limit = agree(simulation, connection, &query).await;
    let mut results = Vec::new();
    let mut entries = 0;
    let count = splitter::split(&query.sql).len();
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
        connection.state().timeout = kept(query.timeout);
    }
    usize::try_from(connection.state().max_rows).unwrap_or(usize::MAX)
}

async fn silent(simulation: &Simulation, connection: &Arc<Connection>, sql: String) {
    let query = Query { sql, max_rows: 0, timeout: 0, awaited: true };
    // A connection that is broken is found out by the query itself.
    if connection.state().health == Health::Fine && is_held(simulation, connection).await {
        let connection = connection.clone();
        apart(move || {
            let statement = Statement { text: &query.sql, rest: &query.sql };
            connection.session().execute(statement, &Place::default())
        })
        .await;
    }
}

async fn is_held(simulation: &Simulation, connection: &Connection) -> bool {
    let api = simulation.lock().await;
    holds(&api.world, connection)
}

/// Whether the other side is still there.
fn holds(world: &World, connection: &Connection) -> bool {
    let state = connection.state();
    if connection.brake.pulled() == Some(Stop::Connection) {
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

/// Runs one statement of a query.
async fn run(
    simulation: &Simulation,
    connection: &Arc<Connection>,
    query: &Query,
    index: usize,
) -> Executed {
    let place = match arrive(simulation, connection, &query.sql, index).await {
        Ok(place) => place,
        Err(error) => return Executed::failed(error),
    };
    let (taken, sql) = (connection.clone(), query.sql.clone());
    let executed = apart(move || {
        let statements = splitter::split(&sql);
        let nothing = Statement { text: "", rest: "" };
        let statement = statements.get(index).copied().unwrap_or(nothing);
        let mut session = taken.session();
        let executed = session.execute(statement, &place);
        taken.state().database = session.database().map(str::to_owned);
        executed
    })
    .await;
    let mut executed = executed.unwrap_or_else(|| Executed::failed(broken()));
    if !executed.slept.is_zero() {
        sleep(simulation, connection, executed.slept, query.awaited).await;
    }
    leave(simulation, connection, &mut executed).await;
    executed
}

/// Where the statement runs.
async fn arrive(
    simulation: &Simulation,
    connection: &Connection,
    sql: &str,
    index: usize,
) -> Result<Place, SqlError> {
    if connection.state().health == Health::Gone {
        return Err(SqlError::gone());
    }
    let in_transaction = connection.session().is_in_transaction();
    let mut api = simulation.lock().await;
    let connections = api.sql.clone();
    let lose = || {
        connection.state().health = Health::Gone;
        SqlError::lost()
    };
    if !holds(&api.world, connection) {
        return Err(lose());
    }
    let address = match connection.config.way {
        Way::Server => connection.config.address.clone(),
        Way::Service { .. } => {
            let kind = splitter::split(sql)
                .get(index)
                .map_or(Kind::Read, |statement| kind(statement.text, in_transaction));
            let id = connection.state().thread_id;
            let server = api.world.begin_console(id, kind).ok_or_else(lose)?;
            let found = api.world.server(&server).map(|server| server.address());
            found.ok_or_else(lose)?
        }
    };
    connections.place(&api.world, &address).ok_or_else(lose)
}

fn kind(sql: &str, in_transaction: bool) -> Kind {
    let begins = super::lexer::tokens(sql)
        .first()
        .is_some_and(|word| word.is(sql, "begin") || word.is(sql, "start"));
    if in_transaction {
        Kind::InTransaction
    } else if begins || needs_primary(sql) {
        Kind::Write
    } else {
        Kind::Read
    }
}

/// Lets simulated time pass for a statement, until somebody stops it.
async fn sleep(simulation: &Simulation, connection: &Connection, time: Duration, awaited: bool) {
    let until = simulation.reading().saturating_add(time);
    connection.state().sleeps_until = Some(until);
    while connection.brake.pulled().is_none() {
        let left = until.saturating_sub(simulation.reading());
        if left.is_zero() {
            break;
        }
        if awaited && simulation.is_frozen() {
            simulation.pass(left).await;
            break;
        }
        tokio::time::sleep(left.min(LOOK).max(Duration::from_millis(1))).await;
    }
    connection.state().sleeps_until = None;
}

/// What is left to do when a statement has ended.
async fn leave(simulation: &Simulation, connection: &Connection, executed: &mut Executed) {
    let in_transaction = connection.session().is_in_transaction();
    let mut api = simulation.lock().await;
    if !holds(&api.world, connection) {
        connection.state().health = Health::Gone;
        executed.result = Err(SqlError::lost());
    } else if connection.brake.pulled() == Some(Stop::Query) {
        executed.result = Err(SqlError::interrupted());
        connection.brake.forget();
    }
    if let Some((number, only_query)) = executed.killed {
        let connections = api.sql.clone();
        kill(&mut api.world, connection, number, only_query, &connections);
    }
    let id = connection.state().thread_id;
    let server = match connection.config.way {
        Way::Server => Some(connection.config.address.clone()),
        Way::Service { .. } => {
            let session = api.world.sessions.get(&id);
            let working = session.and_then(|session| match &session.doing {
                crate::world::session::Doing::Working { server, .. } => Some(server.clone()),
                _ => None,
            });
            api.world.end_console(id, in_transaction);
            working.and_then(|name| api.world.server(&name).map(|server| server.address()))
        }
    };
    if executed.wrote
        && let Some(database) = server.and_then(|address| api.world.databases.get_mut(&address))
    {
        database.write(1);
    }
}

fn kill(
    world: &mut World,
    by: &Connection,
    number: u64,
    only_query: bool,
    connections: &Connections,
) {
    let stop = if only_query { Stop::Query } else { Stop::Connection };
    for connection in connections.list() {
        let is_meant = connection.state().thread_id == number
            && connection.config.address == by.config.address;
        if is_meant && (connection.state().busy || !only_query) {
            connection.brake.pull(stop);
            return;
        }
    }
    let server = world.servers.iter().find(|server| server.address() == by.config.address);
    let Some(name) = server.map(|server| server.name.clone()).filter(|_| !only_query) else {
        return;
    };
    let holder = world.sessions.values().find(|session| {
        session
            .backends
            .iter()
            .any(|backend| backend.server == name && backend.connection_id == number)
    });
    if let Some(id) = holder.map(|session| session.id) {
        world.end_session(id);
    }
}

/// Ends what holds a connection on the other side.
pub fn hang_up(world: &mut World, connection: &Connection) {
    let state = connection.state();
    if state.peer == Peer::Session {
        world.end_session(state.thread_id);
    }
}
