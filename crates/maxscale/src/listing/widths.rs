//! How wide columns are when no browser can look at all of their rows.

use super::{Heading, Row, Value};

/// Columns share this much of the width, in percent; the rest is for what stands beside them.
const ALL: usize = 92;

/// No column needs more characters: what is longer has lines of its own.
const MOST: usize = 36;

/// The shares of columns in the width of the table, in percent, by the longest of their values.
/// Columns are given by their place among `headings`.
pub fn widths(headings: &[Heading], rows: &[Row], columns: &[usize]) -> Vec<usize> {
    let needed = |column: &usize| {
        let label = headings.get(*column).map_or(0, |heading| heading.label.chars().count() + 3);
        let values = rows.iter().filter_map(|row| row.values.get(*column));
        values.map(Value::length).max().unwrap_or(0).max(label).min(MOST)
    };
    let needed: Vec<usize> = columns.iter().map(needed).collect();
    let sum = needed.iter().sum::<usize>().max(1);
    needed.iter().map(|own| own * ALL / sum).collect()
}

impl Value {
    /// About how many characters it takes.
    fn length(&self) -> usize {
        match self {
            Self::Nothing => 1,
            Self::Text(text) | Self::Code(text) => text.chars().count(),
            Self::Moment(_) => 12,
            Self::Count(number) => number.to_string().len(),
            Self::Bytes(_) | Self::Seconds(_) => 8,
            Self::State(state) => state.words().chars().count() + 5,
            // A few names stand below each other.
            Self::Objects(all) => {
                all.iter().take(3).map(|one| one.name().chars().count()).max().unwrap_or(4)
            }
        }
    }
}
