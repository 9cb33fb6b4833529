//! How things are called: in statements, in the dictionary, and in the store behind it.

use sqlparser::ast::{Ident, ObjectName, ObjectNamePart};

/// Database and name of an object; the database in use if none is said.
#[must_use]
pub fn split(name: &ObjectName, current: &str) -> (String, String) {
    let parts: Vec<&Ident> = name.0.iter().filter_map(ObjectNamePart::as_ident).collect();
    match parts.as_slice() {
        [schema, name] => (schema.value.clone(), name.value.clone()),
        [name] => (current.to_owned(), name.value.clone()),
        _ => (current.to_owned(), name.to_string()),
    }
}

/// The name in the store of a table of a database.
#[must_use]
pub fn stored(schema: &str, table: &str) -> String {
    format!("{schema}.{table}")
}

/// A name in the quotes of the store.
#[must_use]
pub fn in_quotes(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// A name in MariaDB's quotes.
#[must_use]
pub fn in_backticks(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

/// A text as a literal, for both.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
