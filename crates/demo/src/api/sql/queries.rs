//! Queries over a connection: accepted, and asked for later.

use super::background::Task;
use super::{busy, documents};
use crate::api::answer::{Answer, Outcome, Refusal};
use crate::api::request::Request;
use crate::sql::connection::Connection;
use crate::sql::job::Query;
use http::StatusCode;
use http::header::LOCATION;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;

/// Rows that are shown when nothing is said.
const USUAL_ROWS: i64 = 1_000;

/// `POST /sql/:id/queries`
///
/// # Errors
/// The request makes no sense, or the connection is busy.
pub fn post(request: &Request, connection: &Arc<Connection>) -> Result<Task, Refusal> {
    let body = request.body()?;
    let number = |name: &str| body.get(name).and_then(Value::as_i64);
    let sql = body.get("sql").and_then(Value::as_str).ok_or("No `sql` defined.".to_owned())?;
    let max_rows = number("max_rows").unwrap_or(USUAL_ROWS);
    if max_rows < 0 {
        return Err(Refusal::because("`max_rows` cannot be negative."));
    }
    let timeout = number("timeout").unwrap_or_default();
    if timeout < 0 {
        return Err(Refusal::because("`timeout` cannot be negative."));
    }
    if !connection.take() {
        return Err(busy(&connection.id));
    }
    let id = {
        let mut state = connection.state();
        state.result = None;
        state.queries += 1;
        format!("{}.{}", connection.id, state.queries)
    };
    let awaited = !request.query.is_on("async");
    let query = Query { sql: sql.to_owned(), max_rows, timeout, awaited };
    Ok(Task::Query { connection: connection.clone(), query, id })
}

/// `GET /sql/:id/queries/:query`
///
/// # Errors
/// There is no result to ask for.
pub fn result(request: &Request, connection: &Connection, query: &str, now: Duration) -> Outcome {
    let state = connection.state();
    let path = [connection.id.as_str(), query];
    if state.busy {
        let took = now.saturating_sub(state.started);
        let body = documents::query(request, path, &state.sql, took, Some(json!({})));
        let answer = Answer { body: Some(body), ..Answer::empty(StatusCode::ACCEPTED) };
        let location = documents::location(request, &connection.id, query);
        return Ok(answer.with_header(LOCATION, &location).on_sql_thread());
    }
    let Some(results) = &state.result else {
        return Err(Refusal::because("No async query results found."));
    };
    let took = state.ended.saturating_sub(state.started);
    let body = documents::query(request, path, &state.sql, took, Some(json!(results)));
    Ok(Answer { body: Some(body), ..Answer::empty(StatusCode::CREATED) }.on_sql_thread())
}
