//! One value of a row: what it is decides how it is shown and sorted.

use std::cmp::Ordering;

use crate::object::{Object, ObjectState, objects};

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Not known, or there is none.
    #[default]
    Nothing,
    /// Words.
    Text(String),
    /// Text for machines, such as a GTID.
    Code(String),
    /// A number of things.
    Count(u64),
    /// A size in bytes.
    Bytes(u64),
    /// A span of time in seconds.
    Seconds(f64),
    /// An HTTP date.
    Moment(String),
    /// A state.
    State(ObjectState),
    /// Other objects.
    Objects(Vec<Object>),
}

impl Value {
    /// A number, where it is known.
    pub fn count(count: Option<u64>) -> Self {
        count.map_or(Self::Nothing, Self::Count)
    }

    /// Words, where there are some.
    pub fn text(text: Option<String>) -> Self {
        text.map_or(Self::Nothing, Self::Text)
    }

    /// Objects of one kind.
    pub fn objects<T: Clone + Into<Object>>(names: &[T]) -> Self {
        Self::Objects(objects(names))
    }

    /// What one can look for in it.
    pub(crate) fn texts(&self) -> Vec<String> {
        match self {
            Self::Nothing | Self::Seconds(_) => vec![],
            Self::Text(text) | Self::Code(text) | Self::Moment(text) => vec![text.clone()],
            Self::Count(number) | Self::Bytes(number) => vec![number.to_string()],
            Self::State(state) => vec![state.words(), state.raw().to_owned()],
            Self::Objects(all) => all.iter().map(|one| one.name().to_owned()).collect(),
        }
    }

    /// What is not known comes first; numbers by size, all else as people sort.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        match (self.number(), other.number()) {
            (Some(own), Some(other)) => own.total_cmp(&other),
            _ => natural(&self.first_text(), &other.first_text()),
        }
    }

    fn number(&self) -> Option<f64> {
        match self {
            Self::Count(number) | Self::Bytes(number) => Some(*number as f64),
            Self::Seconds(seconds) => Some(*seconds),
            _ => None,
        }
    }

    /// The text before anything known is empty, and so comes first.
    fn first_text(&self) -> String {
        match self {
            Self::Seconds(seconds) => seconds.to_string(),
            _ => self.texts().into_iter().next().unwrap_or_default(),
        }
    }
}

/// As people sort: `db2` before `db10`.
pub(crate) fn natural(a: &str, b: &str) -> Ordering {
    let split = |text: &str| {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
        let number = text.strip_prefix(&head).and_then(|digits| digits.parse::<u64>().ok());
        (head, number)
    };
    split(a).cmp(&split(b)).then_with(|| a.cmp(b))
}
