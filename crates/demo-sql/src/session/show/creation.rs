//! `SHOW CREATE`.

use super::Request;
use crate::column::{Column, Shape};
use crate::dictionary::write::for_people;
use crate::error::SqlError;
use crate::names::in_backticks;
use crate::outcome::{Outcome, Result, Rows};
use crate::session::Session;
use rusqlite::types::Value as Cell;

impl Session {
    /// `SHOW CREATE TABLE` and the like.
    pub(super) fn creation(&self, request: &Request<'_>, kind: &str) -> Result {
        let sql = request.statement.text;
        let sure = |name: &str, length| Column::computed(name, Shape::text(length).not_null());
        let skipped =
            ["show", "create", "table", "view", "database", "schema", "if", "not", "exists"];
        let at =
            request.words.iter().position(|word| !skipped.iter().any(|other| word.is(sql, other)));
        let name = at.and_then(|at| request.words.get(at..)).unwrap_or_default();
        let dictionary = self.store.dictionary();
        if matches!(kind, "database" | "schema") {
            let name = name.first().map(|word| word.value.clone()).unwrap_or_default();
            if !dictionary.has(&name) {
                return Err(SqlError::unknown_database(&name));
            }
            let made = format!(
                "CREATE DATABASE {} /*!40100 DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci */",
                in_backticks(&name)
            );
            let columns = vec![sure("Database", 64), sure("Create Database", 1024)];
            return Ok(Outcome::Rows(Rows {
                columns,
                rows: vec![vec![Cell::Text(name), Cell::Text(made)]],
            }));
        }
        if !matches!(kind, "table" | "view") {
            return Err(SqlError::not_supported(sql));
        }
        let (schema, name) = self.dotted(request.statement, request.words, name)?;
        let table = dictionary.table(&schema, &name)?;
        let Some(behind) = &table.view else {
            if kind == "view" {
                return Err(SqlError::new(
                    1347,
                    "HY000",
                    format!("'{schema}.{name}' is not of type 'VIEW'"),
                ));
            }
            let next = table.numbered().and_then(|_| self.store.next_number(&schema, &name));
            let made = for_people(table, &schema, next);
            let columns = vec![sure("Table", 64), sure("Create Table", 1024)];
            return Ok(Outcome::Rows(Rows {
                columns,
                rows: vec![vec![Cell::Text(name), Cell::Text(made)]],
            }));
        };
        let made = format!(
            "CREATE ALGORITHM=UNDEFINED DEFINER=`maxuser`@`%` SQL SECURITY DEFINER VIEW {} AS {behind}",
            in_backticks(&name)
        );
        let columns = vec![
            sure("View", 64),
            sure("Create View", 1024),
            sure("character_set_client", 32),
            sure("collation_connection", 32),
        ];
        let cells = [name, made, "utf8mb4".to_owned(), "utf8mb4_general_ci".to_owned()];
        Ok(Outcome::Rows(Rows { columns, rows: vec![cells.map(Cell::Text).to_vec()] }))
    }
}
