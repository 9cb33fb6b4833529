//! A session on a database server: what it has set, and the statements that it runs.

mod admin;
mod alter;
mod define;
mod describe;
mod query;
mod refused;
mod settings;
mod show;

use super::error::SqlError;
use super::functions::Facts;
use super::guard::{CancelToken, LONGEST_WORK};
use super::outcome::{Outcome, Result};
use super::server_state::ServerState;
use super::splitter::Statement;
use super::store::Store;
use super::syntax;
use super::tokens::{Token, tokens};
use super::variables::Variables;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

/// The most prepared statements of a session.
const MAX_PREPARED: usize = 100;

/// One session.
pub struct Session {
    store: Arc<Store>,
    connection: Connection,
    facts: Facts,
    cancel_token: CancelToken,
    variables: Variables,
    user: String,
    number: u64,
    database: Option<String>,
    transaction_reads_only: bool,
    prepared: BTreeMap<String, String>,
    warnings: Vec<(&'static str, u32, String)>,
}

/// What a statement led to.
pub struct Executed {
    /// Its result.
    pub result: Result,
    /// How long it slept, in simulated time.
    pub slept: Duration,
    /// A connection that it killed, and whether only the statement there.
    pub killed: Option<(u64, bool)>,
    /// Whether it changed data.
    pub wrote: bool,
}

impl Executed {
    /// A statement that could not be run at all.
    #[must_use]
    pub fn failed(error: SqlError) -> Self {
        Self { result: Err(error), slept: Duration::ZERO, killed: None, wrote: false }
    }
}

impl Session {
    /// A session of an account on the data of a cluster.
    ///
    /// # Errors
    /// There is no room for one more, or no such database.
    pub fn open(
        store: Arc<Store>,
        cancel_token: CancelToken,
        user: &str,
        number: u64,
        database: Option<&str>,
    ) -> std::result::Result<Self, SqlError> {
        let facts = Facts::new();
        let connection = store.connect(&facts, &cancel_token)?;
        let mut session = Self {
            store,
            connection,
            facts,
            cancel_token,
            variables: Variables::default(),
            user: user.to_owned(),
            number,
            database: None,
            transaction_reads_only: false,
            prepared: BTreeMap::new(),
            warnings: Vec::new(),
        };
        if let Some(database) = database {
            session.choose(database)?;
        }
        Ok(session)
    }

    /// The database in use.
    #[must_use]
    pub fn database(&self) -> Option<&str> {
        self.database.as_deref()
    }

    /// Whether a transaction is open.
    #[must_use]
    pub fn is_in_transaction(&self) -> bool {
        !self.connection.is_autocommit()
    }

    /// Runs a statement on a server.
    pub fn execute(&mut self, statement: Statement<'_>, server_state: &ServerState) -> Executed {
        self.arrive(server_state);
        let limit = self.variables.number("max_statement_time").filter(|limit| *limit > 0.0);
        let work = limit.map_or(LONGEST_WORK, |limit| {
            Duration::try_from_secs_f64(limit).unwrap_or(LONGEST_WORK)
        });
        self.cancel_token.start(work);
        let mut killed = None;
        let wrote = writes(statement.text);
        let mut result = self.dispatch(statement, server_state, &mut killed);
        let mut slept = std::mem::take(&mut self.facts.lock().slept);
        if limit.is_some() && slept > work {
            slept = work;
            result = Err(SqlError::timed_out());
        }
        self.note(statement, &result);
        let wrote = wrote && result.is_ok() && !self.is_in_transaction();
        Executed { result, slept, killed, wrote }
    }

    fn arrive(&mut self, server_state: &ServerState) {
        self.variables.arrive(server_state, self.number);
        let mut facts = self.facts.lock();
        facts.user.clone_from(&self.user);
        facts.database.clone_from(&self.database);
        facts.connection_id = self.number;
        facts.version.clone_from(&server_state.version);
        facts.now = server_state.now;
        facts.slept = Duration::ZERO;
    }

    /// Keeps what functions and `SHOW WARNINGS` tell of the last statement.
    fn note(&mut self, statement: Statement<'_>, result: &Result) {
        let shows =
            tokens(statement.text).first().is_some_and(|word| word.is(statement.text, "show"));
        if !shows && result.is_err() {
            self.warnings.clear();
        }
        let mut facts = self.facts.lock();
        match result {
            Ok(Outcome::Done(done)) => {
                facts.row_count = i64::try_from(done.affected_rows).unwrap_or(i64::MAX);
                if done.last_insert_id != 0 {
                    facts.last_insert_id = done.last_insert_id;
                }
            }
            Ok(Outcome::Rows(rows)) => {
                facts.row_count = -1;
                facts.found_rows = i64::try_from(rows.rows.len()).unwrap_or(i64::MAX);
            }
            Err(error) => {
                facts.row_count = -1;
                drop(facts);
                self.warnings.push(("Error", error.errno, error.message.clone()));
            }
        }
    }

    fn dispatch(
        &mut self,
        statement: Statement<'_>,
        server_state: &ServerState,
        killed: &mut Option<(u64, bool)>,
    ) -> Result {
        let sql = statement.text;
        let words = tokens(sql);
        let Some(first) = words.first() else {
            return empty(statement);
        };
        if server_state.read_only && writes(sql) {
            return Err(SqlError::read_only());
        }
        if self.transaction_reads_only && self.is_in_transaction() && writes(sql) {
            let message = "Cannot execute statement in a READ ONLY transaction";
            return Err(SqlError::new(1792, "25006", message));
        }
        let word = first.text(sql).to_ascii_lowercase();
        match word.as_str() {
            "show" => self.show(statement, &words, server_state),
            "describe" | "desc" | "explain" => self.explain(statement, &words, server_state),
            "use" => self.use_database(statement, &words),
            "set" => self.set(statement, &words, server_state),
            "begin" | "start" | "commit" | "rollback" | "savepoint" | "release" => {
                self.transact(statement, &words)
            }
            "kill" => self.kill(statement, &words, server_state, killed),
            "create" | "drop" | "alter" | "truncate" | "rename" => {
                self.define(statement, &words, server_state)
            }
            "prepare" | "execute" | "deallocate" => {
                self.prepared(statement, &words, server_state, killed)
            }
            "select" | "with" | "(" | "values" | "table" => self.query(statement, server_state),
            "insert" | "replace" | "update" | "delete" => self.write(statement, server_state),
            _ => self.administer(statement, &words, &word, server_state),
        }
    }
}

/// A comment alone is fine, nothing at all is not.
fn empty(statement: Statement<'_>) -> Result {
    let is_comment = !statement.text.trim().is_empty();
    if is_comment {
        return Ok(Outcome::done());
    }
    if statement.rest.trim_start().starts_with(';') && statement.rest.trim().len() > 1 {
        let is_all = statement.rest.chars().all(|c| c == ';' || c.is_whitespace());
        return Err(if is_all { SqlError::empty() } else { SqlError::syntax(statement.rest, 1) });
    }
    Err(SqlError::empty())
}

/// Whether a statement changes data or what they are made of.
#[must_use]
pub fn writes(sql: &str) -> bool {
    let words = tokens(sql);
    let first = |words: &[Token]| words.first().map(|word| word.text(sql).to_ascii_lowercase());
    match first(&words).as_deref() {
        Some(
            "insert" | "replace" | "update" | "delete" | "create" | "drop" | "alter" | "truncate"
            | "rename" | "grant" | "revoke" | "load" | "call" | "optimize" | "repair",
        ) => true,
        Some("with") => words
            .iter()
            .any(|word| ["insert", "update", "delete"].iter().any(|other| word.is(sql, other))),
        _ => false,
    }
}

/// Whether a statement begins a transaction.
#[must_use]
pub fn begins_transaction(sql: &str) -> bool {
    tokens(sql).first().is_some_and(|word| word.is(sql, "begin") || word.is(sql, "start"))
}

/// Whether a statement has to go to the primary though it changes nothing.
#[must_use]
pub fn needs_primary(sql: &str) -> bool {
    let words = tokens(sql);
    let is_locking = words.windows(2).any(|pair| match pair {
        [one, other] => one.is(sql, "for") && other.is(sql, "update"),
        _ => false,
    });
    writes(sql) || is_locking || words.iter().any(|word| word.is(sql, "last_insert_id"))
}

/// The statement is not understood from a word on.
fn unexpected(statement: Statement<'_>, words: &[Token], index: usize) -> SqlError {
    let start = words.get(index).map_or(statement.text.len(), |word| word.start);
    if start >= statement.text.len() && statement.rest.len() <= statement.text.len() {
        return SqlError::syntax("", statement.text.matches('\n').count() + 1);
    }
    syntax::error_at(statement, start)
}
