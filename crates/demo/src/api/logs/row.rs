//! A row of the log as JSON.

use super::timestamp::timestamp;
use crate::version::MaxScaleVersion;
use crate::world::log::Row;
use serde::Serialize;
use serde_json::{Value, json};
use std::time::UNIX_EPOCH;

/// The fields of a row, in the order in which the stream sends them.
#[derive(Serialize)]
struct Fields<'a> {
    id: String,
    message: &'a str,
    timestamp: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unix_timestamp: Option<u64>,
    priority: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    object: Option<&'a str>,
}

fn fields(version: MaxScaleVersion, row: &Row, id: u64) -> Fields<'_> {
    let seconds = row.at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    Fields {
        id: id.to_string(),
        message: &row.text.message,
        timestamp: timestamp(seconds),
        unix_timestamp: version.has_log_entries().then_some(seconds),
        priority: row.priority.name(),
        session: row.text.session.map(|id| id.to_string()),
        module: row.text.module,
        object: row.text.object.as_deref(),
    }
}

/// A row with its id.
#[must_use]
pub fn with_id(version: MaxScaleVersion, row: &Row) -> Value {
    json!(fields(version, row, row.id))
}

/// A row as an entry of a collection.
#[must_use]
pub fn entry(version: MaxScaleVersion, row: &Row, source: &str) -> Value {
    let mut attributes = with_id(version, row);
    if let Value::Object(fields) = &mut attributes {
        fields.remove("id");
        fields.insert("log_source".to_owned(), json!(source));
    }
    json!({ "attributes": attributes, "id": row.id.to_string(), "type": "log_entry" })
}

/// A row as the stream sends it. There, the id is the number of the line in the file.
#[must_use]
pub fn streamed(version: MaxScaleVersion, row: &Row) -> String {
    serde_json::to_string(&fields(version, row, row.line)).unwrap_or_default()
}
