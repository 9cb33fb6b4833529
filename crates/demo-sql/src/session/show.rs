//! `SHOW`.

mod creation;
mod server;
mod tables;

use super::{Session, unexpected};
use crate::column::{Column, flag};
use crate::dictionary::information::SCHEMA;
use crate::dictionary::types::Declared;
use crate::error::SqlError;
use crate::names::{in_backticks, quoted};
use crate::outcome::{Outcome, Result, Rows};
use crate::server_state::ServerState;
use crate::splitter::Statement;
use crate::syntax;
use crate::tokens::Token;
use crate::translate::Translator;
use server::{master, nothing, replica, routines, variables};

type Maybe<T> = std::result::Result<T, SqlError>;

/// A `SHOW` taken apart.
struct Request<'a> {
    statement: Statement<'a>,
    words: &'a [Token],
    /// The words after `SHOW`, without `FULL` and the like, up to `FROM`, `LIKE` or `WHERE`.
    what: Vec<String>,
    full: bool,
    /// The words after each `FROM` or `IN`, in order.
    from: Vec<&'a [Token]>,
    like: Option<String>,
    filter: Option<&'a str>,
}

impl Session {
    /// `SHOW ...`
    pub(super) fn show(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        server_state: &ServerState,
    ) -> Result {
        let request = read(statement, words);
        let what: Vec<&str> = request.what.iter().map(String::as_str).collect();
        let rows = match what.as_slice() {
            ["databases" | "schemas"] => self.databases(),
            ["tables"] => self.tables(&request, server_state)?,
            ["table", "status"] => self.table_status(&request, server_state)?,
            ["columns" | "fields"] => {
                let (schema, table) = self.target(&request)?;
                let rows = self.column_rows(&schema, &table, request.full)?;
                return self.filtered(rows, &request);
            }
            ["index" | "indexes" | "keys"] => self.indexes(&request, server_state)?,
            ["create", kind, ..] => return self.creation(&request, kind),
            ["variables"] => variables(&self.variables.all()),
            ["status"] => self.status(server_state),
            ["processlist"] => self.processes(&request, server_state),
            ["warnings" | "errors"] => self.warned(),
            ["engines"] => self.table_as(
                "ENGINES",
                &["Engine", "Support", "Comment", "Transactions", "XA", "Savepoints"],
                server_state,
            ),
            ["character", "set"] | ["charset"] => self.character_sets(server_state),
            ["collation"] => self.table_as(
                "COLLATIONS",
                &["Collation", "Charset", "Id", "Default", "Compiled", "Sortlen"],
                server_state,
            ),
            ["grants", ..] => self.grants(),
            ["triggers"] => self.table_as("TRIGGERS", &[], server_state),
            ["procedure" | "function", "status"] => routines(),
            ["master", "status"] | ["binlog", "status"] => master(server_state),
            ["slave" | "replica", "status"] | ["all", "slaves" | "replicas", "status"] => replica(),
            ["binary", "logs"]
            | ["master", "logs"]
            | ["plugins"]
            | ["open", "tables"]
            | ["events"] => nothing(),
            _ => return Err(unexpected(statement, words, 1)),
        };
        self.filtered(rows, &request)
    }

    /// The rows that `LIKE` or `WHERE` leaves.
    fn filtered(&self, rows: Rows, request: &Request<'_>) -> Result {
        let condition = match (&request.like, request.filter) {
            (Some(pattern), _) => {
                let first = rows.columns.first().map(|column| in_backticks(&column.name));
                format!("{} LIKE {} ESCAPE '\\'", first.unwrap_or_default(), quoted(pattern))
            }
            (None, Some(written)) => self.condition(written)?,
            (None, None) => return Ok(Outcome::Rows(rows)),
        };
        self.keep("show", &rows.columns, &rows.rows)?;
        let sql = format!("SELECT * FROM temp.\"show\" WHERE {condition}");
        self.rows(&sql, rows.columns).map_err(|error| {
            let message = crate::refusal::message(&error);
            let name = message.rsplit(": ").next().unwrap_or_default().split(' ').next();
            SqlError::unknown_column(name.unwrap_or_default(), "WHERE")
        })
    }

    fn condition(&self, written: &str) -> Maybe<String> {
        let mut expr = syntax::expression(written)?;
        let dictionary = self.store.dictionary().clone();
        let mut translator =
            Translator::new(&dictionary, self.database.as_deref(), &self.variables);
        translator.expr(&mut expr)?;
        Ok(expr.to_string())
    }
}

fn read<'a>(statement: Statement<'a>, words: &'a [Token]) -> Request<'a> {
    let sql = statement.text;
    let full = words.iter().take(2).any(|word| word.is(sql, "full") || word.is(sql, "extended"));
    let skipped = ["full", "extended", "global", "session", "local", "storage"];
    let ends = ["from", "in", "like", "where"];
    let mut what = Vec::new();
    let mut from: Vec<&[Token]> = Vec::new();
    let (mut like, mut filter) = (None, None);
    let mut rest = words.get(1..).unwrap_or_default();
    while let Some((word, after)) = rest.split_first() {
        let is_end = |word: &Token| ends.iter().any(|end| word.is(sql, end));
        let length = after.iter().position(is_end).unwrap_or(after.len());
        if word.is(sql, "from") || word.is(sql, "in") {
            let (names, others) = after.split_at(length);
            from.push(names);
            rest = others;
        } else if word.is(sql, "like") {
            like = after.first().map(|pattern| pattern.value.clone());
            break;
        } else if word.is(sql, "where") {
            filter = after.first().and_then(|first| sql.get(first.start..));
            break;
        } else {
            if !skipped.iter().any(|other| word.is(sql, other)) {
                what.push(word.text(sql).to_ascii_lowercase());
            }
            rest = after;
        }
    }
    Request { statement, words, what, full, from, like, filter }
}

/// A column as it comes from information_schema.
fn told(name: &str, table: &str, written: &str) -> Column {
    let mut shape = Declared::read(written).shape;
    shape.flags |= flag::NO_DEFAULT | flag::NOT_NULL;
    Column { name: name.to_owned(), table: table.to_owned(), schema: SCHEMA.to_owned(), shape }
}
