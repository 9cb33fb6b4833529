//! `/sql`: connections to databases, and queries over them (rest-api.md 3.14, recording
//! sql-connections).

pub mod background;
mod connect;
mod documents;
mod etl;
mod queries;
mod tokens;

use super::Api;
use super::answer::{Answer, Outcome, Refusal};
use super::document::{collection, document};
use super::request::{Request, Verb};
use crate::sql::connection::Connection;
use crate::sql::job;
use background::Task;
use http::StatusCode;
use http::header::SET_COOKIE;
use maxconsole_demo_sql::Stop;
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// What a request leads to: an answer, or work that goes on beside the API.
pub enum Step {
    /// An answer.
    Answer(Outcome),
    /// Work.
    Background(Task),
}

/// Answers a request below `/sql`.
pub fn route(api: &mut Api, request: &Request) -> Step {
    let path: Vec<&str> = request.path.iter().skip(1).map(String::as_str).collect();
    let found = match (request.verb, path.as_slice()) {
        (Verb::Get | Verb::Head, path) => show(api, request, path).map(Done::Answer),
        (Verb::Post, []) => connect::connect(api, request).map(Done::Task),
        (Verb::Post, ["odbc", ..]) => Err(Refusal::no_such_path()),
        (Verb::Post, [id, rest @ ..]) => post(api, request, id, rest),
        (Verb::Delete, [id]) => disconnect(api, request, id).map(Done::Answer),
        (Verb::Delete, [id, "queries", query]) => forget(api, request, id, query).map(Done::Answer),
        _ => Err(Refusal::no_such_path()),
    };
    match found {
        Ok(Done::Answer(answer)) => Step::Answer(Ok(answer)),
        Ok(Done::Task(task)) => Step::Background(task),
        Err(refusal) => Step::Answer(Err(refusal)),
    }
}

enum Done {
    Answer(Answer),
    Task(Task),
}

fn now(api: &Api) -> Duration {
    api.world.now.duration_since(api.began).unwrap_or_default()
}

fn find(api: &Api, id: &str) -> Result<Arc<Connection>, Refusal> {
    api.sql.get(id).ok_or_else(|| Refusal::not_found(id, "connection_id"))
}

fn unavailable(detail: String) -> Refusal {
    Refusal { status: StatusCode::SERVICE_UNAVAILABLE, details: vec![detail] }
}

fn busy(id: &str) -> Refusal {
    unavailable(format!("ID {id} is busy."))
}

fn show(api: &Api, request: &Request, path: &[&str]) -> Outcome {
    match path {
        [] => {
            let all = api.sql.list();
            let items: Vec<Value> = all
                .iter()
                .map(|connection| documents::connection(request, connection, now(api)))
                .collect();
            collection(request, items.into_iter())
        }
        ["odbc", "drivers"] => collection(request, std::iter::empty()),
        [id] => {
            let connection = find(api, id)?;
            document(request, documents::connection(request, &connection, now(api)))
        }
        [id, "queries", query] => {
            let connection = find_query(api, id, query)?;
            tokens::check(api, request, id)?;
            queries::result(request, &connection, query, now(api))
        }
        _ => Err(Refusal::no_such_path()),
    }
}

/// The connection of a query, which has to be its last one.
fn find_query(api: &Api, id: &str, query: &str) -> Result<Arc<Connection>, Refusal> {
    let connection = find(api, id)?;
    let (owner, number) = query.split_once('.').unwrap_or((query, ""));
    let last = api.sql.get(owner).map(|owner| owner.state().queries);
    let is_last = number.parse().ok().is_some_and(|number: u64| Some(number) == last);
    if is_last { Ok(connection) } else { Err(Refusal::not_found(query, "query_id")) }
}

fn post(api: &mut Api, request: &Request, id: &str, rest: &[&str]) -> Result<Done, Refusal> {
    if !matches!(
        rest,
        ["reconnect" | "clone" | "cancel" | "queries"] | ["etl", "prepare" | "start"]
    ) {
        return Err(Refusal::no_such_path());
    }
    let connection = find(api, id)?;
    if matches!(rest, ["queries"] | ["etl", _]) {
        request.body()?;
    }
    tokens::check(api, request, id)?;
    match rest {
        ["cancel"] => {
            if connection.state().busy {
                connection.cancel_token.cancel(Stop::Query);
            }
            Ok(Done::Answer(Answer::ok()))
        }
        ["reconnect"] => {
            if !connection.take() {
                return Err(busy(id));
            }
            Ok(Done::Task(Task::Reconnect(connection)))
        }
        ["clone"] => {
            let config = connection.config.clone();
            Ok(Done::Task(Task::Connect { config, grant: connect::Grant::of(request) }))
        }
        ["etl", _] => etl::refuse(api, request).map(Done::Answer),
        _ => queries::post(request, &connection).map(Done::Task),
    }
}

fn disconnect(api: &mut Api, request: &Request, id: &str) -> Outcome {
    find(api, id)?;
    tokens::check(api, request, id)?;
    let Some(connection) = api.sql.remove(id) else {
        let details = vec![format!("Connection {id} not found or is busy.")];
        return Err(Refusal { status: StatusCode::NOT_FOUND, details });
    };
    job::hang_up(&mut api.world, &connection);
    Ok(Answer::done().with_header(SET_COOKIE, &tokens::expired(id)))
}

fn forget(api: &Api, request: &Request, id: &str, query: &str) -> Outcome {
    let connection = find_query(api, id, query)?;
    tokens::check(api, request, id)?;
    if !connection.take() {
        return Err(busy(id));
    }
    connection.state().result = None;
    connection.release();
    Ok(Answer::ok())
}
