//! Work that goes on beside the API: connecting, and running queries.

use super::connect::Grant;
use super::{documents, tokens, unavailable};
use crate::api::answer::{Answer, Refusal};
use crate::api::request::Request;
use crate::simulation::Simulation;
use crate::sql::connection::{Config, Connection};
use crate::sql::job::{self, Query};
use http::header::{LOCATION, SET_COOKIE};
use http::{Response, StatusCode};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// Work.
pub enum Task {
    /// Open a connection, and hand its token over.
    Connect {
        /// Where to.
        config: Config,
        /// How to hand the token over.
        grant: Grant,
    },
    /// Open a connection anew that was taken for it.
    Reconnect(Arc<Connection>),
    /// Run a query on a connection that was taken for it.
    Query {
        /// The connection.
        connection: Arc<Connection>,
        /// The query.
        query: Query,
        /// The query's id.
        id: String,
    },
}

/// Work, and the request that asks for it.
pub struct Background {
    /// The request.
    pub request: Request,
    /// The work.
    pub task: Task,
}

impl Background {
    /// Does the work, and answers when the request is to be answered.
    pub async fn run(self, simulation: &Simulation) -> Response<Vec<u8>> {
        let Self { request, task } = self;
        let answer = match task {
            Task::Connect { config, grant } => connect(simulation, &request, config, grant).await,
            Task::Reconnect(connection) => reconnect(simulation, &connection).await,
            Task::Query { connection, query, id } => {
                run(simulation, &request, &connection, query, &id).await
            }
        };
        let answer = answer.unwrap_or_else(Answer::from);
        simulation.lock().await.respond(&request, answer)
    }
}

async fn connect(
    simulation: &Simulation,
    request: &Request,
    config: Config,
    grant: Grant,
) -> Result<Answer, Refusal> {
    let connection = job::connect(simulation, config).await.map_err(Refusal::because)?;
    let api = simulation.lock().await;
    let token = api.signer.sign_connection(&connection.id, api.world.now, grant.life);
    let now = simulation.reading();
    let self_link = request.link(&["sql", &connection.id]);
    let mut body = json!({
        "data": documents::connection(request, &connection, now),
        "links": { "self": self_link },
    });
    let location = format!("{}/sql/{}", request.base, connection.id);
    let mut answer = Answer::empty(StatusCode::CREATED).with_header(LOCATION, &location);
    if grant.persist {
        answer = answer.with_header(SET_COOKIE, &tokens::kept(&connection.id, &token, grant.life));
    } else if let Some(fields) = body.as_object_mut() {
        fields.insert("meta".to_owned(), json!({ "token": token }));
    }
    answer.body = Some(body);
    Ok(answer)
}

async fn reconnect(
    simulation: &Simulation,
    connection: &Arc<Connection>,
) -> Result<Answer, Refusal> {
    let outcome = job::reconnect(simulation, connection).await;
    connection.release();
    outcome.map(|()| Answer::done()).map_err(unavailable)
}

async fn run(
    simulation: &Simulation,
    request: &Request,
    connection: &Arc<Connection>,
    query: Query,
    id: &str,
) -> Result<Answer, Refusal> {
    let path = [connection.id.as_str(), id];
    let sql = query.sql.clone();
    if query.awaited {
        let results = job::query(simulation, connection, query).await;
        let took = {
            let state = connection.state();
            state.ended.saturating_sub(state.started)
        };
        let body = documents::query(request, path, &sql, took, Some(json!(results)));
        return Ok(Answer { body: Some(body), ..Answer::empty(StatusCode::CREATED) });
    }
    let (simulation, taken) = (simulation.clone(), connection.clone());
    tokio::spawn(async move { job::query(&simulation, &taken, query).await });
    let body = documents::query(request, path, &sql, Duration::ZERO, None);
    let answer = Answer { body: Some(body), ..Answer::empty(StatusCode::ACCEPTED) };
    Ok(answer.with_header(LOCATION, &documents::location(request, &connection.id, id)))
}
