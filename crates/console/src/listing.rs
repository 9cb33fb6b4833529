//! Objects as rows of values, which can be sorted, filtered and grouped before they are shown.

mod choice;
mod columns;
mod context;
mod export;
mod lines;
mod order;
#[cfg(test)]
mod tests;
mod value;
mod widths;

pub use choice::{columns, columns_text, names, names_text};
pub use columns::*;
pub use context::{
    ListedListener, ListedMonitor, ListedService, all_primaries, with_primary_first,
};
pub use export::{csv, json};
pub use lines::{Line, LineOptions, lines};
pub use order::{Direction, Order};
pub use value::Value;
pub(crate) use value::{natural, shown_and_english};
pub use widths::widths;

use maxscale::object::Object;
use texts::lowered;

/// How the values of a column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As words.
    Words,
    /// As numbers, sizes or spans, one below the other.
    Number,
    /// As a lag, in the colour of what it means.
    Lag,
    /// As a moment, in one piece.
    Moment,
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
    pub label: texts::Text,
    /// How its values are shown.
    pub format: Format,
    /// Whether it is shown unless one chooses otherwise.
    pub shown_by_default: bool,
    /// Whether a phone shows it only when it is chosen.
    pub needs_room: bool,
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
    pub format: Format,
    /// Whether it is shown unless one chooses otherwise.
    pub shown_by_default: bool,
    /// Whether a phone shows it only when it is chosen.
    pub needs_room: bool,
}

impl Heading {
    /// The same on a phone.
    #[must_use]
    pub fn on_phone(self) -> Self {
        Self { shown_by_default: self.shown_by_default && !self.needs_room, ..self }
    }
}

/// What a list holds, with its values, one a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called; no other row of the list is called the same.
    pub name: String,
    /// The object that it is, if it is one with a page.
    pub object: Option<Object>,
    /// The values; the object's own name is the first.
    pub values: Vec<Value>,
    /// What it is listed under, if anything.
    pub group: Option<Object>,
}

/// The headings of columns.
pub fn headings<T>(columns: &[Column<T>]) -> Vec<Heading> {
    let heading = |column: &Column<T>| {
        let Column { key, label, format, shown_by_default, needs_room, .. } = *column;
        Heading { key, label: label(), format, shown_by_default, needs_room }
    };
    columns.iter().map(heading).collect()
}

impl Row {
    /// The row of `item`, which is `object`.
    pub fn of<T>(columns: &[Column<T>], object: impl Into<Object>, item: &T) -> Self {
        let object = object.into();
        Self { object: Some(object.clone()), ..Self::named(columns, object.name(), item) }
    }

    /// The row of `item`, which has no page.
    pub fn named<T>(columns: &[Column<T>], name: impl Into<String>, item: &T) -> Self {
        let values = columns.iter().map(|column| (column.value)(item)).collect();
        Self { name: name.into(), object: None, values, group: None }
    }

    /// The same, listed under another object.
    #[must_use]
    pub fn under(self, group: Option<impl Into<Object>>) -> Self {
        Self { group: group.map(Into::into), ..self }
    }

    /// Whether one of these columns, or what it is listed under, contains the text, which is in
    /// small letters.
    fn matches(&self, filter: &str, columns: &[usize]) -> bool {
        let contains = |text: &str| lowered(text).contains(filter);
        let value = |column: &usize| self.values.get(*column);
        filter.is_empty()
            || columns
                .iter()
                .filter_map(value)
                .any(|value| value.texts().iter().any(|t| contains(t)))
            || self.group.as_ref().is_some_and(|group| contains(group.name()))
    }
}
