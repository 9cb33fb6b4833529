//! Queries and statements that write.

use super::Session;
use super::refused::{Asked, explained};
use crate::column::{Column, Shape};
use crate::dictionary::information::{self, SCHEMA, Source};
use crate::error::SqlError;
use crate::names::{in_quotes, stored};
use crate::outcome::{Done, Outcome, Result, Rows};
use crate::server_state::ServerState;
use crate::splitter::Statement;
use crate::syntax;
use crate::translate::{Translator, Way, Write, write};
use crate::typing::Typing;
use rusqlite::types::{Value as Cell, ValueRef};
use sqlparser::ast;
use std::collections::BTreeSet;

/// No result has more rows, whatever is asked for.
const MOST_ROWS: usize = 100_000;

/// No result has more values in it than fit here, in bytes.
const MOST_BYTES: usize = 16 << 20;

impl Session {
    /// Runs a query.
    pub(super) fn query(&mut self, statement: Statement<'_>, server_state: &ServerState) -> Result {
        let ast::Statement::Query(mut query) = syntax::read(statement)? else {
            return Err(SqlError::not_supported("this statement"));
        };
        let database = self.database.clone();
        let dictionary = self.store.dictionary().clone();
        let mut typing = Typing::new(&dictionary, database.as_deref(), &self.variables);
        let columns = typing.query(&query, statement.text);
        let mut translator = Translator::new(&dictionary, database.as_deref(), &self.variables);
        translator.query(&mut query)?;
        let information = std::mem::take(&mut translator.information);
        self.limit(&mut query)?;
        self.fill(&information, &dictionary, server_state)?;
        let rows = self.rows(&query.to_string(), columns);
        rows.map_err(|error| {
            let asked = Asked::query(statement.text, database.as_deref());
            explained(&error, &asked, &self.cancel_token, &dictionary)
        })
    }

    /// `sql_select_limit` counts for queries that say no limit themselves.
    fn limit(&self, query: &mut ast::Query) -> std::result::Result<(), SqlError> {
        let limit = self.variables.number("sql_select_limit").unwrap_or(f64::MAX);
        if query.limit_clause.is_none() && limit < MOST_ROWS as f64 {
            let limit = crate::translate::made(&format!("{limit:.0}"))?;
            query.limit_clause = Some(ast::LimitClause::LimitOffset {
                limit: Some(limit),
                offset: None,
                limit_by: Vec::new(),
            });
        }
        Ok(())
    }

    /// Fills the tables of information_schema that a query asks for.
    fn fill(
        &self,
        tables: &BTreeSet<&'static str>,
        dictionary: &crate::dictionary::Dictionary,
        server_state: &ServerState,
    ) -> std::result::Result<(), SqlError> {
        for table in tables {
            let columns = information::columns(table, table);
            let source =
                Source { dictionary, store: &self.store, server_state, variables: &self.variables };
            let rows = information::rows(table, &source);
            self.keep(&stored(SCHEMA, table), &columns, &rows)?;
        }
        Ok(())
    }

    /// Keeps rows in a table that only this session sees.
    pub(super) fn keep(
        &self,
        name: &str,
        columns: &[Column],
        rows: &[Vec<Cell>],
    ) -> std::result::Result<(), SqlError> {
        let name = in_quotes(name);
        let fields: Vec<String> = columns
            .iter()
            .map(|column| {
                let kind =
                    if column.shape.kind.is_integer() { "INT" } else { "TEXT COLLATE NOCASE" };
                format!("{} {kind}", in_quotes(&column.name))
            })
            .collect();
        let places = vec!["?"; columns.len()].join(",");
        let fill = || {
            self.connection.execute_batch(&format!(
                "DROP TABLE IF EXISTS temp.{name}; CREATE TEMP TABLE {name} ({})",
                fields.join(", ")
            ))?;
            let insert = format!("INSERT INTO temp.{name} VALUES ({places})");
            let mut insert = self.connection.prepare(&insert)?;
            for row in rows {
                insert.execute(rusqlite::params_from_iter(row))?;
            }
            Ok(())
        };
        fill().map_err(|error: rusqlite::Error| crate::refusal::plain(&error))
    }

    /// Runs a statement of the store and reads its rows.
    pub(super) fn rows(&self, sql: &str, columns: Vec<Column>) -> rusqlite::Result<Outcome> {
        let mut statement = self.connection.prepare(sql)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        let mut bytes = 0;
        while let Some(row) = found.next()? {
            let cells = (0..names.len()).map(|index| row.get::<_, Cell>(index));
            let cells: Vec<Cell> = cells.collect::<rusqlite::Result<_>>()?;
            bytes += (0..names.len()).map(|index| size(row.get_ref(index))).sum::<usize>();
            rows.push(cells);
            if rows.len() >= MOST_ROWS || bytes > MOST_BYTES {
                break;
            }
        }
        let columns = if columns.len() == names.len() { columns } else { guessed(names, &rows) };
        Ok(Outcome::Rows(Rows { columns, rows }))
    }

    /// Runs a statement that writes.
    pub(super) fn write(&mut self, statement: Statement<'_>, _place: &ServerState) -> Result {
        let read = syntax::read(statement)?;
        let database = self.database.clone();
        let dictionary = self.store.dictionary().clone();
        let mut translator = Translator::new(&dictionary, database.as_deref(), &self.variables);
        let Some(found) = write(&mut translator, &read)? else {
            return Err(SqlError::not_supported("this statement"));
        };
        drop(translator);
        self.begin_unless_autocommit()?;
        self.written(&found).map_err(|error| {
            let asked = Asked::write(statement.text, database.as_deref(), &found);
            explained(&error, &asked, &self.cancel_token, &dictionary)
        })
    }

    fn begin_unless_autocommit(&self) -> std::result::Result<(), SqlError> {
        if self.variables.is_on("autocommit") || self.is_in_transaction() {
            return Ok(());
        }
        self.connection.execute_batch("BEGIN").map_err(|error| crate::refusal::plain(&error))
    }

    fn written(&mut self, write: &Write) -> rusqlite::Result<Outcome> {
        if !write.returning.is_empty() {
            let dictionary = self.store.dictionary().clone();
            let database = self.database.clone();
            let mut typing = Typing::new(&dictionary, database.as_deref(), &self.variables);
            let columns = typing.returning(&write.returning, &write.schema, &write.table.name);
            return self.rows(&write.sql, columns);
        }
        let before = self.count_if(write)?;
        let changed = self.connection.execute(&write.sql, [])? as u64;
        let after = self.count_if(write)?;
        let last = self.connection.last_insert_rowid();
        let is_numbered = write.table.numbered().is_some();
        let (affected_rows, id, warnings) = match write.way {
            Way::Insert { numbered, rows, ignore } => {
                let first =
                    if numbered { last } else { last + 1 - i64::try_from(changed).unwrap_or(1) };
                let passed = if ignore { rows.saturating_sub(changed) } else { 0 };
                (changed, first, passed)
            }
            Way::Replace => (changed + (before + changed).saturating_sub(after), last, 0),
            Way::Upsert => {
                let added = after.saturating_sub(before);
                (added + 2 * changed.saturating_sub(added), last, 0)
            }
            Way::Update | Way::Delete => (changed, 0, 0),
        };
        let last_insert_id = if is_numbered && changed > 0 { id } else { 0 };
        Ok(Outcome::Done(Done { affected_rows, last_insert_id, warnings }))
    }

    /// The number of rows in the table, where the answer depends on it.
    fn count_if(&self, write: &Write) -> rusqlite::Result<u64> {
        if !matches!(write.way, Way::Replace | Way::Upsert) {
            return Ok(0);
        }
        let name = in_quotes(&stored(&write.schema, &write.table.name));
        let count: i64 =
            self.connection
                .query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }
}

fn size(value: rusqlite::Result<ValueRef<'_>>) -> usize {
    match value {
        Ok(ValueRef::Text(bytes) | ValueRef::Blob(bytes)) => bytes.len() + 24,
        _ => 24,
    }
}

/// Columns of which nothing is known but their values.
fn guessed(names: Vec<String>, rows: &[Vec<Cell>]) -> Vec<Column> {
    let shape = |index: usize| {
        let value = rows.iter().filter_map(|row| row.get(index)).find(|cell| **cell != Cell::Null);
        match value {
            Some(Cell::Integer(_)) => Shape::integer(crate::column::SqlType::Bigint, 21).nullable(),
            Some(Cell::Real(_)) => Shape::real(),
            _ => Shape::text(255),
        }
    };
    names
        .into_iter()
        .enumerate()
        .map(|(index, name)| Column::computed(name, shape(index)))
        .collect()
}
