//! From the syntax of `CREATE TABLE` to a table of the dictionary.

use super::table::{Field, ForeignKey, Index, PRIMARY, Table};
use super::types::Declared;
use crate::error::SqlError;
use crate::names;
use sqlparser::ast::{
    ColumnDef, ColumnOption, CreateTable, Expr, ForeignKeyConstraint, IndexColumn,
    ReferentialAction, TableConstraint, Value,
};

/// More columns a table does not have.
const MAX_FIELDS: usize = 200;

/// The table that a statement describes.
///
/// # Errors
/// What it describes is no table.
pub fn table(create: &CreateTable, schema: &str, name: &str, now: &str) -> Result<Table, SqlError> {
    let mut table = Table::new(name, now);
    for column in &create.columns {
        add_field(&mut table, column, schema)?;
    }
    for constraint in &create.constraints {
        add_constraint(&mut table, constraint, schema)?;
    }
    if table.fields.is_empty() {
        return Err(SqlError::new(1113, "42000", "A table must have at least 1 column"));
    }
    Ok(table)
}

/// Adds a column with the keys that come with it.
///
/// # Errors
/// There is one of that name.
pub fn add_field(table: &mut Table, column: &ColumnDef, schema: &str) -> Result<(), SqlError> {
    let name = &column.name.value;
    if table.field(name).is_some() {
        return Err(SqlError::new(1060, "42S21", format!("Duplicate column name '{name}'")));
    }
    if table.fields.len() >= MAX_FIELDS {
        return Err(SqlError::new(1117, "HY000", "Too many columns"));
    }
    let options = column.options.iter().map(|option| &option.option);
    let field = field(name, &column.data_type.to_string(), options.clone());
    table.fields.push(field);
    for option in options {
        let own = vec![name.clone()];
        match option {
            ColumnOption::PrimaryKey(_) => add_index(table, PRIMARY, true, own)?,
            ColumnOption::Unique(_) => add_index(table, name, true, own)?,
            ColumnOption::ForeignKey(key) => add_foreign_key(table, key, own, schema),
            _ => {}
        }
    }
    Ok(())
}

/// A column by its type and options.
pub fn field<'a>(
    name: &str,
    written: &str,
    options: impl Iterator<Item = &'a ColumnOption>,
) -> Field {
    let mut field = Field {
        name: name.to_owned(),
        declared: Declared::read(written),
        nullable: true,
        default: None,
        auto_increment: false,
        on_update: false,
        comment: String::new(),
    };
    for option in options {
        match option {
            ColumnOption::NotNull | ColumnOption::PrimaryKey(_) => field.nullable = false,
            ColumnOption::Default(expr) => field.default = default(expr),
            ColumnOption::Comment(text) => field.comment.clone_from(text),
            ColumnOption::OnUpdate(_) => field.on_update = true,
            ColumnOption::DialectSpecific(tokens) => {
                let is_numbered = tokens
                    .iter()
                    .any(|token| token.to_string().eq_ignore_ascii_case("auto_increment"));
                field.auto_increment |= is_numbered;
            }
            _ => {}
        }
    }
    field
}

/// A default as `SHOW CREATE TABLE` has it; `None` for NULL.
fn default(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Value(value) => match &value.value {
            Value::Null => None,
            Value::SingleQuotedString(text) | Value::DoubleQuotedString(text) => {
                Some(names::quoted(text))
            }
            Value::Boolean(is) => Some(i32::from(*is).to_string()),
            other => Some(other.to_string()),
        },
        Expr::Identifier(_) | Expr::Function(_) => {
            let text = expr.to_string().to_lowercase();
            let is_now = text.starts_with("current_timestamp") || text.starts_with("now");
            Some(if is_now { "current_timestamp()".to_owned() } else { text })
        }
        other => Some(format!("({})", other.to_string().to_lowercase())),
    }
}

/// Adds what a table says after its columns.
///
/// # Errors
/// It names a column that is not there.
pub fn add_constraint(
    table: &mut Table,
    constraint: &TableConstraint,
    schema: &str,
) -> Result<(), SqlError> {
    match constraint {
        TableConstraint::PrimaryKey(key) => add_index(table, PRIMARY, true, listed(&key.columns)),
        TableConstraint::Unique(key) => {
            let columns = listed(&key.columns);
            let name = key.index_name.as_ref().or(key.name.as_ref());
            let name = name.map_or_else(|| first(&columns), |name| name.value.clone());
            add_index(table, &name, true, columns)
        }
        TableConstraint::Index(key) => {
            let columns = listed(&key.columns);
            let name = key.name.as_ref().map_or_else(|| first(&columns), |name| name.value.clone());
            add_index(table, &name, false, columns)
        }
        TableConstraint::ForeignKey(key) => {
            let columns: Vec<String> = key.columns.iter().map(|name| name.value.clone()).collect();
            add_foreign_key(table, key, columns, schema);
            Ok(())
        }
        _ => Ok(()),
    }
}

fn first(columns: &[String]) -> String {
    columns.first().cloned().unwrap_or_default()
}

fn listed(columns: &[IndexColumn]) -> Vec<String> {
    let name = |column: &IndexColumn| match &column.column.expr {
        Expr::Identifier(name) => name.value.clone(),
        other => other.to_string(),
    };
    columns.iter().map(name).collect()
}

/// Adds a key; the columns of the primary one are never NULL.
///
/// # Errors
/// A column is not there, or there is a key of that name.
pub fn add_index(
    table: &mut Table,
    name: &str,
    unique: bool,
    columns: Vec<String>,
) -> Result<(), SqlError> {
    if let Some(missing) = columns.iter().find(|column| table.field(column).is_none()) {
        let message = format!("Key column '{missing}' doesn't exist in table");
        return Err(SqlError::new(1072, "42000", message));
    }
    if table.indexes.iter().any(|index| index.name.eq_ignore_ascii_case(name)) {
        return Err(if name == PRIMARY {
            SqlError::new(1068, "42000", "Multiple primary key defined")
        } else {
            SqlError::new(1061, "42000", format!("Duplicate key name '{name}'"))
        });
    }
    if name == PRIMARY {
        for field in table.fields.iter_mut().filter(|field| columns.contains(&field.name)) {
            field.nullable = false;
        }
    }
    let index = Index { name: name.to_owned(), unique, columns };
    let at = if name == PRIMARY { 0 } else { table.indexes.len() };
    table.indexes.insert(at, index);
    Ok(())
}

fn add_foreign_key(
    table: &mut Table,
    key: &ForeignKeyConstraint,
    columns: Vec<String>,
    schema: &str,
) {
    let number = table.foreign_keys.len() + 1;
    let (other_schema, other) = names::split(&key.foreign_table, schema);
    let name = key.name.as_ref().map(|name| name.value.clone());
    let action = |action: Option<ReferentialAction>| {
        action.map_or_else(|| "RESTRICT".to_owned(), |action| action.to_string())
    };
    let name = name.unwrap_or_else(|| format!("{}_ibfk_{number}", table.name));
    let is_indexed = table.indexes.iter().any(|index| index.columns.starts_with(&columns));
    if !is_indexed {
        // A key that points elsewhere brings an index; if its name is taken, one is there.
        let _ = add_index(table, &name, false, columns.clone());
    }
    table.foreign_keys.push(ForeignKey {
        name,
        columns,
        schema: other_schema,
        table: other,
        targets: key.referred_columns.iter().map(|name| name.value.clone()).collect(),
        on_delete: action(key.on_delete),
        on_update: action(key.on_update),
    });
}
