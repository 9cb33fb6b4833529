//! Which rows are shown, in what order, under which headings.

use super::value::natural;
use super::{Heading, Row};
use crate::object::Object;

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Smallest or A first.
    #[default]
    Ascending,
    /// Largest or Z first.
    Descending,
}

/// A column and which end of it comes first; in the address `state`, or `-state` for the other
/// end. The first column needs no word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    column: usize,
    direction: Direction,
}

impl Order {
    /// Reads the order from the address; an unknown word means the usual one.
    pub fn read(text: &str, headings: &[Heading]) -> Self {
        let (key, direction) = match text.strip_prefix('-') {
            Some(key) => (key, Direction::Descending),
            None => (text, Direction::Ascending),
        };
        match headings.iter().position(|heading| heading.key == key) {
            Some(column) => Self { column, direction },
            None => Self { column: 0, direction: Direction::Ascending },
        }
    }

    /// How a column is sorted now, if it is.
    pub fn of(self, column: usize) -> Option<Direction> {
        (self.column == column).then_some(self.direction)
    }

    /// What the address says after a click on a column's heading.
    pub fn after_click(self, column: usize, heading: Heading) -> String {
        match (self.of(column), column) {
            (Some(Direction::Ascending), _) => format!("-{}", heading.key),
            (_, 0) => String::new(),
            _ => heading.key.to_owned(),
        }
    }

    fn compare(self, a: &Row, b: &Row) -> std::cmp::Ordering {
        let by_column = match (a.values.get(self.column), b.values.get(self.column)) {
            (Some(a), Some(b)) => a.compare(b),
            _ => std::cmp::Ordering::Equal,
        };
        let directed = match self.direction {
            Direction::Ascending => by_column,
            Direction::Descending => by_column.reverse(),
        };
        directed.then_with(|| natural(a.object.name(), b.object.name()))
    }
}

/// The rows that match, in order.
pub fn arranged<'a>(rows: &'a [Row], order: Order, filter: &str) -> Vec<&'a Row> {
    let mut shown: Vec<&Row> = rows.iter().filter(|row| row.matches(filter)).collect();
    shown.sort_by(|a, b| order.compare(a, b));
    shown
}

/// The rows listed under one object, or under none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they are listed under.
    pub of: Option<Object>,
    /// Their objects, in order.
    pub members: Vec<Object>,
}

/// Groups rows by what they are listed under, by its name; those under nothing come last. Of
/// `known` objects those without rows are there as well.
pub fn grouped(rows: &[&Row], known: Vec<Object>) -> Vec<Group> {
    let mut names: Vec<Object> =
        rows.iter().filter_map(|row| row.group.clone()).chain(known).collect();
    names.sort();
    names.dedup();
    let group = |of: Option<Object>| {
        let own = rows.iter().filter(|row| row.group == of);
        Group { members: own.map(|row| row.object.clone()).collect(), of }
    };
    let all = names.into_iter().map(Some).chain([None]).map(group);
    all.filter(|group| group.of.is_some() || !group.members.is_empty()).collect()
}
