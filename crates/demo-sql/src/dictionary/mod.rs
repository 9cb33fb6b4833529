//! What a database server knows of its databases, tables, columns and keys.

pub mod ddl;
pub mod information;
pub mod table;
pub mod types;
pub mod write;

use super::error::SqlError;
use std::collections::BTreeMap;
use table::Table;

/// Databases that come with the server; nobody writes there.
pub const SYSTEM: [&str; 4] = ["information_schema", "mysql", "performance_schema", "sys"];

/// More databases, or tables in one, are not created.
const MAX_OBJECTS: usize = 500;

/// The databases with their tables.
#[derive(Clone, Debug, Default)]
pub struct Dictionary {
    schemas: BTreeMap<String, BTreeMap<String, Table>>,
}

impl Dictionary {
    /// The names of all databases, those of the server too, in order.
    #[must_use]
    pub fn schemas(&self) -> Vec<String> {
        let mut names: Vec<String> = self.schemas.keys().cloned().collect();
        names.extend(SYSTEM.map(str::to_owned));
        names.sort();
        names
    }

    /// Whether there is such a database.
    #[must_use]
    pub fn has(&self, schema: &str) -> bool {
        self.schemas.contains_key(schema)
            || SYSTEM.iter().any(|system| system.eq_ignore_ascii_case(schema))
    }

    /// The tables of a database, in order of their names.
    pub fn tables(&self, schema: &str) -> impl Iterator<Item = &Table> {
        self.schemas.get(schema).into_iter().flat_map(BTreeMap::values)
    }

    /// Every table with its database.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Table)> {
        self.schemas
            .iter()
            .flat_map(|(schema, tables)| tables.values().map(move |table| (schema.as_str(), table)))
    }

    /// A table.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn table(&self, schema: &str, name: &str) -> Result<&Table, SqlError> {
        let found = self.schemas.get(schema).and_then(|tables| tables.get(name));
        found.ok_or_else(|| SqlError::no_such_table(schema, name))
    }

    /// Adds a database.
    ///
    /// # Errors
    /// It is there already, or there are too many.
    pub fn add_schema(&mut self, name: &str) -> Result<(), SqlError> {
        if self.has(name) {
            let message = format!("Can't create database '{name}'; database exists");
            return Err(SqlError::new(1007, "HY000", message));
        }
        if self.schemas.len() >= MAX_OBJECTS {
            return Err(SqlError::not_supported("more databases"));
        }
        self.schemas.insert(name.to_owned(), BTreeMap::new());
        Ok(())
    }

    /// Removes a database, and tells which tables went with it.
    ///
    /// # Errors
    /// There is none of that name.
    pub fn drop_schema(&mut self, name: &str) -> Result<Vec<Table>, SqlError> {
        let tables = self.schemas.remove(name).ok_or_else(|| {
            let message = format!("Can't drop database '{name}'; database doesn't exist");
            SqlError::new(1008, "HY000", message)
        })?;
        Ok(tables.into_values().collect())
    }

    /// Adds a table, or puts it in the place of the one of that name.
    ///
    /// # Errors
    /// There is no such database, or it is full.
    pub fn put(&mut self, schema: &str, table: Table) -> Result<(), SqlError> {
        let tables =
            self.schemas.get_mut(schema).ok_or_else(|| SqlError::unknown_database(schema))?;
        if tables.len() >= MAX_OBJECTS {
            return Err(SqlError::not_supported("more tables"));
        }
        tables.insert(table.name.clone(), table);
        Ok(())
    }

    /// Removes a table.
    pub fn remove(&mut self, schema: &str, name: &str) -> Option<Table> {
        self.schemas.get_mut(schema)?.remove(name)
    }
}
