//! What `SHOW` tells of databases, tables, columns and keys.

use super::{Maybe, Request, told};
use crate::column::{Column, Shape, SqlType, flag};
use crate::dictionary::information::{self, SCHEMA, Source};
use crate::dictionary::table::{Field, Table};
use crate::error::SqlError;
use crate::outcome::{Outcome, Result, Rows, text};
use crate::server_state::ServerState;
use crate::session::{Session, unexpected};
use crate::tokens::Token;
use rusqlite::types::Value as Cell;

impl Session {
    pub(super) fn databases(&self) -> Rows {
        let rows = self.store.dictionary().schemas();
        Rows {
            columns: vec![told("Database", "SCHEMATA", "varchar(64)")],
            rows: rows.into_iter().map(|name| vec![Cell::Text(name)]).collect(),
        }
    }

    /// The database that `FROM` names, or the one in use.
    fn schema(&self, request: &Request<'_>) -> Maybe<String> {
        let named = request.from.last().and_then(|words| words.first());
        let name = named.map(|word| word.value.clone());
        let name = name.or_else(|| self.database.clone()).ok_or_else(SqlError::no_database)?;
        if self.store.dictionary().has(&name) {
            Ok(name)
        } else {
            Err(SqlError::unknown_database(&name))
        }
    }

    /// The table that `FROM` names, with its database.
    pub(super) fn target(&self, request: &Request<'_>) -> Maybe<(String, String)> {
        match request.from.as_slice() {
            [table] => self.dotted(request.statement, request.words, table),
            [table, schema] => {
                let name = |words: &[Token]| {
                    words.first().map(|word| word.value.clone()).unwrap_or_default()
                };
                Ok((name(schema), name(table)))
            }
            _ => Err(unexpected(request.statement, request.words, request.words.len())),
        }
    }

    pub(super) fn tables(&self, request: &Request<'_>, server_state: &ServerState) -> Maybe<Rows> {
        let schema = self.schema(request)?;
        let like = request.like.as_ref().map(|pattern| format!(" ({pattern})")).unwrap_or_default();
        let mut first = told("", "TABLE_NAMES", "varchar(64)");
        first.name = format!("Tables_in_{schema}{like}");
        first.shape.length += like.len() as u64 + schema.len() as u64 + 5;
        let mut columns = vec![first];
        if request.full {
            columns.push(told("Table_type", "TABLE_NAMES", "varchar(64)"));
        }
        let rows = self
            .information("TABLES", server_state)
            .into_iter()
            .filter(|row| row.get(1).is_some_and(|cell| text(cell).eq_ignore_ascii_case(&schema)));
        let rows = rows.map(|row| row.into_iter().skip(2).take(columns.len()).collect()).collect();
        Ok(Rows { columns, rows })
    }

    pub(super) fn information(&self, table: &str, server_state: &ServerState) -> Vec<Vec<Cell>> {
        let dictionary = self.store.dictionary().clone();
        let source = Source {
            dictionary: &dictionary,
            store: &self.store,
            server_state,
            variables: &self.variables,
        };
        information::rows(table, &source)
    }

    /// A table of information_schema, its columns under other names.
    pub(super) fn table_as(&self, table: &str, names: &[&str], server_state: &ServerState) -> Rows {
        let mut columns = information::columns(table, table);
        for (column, name) in columns.iter_mut().zip(names) {
            (*name).clone_into(&mut column.name);
        }
        Rows { columns, rows: self.information(table, server_state) }
    }

    pub(super) fn character_sets(&self, server_state: &ServerState) -> Rows {
        let names = ["Charset", "Default collation", "Description", "Maxlen"];
        let mut found = self.table_as("CHARACTER_SETS", &names, server_state);
        found.columns.swap(1, 2);
        found.rows.iter_mut().for_each(|row| row.swap(1, 2));
        found
    }

    pub(super) fn table_status(
        &self,
        request: &Request<'_>,
        server_state: &ServerState,
    ) -> Maybe<Rows> {
        let schema = self.schema(request)?;
        let mut columns = information::columns("TABLES", "TABLES");
        for column in &mut columns {
            column.name = capitalized(&column.name);
        }
        let rename = [
            ("Table_name", "Name"),
            ("Table_rows", "Rows"),
            ("Table_collation", "Collation"),
            ("Table_comment", "Comment"),
        ];
        for column in &mut columns {
            if let Some((_, new)) = rename.iter().find(|(old, _)| *old == column.name) {
                (*new).clone_into(&mut column.name);
            }
        }
        let keep = |index: usize| index == 2 || index > 3;
        let columns = columns
            .into_iter()
            .enumerate()
            .filter(|(index, _)| keep(*index))
            .map(|(_, column)| column)
            .collect();
        let rows = self
            .information("TABLES", server_state)
            .into_iter()
            .filter(|row| row.get(1).is_some_and(|cell| text(cell).eq_ignore_ascii_case(&schema)));
        let pick = |row: Vec<Cell>| {
            row.into_iter()
                .enumerate()
                .filter(|(index, _)| keep(*index))
                .map(|(_, cell)| cell)
                .collect()
        };
        Ok(Rows { columns, rows: rows.map(pick).collect() })
    }

    /// The columns of a table, as `SHOW COLUMNS` has them.
    pub(in crate::session) fn show_columns(
        &self,
        schema: &str,
        table: &str,
        full: bool,
        wanted: Option<&str>,
        _place: &ServerState,
    ) -> Result {
        let mut rows = self.column_rows(schema, table, full)?;
        if let Some(wanted) = wanted {
            rows.rows.retain(|row| {
                row.first().is_some_and(|cell| text(cell).eq_ignore_ascii_case(wanted))
            });
        }
        Ok(Outcome::Rows(rows))
    }

    pub(super) fn column_rows(&self, schema: &str, name: &str, full: bool) -> Maybe<Rows> {
        let dictionary = self.store.dictionary();
        let rows = if schema.eq_ignore_ascii_case(SCHEMA) {
            let columns = information::columns(information::known(name)?, name);
            columns
                .iter()
                .map(|column| {
                    let kind = column.shape.kind.name().to_lowercase();
                    let kind = if column.shape.kind.is_text() {
                        format!("{kind}({})", column.shape.length)
                    } else {
                        kind
                    };
                    let cells = [column.name.clone(), kind, "YES".to_owned(), String::new()]
                        .map(Cell::Text);
                    cells.into_iter().chain([Cell::Null, Cell::Text(String::new())]).collect()
                })
                .collect()
        } else {
            let table = dictionary.table(schema, name)?;
            table.fields.iter().map(|field| column_row(table, field, full)).collect()
        };
        Ok(Rows { columns: column_columns(full), rows })
    }

    pub(super) fn indexes(&self, request: &Request<'_>, server_state: &ServerState) -> Maybe<Rows> {
        let (schema, table) = self.target(request)?;
        self.store.dictionary().table(&schema, &table)?;
        let names = [
            "Table",
            "Non_unique",
            "Key_name",
            "Seq_in_index",
            "Column_name",
            "Collation",
            "Cardinality",
            "Sub_part",
            "Packed",
            "Null",
            "Index_type",
            "Comment",
            "Index_comment",
            "Ignored",
        ];
        let kept = [2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        let all = information::columns("STATISTICS", "STATISTICS");
        let columns = kept.iter().filter_map(|index| all.get(*index)).zip(names);
        let columns = columns
            .map(|(column, name)| Column { name: name.to_owned(), ..column.clone() })
            .collect();
        let rows = self.information("STATISTICS", server_state).into_iter().filter(|row| {
            let is =
                |index: usize, name: &str| row.get(index).is_some_and(|cell| text(cell) == name);
            is(1, &schema) && is(2, &table)
        });
        let pick =
            |row: Vec<Cell>| kept.iter().filter_map(|index| row.get(*index).cloned()).collect();
        Ok(Rows { columns, rows: rows.map(pick).collect() })
    }
}

fn capitalized(name: &str) -> String {
    let lower = name.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn column_columns(full: bool) -> Vec<Column> {
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

fn column_row(table: &Table, field: &Field, full: bool) -> Vec<Cell> {
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
