//! Statements that write: `INSERT`, `REPLACE`, `UPDATE`, `DELETE`.

use super::Translator;
use super::inserts::insert_into;
use crate::dictionary::table::Table;
use crate::error::SqlError;
use crate::names::in_quotes;
use sqlparser::ast::{
    Assignment, AssignmentTarget, Delete, Expr, FromTable, SelectItem, Statement, TableFactor,
    TableWithJoins, Update,
};

/// A statement that writes, in the store's words.
#[derive(Clone, Debug)]
pub struct Write {
    /// The statement.
    pub sql: String,
    /// The database of the table that it writes to.
    pub schema: String,
    /// That table.
    pub table: Table,
    /// How it writes.
    pub way: Way,
    /// What it returns, if anything.
    pub returning: Vec<SelectItem>,
    /// The values of an insert by column and row, as far as they are literals.
    pub values: Vec<(String, Vec<String>)>,
}

/// How a statement writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// `INSERT`; whether the numbers of rows are given, and how many rows there are.
    Insert {
        /// The numbered column is among those that are given.
        numbered: bool,
        /// How many rows are written; 0 if a query says.
        rows: u64,
        /// Rows that are there already are passed over.
        ignore: bool,
    },
    /// `REPLACE`
    Replace,
    /// `INSERT ... ON DUPLICATE KEY UPDATE`
    Upsert,
    /// `UPDATE`
    Update,
    /// `DELETE`
    Delete,
}

/// Puts a statement that writes into the store's words; `None` if it writes nothing.
///
/// # Errors
/// It names what is not there, or cannot be done.
pub fn write(
    translator: &mut Translator<'_>,
    statement: &Statement,
) -> Result<Option<Write>, SqlError> {
    Ok(match statement {
        Statement::Insert(insert) => Some(insert_into(translator, insert.clone())?),
        Statement::Update(update) => Some(change(translator, update.clone())?),
        Statement::Delete(delete) => Some(remove(translator, delete.clone())?),
        _ => None,
    })
}

fn change(translator: &mut Translator<'_>, mut update: Update) -> Result<Write, SqlError> {
    let (schema, table) = only_table(translator, std::slice::from_ref(&update.table))?;
    for assignment in &update.assignments {
        let name = target(assignment)?;
        if table.field(&name).is_none() {
            return Err(SqlError::unknown_column(&name, "SET"));
        }
    }
    let changes = assigned(translator, &update.assignments)?;
    let differs: Vec<String> = update
        .assignments
        .iter()
        .map(|assignment| {
            let mut value = assignment.value.clone();
            translator.expr(&mut value)?;
            Ok(format!("{} COLLATE BINARY IS NOT ({value})", in_quotes(&target(assignment)?)))
        })
        .collect::<Result<_, SqlError>>()?;
    let touched = table.fields.iter().filter(|field| field.on_update);
    let stamps: String =
        touched.map(|field| format!(", {} = now()", in_quotes(&field.name))).collect();
    let condition = condition(translator, update.selection.as_mut())?;
    let (name, alias) = store_name(translator, &mut update.table)?;
    let rows = limited(
        translator,
        &name,
        &alias,
        &condition,
        &mut update.order_by,
        update.limit.as_mut(),
    )?;
    let sql = format!(
        "UPDATE {name} AS {alias} SET {changes}{stamps} WHERE ({rows}) AND ({})",
        differs.join(" OR ")
    );
    Ok(Write {
        sql,
        schema,
        table,
        way: Way::Update,
        returning: Vec::new(),
        values: literals(&update.assignments)?,
    })
}

fn literals(assignments: &[Assignment]) -> Result<Vec<(String, Vec<String>)>, SqlError> {
    assignments
        .iter()
        .map(|assignment| Ok((target(assignment)?, vec![assignment.value.to_string()])))
        .collect()
}

fn remove(translator: &mut Translator<'_>, mut delete: Delete) -> Result<Write, SqlError> {
    let (FromTable::WithFromKeyword(tables) | FromTable::WithoutKeyword(tables)) = &mut delete.from;
    if !delete.tables.is_empty() || delete.using.is_some() {
        return Err(SqlError::not_supported("DELETE from several tables"));
    }
    let (schema, table) = only_table(translator, tables)?;
    let condition = condition(translator, delete.selection.as_mut())?;
    let Some(first) = tables.first_mut() else {
        return Err(SqlError::not_supported("DELETE without a table"));
    };
    let (name, alias) = store_name(translator, first)?;
    let rows = limited(
        translator,
        &name,
        &alias,
        &condition,
        &mut delete.order_by,
        delete.limit.as_mut(),
    )?;
    let mut sql = format!("DELETE FROM {name} AS {alias} WHERE {rows}");
    let returning = delete.returning.unwrap_or_default();
    if !returning.is_empty() {
        let list: Vec<String> = returning.iter().map(ToString::to_string).collect();
        sql = format!("{sql} RETURNING {}", list.join(", "));
    }
    Ok(Write { sql, schema, table, way: Way::Delete, returning, values: Vec::new() })
}

fn condition(
    translator: &mut Translator<'_>,
    selection: Option<&mut Expr>,
) -> Result<String, SqlError> {
    let Some(expr) = selection else {
        return Ok("TRUE".to_owned());
    };
    translator.expr(expr)?;
    Ok(expr.to_string())
}

/// The rows that a condition, an order and a limit choose, as a condition.
fn limited(
    translator: &mut Translator<'_>,
    name: &str,
    alias: &str,
    condition: &str,
    order: &mut [sqlparser::ast::OrderByExpr],
    limit: Option<&mut Expr>,
) -> Result<String, SqlError> {
    let Some(limit) = limit else {
        return Ok(condition.to_owned());
    };
    translator.expr(limit)?;
    for part in order.iter_mut() {
        translator.expr(&mut part.expr)?;
    }
    let keys: Vec<String> = order.iter().map(ToString::to_string).collect();
    let order =
        if keys.is_empty() { String::new() } else { format!(" ORDER BY {}", keys.join(", ")) };
    Ok(format!(
        "{alias}.rowid IN (SELECT rowid FROM {name} AS {alias} WHERE {condition}{order} LIMIT {limit})"
    ))
}

fn target(assignment: &Assignment) -> Result<String, SqlError> {
    match &assignment.target {
        AssignmentTarget::ColumnName(name) => {
            let last = name.0.last().and_then(|part| part.as_ident());
            Ok(last.map(|name| name.value.clone()).unwrap_or_default())
        }
        AssignmentTarget::Tuple(_) => Err(SqlError::not_supported("tuples in SET")),
    }
}

pub(super) fn assigned(
    translator: &mut Translator<'_>,
    assignments: &[Assignment],
) -> Result<String, SqlError> {
    let one = |assignment: &Assignment| {
        let mut value = assignment.value.clone();
        translator.expr(&mut value)?;
        Ok(format!("{} = {value}", in_quotes(&target(assignment)?)))
    };
    Ok(assignments.iter().map(one).collect::<Result<Vec<_>, SqlError>>()?.join(", "))
}

pub(super) fn base_table(
    translator: &Translator<'_>,
    name: &sqlparser::ast::ObjectName,
) -> Result<(String, Table), SqlError> {
    let (schema, table) = translator.resolve(name)?;
    let found = translator.dictionary.table(&schema, &table)?.clone();
    if found.view.is_some() {
        let message = format!("The target table {table} of the statement is not updatable");
        return Err(SqlError::new(1288, "HY000", message));
    }
    Ok((schema, found))
}

fn only_table(
    translator: &Translator<'_>,
    tables: &[TableWithJoins],
) -> Result<(String, Table), SqlError> {
    match tables {
        [TableWithJoins { relation: TableFactor::Table { name, .. }, joins }]
            if joins.is_empty() =>
        {
            base_table(translator, name)
        }
        _ => Err(SqlError::not_supported("writes to several tables")),
    }
}

/// The table in the store, and what the statement calls it.
fn store_name(
    translator: &mut Translator<'_>,
    table: &mut TableWithJoins,
) -> Result<(String, String), SqlError> {
    let TableFactor::Table { name, alias, .. } = &mut table.relation else {
        return Err(SqlError::not_supported("writes to several tables"));
    };
    let own = name.0.last().and_then(|part| part.as_ident()).map(|name| name.value.clone());
    let alias = alias.as_ref().map(|alias| alias.name.value.clone()).or(own).unwrap_or_default();
    translator.relation(name)?;
    Ok((name.to_string(), in_quotes(&alias)))
}
