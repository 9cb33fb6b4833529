//! What the store refuses, told in terms of the statement that was asked for.

use crate::dictionary::Dictionary;
use crate::dictionary::write::constraint;
use crate::error::SqlError;
use crate::guard::CancelToken;
use crate::refusal;
use crate::tokens::{Kind, tokens};
use crate::translate::{Way, Write};

/// A statement that was asked for.
pub struct Asked<'a> {
    sql: &'a str,
    database: &'a str,
    write: Option<&'a Write>,
}

impl<'a> Asked<'a> {
    /// A query.
    pub fn query(sql: &'a str, database: Option<&'a str>) -> Self {
        Self { sql, database: database.unwrap_or_default(), write: None }
    }

    /// A statement that writes.
    pub fn write(sql: &'a str, database: Option<&'a str>, write: &'a Write) -> Self {
        Self { sql, database: database.unwrap_or_default(), write: Some(write) }
    }
}

/// The error in MariaDB's words.
pub fn explained(
    error: &rusqlite::Error,
    asked: &Asked<'_>,
    cancel_token: &CancelToken,
    dictionary: &Dictionary,
) -> SqlError {
    if let Some(stopped) = refusal::stopped(error, cancel_token) {
        return stopped;
    }
    let message = refusal::message(error);
    let after = |start: &str| {
        let rest = message.split_once(start)?.1;
        Some(
            rest.split(" in SELECT")
                .next()
                .unwrap_or(rest)
                .split(" in \"")
                .next()?
                .trim()
                .to_owned(),
        )
    };
    let plain = |errno, state, text: &str| SqlError::new(errno, state, text);
    if let Some(name) = after("no such column: ") {
        let name = name.replace('"', "");
        return SqlError::unknown_column(&name, clause(asked, &name));
    }
    if let Some(name) = after("ambiguous column name: ") {
        if let Some(alias) = name.strip_prefix("main.").and_then(|rest| rest.split('.').next()) {
            return plain(1066, "42000", &format!("Not unique table/alias: '{alias}'"));
        }
        return plain(
            1052,
            "23000",
            &format!("Column '{name}' in {} is ambiguous", clause(asked, &name)),
        );
    }
    if let Some(name) = after("no such function: ") {
        let name = as_written(asked.sql, &name);
        return plain(1305, "42000", &format!("FUNCTION {}.{name} does not exist", asked.database));
    }
    if let Some(name) = after("wrong number of arguments to function ") {
        let name = as_written(asked.sql, name.trim_end_matches("()"));
        let text = format!("Incorrect parameter count in the call to native function '{name}'");
        return plain(1582, "42000", &text);
    }
    if let Some(rest) = after("constraint failed: ") {
        return broken_rule(&message, &rest, asked, dictionary)
            .unwrap_or_else(|| refusal::plain(error));
    }
    if message.contains("FOREIGN KEY constraint failed") {
        return broken_link(asked, dictionary);
    }
    told_apart(&message).unwrap_or_else(|| refusal::plain(error))
}

fn told_apart(message: &str) -> Option<SqlError> {
    let (errno, state, text) = if message.contains("do not have the same number of result columns")
    {
        (1222, "21000", "The used SELECT statements have a different number of columns")
    } else if message.contains("misuse of") {
        (1111, "HY000", "Invalid use of group function")
    } else if message.contains("sub-select returns") || message.contains("row value misused") {
        (1241, "21000", "Operand should contain 1 column(s)")
    } else if message.contains("values for") {
        (1136, "21S01", "Column count doesn't match value count at row 1")
    } else if message.contains("Expression tree is too large") || message.contains("too many") {
        (1436, "HY000", "Thread stack overrun: the statement is too large for this simulation")
    } else if message.contains("near \"") || message.contains("unrecognized token") {
        return Some(SqlError::not_supported("this form of the statement"));
    } else {
        return None;
    };
    Some(SqlError::new(errno, state, text))
}

/// A word as the statement has it.
fn as_written(sql: &str, name: &str) -> String {
    let found = tokens(sql).into_iter().find(|token| token.is(sql, name));
    found.map_or_else(|| name.to_owned(), |token| token.text(sql).to_owned())
}

/// The clause in which a column is named first.
fn clause(asked: &Asked<'_>, name: &str) -> &'static str {
    let last = name.rsplit('.').next().unwrap_or(name);
    let mut clause = "SELECT";
    for token in tokens(asked.sql) {
        let text = token.text(asked.sql);
        if token.value.eq_ignore_ascii_case(last) && token.kind != Kind::Text {
            return clause;
        }
        clause = match text.to_ascii_uppercase().as_str() {
            "SELECT" => "SELECT",
            "WHERE" => "WHERE",
            "ON" => "ON",
            "HAVING" => "HAVING",
            "GROUP" => "GROUP BY",
            "ORDER" => "ORDER BY",
            "SET" => "SET",
            "VALUES" => "VALUES",
            _ => clause,
        };
    }
    clause
}

/// A rule of the table is broken: a value twice, NULL, too long, of the wrong type.
fn broken_rule(
    message: &str,
    rest: &str,
    asked: &Asked<'_>,
    dictionary: &Dictionary,
) -> Option<SqlError> {
    let write = asked.write?;
    let table = dictionary.table(&write.schema, &write.table.name).ok()?;
    let column = rest.rsplit(['.', ' ']).next()?;
    let value = |column: &str| -> String {
        let values = write.values.iter().find(|(name, _)| name.eq_ignore_ascii_case(column));
        let first = values.and_then(|(_, values)| values.first());
        first.map(|text| text.trim_matches('\'').to_owned()).unwrap_or_default()
    };
    if message.starts_with("UNIQUE") {
        let columns: Vec<&str> =
            rest.split(", ").filter_map(|part| part.rsplit('.').next()).collect();
        let index = table.indexes.iter().find(|index| index.unique && index.columns == columns)?;
        let entry: Vec<String> = columns.iter().map(|column| value(column)).collect();
        let text = format!("Duplicate entry '{}' for key '{}'", entry.join("-"), index.name);
        return Some(SqlError::new(1062, "23000", text));
    }
    if message.starts_with("NOT NULL") {
        return Some(SqlError::new(1048, "23000", format!("Column '{column}' cannot be null")));
    }
    let rule = rest.split(' ').next()?;
    Some(match rule {
        "length" => {
            SqlError::new(1406, "22001", format!("Data too long for column '{column}' at row 1"))
        }
        "range" => SqlError::new(
            1264,
            "22003",
            format!("Out of range value for column '{column}' at row 1"),
        ),
        "enum" => {
            SqlError::new(1265, "01000", format!("Data truncated for column '{column}' at row 1"))
        }
        _ => {
            let (schema, name) = (&write.schema, &write.table.name);
            let text = format!(
                "Incorrect integer value: '{}' for column `{schema}`.`{name}`.`{column}` at row 1",
                value(column)
            );
            SqlError::new(1366, "22007", text)
        }
    })
}

/// A row points to nothing, or something points to a row that goes.
fn broken_link(asked: &Asked<'_>, dictionary: &Dictionary) -> SqlError {
    let child = |what: &str| {
        let text =
            format!("Cannot add or update a child row: a foreign key constraint fails ({what})");
        SqlError::new(1452, "23000", text)
    };
    let Some(write) = asked.write else {
        return child("");
    };
    let is_named = |columns: &[String]| write.values.iter().any(|(name, _)| columns.contains(name));
    let own = write.table.foreign_keys.iter().find(|key| is_named(&key.columns));
    if let Some(key) = own.filter(|_| write.way != Way::Delete) {
        return child(&constraint(&write.table, &write.schema, key));
    }
    let pointing = dictionary.all().find_map(|(schema, table)| {
        let key = table.foreign_keys.iter().find(|key| {
            key.table == write.table.name
                && key.schema == write.schema
                && key.on_delete == "RESTRICT"
        })?;
        Some(constraint(table, schema, key))
    });
    let text = format!(
        "Cannot delete or update a parent row: a foreign key constraint fails ({})",
        pointing.unwrap_or_default()
    );
    SqlError::new(1451, "23000", text)
}
