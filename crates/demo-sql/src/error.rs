//! Errors of the database, in MariaDB's numbers and words.

use serde_json::{Value, json};

/// How much of a statement a syntax error quotes, in characters.
const QUOTED: usize = 80;

/// An error that a statement ends with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SqlError {
    /// The number.
    pub errno: u32,
    /// The class, as SQL has it.
    pub sqlstate: &'static str,
    /// The text.
    pub message: String,
}

impl SqlError {
    /// An error.
    #[must_use]
    pub fn new(errno: u32, sqlstate: &'static str, message: impl Into<String>) -> Self {
        Self { errno, sqlstate, message: message.into() }
    }

    /// The statement is not understood from here on.
    #[must_use]
    pub fn syntax(rest: &str, line: usize) -> Self {
        let near: String = rest.chars().take(QUOTED).collect();
        let message = format!(
            "You have an error in your SQL syntax; check the manual that corresponds to your \
             MariaDB server version for the right syntax to use near '{near}' at line {line}"
        );
        Self::new(1064, "42000", message)
    }

    /// A statement without content.
    #[must_use]
    pub fn empty() -> Self {
        Self::new(1065, "42000", "Query was empty")
    }

    /// No database was chosen.
    #[must_use]
    pub fn no_database() -> Self {
        Self::new(1046, "3D000", "No database selected")
    }

    /// There is no such database.
    #[must_use]
    pub fn unknown_database(name: &str) -> Self {
        Self::new(1049, "42000", format!("Unknown database '{name}'"))
    }

    /// There is no such table.
    #[must_use]
    pub fn no_such_table(schema: &str, table: &str) -> Self {
        Self::new(1146, "42S02", format!("Table '{schema}.{table}' doesn't exist"))
    }

    /// There is no such column; the clause is where it was named.
    #[must_use]
    pub fn unknown_column(name: &str, clause: &str) -> Self {
        Self::new(1054, "42S22", format!("Unknown column '{name}' in '{clause}'"))
    }

    /// There is no such system variable.
    #[must_use]
    pub fn unknown_variable(name: &str) -> Self {
        Self::new(1193, "HY000", format!("Unknown system variable '{name}'"))
    }

    /// The server takes no writes.
    #[must_use]
    pub fn read_only() -> Self {
        Self::new(
            1290,
            "HY000",
            "The MariaDB server is running with the --read-only option so it cannot execute this \
             statement",
        )
    }

    /// The statement was killed.
    #[must_use]
    pub fn interrupted() -> Self {
        Self::new(1317, "70100", "Query execution was interrupted")
    }

    /// The statement took longer than `max_statement_time`.
    #[must_use]
    pub fn timed_out() -> Self {
        Self::new(1969, "70100", "Query execution was interrupted (max_statement_time exceeded)")
    }

    /// The connection broke while a statement ran.
    #[must_use]
    pub fn lost() -> Self {
        Self::new(2013, "HY000", "Lost connection to server during query")
    }

    /// The connection was broken already.
    #[must_use]
    pub fn gone() -> Self {
        Self::new(2006, "HY000", "Server has gone away")
    }

    /// MariaDB can do this, the simulation cannot.
    #[must_use]
    pub fn not_supported(what: &str) -> Self {
        let message = format!("This version of MariaDB doesn't yet support '{what}'");
        Self::new(1235, "42000", message)
    }

    /// The error among the results of a query.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "errno": self.errno, "message": self.message, "sqlstate": self.sqlstate })
    }
}
