//! The rows of information_schema that tell of the server itself.

use super::Source;
use super::rows::{COLLATION, maybe, text};
use rusqlite::types::Value as Cell;

pub fn engines() -> Vec<Vec<Cell>> {
    let row = |name: &str, support: &str, comment: &str, yes: &str| {
        vec![text(name), text(support), text(comment), text(yes), text(yes), text(yes)]
    };
    vec![
        row("InnoDB", "DEFAULT", "Transactions, row locks and foreign keys", "YES"),
        row("MEMORY", "YES", "Kept in memory only", "NO"),
        row("MyISAM", "YES", "Without transactions", "NO"),
        row("Aria", "YES", "Survives crashes, without transactions", "NO"),
    ]
}

pub fn character_sets() -> Vec<Vec<Cell>> {
    let row = |name: &str, collation: &str, about: &str, most: i64| {
        vec![text(name), text(collation), text(about), Cell::Integer(most)]
    };
    vec![
        row("ascii", "ascii_general_ci", "US ASCII", 1),
        row("binary", "binary", "Binary pseudo charset", 1),
        row("latin1", "latin1_swedish_ci", "cp1252 West European", 1),
        row("utf8mb3", "utf8mb3_general_ci", "UTF-8 Unicode", 3),
        row("utf8mb4", COLLATION, "UTF-8 Unicode", 4),
    ]
}

pub fn collations() -> Vec<Vec<Cell>> {
    let row = |name: &str, charset: &str, id: i64, is_default: bool| {
        let is_default = text(if is_default { "Yes" } else { "" });
        vec![
            text(name),
            text(charset),
            Cell::Integer(id),
            is_default,
            text("Yes"),
            Cell::Integer(1),
        ]
    };
    vec![
        row("ascii_general_ci", "ascii", 11, true),
        row("binary", "binary", 63, true),
        row("latin1_swedish_ci", "latin1", 8, true),
        row("utf8mb3_general_ci", "utf8mb3", 33, true),
        row(COLLATION, "utf8mb4", 45, true),
        row("utf8mb4_bin", "utf8mb4", 46, false),
        row("utf8mb4_unicode_ci", "utf8mb4", 224, false),
    ]
}

pub fn processes(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let row = |process: &crate::server_state::Process| {
        let is_busy = process.statement.is_some();
        vec![
            Cell::Integer(i64::try_from(process.id).unwrap_or(i64::MAX)),
            text(&process.user),
            text(&process.host),
            maybe(process.database.as_deref()),
            text(if is_busy { "Query" } else { "Sleep" }),
            Cell::Integer(i64::try_from(process.seconds).unwrap_or(i64::MAX)),
            text(""),
            maybe(process.statement.as_deref()),
        ]
    };
    source.server_state.processes.iter().map(row).collect()
}

pub fn variables(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let row = |(name, value): (String, String)| vec![text(name.to_uppercase()), text(value)];
    source.variables.all().into_iter().map(row).collect()
}
