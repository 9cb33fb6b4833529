//! One value of a row: what it is decides how it is shown and sorted.

use std::cmp::Ordering;

use maxscale::object::{Object, ObjectState, objects};
use maxscale::replication::Lag;
use texts::Language;

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Not known, or there is none.
    #[default]
    Nothing,
    /// Words as MaxScale has them.
    Text(String),
    /// Words of the console, which are others in English.
    Words {
        /// As they are shown.
        shown: String,
        /// In English.
        english: String,
    },
    /// Text for machines, such as a GTID.
    Code(String),
    /// A number of things.
    Count(u64),
    /// A size in bytes.
    Bytes(u64),
    /// A span of time in seconds.
    Seconds(f64),
    /// How far a replica is behind.
    Lag(Lag),
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

    /// Words of the console.
    pub fn words(words: impl Fn() -> String) -> Self {
        let (shown, english) = in_both(words);
        match english {
            Some(english) => Self::Words { shown, english },
            None => Self::Text(shown),
        }
    }

    /// Objects of one kind.
    pub fn objects<T: Clone + Into<Object>>(names: &[T]) -> Self {
        Self::Objects(objects(names))
    }

    /// What one can look for in it, in the language shown, in English, and in MaxScale's words.
    pub(crate) fn texts(&self) -> Vec<String> {
        match self {
            Self::Nothing | Self::Seconds(_) | Self::Lag(_) => vec![],
            Self::Text(text) | Self::Code(text) | Self::Moment(text) => vec![text.clone()],
            Self::Count(number) | Self::Bytes(number) => vec![number.to_string()],
            Self::Words { shown, english } => vec![shown.clone(), english.clone()],
            Self::State(state) => {
                let mut all = shown_and_english(|| state.words());
                all.push(state.raw().to_owned());
                all
            }
            Self::Objects(all) => all.iter().map(|one| one.name().to_owned()).collect(),
        }
    }

    /// As it is sorted: what is not known comes first, then numbers by size, then words as
    /// people sort them.
    pub(super) fn key(&self) -> Key {
        match self {
            Self::Nothing => Key::Nothing,
            Self::Count(number) | Self::Bytes(number) => Key::Number(Number(*number as f64)),
            Self::Seconds(seconds) => Key::Number(Number(*seconds)),
            Self::Lag(Lag::Seconds(seconds)) => Key::Number(Number(*seconds as f64)),
            Self::Lag(Lag::Unknown) => Key::Number(Number(f64::INFINITY)),
            Self::Text(text) | Self::Code(text) | Self::Words { shown: text, .. } => {
                Key::of_text(text)
            }
            Self::Moment(date) => Key::of_text(&sortable(date).unwrap_or_else(|| date.clone())),
            Self::State(state) => Key::of_text(&state.words()),
            Self::Objects(all) => {
                all.first().map_or(Key::Nothing, |object| Key::of_text(object.name()))
            }
        }
    }
}

/// Words as they are shown, and in English where those are others.
pub(crate) fn shown_and_english(words: impl Fn() -> String) -> Vec<String> {
    let (shown, english) = in_both(words);
    std::iter::once(shown).chain(english).collect()
}

fn in_both(words: impl Fn() -> String) -> (String, Option<String>) {
    let shown = words();
    if texts::spoken() == Language::English {
        return (shown, None);
    }
    let english = texts::in_english(words);
    let differs = english != shown;
    (shown, differs.then_some(english))
}

/// An HTTP date with its parts from the largest to the smallest: `2026-11-29 02:14:23`.
fn sortable(date: &str) -> Option<String> {
    const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";
    let mut parts = date.split_whitespace().skip(1);
    let (day, month, year, time) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    let month = MONTHS.find(month)? / 3 + 1;
    Some(format!("{year}-{month:02}-{day} {time}"))
}

/// As people sort: `db2` before `db10`.
pub(crate) fn natural(a: &str, b: &str) -> Ordering {
    Key::of_text(a).cmp(&Key::of_text(b))
}

/// What a value is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    Nothing,
    Number(Number),
    /// The text without the number at its end, that number, and the whole.
    Text(String, Option<u64>, String),
}

impl Key {
    /// As people sort: `db2` before `db10`.
    pub(super) fn of_text(text: &str) -> Self {
        let head = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let number = text.strip_prefix(head).and_then(|digits| digits.parse().ok());
        Self::Text(head.to_owned(), number, text.to_owned())
    }
}

/// Numbers have a total order here.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number(f64);

impl PartialEq for Number {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}
