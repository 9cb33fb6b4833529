//! Opens and closes connections.

use super::{broken, on_sql_thread};
use crate::simulation::Simulation;
use crate::sql::connection::{Config, Connection, Health, Peer, Way};
use crate::sql::connections::Connections;
use crate::world::World;
use maxconsole_demo_sql::{CancelToken, ServerState, Session, SqlError};
use std::sync::Arc;
use std::time::Duration;

/// Longer than this nobody waits for a server that says nothing.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

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
    let (server_state, number, peer) = opened;
    if server_state.silent {
        wait(simulation, config.timeout).await;
        return Err(told(no_greeting()));
    }
    let (stores, of, cancel_token) = (connections.clone(), config.clone(), CancelToken::default());
    let stopping = cancel_token.clone();
    let session = on_sql_thread(move || start(&stores, &of, stopping, &server_state, number)).await;
    let session = session.unwrap_or_else(|| Err(broken()));
    let mut api = simulation.lock().await;
    let now = simulation.reading();
    let made = session.and_then(|session| {
        let id = Connections::new_id();
        let new = Connection::new(id, config.clone(), cancel_token, session, number, peer, now);
        connections.add(new)
    });
    made.map_err(|error| {
        if peer == Peer::Session {
            api.world.end_session(number);
        }
        told(error)
    })
}

/// A server accepts the connection, but says nothing.
fn no_greeting() -> SqlError {
    SqlError::new(
        2013,
        "HY000",
        "Lost connection to server at 'handshake: reading initial communication packet', system \
         error: 110",
    )
}

/// Lets simulated time pass for somebody who waits for a server.
async fn wait(simulation: &Simulation, time: Option<Duration>) {
    let time = time.unwrap_or(LONGEST_WAIT);
    let until = simulation.reading().saturating_add(time);
    while simulation.reading() < until {
        if simulation.is_frozen() {
            simulation.pass(until.saturating_sub(simulation.reading())).await;
        } else {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }
}

fn start(
    connections: &Connections,
    config: &Config,
    cancel_token: CancelToken,
    server_state: &ServerState,
    number: u64,
) -> Result<Session, SqlError> {
    let store = connections.store(&server_state.cluster, server_state.now)?;
    let database = Some(config.database.as_str()).filter(|name| !name.is_empty());
    let user = format!("{}@localhost", config.user);
    Session::open(store, cancel_token, &user, number, database)
}

/// Finds the other side, and lets it take note of the connection.
fn open(
    world: &mut World,
    connections: &Connections,
    config: &Config,
) -> Result<(ServerState, u64, Peer), SqlError> {
    match &config.way {
        Way::Server => {
            let server_state = connections.server_state(world, &config.address);
            let server_state = server_state.ok_or_else(|| unreachable_host(config))?;
            check_account(config, "localhost")?;
            let process = world.databases.get(&config.address).map(|database| database.started);
            let peer = Peer::Process(process.unwrap_or(world.now));
            Ok((server_state, world.sessions.new_connection_id(), peer))
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
            let id = world.open_sql_session(service, &config.user).ok_or_else(failed)?;
            let server = world.sessions.get(&id).and_then(|session| session.backends.first());
            let address = server
                .and_then(|backend| world.server(&backend.server))
                .map(|server| server.address());
            let server_state =
                address.and_then(|address| connections.server_state(world, &address));
            Ok((server_state.ok_or_else(failed)?, id, Peer::Session))
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
    let (connections, (server_state, number, peer)) = {
        let mut api = simulation.lock().await;
        let connections = api.sql.clone();
        let opened = open(&mut api.world, &connections, &config).map_err(told)?;
        let old = connection.state().thread_id;
        if connection.state().peer == Peer::Session {
            api.world.end_session(old);
        }
        (connections, opened)
    };
    connection.cancel_token.reset();
    let cancel_token = connection.cancel_token.clone();
    let session =
        on_sql_thread(move || start(&connections, &config, cancel_token, &server_state, number))
            .await;
    let session = session.unwrap_or_else(|| Err(broken())).map_err(told)?;
    let database = session.database().map(str::to_owned);
    *connection.session() = session;
    let mut state = connection.state();
    state.thread_id = number;
    state.peer = peer;
    state.health = Health::Fine;
    state.patience = connection.config.timeout;
    state.database = database;
    Ok(())
}

/// Ends what holds a connection on the other side.
pub fn hang_up(world: &mut World, connection: &Connection) {
    let state = connection.state();
    if state.peer == Peer::Session {
        world.end_session(state.thread_id);
    }
}
