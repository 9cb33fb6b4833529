//! What a session sets for itself: its database, its variables, its transactions.

use super::refused::{Asked, explained};
use super::{MAX_PREPARED, Session, unexpected};
use crate::error::SqlError;
use crate::outcome::{Outcome, Result, text};
use crate::server_state::ServerState;
use crate::splitter::Statement;
use crate::syntax;
use crate::tokens::{Kind, Token};
use crate::translate::Translator;
use crate::variables::Setting;

impl Session {
    /// Takes a database into use.
    pub(super) fn choose(&mut self, name: &str) -> std::result::Result<(), SqlError> {
        if !self.store.dictionary().has(name) {
            return Err(SqlError::unknown_database(name));
        }
        self.database = Some(name.to_owned());
        Ok(())
    }

    /// `USE name`
    pub(super) fn use_database(&mut self, statement: Statement<'_>, words: &[Token]) -> Result {
        let [_, name] = words else {
            return Err(unexpected(statement, words, if words.len() < 2 { 1 } else { 2 }));
        };
        self.choose(&name.value)?;
        Ok(Outcome::done())
    }

    /// `SET a = 1, @b = 2, GLOBAL c = DEFAULT`
    pub(super) fn set(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        server_state: &ServerState,
    ) -> Result {
        let sql = statement.text;
        let after = words.get(1..).unwrap_or_default();
        if after.is_empty() {
            return Err(unexpected(statement, words, 1));
        }
        if after.iter().any(|word| word.is(sql, "transaction")) {
            return Ok(Outcome::done());
        }
        if after.first().is_some_and(|word| {
            word.is(sql, "names") || word.is(sql, "charset") || word.is(sql, "character")
        }) {
            return Ok(Outcome::done());
        }
        if let Some(at) = words.iter().position(|word| word.is(sql, "statement"))
            && let Some(end) = words.iter().position(|word| word.is(sql, "for"))
        {
            return self.set_for_one(statement, words, at, end, server_state);
        }
        let mut index = 1;
        for part in split_at_commas(sql, after) {
            self.assign(statement, words, index, part)?;
            index += part.len() + 1;
        }
        Ok(Outcome::done())
    }

    /// `SET STATEMENT a = 1 FOR SELECT ...`
    fn set_for_one(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        at: usize,
        end: usize,
        server_state: &ServerState,
    ) -> Result {
        let kept = self.variables.clone();
        for part in split_at_commas(statement.text, words.get(at + 1..end).unwrap_or_default()) {
            self.assign(statement, words, at + 1, part)?;
        }
        let start = words.get(end + 1).map_or(statement.text.len(), |word| word.start);
        let inner = statement.text.get(start..).unwrap_or_default();
        let rest = statement.rest.get(start..).unwrap_or_default();
        let limit = self.variables.number("max_statement_time").filter(|limit| *limit > 0.0);
        let result = self.dispatch(Statement { text: inner, rest }, server_state, &mut None);
        self.variables = kept;
        let slept = self.facts.lock().slept.as_secs_f64();
        if limit.is_some_and(|limit| slept > limit) {
            return Err(SqlError::timed_out());
        }
        result
    }

    fn assign(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        index: usize,
        part: &[Token],
    ) -> std::result::Result<(), SqlError> {
        let sql = statement.text;
        let is_scope =
            |word: &Token| ["global", "session", "local"].iter().any(|scope| word.is(sql, scope));
        let skipped = usize::from(part.first().is_some_and(is_scope));
        let [name, sign, value @ ..] = part.get(skipped..).unwrap_or_default() else {
            return Err(unexpected(statement, words, index + part.len()));
        };
        if !matches!(sign.text(sql), "=" | ":=") || value.is_empty() {
            return Err(unexpected(statement, words, index + skipped + 1));
        }
        let start = value.first().map_or(0, |word| word.start);
        let end = value.last().map_or(0, |word| word.end);
        let written = sql.get(start..end).unwrap_or_default();
        let name = name.text(sql);
        if let Some(own) = name.strip_prefix('@').filter(|rest| !rest.starts_with('@')) {
            let setting = self.evaluate(written)?;
            self.variables.set_own(own.trim_matches('`'), setting);
            return Ok(());
        }
        let bare = name.trim_start_matches('@').rsplit('.').next().unwrap_or_default();
        let bare = bare.trim_matches('`');
        let is_default = written.eq_ignore_ascii_case("default");
        let is_word = value.len() == 1
            && value.iter().all(|word| matches!(word.kind, Kind::Word | Kind::Name))
            && !written.starts_with('@');
        let setting = match (is_default, is_word) {
            (true, _) => None,
            (false, true) => Some(Setting::read(written)),
            (false, false) => Some(self.evaluate(written)?),
        };
        if !self.variables.change(bare, setting) {
            return Err(SqlError::unknown_variable(bare));
        }
        if bare.eq_ignore_ascii_case("autocommit") && self.variables.is_on("autocommit") {
            self.end_transaction("COMMIT")?;
        }
        Ok(())
    }

    /// The value of an expression.
    pub(super) fn evaluate(&self, written: &str) -> std::result::Result<Setting, SqlError> {
        let mut expr = syntax::expression(written)?;
        let dictionary = self.store.dictionary().clone();
        let mut translator =
            Translator::new(&dictionary, self.database.as_deref(), &self.variables);
        translator.expr(&mut expr)?;
        let found = self.connection.query_row(&format!("SELECT {expr}"), [], |row| row.get(0));
        let cell: rusqlite::types::Value = found.map_err(|error| {
            let asked = Asked::query(written, self.database.as_deref());
            explained(&error, &asked, &self.cancel_token, &dictionary)
        })?;
        Ok(match cell {
            rusqlite::types::Value::Null => Setting::Null,
            rusqlite::types::Value::Integer(_) | rusqlite::types::Value::Real(_) => {
                Setting::Number(text(&cell))
            }
            other => Setting::Text(text(&other)),
        })
    }

    /// `BEGIN`, `COMMIT`, `SAVEPOINT` and the like.
    pub(super) fn transact(&mut self, statement: Statement<'_>, words: &[Token]) -> Result {
        let sql = statement.text;
        let has = |word: &str| words.iter().any(|token| token.is(sql, word));
        let first =
            words.first().map(|word| word.text(sql).to_ascii_lowercase()).unwrap_or_default();
        match first.as_str() {
            "begin" | "start" => {
                if first == "start" && !has("transaction") {
                    return Err(unexpected(statement, words, 1));
                }
                self.end_transaction("COMMIT")?;
                self.transaction_reads_only = has("only");
                self.run_own("BEGIN")?;
            }
            "rollback" if has("to") => {
                let name = words.last().map(|word| word.value.clone()).unwrap_or_default();
                self.savepoint("ROLLBACK TO", &name)?;
            }
            "savepoint" | "release" => {
                let name = words.last().map(|word| word.value.clone()).unwrap_or_default();
                if first == "savepoint" && !self.is_in_transaction() {
                    return Ok(Outcome::done());
                }
                self.savepoint(if first == "savepoint" { "SAVEPOINT" } else { "RELEASE" }, &name)?;
            }
            "rollback" => self.end_transaction("ROLLBACK")?,
            _ => self.end_transaction("COMMIT")?,
        }
        Ok(Outcome::done())
    }

    fn savepoint(&self, word: &str, name: &str) -> std::result::Result<(), SqlError> {
        let sql = format!("{word} {}", crate::names::in_quotes(name));
        self.connection
            .execute_batch(&sql)
            .map_err(|_| SqlError::new(1305, "42000", format!("SAVEPOINT {name} does not exist")))
    }

    /// Ends the transaction that is open, if one is.
    pub(super) fn end_transaction(&mut self, word: &str) -> std::result::Result<(), SqlError> {
        self.transaction_reads_only = false;
        if !self.is_in_transaction() {
            return Ok(());
        }
        self.run_own(word)
    }

    fn run_own(&self, sql: &str) -> std::result::Result<(), SqlError> {
        self.connection.execute_batch(sql).map_err(|error| crate::refusal::plain(&error))
    }

    /// `KILL [QUERY|CONNECTION] id`
    pub(super) fn kill(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        server_state: &ServerState,
        killed: &mut Option<(u64, bool)>,
    ) -> Result {
        let sql = statement.text;
        let number = words.last().and_then(|word| word.text(sql).parse::<u64>().ok());
        let Some(number) = number else {
            return Err(unexpected(statement, words, 1));
        };
        let only_query = words.iter().any(|word| word.is(sql, "query"));
        if !server_state.processes.iter().any(|process| process.id == number) {
            let message = format!("Unknown thread id: {number}");
            return Err(SqlError::new(1094, "HY000", message));
        }
        *killed = Some((number, only_query));
        Ok(Outcome::done())
    }

    /// `PREPARE name FROM 'text'`, `EXECUTE name`, `DEALLOCATE PREPARE name`
    pub(super) fn prepared(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        server_state: &ServerState,
        killed: &mut Option<(u64, bool)>,
    ) -> Result {
        let sql = statement.text;
        let unknown = |name: &str, what: &str| {
            let message = format!("Unknown prepared statement handler ({name}) given to {what}");
            SqlError::new(1243, "HY000", message)
        };
        match words {
            [word, name, from, text] if word.is(sql, "prepare") && from.is(sql, "from") => {
                if self.prepared.len() >= MAX_PREPARED {
                    return Err(SqlError::not_supported("more prepared statements"));
                }
                self.prepared.insert(name.value.clone(), text.value.clone());
                Ok(Outcome::done())
            }
            [word, name, ..] if word.is(sql, "execute") => {
                let name = name.value.clone();
                let text = self.prepared.get(&name).cloned();
                let text = text.ok_or_else(|| unknown(&name, "EXECUTE"))?;
                let is_nested = crate::tokens::tokens(&text)
                    .first()
                    .is_some_and(|first| first.is(&text, "execute"));
                if is_nested {
                    return Err(SqlError::not_supported("EXECUTE in a prepared statement"));
                }
                self.dispatch(Statement { text: &text, rest: &text }, server_state, killed)
            }
            [_, word, name] if word.is(sql, "prepare") => {
                let name = name.value.clone();
                let found = self.prepared.remove(&name);
                found.map(|_| Outcome::done()).ok_or_else(|| unknown(&name, "DEALLOCATE PREPARE"))
            }
            _ => Err(unexpected(statement, words, 1)),
        }
    }
}

/// The parts between commas that are not in parentheses.
fn split_at_commas<'a>(sql: &str, words: &'a [Token]) -> Vec<&'a [Token]> {
    let mut depth = 0_i32;
    words
        .split(|word| {
            match word.text(sql) {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            depth == 0 && word.text(sql) == ","
        })
        .collect()
}
