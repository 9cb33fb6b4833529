//! A table of the dictionary as a statement: for the store, and as `SHOW CREATE TABLE` has it.

use super::table::{Field, ForeignKey, Index, PRIMARY, Table};
use crate::column::SqlType;
use crate::names::{in_backticks, in_quotes, quoted, stored};

/// The statements that create the table in the store under a name.
#[must_use]
pub fn for_store(table: &Table, schema: &str, name: &str) -> Vec<String> {
    let numbered = numbers_rows(table);
    let mut parts: Vec<String> = table
        .fields
        .iter()
        .map(|field| stored_field(field, numbered == Some(field.name.as_str())))
        .collect();
    let keys = table.indexes.iter().filter(|index| index.unique);
    for index in keys.filter(|index| index.name != PRIMARY || numbered.is_none()) {
        let word = if index.name == PRIMARY { "PRIMARY KEY" } else { "UNIQUE" };
        parts.push(format!("{word} ({})", list(&index.columns, in_quotes)));
    }
    parts.extend(table.foreign_keys.iter().map(stored_foreign_key));
    let quoted_name = in_quotes(name);
    let mut statements = vec![format!("CREATE TABLE {quoted_name} ({})", parts.join(", "))];
    for index in table.indexes.iter().filter(|index| !index.unique) {
        let index_name = in_quotes(&format!("{}/{}", stored(schema, &table.name), index.name));
        let columns = list(&index.columns, in_quotes);
        statements.push(format!("DROP INDEX IF EXISTS {index_name}"));
        statements.push(format!("CREATE INDEX {index_name} ON {quoted_name} ({columns})"));
    }
    statements
}

/// The column that the store numbers rows with: one that is the whole primary key.
#[must_use]
pub fn numbers_rows(table: &Table) -> Option<&str> {
    let field = table.numbered()?;
    let primary = table.primary()?;
    (primary.columns.as_slice() == [field.name.clone()]).then_some(field.name.as_str())
}

fn stored_field(field: &Field, is_numbered: bool) -> String {
    let name = in_quotes(&field.name);
    if is_numbered {
        return format!("{name} INTEGER PRIMARY KEY AUTOINCREMENT");
    }
    let mut text = format!("{name} {}", affinity(field));
    if !field.nullable {
        text.push_str(" NOT NULL");
    }
    match field.default.as_deref() {
        Some("current_timestamp()") => text.push_str(" DEFAULT (now())"),
        Some(default) => text.push_str(&format!(" DEFAULT {default}")),
        None => {}
    }
    text.push_str(&check(field));
    text
}

fn affinity(field: &Field) -> &'static str {
    let kind = field.declared.shape.kind;
    if kind.is_integer() || kind == SqlType::Year {
        "INT"
    } else if kind.is_real() {
        "REAL"
    } else if kind == SqlType::Decimal {
        "NUMERIC"
    } else if matches!(kind, SqlType::Blob | SqlType::Longblob) {
        "BLOB"
    } else {
        "TEXT COLLATE NOCASE"
    }
}

/// What may stand in the column; the name of the rule says which error it is.
fn check(field: &Field) -> String {
    let name = in_quotes(&field.name);
    let kind = field.declared.shape.kind;
    let rule = |word: &str, condition: String| {
        format!(" CONSTRAINT {} CHECK ({condition})", in_quotes(&format!("{word} {}", field.name)))
    };
    if kind.is_integer() {
        let (low, high) = range(field);
        let typed = rule("integer", format!("{name} IS NULL OR typeof({name}) <> 'text'"));
        return typed
            + &rule("range", format!("{name} IS NULL OR {name} BETWEEN {low} AND {high}"));
    }
    if matches!(kind, SqlType::Varchar | SqlType::Char) {
        if field.declared.base() == "enum" {
            let words = field.declared.text.get(5..field.declared.text.len() - 1).unwrap_or("''");
            return rule("enum", format!("{name} IS NULL OR {name} IN ({words})"));
        }
        let length = field.declared.shape.length;
        return rule("length", format!("{name} IS NULL OR char_length({name}) <= {length}"));
    }
    String::new()
}

fn range(field: &Field) -> (i64, i64) {
    let bits = match field.declared.shape.kind {
        SqlType::Tinyint => 8,
        SqlType::Smallint => 16,
        SqlType::Mediumint => 24,
        SqlType::Int => 32,
        _ => return (i64::MIN, i64::MAX),
    };
    if field.declared.text.ends_with("unsigned") {
        (0, (1 << bits) - 1)
    } else {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    }
}

fn stored_foreign_key(key: &ForeignKey) -> String {
    format!(
        "FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE {} ON UPDATE {}",
        list(&key.columns, in_quotes),
        in_quotes(&stored(&key.schema, &key.table)),
        list(&key.targets, in_quotes),
        key.on_delete,
        key.on_update
    )
}

fn list(names: &[String], quote: fn(&str) -> String) -> String {
    names.iter().map(|name| quote(name)).collect::<Vec<_>>().join(",")
}

/// The table as `SHOW CREATE TABLE` has it; `next` is the number of its next row.
#[must_use]
pub fn for_people(table: &Table, schema: &str, next: Option<i64>) -> String {
    let mut lines: Vec<String> = table.fields.iter().map(field_line).collect();
    lines.extend(table.indexes.iter().map(index_line));
    lines.extend(table.foreign_keys.iter().map(|key| foreign_key_line(key, schema)));
    let number = next
        .filter(|next| *next > 1)
        .map(|next| format!(" AUTO_INCREMENT={next}"))
        .unwrap_or_default();
    format!(
        "CREATE TABLE {} (\n  {}\n) ENGINE=InnoDB{number} DEFAULT CHARSET=utf8mb4 \
         COLLATE=utf8mb4_general_ci",
        in_backticks(&table.name),
        lines.join(",\n  ")
    )
}

fn field_line(field: &Field) -> String {
    let mut line = format!("{} {}", in_backticks(&field.name), field.declared.text);
    if !field.nullable {
        line.push_str(" NOT NULL");
    }
    let has_none = field.auto_increment || field.declared.shape.kind == SqlType::Blob;
    match &field.default {
        Some(default) => line.push_str(&format!(" DEFAULT {default}")),
        None if field.nullable && !has_none => line.push_str(" DEFAULT NULL"),
        None => {}
    }
    if field.on_update {
        line.push_str(" ON UPDATE current_timestamp()");
    }
    if field.auto_increment {
        line.push_str(" AUTO_INCREMENT");
    }
    if !field.comment.is_empty() {
        line.push_str(&format!(" COMMENT {}", quoted(&field.comment)));
    }
    line
}

fn index_line(index: &Index) -> String {
    let columns = list(&index.columns, in_backticks);
    match (index.name.as_str(), index.unique) {
        (PRIMARY, _) => format!("PRIMARY KEY ({columns})"),
        (name, true) => format!("UNIQUE KEY {} ({columns})", in_backticks(name)),
        (name, false) => format!("KEY {} ({columns})", in_backticks(name)),
    }
}

fn foreign_key_line(key: &ForeignKey, schema: &str) -> String {
    let other = if key.schema == schema {
        in_backticks(&key.table)
    } else {
        format!("{}.{}", in_backticks(&key.schema), in_backticks(&key.table))
    };
    let when = |word: &str, action: &str| match action {
        "RESTRICT" => String::new(),
        action => format!(" ON {word} {action}"),
    };
    format!(
        "CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {other} ({}){}{}",
        in_backticks(&key.name),
        list(&key.columns, in_backticks),
        list(&key.targets, in_backticks),
        when("DELETE", &key.on_delete),
        when("UPDATE", &key.on_update)
    )
}

/// The constraint as an error quotes it.
#[must_use]
pub fn constraint(table: &Table, schema: &str, key: &ForeignKey) -> String {
    format!(
        "{}.{}, {}",
        in_backticks(schema),
        in_backticks(&table.name),
        foreign_key_line(key, schema)
    )
}
