//! The rows of information_schema.

use super::super::table::{Field, Index, PRIMARY, Table};
use super::{SCHEMA, Source};
use crate::column::SqlType;
use rusqlite::types::Value as Cell;

const CATALOG: &str = "def";
pub(super) const COLLATION: &str = "utf8mb4_general_ci";

pub(super) fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

pub(super) fn maybe(text: Option<&str>) -> Cell {
    text.map_or(Cell::Null, |text| Cell::Text(text.to_owned()))
}

fn number(number: usize) -> Cell {
    Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

fn when(is_so: bool, cell: Cell) -> Cell {
    if is_so { cell } else { Cell::Null }
}

pub fn schemata(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let row = |name: String| {
        let (charset, collation) = match name.as_str() {
            SCHEMA | "performance_schema" | "sys" => ("utf8mb3", "utf8mb3_general_ci"),
            _ => ("utf8mb4", COLLATION),
        };
        vec![text(CATALOG), text(name), text(charset), text(collation), Cell::Null, text("")]
    };
    source.dictionary.schemas().into_iter().map(row).collect()
}

pub fn tables(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let own = source.dictionary.all().map(|(schema, table)| match table.view {
        Some(_) => view_row(schema, table),
        None => table_row(source, schema, table),
    });
    own.chain(super::names().map(system_row)).collect()
}

fn table_row(source: &Source<'_>, schema: &str, table: &Table) -> Vec<Cell> {
    let rows = source.store.count(schema, &table.name);
    let page = 16_384;
    let extra = table.indexes.iter().filter(|index| index.name != PRIMARY).count();
    let next = source.store.next_number(schema, &table.name);
    vec![
        text(CATALOG),
        text(schema),
        text(&table.name),
        text("BASE TABLE"),
        text("InnoDB"),
        Cell::Integer(10),
        text("Dynamic"),
        Cell::Integer(rows),
        Cell::Integer(if rows == 0 { 0 } else { page / rows }),
        Cell::Integer(page),
        Cell::Integer(0),
        number(extra * 16_384),
        Cell::Integer(0),
        when(table.numbered().is_some(), Cell::Integer(next.unwrap_or(1))),
        text(&table.created),
        Cell::Null,
        Cell::Null,
        text(COLLATION),
        Cell::Null,
        text(""),
        text(""),
        Cell::Integer(0),
        text("N"),
    ]
}

fn view_row(schema: &str, table: &Table) -> Vec<Cell> {
    let mut row = vec![text(CATALOG), text(schema), text(&table.name), text("VIEW")];
    row.resize(20, Cell::Null);
    row.extend([text("VIEW"), Cell::Null, Cell::Null]);
    row
}

fn system_row(name: &str) -> Vec<Cell> {
    let mut row =
        vec![text(CATALOG), text(SCHEMA), text(name), text("SYSTEM VIEW"), text("MEMORY")];
    row.resize(20, Cell::Null);
    row.extend([text(""), Cell::Null, text("Y")]);
    row
}

pub fn columns(source: &Source<'_>) -> Vec<Vec<Cell>> {
    source
        .dictionary
        .all()
        .flat_map(|(schema, table)| {
            let row = move |(index, field)| column_row(schema, table, index, field);
            table.fields.iter().enumerate().map(row)
        })
        .collect()
}

fn column_row(schema: &str, table: &Table, index: usize, field: &Field) -> Vec<Cell> {
    let shape = field.declared.shape;
    let is_text = shape.kind.is_text();
    let length = i64::try_from(shape.length).unwrap_or(i64::MAX);
    let digits = match shape.kind {
        SqlType::Int => Some(10),
        SqlType::Bigint => Some(19),
        SqlType::Tinyint => Some(3),
        SqlType::Smallint => Some(5),
        SqlType::Mediumint => Some(7),
        SqlType::Double => Some(22),
        SqlType::Float => Some(12),
        SqlType::Decimal => Some(length - 1 - i64::from(shape.decimals > 0)),
        _ => None,
    };
    let is_exact = shape.kind.is_integer() || shape.kind == SqlType::Decimal;
    let is_time = matches!(shape.kind, SqlType::Datetime | SqlType::Timestamp | SqlType::Time);
    let default = field.default.as_deref().or(field.nullable.then_some("NULL"));
    vec![
        text(CATALOG),
        text(schema),
        text(&table.name),
        text(&field.name),
        number(index + 1),
        maybe(default),
        text(if field.nullable { "YES" } else { "NO" }),
        text(field.declared.base()),
        when(is_text, Cell::Integer(length)),
        when(is_text, Cell::Integer(length.saturating_mul(4))),
        digits.map_or(Cell::Null, Cell::Integer),
        when(is_exact, Cell::Integer(i64::from(shape.decimals))),
        when(is_time, Cell::Integer(0)),
        when(is_text, text("utf8mb4")),
        when(is_text, text(COLLATION)),
        text(&field.declared.text),
        text(table.key_of(field)),
        text(extra(field)),
        text("select,insert,update,references"),
        text(&field.comment),
        text("NEVER"),
        Cell::Null,
    ]
}

/// What `SHOW COLUMNS` has under `Extra`.
pub fn extra(field: &Field) -> &'static str {
    match (field.auto_increment, field.on_update) {
        (true, _) => "auto_increment",
        (_, true) => "on update current_timestamp()",
        _ => "",
    }
}

pub fn statistics(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (schema, table) in source.dictionary.all() {
        let count = source.store.count(schema, &table.name);
        for index in &table.indexes {
            let row = |(server_state, column): (usize, &String)| {
                index_row(schema, table, index, server_state, column, count)
            };
            rows.extend(index.columns.iter().enumerate().map(row));
        }
    }
    rows
}

fn index_row(
    schema: &str,
    table: &Table,
    index: &Index,
    server_state: usize,
    column: &str,
    count: i64,
) -> Vec<Cell> {
    let nullable = table.field(column).is_some_and(|field| field.nullable);
    vec![
        text(CATALOG),
        text(schema),
        text(&table.name),
        Cell::Integer(i64::from(!index.unique)),
        text(schema),
        text(&index.name),
        number(server_state + 1),
        text(column),
        text("A"),
        Cell::Integer(count),
        Cell::Null,
        Cell::Null,
        text(if nullable { "YES" } else { "" }),
        text("BTREE"),
        text(""),
        text(""),
        text("NO"),
    ]
}

pub fn views(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let views = source.dictionary.all().filter_map(|(schema, table)| {
        let behind = table.view.as_ref()?;
        let fixed = [
            text("NONE"),
            text("NO"),
            text("maxuser@%"),
            text("DEFINER"),
            text("utf8mb4"),
            text(COLLATION),
            text("UNDEFINED"),
        ];
        let mut row = vec![text(CATALOG), text(schema), text(&table.name), text(behind)];
        row.extend(fixed);
        Some(row)
    });
    views.collect()
}

pub fn keys(source: &Source<'_>) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for (schema, table) in source.dictionary.all() {
        let mut add = |key: &str, server_state: usize, column: &str, other: Option<[&str; 3]>| {
            let [other_schema, other_table, other_column] =
                other.map_or([Cell::Null, Cell::Null, Cell::Null], |other| other.map(text));
            rows.push(vec![
                text(CATALOG),
                text(schema),
                text(key),
                text(CATALOG),
                text(schema),
                text(&table.name),
                text(column),
                number(server_state + 1),
                when(other.is_some(), number(server_state + 1)),
                other_schema,
                other_table,
                other_column,
            ]);
        };
        for index in table.indexes.iter().filter(|index| index.unique) {
            for (server_state, column) in index.columns.iter().enumerate() {
                add(&index.name, server_state, column, None);
            }
        }
        for key in &table.foreign_keys {
            for (server_state, (column, target)) in key.columns.iter().zip(&key.targets).enumerate()
            {
                add(&key.name, server_state, column, Some([&key.schema, &key.table, target]));
            }
        }
    }
    rows
}
