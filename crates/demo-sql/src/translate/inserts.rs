//! `INSERT` and `REPLACE` in the store's words.

use super::Translator;
use super::exprs::made;
use super::writes::{Way, Write, assigned, base_table};
use crate::dictionary::table::Table;
use crate::error::SqlError;
use sqlparser::ast::{
    Assignment, AssignmentTarget, Expr, Insert, OnInsert, SetExpr, SqliteOnConflict, Statement,
    TableObject,
};

pub(super) fn insert_into(
    translator: &mut Translator<'_>,
    mut insert: Insert,
) -> Result<Write, SqlError> {
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
