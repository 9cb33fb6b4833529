//! Statements that change what there is: databases, tables, views, keys.

use super::alter::apply;
use super::{Session, unexpected};
use crate::dictionary::SYSTEM;
use crate::dictionary::ddl;
use crate::dictionary::table::{Field, Table};
use crate::dictionary::types::Declared;
use crate::error::SqlError;
use crate::names;
use crate::outcome::{Done, Outcome, Result};
use crate::server_state::ServerState;
use crate::splitter::Statement;
use crate::syntax;
use crate::tokens::Token;
use crate::translate::Translator;
use crate::typing::Typing;
use sqlparser::ast::{self, ObjectName, ObjectType};

pub(super) type Maybe<T> = std::result::Result<T, SqlError>;

impl Session {
    /// `CREATE`, `DROP`, `ALTER`, `TRUNCATE`, `RENAME`: each ends the transaction before.
    pub(super) fn define(
        &mut self,
        statement: Statement<'_>,
        words: &[Token],
        _place: &ServerState,
    ) -> Result {
        let sql = statement.text;
        self.end_transaction("COMMIT")?;
        let second = words.get(1).map(|word| word.text(sql).to_ascii_lowercase());
        match second.as_deref() {
            Some("database" | "schema") => return self.change_database(statement, words),
            Some(
                "user" | "role" | "event" | "procedure" | "function" | "trigger" | "sequence"
                | "server",
            ) => {
                return Err(SqlError::not_supported(sql));
            }
            None => return Err(unexpected(statement, words, 1)),
            _ => {}
        }
        match syntax::read(statement)? {
            ast::Statement::CreateTable(create) => self.create_table(create, sql),
            ast::Statement::CreateView(view) => self.create_view(&view, sql),
            ast::Statement::Drop { object_type, names, if_exists, .. } => {
                self.drop_objects(object_type, &names, if_exists)
            }
            ast::Statement::Truncate(truncate) => {
                let name = truncate.table_names.first().map(|target| target.name.clone());
                self.truncate(&name.ok_or_else(|| unexpected(statement, words, 1))?)
            }
            ast::Statement::AlterTable(alter) => self.alter_table(&alter),
            ast::Statement::CreateIndex(index) => {
                let columns = index.columns.iter().map(|column| column.column.expr.to_string());
                let columns: Vec<String> =
                    columns.map(|name| name.trim_matches('`').to_owned()).collect();
                let name = index.name.as_ref().map(plain_name).unwrap_or_default();
                self.rebuild(&index.table_name, |table, _| {
                    ddl::add_index(table, &name, index.unique, columns)
                })
            }
            _ => Err(SqlError::not_supported(sql)),
        }
    }

    fn named(&self, name: &ObjectName) -> Maybe<(String, String)> {
        if name.0.len() < 2 && self.database.is_none() {
            return Err(SqlError::no_database());
        }
        let (schema, table) = names::split(name, self.database.as_deref().unwrap_or_default());
        if SYSTEM.iter().any(|system| system.eq_ignore_ascii_case(&schema)) {
            let account = self.user.replace('@', "'@'");
            let message = format!("Access denied for user '{account}' to database '{schema}'");
            return Err(SqlError::new(1044, "42000", message));
        }
        Ok((schema, table))
    }

    fn now(&self) -> String {
        let now = self.connection.query_row("SELECT now()", [], |row| row.get(0));
        now.unwrap_or_default()
    }

    /// `CREATE DATABASE [IF NOT EXISTS] name`, `DROP DATABASE [IF EXISTS] name`
    fn change_database(&mut self, statement: Statement<'_>, words: &[Token]) -> Result {
        let sql = statement.text;
        let creates = words.first().is_some_and(|word| word.is(sql, "create"));
        let drops = words.first().is_some_and(|word| word.is(sql, "drop"));
        let after_exists = words.iter().position(|word| word.is(sql, "exists"));
        let at = after_exists.map_or(2, |at| at + 1);
        let name = words.get(at).ok_or_else(|| unexpected(statement, words, at))?.value.clone();
        let is_there = self.store.dictionary().has(&name);
        let noted = Ok(Outcome::Done(Done { warnings: 1, ..Done::default() }));
        if creates {
            if is_there && after_exists.is_some() {
                return noted;
            }
            self.store.dictionary().add_schema(&name)?;
            return Ok(Outcome::changed(1));
        }
        if !drops {
            return Ok(Outcome::done());
        }
        if !is_there && after_exists.is_some() {
            return noted;
        }
        let tables: Vec<String> =
            self.store.dictionary().tables(&name).map(|table| table.name.clone()).collect();
        for table in &tables {
            self.store.drop_table(&name, table)?;
        }
        self.store.dictionary().drop_schema(&name)?;
        if self.database.as_deref() == Some(name.as_str()) {
            self.database = None;
        }
        Ok(Outcome::changed(tables.len() as u64))
    }

    fn create_table(&mut self, create: ast::CreateTable, sql: &str) -> Result {
        let (schema, name) = self.named(&create.name)?;
        let is_there = self.store.dictionary().table(&schema, &name).is_ok();
        if is_there && create.if_not_exists {
            return Ok(Outcome::Done(Done { warnings: 1, ..Done::default() }));
        }
        if create.temporary || create.like.is_some() {
            return Err(SqlError::not_supported(sql));
        }
        if is_there && create.or_replace {
            self.store.drop_table(&schema, &name)?;
        }
        let Some(query) = create.query else {
            let table = ddl::table(&create, &schema, &name, &self.now())?;
            self.store.create_table(&schema, table)?;
            return Ok(Outcome::done());
        };
        let table = self.table_of(&query, &name, sql);
        self.store.create_table(&schema, table)?;
        let insert = format!(
            "INSERT INTO {} {query}",
            names::in_backticks(&schema) + "." + &names::in_backticks(&name)
        );
        self.write(Statement { text: &insert, rest: &insert }, &ServerState::default())
    }

    /// A table with the columns of a query.
    fn table_of(&self, query: &ast::Query, name: &str, sql: &str) -> Table {
        let dictionary = self.store.dictionary().clone();
        let mut typing = Typing::new(&dictionary, self.database.as_deref(), &self.variables);
        let start = sql.to_ascii_lowercase().find("select").unwrap_or_default();
        let columns = typing.query(query, sql.get(start..).unwrap_or_default());
        let mut table = Table::new(name, &self.now());
        let field = |column: crate::column::Column| {
            let kind = column.shape.kind.name().to_lowercase();
            let decimals = column.shape.decimals;
            let written = match kind.as_str() {
                "decimal" => format!("decimal({},{decimals})", column.shape.length.min(65)),
                "varchar" | "char" => format!("{kind}({})", column.shape.length.clamp(1, 16_000)),
                _ => kind,
            };
            Field {
                name: column.name,
                declared: Declared { shape: column.shape, ..Declared::read(&written) },
                nullable: true,
                default: None,
                auto_increment: false,
                on_update: false,
                comment: String::new(),
            }
        };
        table.fields = columns.into_iter().map(field).collect();
        table
    }

    fn create_view(&mut self, create: &ast::CreateView, sql: &str) -> Result {
        let (schema, name) = self.named(&create.name)?;
        let behind = create.query.to_string();
        let mut table = self.table_of(&create.query, &name, sql);
        for (field, column) in table.fields.iter_mut().zip(&create.columns) {
            field.name.clone_from(&column.name.value);
        }
        let dictionary = self.store.dictionary().clone();
        let mut query = create.query.as_ref().clone();
        let mut translator =
            Translator::new(&dictionary, self.database.as_deref(), &self.variables);
        translator.query(&mut query)?;
        if !translator.information.is_empty() {
            return Err(SqlError::not_supported("views of information_schema"));
        }
        if create.or_replace {
            self.store.drop_table(&schema, &name)?;
        }
        let columns: Vec<String> =
            table.fields.iter().map(|field| names::in_quotes(&field.name)).collect();
        let stored =
            format!("WITH behind({}) AS ({query}) SELECT * FROM behind", columns.join(", "));
        table.view = Some(behind);
        self.store.create_view(&schema, table, &stored)?;
        Ok(Outcome::done())
    }

    fn drop_objects(&mut self, kind: ObjectType, names: &[ObjectName], if_exists: bool) -> Result {
        if !matches!(kind, ObjectType::Table | ObjectType::View) {
            return Err(SqlError::not_supported("this DROP"));
        }
        let mut missing = Vec::new();
        for name in names {
            let (schema, table) = self.named(name)?;
            if !self.store.drop_table(&schema, &table)? {
                missing.push(format!("{schema}.{table}"));
            }
        }
        let (errno, word) = if kind == ObjectType::View { (4092, "VIEW") } else { (1051, "table") };
        match missing.as_slice() {
            [] => Ok(Outcome::done()),
            _ if if_exists => {
                let warnings = missing.len() as u64;
                Ok(Outcome::Done(Done { warnings, ..Done::default() }))
            }
            _ => {
                let message = format!("Unknown {word} '{}'", missing.join(","));
                Err(SqlError::new(errno, "42S02", message))
            }
        }
    }

    fn truncate(&mut self, name: &ObjectName) -> Result {
        let (schema, table) = self.named(name)?;
        let stored = names::stored(&schema, &table);
        let found = self.store.dictionary().table(&schema, &table)?.clone();
        if found.view.is_some() {
            return Err(SqlError::no_such_table(&schema, &table));
        }
        self.store.run(&[
            format!("DELETE FROM {}", names::in_quotes(&stored)),
            format!("DELETE FROM sqlite_sequence WHERE name = {}", names::quoted(&stored)),
        ])?;
        Ok(Outcome::done())
    }

    fn alter_table(&mut self, alter: &ast::AlterTable) -> Result {
        let current = self.database.clone().unwrap_or_default();
        self.rebuild(&alter.name, |table, columns| {
            alter.operations.iter().try_for_each(|change| apply(table, columns, change, &current))
        })
    }

    /// Changes a table as somebody says, and moves its rows over.
    fn rebuild(
        &mut self,
        name: &ObjectName,
        change: impl FnOnce(&mut Table, &mut Vec<(String, String)>) -> Maybe<()>,
    ) -> Result {
        let (schema, name) = self.named(name)?;
        let old = self.store.dictionary().table(&schema, &name)?.clone();
        if old.view.is_some() {
            let message = format!("'{schema}.{name}' is not of type 'BASE TABLE'");
            return Err(SqlError::new(1347, "HY000", message));
        }
        let mut new = old.clone();
        let mut columns: Vec<(String, String)> =
            old.fields.iter().map(|field| (field.name.clone(), field.name.clone())).collect();
        change(&mut new, &mut columns)?;
        self.store.rebuild(&schema, &old, new, &columns)?;
        Ok(Outcome::done())
    }
}

pub(super) fn plain_name(name: &ObjectName) -> String {
    names::split(name, "").1
}
