//! Statements that write: `INSERT`, `REPLACE`, `UPDATE`, `DELETE`.

use super::Translator;
use super::exprs::made;
use crate::sql::dictionary::table::Table;
use crate::sql::error::SqlError;
use crate::sql::names::in_quotes;
use sqlparser::ast::{
    Assignment, AssignmentTarget, Delete, Expr, FromTable, Insert, OnInsert, SelectItem, SetExpr,
    SqliteOnConflict, Statement, TableFactor, TableObject, TableWithJoins, Update,
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

fn insert_into(translator: &mut Translator<'_>, mut insert: Insert) -> Result<Write, SqlError> {
    let TableObject::TableName(name) = &insert.table else {
        return Err(SqlError::not_supported("INSERT INTO FUNCTION"));
    };
    let (schema, table) = base_table(translator, name)?;
    spread_assignments(&mut insert)?;
    let columns = columns_of(&insert, &table)?;
    let values = complete_rows(&mut insert, &table, &columns)?;
    refuse_missing(&table, &columns, &values)?;
    let rows = values.first().map_or(0, |(_, values)| values.len() as u64);
    let numbered = table.numbered().is_some_and(|field| {
        values.iter().any(|(name, values)| {
            *name == field.name
                && values.iter().all(|value| !matches!(value.as_str(), "NULL" | "0"))
        })
    });
    let way = match (&insert.on, insert.replace_into) {
        (Some(_), _) => Way::Upsert,
        (None, true) => Way::Replace,
        (None, false) => Way::Insert { numbered, rows, ignore: insert.ignore },
    };
    insert.or = match way {
        Way::Replace => Some(SqliteOnConflict::Replace),
        Way::Insert { ignore: true, .. } => Some(SqliteOnConflict::Ignore),
        _ => None,
    };
    insert.replace_into = false;
    insert.ignore = false;
    insert.priority = None;
    insert.into = true;
    insert.has_table_keyword = false;
    let on = insert.on.take();
    let returning = insert.returning.clone().unwrap_or_default();
    let mut statement = Statement::Insert(insert);
    translator.statement(&mut statement)?;
    let mut sql = statement.to_string();
    if let Some(OnInsert::DuplicateKeyUpdate(assignments)) = on {
        sql = format!("{sql} ON CONFLICT DO UPDATE SET {}", assigned(translator, &assignments)?);
    }
    Ok(Write { sql, schema, table, way, returning, values })
}

/// `INSERT INTO t SET a = 1` is `INSERT INTO t(a) VALUES (1)`.
fn spread_assignments(insert: &mut Insert) -> Result<(), SqlError> {
    if insert.assignments.is_empty() {
        return Ok(());
    }
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for Assignment { target, value } in std::mem::take(&mut insert.assignments) {
        let AssignmentTarget::ColumnName(name) = target else {
            return Err(SqlError::not_supported("tuples in SET"));
        };
        names.push(name);
        values.push(value.to_string());
    }
    insert.columns = names;
    let text = format!("VALUES ({})", values.join(", "));
    let mut parser = sqlparser::parser::Parser::new(&sqlparser::dialect::MySqlDialect {})
        .try_with_sql(&text)
        .map_err(|_| SqlError::not_supported("INSERT ... SET"))?;
    let query = parser.parse_query().map_err(|_| SqlError::not_supported("INSERT ... SET"))?;
    insert.source = Some(query);
    Ok(())
}

fn columns_of(insert: &Insert, table: &Table) -> Result<Vec<String>, SqlError> {
    if insert.columns.is_empty() {
        return Ok(table.fields.iter().map(|field| field.name.clone()).collect());
    }
    let mut columns = Vec::new();
    for name in &insert.columns {
        let name = name.0.last().and_then(|part| part.as_ident()).map(|name| name.value.clone());
        let name = name.unwrap_or_default();
        let field =
            table.field(&name).ok_or_else(|| SqlError::unknown_column(&name, "INSERT INTO"))?;
        columns.push(field.name.clone());
    }
    Ok(columns)
}

/// Checks the number of values, and puts something in the place of `DEFAULT`; the result has the
/// values of each column as text.
fn complete_rows(
    insert: &mut Insert,
    table: &Table,
    columns: &[String],
) -> Result<Vec<(String, Vec<String>)>, SqlError> {
    let mut found: Vec<(String, Vec<String>)> =
        columns.iter().map(|name| (name.clone(), Vec::new())).collect();
    let Some(SetExpr::Values(values)) = insert.source.as_mut().map(|query| query.body.as_mut())
    else {
        return Ok(found);
    };
    values.explicit_row = false;
    for (index, row) in values.rows.iter_mut().enumerate() {
        let row = &mut row.content;
        if row.is_empty() && insert.columns.is_empty() {
            let nothing = columns.iter().map(|_| made("DEFAULT"));
            *row = nothing.collect::<Result<_, _>>()?;
        }
        if row.len() != columns.len() {
            let message = format!("Column count doesn't match value count at row {}", index + 1);
            return Err(SqlError::new(1136, "21S01", message));
        }
        for (value, (name, values)) in row.iter_mut().zip(&mut found) {
            let is_default = matches!(&value, Expr::Identifier(word)
                if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("default"));
            if is_default {
                let default = table.field(name).and_then(|field| field.default.as_deref());
                *value = made(default.unwrap_or("NULL"))?;
            }
            values.push(value.to_string());
        }
    }
    Ok(found)
}

fn refuse_missing(
    table: &Table,
    columns: &[String],
    values: &[(String, Vec<String>)],
) -> Result<(), SqlError> {
    for field in &table.fields {
        let is_needed = !field.nullable && !field.auto_increment;
        let is_enum = field.declared.base() == "enum";
        if is_needed && field.default.is_none() && !is_enum && !columns.contains(&field.name) {
            let message = format!("Field '{}' doesn't have a default value", field.name);
            return Err(SqlError::new(1364, "HY000", message));
        }
        let is_null = values.iter().any(|(name, values)| {
            *name == field.name && values.iter().any(|value| value == "NULL")
        });
        if is_needed && is_null {
            let message = format!("Column '{}' cannot be null", field.name);
            return Err(SqlError::new(1048, "23000", message));
        }
    }
    Ok(())
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

fn assigned(
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

fn base_table(
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
