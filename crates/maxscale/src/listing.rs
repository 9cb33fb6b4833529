//! Objects as rows of values, which can be sorted, filtered and grouped before they are shown.

mod arrange;
mod columns;
#[cfg(test)]
mod tests;
mod value;

pub use arrange::{Direction, Group, Order, arranged, grouped};
pub use columns::{FILTERS, LISTENERS, MONITORS, SERVERS, SERVICES, SESSIONS, UsedListener};
pub use value::Value;
pub(crate) use value::natural;

use crate::object::Object;

/// How the values of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// As words.
    Words,
    /// As numbers, sizes or spans, one below the other.
    Number,
    /// As text for machines.
    Code,
    /// As a state.
    State,
    /// As links to objects.
    Links,
}

/// A column of a list of `T`.
pub struct Column<T> {
    /// How the address names it.
    pub key: &'static str,
    /// Its heading.
    pub label: &'static str,
    /// How its values are shown.
    pub shape: Shape,
    /// What it shows of an object.
    pub value: fn(&T) -> Value,
}

/// A column without what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// How the address names it.
    pub key: &'static str,
    /// Its words.
    pub label: &'static str,
    /// How its values are shown.
    pub shape: Shape,
}

/// An object with its values, one a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Which object it is.
    pub object: Object,
    /// The values; the object's own name is the first.
    pub values: Vec<Value>,
    /// What it is listed under, if anything.
    pub group: Option<Object>,
}

/// The headings of columns.
pub fn headings<T>(columns: &[Column<T>]) -> Vec<Heading> {
    let heading =
        |column: &Column<T>| Heading { key: column.key, label: column.label, shape: column.shape };
    columns.iter().map(heading).collect()
}

impl Row {
    /// The row of `item`, which is `object`.
    pub fn of<T>(columns: &[Column<T>], object: impl Into<Object>, item: &T) -> Self {
        let values = columns.iter().map(|column| (column.value)(item)).collect();
        Self { object: object.into(), values, group: None }
    }

    /// The same, listed under another object.
    #[must_use]
    pub fn under(self, group: Option<impl Into<Object>>) -> Self {
        Self { group: group.map(Into::into), ..self }
    }

    /// Whether anything shown of it contains the text, whatever its case.
    pub fn matches(&self, filter: &str) -> bool {
        let filter = filter.to_lowercase();
        let contains = |text: &str| text.to_lowercase().contains(&filter);
        self.values.iter().any(|value| value.texts().iter().any(|text| contains(text)))
            || self.group.as_ref().is_some_and(|group| contains(group.name()))
    }
}
