//! Statements for administrators, and those that the simulation does not have.

use super::{Session, unexpected};
use crate::column::{Column, Shape};
use crate::error::SqlError;
use crate::outcome::{Outcome, Result, Rows};
use crate::server_state::ServerState;
use crate::splitter::Statement;
use crate::tokens::Token;
use rusqlite::types::Value as Cell;

impl Session {
    /// Runs what is left.
    pub(super) fn administer(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        word: &str,
        server_state: &ServerState,
    ) -> Result {
        let sql = statement.text;
        match word {
            "analyze" | "check" | "optimize" | "repair" | "checksum" => {
                if words.get(1).is_some_and(|next| next.is(sql, "table")) {
                    return self.maintain(statement, words, word);
                }
                let start = words.get(1).map_or(sql.len(), |next| next.start);
                let inner = sql.get(start..).unwrap_or_default();
                let rest = statement.rest.get(start..).unwrap_or_default();
                self.explain(
                    Statement { text: inner, rest },
                    words.get(1..).unwrap_or_default(),
                    server_state,
                )
            }
            "lock" | "unlock" | "flush" | "reset" | "purge" => match words.len() {
                1 => Err(unexpected(statement, words, 1)),
                _ => {
                    self.end_transaction("COMMIT")?;
                    Ok(Outcome::done())
                }
            },
            "do" => {
                let start = words.get(1).ok_or_else(|| unexpected(statement, words, 1))?.start;
                self.evaluate(sql.get(start..).unwrap_or_default())?;
                Ok(Outcome::done())
            }
            "call" => {
                let name = words.get(1).map(|name| name.value.clone()).unwrap_or_default();
                let database = self.database.clone().ok_or_else(SqlError::no_database)?;
                let message = format!("PROCEDURE {database}.{name} does not exist");
                Err(SqlError::new(1305, "42000", message))
            }
            "grant" | "revoke" | "load" | "handler" | "install" | "uninstall" | "stop"
            | "change" | "backup" | "xa" | "signal" | "binlog" | "shutdown" | "help" => {
                Err(SqlError::not_supported(word.to_uppercase().as_str()))
            }
            _ => Err(unexpected(statement, words, 0)),
        }
    }

    /// `ANALYZE TABLE a, b` and the like.
    fn maintain(&mut self, statement: Statement<'_>, words: &[Token], word: &str) -> Result {
        let sql = statement.text;
        let wide = |name, length| Column::computed(name, Shape::text(length));
        let columns = vec![
            wide("Table", 128),
            wide("Op", 10),
            wide("Msg_type", 10),
            wide("Msg_text", 393_216),
        ];
        let mut rows = Vec::new();
        for name in words.get(2..).unwrap_or_default().split(|word| word.text(sql) == ",") {
            let (schema, table) = self.dotted(statement, words, name)?;
            let full = format!("{schema}.{table}");
            let row = |kind: &str, text: String| {
                [full.clone(), word.to_owned(), kind.to_owned(), text].map(Cell::Text).to_vec()
            };
            match self.store.dictionary().table(&schema, &table) {
                Ok(_) => rows.push(row("status", "OK".to_owned())),
                Err(error) => {
                    rows.push(row("Error", error.message));
                    rows.push(row("status", "Operation failed".to_owned()));
                }
            }
        }
        Ok(Outcome::Rows(Rows { columns, rows }))
    }

    /// A name like `a` or `a.b`.
    pub(super) fn dotted(
        &self,
        statement: Statement<'_>,
        words: &[Token],
        name: &[Token],
    ) -> std::result::Result<(String, String), SqlError> {
        let sql = statement.text;
        match name {
            [table] => {
                let database = self.database.clone().ok_or_else(SqlError::no_database)?;
                Ok((database, table.value.clone()))
            }
            [schema, dot, table] if dot.text(sql) == "." => {
                Ok((schema.value.clone(), table.value.clone()))
            }
            _ => {
                let at = name.first().and_then(|first| words.iter().position(|word| word == first));
                Err(unexpected(statement, words, at.unwrap_or(words.len())))
            }
        }
    }
}
