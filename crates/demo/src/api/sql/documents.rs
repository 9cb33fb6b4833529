//! The form of connections and queries.

use crate::api::request::Request;
use crate::sql::connection::Connection;
use serde_json::{Value, json};
use std::time::Duration;

/// A connection as a resource.
#[must_use]
pub fn connection(request: &Request, connection: &Connection, now: Duration) -> Value {
    json!({
        "attributes": connection.attributes(now),
        "id": connection.id,
        "links": {
            "related": request.link(&["sql", &connection.id, "queries"]),
            "self": request.link(&["sql", &connection.id]),
        },
        "type": "sql",
    })
}

/// A document about a query; a query that was only just accepted has no results.
#[must_use]
pub fn query(
    request: &Request,
    path: [&str; 2],
    sql: &str,
    took: Duration,
    results: Option<Value>,
) -> Value {
    let [connection, id] = path;
    let mut attributes = json!({ "execution_time": took.as_secs_f64(), "sql": sql });
    if let (Some(mut results), Some(fields)) = (results, attributes.as_object_mut()) {
        if !request.version.describes_columns() {
            leave_out_columns(&mut results);
        }
        fields.insert("results".to_owned(), results);
    }
    json!({
        "data": { "attributes": attributes, "id": id, "type": "queries" },
        "links": { "self": request.link(&["sql", connection, "queries", id]) },
    })
}

fn leave_out_columns(results: &mut Value) {
    for result in results.as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        result.remove("metadata");
    }
}

/// Where a query that is still running can be asked for. The two slashes are MaxScale's.
#[must_use]
pub fn location(request: &Request, connection: &str, id: &str) -> String {
    format!("{}//sql/{connection}/queries/{id}", request.base)
}
