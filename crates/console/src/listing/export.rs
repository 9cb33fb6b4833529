//! Rows as a file: CSV for spreadsheets (RFC 4180), JSON for programs.

use maxscale::replication::Lag;
use serde_json::Value as Json;

use super::{Heading, Row, Value};

/// CSV with the labels of the columns as its first line. Columns are given by their place among
/// `headings`. Text that a spreadsheet would run as a formula begins with an apostrophe.
pub fn csv(headings: &[Heading], columns: &[usize], rows: &[&Row]) -> String {
    let labels = columns.iter().filter_map(|column| headings.get(*column));
    let head = labels.map(|heading| quoted(heading.label)).collect::<Vec<_>>().join(",");
    let line = |row: &&Row| {
        let cells =
            columns.iter().map(|column| row.values.get(*column).map_or_else(String::new, cell));
        cells.collect::<Vec<_>>().join(",")
    };
    std::iter::once(head).chain(rows.iter().map(line)).map(|line| line + "\r\n").collect()
}

/// A JSON array with an object for each row, whose members are named as columns are in the
/// address: texts, numbers, lists of names, and null for what is not known.
pub fn json(headings: &[Heading], columns: &[usize], rows: &[&Row]) -> String {
    let member = |row: &Row, column: usize| {
        let value = match (column, row.values.get(column)) {
            (0, _) => Json::from(row.name.as_str()),
            (_, value) => value.map_or(Json::Null, Value::json),
        };
        Some(format!("{}: {value}", Json::from(headings.get(column)?.key)))
    };
    let object = |row: &&Row| {
        let members = columns.iter().filter_map(|column| member(row, *column));
        format!("  {{{}}}", members.collect::<Vec<_>>().join(", "))
    };
    let objects = rows.iter().map(object).collect::<Vec<_>>().join(",\n");
    format!("[\n{objects}\n]\n")
}

/// One value as it is shown; numbers stand as they are.
fn cell(value: &Value) -> String {
    let json = match value {
        Value::State(state) => Json::from(state.words()),
        Value::Words { shown, .. } => Json::from(shown.as_str()),
        other => other.json(),
    };
    match json {
        Json::Null => String::new(),
        Json::Number(number) => number.to_string(),
        Json::String(text) => quoted(&harmless(text)),
        Json::Array(names) => {
            let names: Vec<&str> = names.iter().filter_map(Json::as_str).collect();
            quoted(&harmless(names.join(", ")))
        }
        other => quoted(&other.to_string()),
    }
}

/// Spreadsheets run text that begins so.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

/// In quotes where it must be.
fn quoted(text: &str) -> String {
    if text.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

impl Value {
    /// Its words are in English: programs know no other language.
    fn json(&self) -> Json {
        match self {
            Self::Nothing => Json::Null,
            Self::Text(text) | Self::Code(text) | Self::Moment(text) => Json::from(text.as_str()),
            Self::Words { english, .. } => Json::from(english.as_str()),
            Self::Count(number) | Self::Bytes(number) => Json::from(*number),
            Self::Seconds(seconds) => Json::from(*seconds),
            Self::Lag(Lag::Seconds(seconds)) => Json::from(*seconds),
            Self::Lag(Lag::Unknown) => Json::Null,
            Self::State(state) => Json::from(texts::in_english(|| state.words())),
            Self::Objects(all) => all.iter().map(|object| object.name()).collect(),
        }
    }
}
