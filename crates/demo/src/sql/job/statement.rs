//! Runs one statement of a query: where it belongs, for as long as it takes.

use super::{Query, broken, holds, on_sql_thread};
use crate::simulation::Simulation;
use crate::sql::connection::{Connection, Health, Way};
use crate::sql::connections::Connections;
use crate::world::World;
use crate::world::sessions::{SessionState, Statement as Kind};
use maxconsole_demo_sql::{
    Executed, ServerState, SqlError, Statement, Stop, begins_transaction, needs_primary, split,
};
use std::sync::Arc;
use std::time::Duration;

/// Longer than this nobody waits for a silent server.
const FOR_EVER: Duration = Duration::from_secs(86_400);

/// How often somebody who waits looks at the clock.
const LOOK: Duration = Duration::from_millis(5);

/// Runs one statement of a query.
pub(super) async fn run(
    simulation: &Simulation,
    connection: &Arc<Connection>,
    query: &Query,
    index: usize,
) -> Executed {
    let server_state = match arrive(simulation, connection, &query.sql, index).await {
        Ok(server_state) => server_state,
        Err(error) => return Executed::failed(error),
    };
    let patience = connection.state().patience;
    if server_state.silent {
        sleep(simulation, connection, patience.unwrap_or(FOR_EVER), query.awaited).await;
        return Executed::failed(give_up(connection));
    }
    let (taken, sql) = (connection.clone(), query.sql.clone());
    let executed = on_sql_thread(move || {
        let statements = split(&sql);
        let nothing = Statement { text: "", rest: "" };
        let statement = statements.get(index).copied().unwrap_or(nothing);
        let mut session = taken.session();
        let executed = session.execute(statement, &server_state);
        taken.state().database = session.database().map(str::to_owned);
        executed
    })
    .await;
    let mut executed = executed.unwrap_or_else(|| Executed::failed(broken()));
    if !executed.slept.is_zero() {
        let time = patience.map_or(executed.slept, |patience| executed.slept.min(patience));
        sleep(simulation, connection, time, query.awaited).await;
        if time < executed.slept && connection.cancel_token.cancelled().is_none() {
            executed.result = Err(give_up(connection));
        }
    }
    leave(simulation, connection, &mut executed).await;
    executed
}

/// The connector has waited long enough: it closes the connection.
fn give_up(connection: &Connection) -> SqlError {
    connection.state().health = Health::Gone;
    SqlError::lost()
}

/// Where the statement runs.
async fn arrive(
    simulation: &Simulation,
    connection: &Connection,
    sql: &str,
    index: usize,
) -> Result<ServerState, SqlError> {
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
            let kind = split(sql)
                .get(index)
                .map_or(Kind::Read, |statement| kind(statement.text, in_transaction));
            let id = connection.state().thread_id;
            let server = api.world.begin_sql_statement(id, kind).ok_or_else(lose)?;
            let found = api.world.server(&server).map(|server| server.address());
            found.ok_or_else(lose)?
        }
    };
    connections.server_state(&api.world, &address).ok_or_else(lose)
}

fn kind(sql: &str, in_transaction: bool) -> Kind {
    if in_transaction {
        Kind::InTransaction
    } else if begins_transaction(sql) || needs_primary(sql) {
        Kind::Write
    } else {
        Kind::Read
    }
}

/// Lets simulated time pass for a statement, until somebody stops it.
async fn sleep(simulation: &Simulation, connection: &Connection, time: Duration, awaited: bool) {
    let until = simulation.reading().saturating_add(time);
    connection.state().sleeps_until = Some(until);
    while connection.cancel_token.cancelled().is_none() {
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
    } else if connection.cancel_token.cancelled() == Some(Stop::Query) {
        executed.result = Err(SqlError::interrupted());
        connection.cancel_token.clear_statement();
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
                SessionState::Working { server, .. } => Some(server.clone()),
                _ => None,
            });
            api.world.end_sql_statement(id, in_transaction);
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
            connection.cancel_token.cancel(stop);
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
