//! Tables and views as the dictionary has them.

use super::types::Declared;
use crate::column::{Column, Shape, flag};

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// Its type.
    pub declared: Declared,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// What it is without being given, as an expression.
    pub default: Option<String>,
    /// Whether it numbers rows by itself.
    pub auto_increment: bool,
    /// Whether it is set to the time of each change.
    pub on_update: bool,
    /// What somebody wrote about it.
    pub comment: String,
}

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// Its name; `PRIMARY` for the primary key.
    pub name: String,
    /// Whether each of its values is there once only.
    pub unique: bool,
    /// Its columns, in order.
    pub columns: Vec<String>,
}

/// A key that points to another table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// The database of the other table.
    pub schema: String,
    /// The other table.
    pub table: String,
    /// The columns there.
    pub targets: Vec<String>,
    /// What happens on a delete there: `RESTRICT`, `CASCADE`, `SET NULL`.
    pub on_delete: String,
    /// What happens on an update there.
    pub on_update: String,
}

/// A table or view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns, in order.
    pub fields: Vec<Field>,
    /// Its keys; the primary one first.
    pub indexes: Vec<Index>,
    /// Its keys that point elsewhere.
    pub foreign_keys: Vec<ForeignKey>,
    /// The statement behind a view.
    pub view: Option<String>,
    /// When it was created, as a datetime.
    pub created: String,
}

/// The name of the primary key.
pub const PRIMARY: &str = "PRIMARY";

impl Table {
    /// A table without anything.
    #[must_use]
    pub fn new(name: &str, created: &str) -> Self {
        Self {
            name: name.to_owned(),
            fields: Vec::new(),
            indexes: Vec::new(),
            foreign_keys: Vec::new(),
            view: None,
            created: created.to_owned(),
        }
    }

    /// The column of that name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// The primary key.
    #[must_use]
    pub fn primary(&self) -> Option<&Index> {
        self.indexes.iter().find(|index| index.name == PRIMARY)
    }

    /// The column that numbers rows by itself.
    #[must_use]
    pub fn numbered(&self) -> Option<&Field> {
        self.fields.iter().find(|field| field.auto_increment)
    }

    /// `PRI`, `UNI`, `MUL` or nothing: the key that the column is the most important part of.
    #[must_use]
    pub fn key_of(&self, field: &Field) -> &'static str {
        let first = |index: &&Index| index.columns.first() == Some(&field.name);
        if self.primary().is_some_and(|primary| primary.columns.contains(&field.name)) {
            return "PRI";
        }
        match self
            .indexes
            .iter()
            .filter(first)
            .max_by_key(|index| index.unique && index.columns.len() == 1)
        {
            Some(index) if index.unique && index.columns.len() == 1 => "UNI",
            Some(_) => "MUL",
            None => "",
        }
    }

    /// What clients are told about the column's values.
    #[must_use]
    pub fn shape_of(&self, field: &Field) -> Shape {
        let mut shape = field.declared.shape;
        let mut add = |is_so: bool, bit: u32| {
            if is_so {
                shape.flags |= bit;
            }
        };
        let has_default = field.nullable || field.default.is_some() || field.auto_increment;
        let is_enum = field.declared.base() == "enum";
        add(!field.nullable && self.view.is_none(), flag::NOT_NULL);
        add(!has_default && !is_enum && self.view.is_none(), flag::NO_DEFAULT);
        add(field.auto_increment, flag::AUTO_INCREMENT);
        add(field.on_update, flag::ON_UPDATE);
        let others = |index: &&Index| index.name != PRIMARY && index.columns.contains(&field.name);
        let key = self.key_of(field);
        add(key == "PRI", flag::PRIMARY);
        add(key == "UNI", flag::UNIQUE);
        let begins_another = self
            .indexes
            .iter()
            .filter(others)
            .any(|index| !index.unique && index.columns.first() == Some(&field.name));
        add(begins_another, flag::MULTIPLE);
        add(key == "PRI" || self.indexes.iter().filter(others).count() > 0, flag::KEY);
        shape
    }

    /// The columns of a result with all columns of the table, under the name it goes by there.
    #[must_use]
    pub fn columns(&self, schema: &str, alias: &str) -> Vec<Column> {
        let column = |field: &Field| Column {
            name: field.name.clone(),
            table: alias.to_owned(),
            // MariaDB leaves the database of a view out.
            schema: if self.view.is_some() { String::new() } else { schema.to_owned() },
            shape: self.shape_of(field),
        };
        self.fields.iter().map(column).collect()
    }
}
