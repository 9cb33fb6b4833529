//! The tables of information_schema, filled from the dictionary when they are asked for.

mod forms;
mod rows;
mod server_rows;

pub use rows::extra;

use super::Dictionary;
use super::types::Declared;
use crate::column::{Column, flag};
use crate::error::SqlError;
use crate::server_state::ServerState;
use crate::store::Store;
use crate::variables::Variables;
use forms::{FORMS, Form};
use rusqlite::types::Value as Cell;

/// The name of that database.
pub const SCHEMA: &str = "information_schema";

/// The table of that name, in the letters that it is stored under.
///
/// # Errors
/// There is none.
pub fn known(name: &str) -> Result<&'static str, SqlError> {
    form(name).map(|form| form.name).ok_or_else(|| {
        let message = format!("Unknown table '{name}' in information_schema");
        SqlError::new(1109, "42S02", message)
    })
}

/// The names of all tables there.
pub fn names() -> impl Iterator<Item = &'static str> {
    FORMS.iter().map(|form| form.name)
}

fn form(name: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.name.eq_ignore_ascii_case(name))
}

/// The columns of a table, under the name it goes by in a statement.
#[must_use]
pub fn columns(table: &str, alias: &str) -> Vec<Column> {
    let Some(form) = form(table) else {
        return Vec::new();
    };
    let column = |(name, written): &(&str, &str)| {
        let mut shape = Declared::read(written).shape;
        shape.flags |= flag::NO_DEFAULT;
        Column {
            name: (*name).to_owned(),
            table: alias.to_owned(),
            schema: SCHEMA.to_owned(),
            shape,
        }
    };
    form.fields.iter().map(column).collect()
}

/// What the rows are made of.
pub struct Source<'a> {
    /// What there is.
    pub dictionary: &'a Dictionary,
    /// Where the rows of tables are.
    pub store: &'a Store,
    /// Where the session is.
    pub server_state: &'a ServerState,
    /// What it has set.
    pub variables: &'a Variables,
}

/// The rows of a table.
#[must_use]
pub fn rows(table: &str, source: &Source<'_>) -> Vec<Vec<Cell>> {
    match table {
        "SCHEMATA" => rows::schemata(source),
        "TABLES" => rows::tables(source),
        "COLUMNS" => rows::columns(source),
        "STATISTICS" => rows::statistics(source),
        "VIEWS" => rows::views(source),
        "KEY_COLUMN_USAGE" => rows::keys(source),
        "ENGINES" => server_rows::engines(),
        "CHARACTER_SETS" => server_rows::character_sets(),
        "COLLATIONS" => server_rows::collations(),
        "PROCESSLIST" => server_rows::processes(source),
        "SESSION_VARIABLES" | "GLOBAL_VARIABLES" => server_rows::variables(source),
        _ => Vec::new(),
    }
}
