//! What a statement leads to, and how it becomes an entry of `results`.

use super::column::{Column, Shape};
use super::error::SqlError;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};

/// Rows with their columns.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// What a statement did that returns no rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// Rows that it changed.
    pub affected_rows: u64,
    /// The first number that it gave to a row by itself.
    pub last_insert_id: i64,
    /// Warnings.
    pub warnings: u64,
}

/// What a statement leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Rows.
    Rows(Rows),
    /// No rows.
    Done(Done),
}

/// A statement's result.
pub type Result = std::result::Result<Outcome, SqlError>;

impl Outcome {
    /// Nothing to tell.
    #[must_use]
    pub fn done() -> Self {
        Self::Done(Done::default())
    }

    /// So many rows were changed.
    #[must_use]
    pub fn changed(affected_rows: u64) -> Self {
        Self::Done(Done { affected_rows, ..Done::default() })
    }
}

/// The entry of a statement among the results; `limit` is the most rows that are shown.
#[must_use]
pub fn to_json(result: &Result, limit: usize) -> Value {
    match result {
        Err(error) => error.to_json(),
        Ok(Outcome::Done(done)) => json!({
            "affected_rows": done.affected_rows,
            "last_insert_id": done.last_insert_id,
            "warnings": done.warnings,
        }),
        Ok(Outcome::Rows(rows)) => json!({
            "complete": rows.rows.len() < limit,
            "data": rows.rows.iter().take(limit).map(|row| line(row, rows)).collect::<Vec<_>>(),
            "fields": rows.columns.iter().map(|column| &column.name).collect::<Vec<_>>(),
            "metadata": rows.columns.iter().map(Column::to_json).collect::<Vec<_>>(),
        }),
    }
}

fn line(row: &[Cell], rows: &Rows) -> Vec<Value> {
    row.iter().zip(&rows.columns).map(|(cell, column)| value(cell, &column.shape)).collect()
}

/// A value as MaxScale passes it on: numbers as numbers, except exact ones, all else as text.
fn value(cell: &Cell, shape: &Shape) -> Value {
    let kind = shape.kind;
    if *cell == Cell::Null || kind == super::column::SqlType::Null {
        return Value::Null;
    }
    if kind.is_integer() {
        return json!(whole(cell));
    }
    if kind.is_real() {
        return json!(real(cell));
    }
    if kind == super::column::SqlType::Decimal {
        let decimals = usize::from(shape.decimals);
        return match cell {
            Cell::Text(text) => json!(text),
            other => json!(format!("{:.decimals$}", real(other))),
        };
    }
    json!(text(cell))
}

fn whole(cell: &Cell) -> i64 {
    match cell {
        Cell::Integer(number) => *number,
        // A cast from a real stops at the ends of the range.
        other => real(other) as i64,
    }
}

fn real(cell: &Cell) -> f64 {
    match cell {
        Cell::Integer(number) => *number as f64,
        Cell::Real(number) => *number,
        other => leading_number(&text(other)),
    }
}

/// A value as text.
#[must_use]
pub fn text(cell: &Cell) -> String {
    match cell {
        Cell::Null => String::new(),
        Cell::Integer(number) => number.to_string(),
        Cell::Real(number) => number.to_string(),
        Cell::Text(text) => text.clone(),
        Cell::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// The number at the beginning of a text; 0 if there is none, as MariaDB takes it.
fn leading_number(text: &str) -> f64 {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && !"+-.".contains(c)).unwrap_or(text.len());
    text.get(..end).and_then(|number| number.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::column::SqlType;

    #[test]
    fn exact_numbers_are_texts_with_their_decimals() {
        assert_eq!(value(&Cell::Real(12.5), &Shape::decimal(12, 2)), json!("12.50"));
        assert_eq!(value(&Cell::Integer(3), &Shape::decimal(12, 2)), json!("3.00"));
        assert_eq!(value(&Cell::Integer(3), &Shape::real()), json!(3.0));
        assert_eq!(value(&Cell::Text("7x".into()), &Shape::integer(SqlType::Int, 1)), json!(7));
        assert_eq!(value(&Cell::Integer(7), &Shape::text(3)), json!("7"));
    }

    #[test]
    fn a_result_is_complete_below_the_limit() {
        let rows = Rows {
            columns: vec![Column::computed("1", Shape::integer(SqlType::Int, 1))],
            rows: vec![vec![Cell::Integer(1)]],
        };
        let result = Ok(Outcome::Rows(rows));
        assert_eq!(to_json(&result, 1)["complete"], json!(false));
        assert_eq!(to_json(&result, 2)["complete"], json!(true));
        assert_eq!(to_json(&result, 0)["data"], json!([]));
    }
}
