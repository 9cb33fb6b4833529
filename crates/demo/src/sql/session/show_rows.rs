//! Columns and rows that `SHOW` answers with.

use crate::sql::column::{Column, Shape, SqlType, flag};
use crate::sql::dictionary::information::{self, SCHEMA};
use crate::sql::dictionary::table::{Field, Table};
use crate::sql::dictionary::types::Declared;
use crate::sql::outcome::Rows;
use crate::sql::place::Place;
use rusqlite::types::Value as Cell;

/// A column as it comes from information_schema.
pub(super) fn told(name: &str, table: &str, written: &str) -> Column {
    let mut shape = Declared::read(written).shape;
    shape.flags |= flag::NO_DEFAULT | flag::NOT_NULL;
    Column { name: name.to_owned(), table: table.to_owned(), schema: SCHEMA.to_owned(), shape }
}

pub(super) fn capitalized(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub(super) fn column_columns(full: bool) -> Vec<Column> {
    let named = |name: &str, written: &str| told(name, "COLUMNS", written);
    let mut nullable = named("Default", "longtext");
    nullable.shape.flags &= !flag::NOT_NULL;
    let mut columns = vec![named("Field", "varchar(64)"), named("Type", "longtext")];
    if full {
        let mut collation = named("Collation", "varchar(64)");
        collation.shape.flags &= !flag::NOT_NULL;
        columns.push(collation);
    }
    columns.extend([
        named("Null", "varchar(3)"),
        named("Key", "varchar(3)"),
        nullable,
        named("Extra", "varchar(80)"),
    ]);
    if full {
        columns.extend([named("Privileges", "varchar(80)"), named("Comment", "varchar(1024)")]);
    }
    for column in
        columns.iter_mut().filter(|column| matches!(column.name.as_str(), "Type" | "Default"))
    {
        column.shape = Shape { kind: SqlType::Text, length: 196_605, ..column.shape };
    }
    columns
}

pub(super) fn column_row(table: &Table, field: &Field, full: bool) -> Vec<Cell> {
    let word = |text: &str| Cell::Text(text.to_owned());
    let default = field
        .default
        .as_deref()
        .map_or(Cell::Null, |default| Cell::Text(default.trim_matches('\'').replace("''", "'")));
    let mut row = vec![word(&field.name), word(&field.declared.text)];
    if full {
        let is_text = field.declared.shape.kind.is_text();
        row.push(if is_text { word("utf8mb4_general_ci") } else { Cell::Null });
    }
    row.extend([
        word(if field.nullable { "YES" } else { "NO" }),
        word(table.key_of(field)),
        default,
        word(information::extra(field)),
    ]);
    if full {
        row.extend([word("select,insert,update,references"), word(&field.comment)]);
    }
    row
}

pub(super) fn variables(all: &[(String, String)]) -> Rows {
    let named = |name: &str, written: &str| told(name, "SESSION_VARIABLES", written);
    let row = |(name, value): &(String, String)| {
        vec![Cell::Text(name.clone()), Cell::Text(value.clone())]
    };
    Rows {
        columns: vec![named("Variable_name", "varchar(64)"), named("Value", "varchar(4096)")],
        rows: all.iter().map(row).collect(),
    }
}

pub(super) fn routines() -> Rows {
    let names = [
        "Db",
        "Name",
        "Type",
        "Definer",
        "Modified",
        "Created",
        "Security_type",
        "Comment",
        "character_set_client",
        "collation_connection",
        "Database Collation",
    ];
    let columns = names.iter().map(|name| told(name, "ROUTINES", "varchar(64)")).collect();
    Rows { columns, rows: Vec::new() }
}

pub(super) fn master(place: &Place) -> Rows {
    let sure = |name: &str, length| Column::computed(name, Shape::text(length).not_null());
    let mut position = Shape::integer(SqlType::Bigint, 20);
    position.flags |= flag::UNSIGNED;
    let columns = vec![
        sure("File", 512),
        Column::computed("Position", position),
        sure("Binlog_Do_DB", 255),
        sure("Binlog_Ignore_DB", 255),
    ];
    let empty = || Cell::Text(String::new());
    let row = vec![
        Cell::Text("bin.000001".to_owned()),
        Cell::Integer(i64::try_from(place.uptime).unwrap_or_default() + 330),
        empty(),
        empty(),
    ];
    Rows { columns, rows: if place.position.is_some() { vec![row] } else { Vec::new() } }
}

pub(super) fn replica() -> Rows {
    let names = [
        "Slave_IO_State",
        "Master_Host",
        "Master_User",
        "Slave_IO_Running",
        "Slave_SQL_Running",
        "Seconds_Behind_Master",
    ];
    let columns =
        names.iter().map(|name| Column::computed(*name, Shape::text(64).not_null())).collect();
    Rows { columns, rows: Vec::new() }
}

pub(super) fn nothing() -> Rows {
    Rows { columns: vec![Column::computed("Name", Shape::text(64).not_null())], rows: Vec::new() }
}
