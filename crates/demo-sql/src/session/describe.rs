//! `DESCRIBE` and `EXPLAIN`.

use super::Session;
use super::unexpected;
use crate::column::{Column, Shape, SqlType};
use crate::error::SqlError;
use crate::outcome::{Outcome, Result, Rows};
use crate::server_state::ServerState;
use crate::splitter::Statement;
use crate::syntax;
use crate::tokens::Token;
use crate::translate::{Translator, write};
use rusqlite::types::Value as Cell;
use sqlparser::ast;

impl Session {
    /// `DESCRIBE table`, or how a statement would be run.
    pub(super) fn explain(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        server_state: &ServerState,
    ) -> Result {
        let sql = statement.text;
        let skipped =
            ["extended", "partitions", "describe", "desc", "explain", "format", "=", "json"];
        let at = words.iter().position(|word| !skipped.iter().any(|other| word.is(sql, other)));
        let Some(at) = at else {
            return Err(unexpected(statement, words, words.len()));
        };
        let starts = ["select", "insert", "update", "delete", "with", "replace", "("];
        let Some(first) = words.get(at) else {
            return Err(unexpected(statement, words, at));
        };
        if starts.iter().any(|word| first.is(sql, word)) {
            let text = sql.get(first.start..).unwrap_or_default();
            let rest = statement.rest.get(first.start..).unwrap_or_default();
            return self.plan(Statement { text, rest });
        }
        let name = words.get(at..).unwrap_or_default();
        let (name, filter) = match name {
            [_, dot, _, rest @ ..] if dot.text(sql) == "." => {
                (name.get(..3).unwrap_or_default(), rest)
            }
            [_, rest @ ..] => (name.get(..1).unwrap_or_default(), rest),
            [] => return Err(unexpected(statement, words, at)),
        };
        let (schema, table) = self.dotted(statement, words, name)?;
        let wanted = filter.first().map(|word| word.value.clone());
        self.show_columns(&schema, &table, false, wanted.as_deref(), server_state)
    }

    /// What `EXPLAIN` says of a statement: a line for each table.
    fn plan(&mut self, statement: Statement<'_>) -> Result {
        let read = syntax::read(statement)?;
        let dictionary = self.store.dictionary().clone();
        let database = self.database.clone();
        let mut translator = Translator::new(&dictionary, database.as_deref(), &self.variables);
        let mut rows = Vec::new();
        let kind = match read {
            ast::Statement::Query(mut query) => {
                translator.query(&mut query)?;
                "SIMPLE"
            }
            other => {
                let found = write(&mut translator, &other)?;
                let found = found.ok_or_else(|| SqlError::not_supported("EXPLAIN"))?;
                translator.tables.insert((found.schema, found.table.name));
                "SIMPLE"
            }
        };
        for (schema, name) in &translator.tables {
            let table = dictionary.table(schema, name)?;
            let keys: Vec<&str> = table.indexes.iter().map(|index| index.name.as_str()).collect();
            let possible = if keys.is_empty() { Cell::Null } else { Cell::Text(keys.join(",")) };
            let count = self.store.count(schema, name);
            rows.push(line(
                kind,
                Cell::Text(name.clone()),
                Cell::Text("ALL".to_owned()),
                possible,
                Cell::Text(count.to_string()),
                "",
            ));
        }
        if rows.is_empty() {
            rows.push(line(kind, Cell::Null, Cell::Null, Cell::Null, Cell::Null, "No tables used"));
        }
        Ok(Outcome::Rows(Rows { columns: columns(), rows }))
    }
}

fn line(kind: &str, table: Cell, way: Cell, keys: Cell, rows: Cell, extra: &str) -> Vec<Cell> {
    vec![
        Cell::Integer(1),
        Cell::Text(kind.to_owned()),
        table,
        way,
        keys,
        Cell::Null,
        Cell::Null,
        Cell::Null,
        rows,
        Cell::Text(extra.to_owned()),
    ]
}

fn columns() -> Vec<Column> {
    let text = |name, length| Column::computed(name, Shape::text(length));
    let mut id = Shape::integer(SqlType::Bigint, 3).nullable();
    id.flags |= crate::column::flag::UNSIGNED;
    let sure = |name, length| Column::computed(name, Shape::text(length).not_null());
    vec![
        Column::computed("id", id),
        sure("select_type", 19),
        text("table", 64),
        text("type", 10),
        text("possible_keys", 4096),
        text("key", 64),
        text("key_len", 4096),
        text("ref", 2048),
        text("rows", 64),
        sure("Extra", 255),
    ]
}
