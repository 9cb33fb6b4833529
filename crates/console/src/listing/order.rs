//! By which columns rows are sorted.

use std::cmp::Ordering;

use super::value::Key;
use super::{Heading, Row};

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Smallest or A first.
    Ascending,
    /// Largest or Z first.
    Descending,
}

/// Columns, the most important first, and which end of each comes first; in the address
/// `state,-connections`, where `-` stands for the other end. Without any, rows are sorted by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(Vec<(usize, Direction)>);

impl Order {
    /// Reads the order from the address; unknown words, and columns named before, are left out.
    pub fn read(text: &str, headings: &[Heading]) -> Self {
        let mut columns: Vec<(usize, Direction)> = Vec::new();
        for word in text.split(',') {
            let (key, direction) = match word.strip_prefix('-') {
                Some(key) => (key, Direction::Descending),
                None => (word, Direction::Ascending),
            };
            let found = headings.iter().position(|heading| heading.key == key);
            let Some(column) = found else { continue };
            if columns.iter().all(|(known, _)| *known != column) {
                columns.push((column, direction));
            }
        }
        Self(columns)
    }

    /// The order as the address has it; nothing for the usual one.
    pub fn text(&self, headings: &[Heading]) -> String {
        if matches!(self.0.as_slice(), [(0, Direction::Ascending)]) {
            return String::new();
        }
        let word = |(column, direction): &(usize, Direction)| {
            let key = headings.get(*column)?.key;
            Some(if *direction == Direction::Descending {
                format!("-{key}")
            } else {
                key.to_owned()
            })
        };
        self.0.iter().filter_map(word).collect::<Vec<_>>().join(",")
    }

    /// How a column is sorted now, if it is, and its place among the columns that sort, from 1.
    pub fn of(&self, column: usize) -> Option<(usize, Direction)> {
        if self.0.is_empty() && column == 0 {
            return Some((1, Direction::Ascending));
        }
        let mut places = (1..).zip(&self.0);
        places.find(|(_, (known, _))| *known == column).map(|(place, (_, way))| (place, *way))
    }

    /// By how many columns rows are sorted.
    pub fn columns(&self) -> usize {
        self.0.len().max(1)
    }

    /// The order after a click on a column's heading: by it alone; a second click turns it round.
    #[must_use]
    pub fn by(&self, column: usize) -> Self {
        let turned = self.of(column).is_some_and(|(_, way)| way == Direction::Ascending);
        Self(vec![(column, if turned { Direction::Descending } else { Direction::Ascending })])
    }

    /// The order with a column as a further one; once more turns it round, and a third time
    /// takes it out.
    #[must_use]
    pub fn and_by(&self, column: usize) -> Self {
        let mut columns = self.0.clone();
        match columns.iter().position(|(known, _)| *known == column) {
            None => columns.push((column, Direction::Ascending)),
            Some(at) => match columns.get_mut(at) {
                Some((_, way)) if *way == Direction::Ascending => *way = Direction::Descending,
                _ => drop(columns.remove(at)),
            },
        }
        Self(columns)
    }

    /// Sorts rows, given by their place among all; what is equal goes by name.
    pub(super) fn sort(&self, all: &[Row], places: &mut Vec<usize>) {
        let keys = |place: usize| {
            let row = all.get(place)?;
            let of =
                |(column, _): &(usize, Direction)| row.values.get(*column).map(super::Value::key);
            Some((self.0.iter().map(of).collect::<Vec<_>>(), Key::of_text(&row.name)))
        };
        let mut keyed: Vec<_> = places.iter().map(|place| (keys(*place), *place)).collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some((a, a_name)), Some((b, b_name))) => {
                self.compare(a, b).then_with(|| a_name.cmp(b_name))
            }
            _ => a.is_some().cmp(&b.is_some()),
        });
        *places = keyed.into_iter().map(|(_, place)| place).collect();
    }

    fn compare(&self, a: &[Option<Key>], b: &[Option<Key>]) -> Ordering {
        let by_column = self.0.iter().zip(a.iter().zip(b)).map(|((_, way), (a, b))| match way {
            Direction::Ascending => a.cmp(b),
            Direction::Descending => b.cmp(a),
        });
        by_column.fold(Ordering::Equal, Ordering::then)
    }
}
