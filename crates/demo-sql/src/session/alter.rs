//! The changes of `ALTER TABLE`.

use super::define::{Maybe, plain_name};
use crate::dictionary::ddl;
use crate::dictionary::table::{PRIMARY, Table};
use crate::error::SqlError;
use sqlparser::ast::{self, AlterTableOperation as Change};

fn unknown(what: &str, name: &str) -> SqlError {
    SqlError::new(1091, "42000", format!("Can't DROP {what} `{name}`; check that it exists"))
}

/// One change of `ALTER TABLE`; `columns` pairs the names of old columns with the new ones.
pub(super) fn apply(
    table: &mut Table,
    columns: &mut Vec<(String, String)>,
    change: &Change,
    schema: &str,
) -> Maybe<()> {
    match change {
        Change::AddColumn { column_def, .. } => ddl::add_field(table, column_def, schema),
        Change::AddConstraint { constraint, .. } => ddl::add_constraint(table, constraint, schema),
        Change::DropColumn { column_names, .. } => column_names.iter().try_for_each(|name| {
            let name = &name.value;
            table.field(name).ok_or_else(|| unknown("COLUMN", name))?;
            table.fields.retain(|field| field.name != *name);
            table
                .indexes
                .iter_mut()
                .for_each(|index| index.columns.retain(|column| column != name));
            table.indexes.retain(|index| !index.columns.is_empty());
            table.foreign_keys.retain(|key| !key.columns.contains(name));
            columns.retain(|(_, new)| new != name);
            Ok(())
        }),
        Change::RenameColumn { old_column_name, new_column_name } => {
            rename(table, columns, &old_column_name.value, &new_column_name.value)
        }
        Change::ChangeColumn { old_name, new_name, data_type, options, .. } => {
            rename(table, columns, &old_name.value, &new_name.value)?;
            redefine(table, &new_name.value, data_type, options)
        }
        Change::ModifyColumn { col_name, data_type, options, .. } => {
            redefine(table, &col_name.value, data_type, options)
        }
        Change::RenameTable { table_name } => {
            let (ast::RenameTableNameKind::As(name) | ast::RenameTableNameKind::To(name)) =
                table_name;
            table.name = plain_name(name);
            Ok(())
        }
        Change::DropIndex { name } => {
            let before = table.indexes.len();
            table.indexes.retain(|index| index.name != name.value);
            if table.indexes.len() == before { Err(unknown("INDEX", &name.value)) } else { Ok(()) }
        }
        Change::DropPrimaryKey { .. } => {
            table.indexes.retain(|index| index.name != PRIMARY);
            Ok(())
        }
        other => Err(SqlError::not_supported(&format!("ALTER TABLE ... {other}"))),
    }
}

fn rename(table: &mut Table, columns: &mut [(String, String)], old: &str, new: &str) -> Maybe<()> {
    table.field(old).ok_or_else(|| SqlError::unknown_column(old, &table.name))?;
    let replace = |name: &mut String| {
        if name.eq_ignore_ascii_case(old) {
            new.clone_into(name);
        }
    };
    table.fields.iter_mut().for_each(|field| replace(&mut field.name));
    table.indexes.iter_mut().flat_map(|index| &mut index.columns).for_each(replace);
    table.foreign_keys.iter_mut().flat_map(|key| &mut key.columns).for_each(replace);
    columns.iter_mut().for_each(|(_, name)| replace(name));
    Ok(())
}

fn redefine(
    table: &mut Table,
    name: &str,
    written: &ast::DataType,
    options: &[ast::ColumnOption],
) -> Maybe<()> {
    let new = ddl::field(name, &written.to_string(), options.iter());
    let found = table.fields.iter_mut().find(|field| field.name.eq_ignore_ascii_case(name));
    let field = found.ok_or_else(|| SqlError::unknown_column(name, &table.name))?;
    *field = new;
    Ok(())
}
