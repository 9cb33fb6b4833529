//! How wide columns are when no browser can look at all of their rows.

use super::{Heading, Row, Value};

/// Columns share this much of the width, in percent; the rest is for what stands beside them.
const ALL: usize = 91;

/// No column needs more characters: what is longer has lines of its own.
const MOST: usize = 36;

/// Room around a value, in characters.
const SPACE: usize = 3;

/// The shares of columns in the width of the table, in percent, by the longest of their values.
/// Columns are given by their place among `headings`.
pub fn widths(headings: &[Heading], rows: &[Row], columns: &[usize]) -> Vec<usize> {
    let needed = |column: &usize| {
        // Beside the label stands an arrow; names are bold.
        let label = headings.get(*column).map_or(0, |heading| heading.label.chars().count() + 2);
        let values = rows.iter().filter_map(|row| row.values.get(*column));
        let longest = values.map(Value::length).max().unwrap_or(0);
        let longest = if *column == 0 { longest * 8 / 7 + 2 } else { longest };
        longest.max(label).min(MOST) + SPACE
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
            Self::Text(text) | Self::Words { shown: text, .. } => text.chars().count(),
            // These letters are wider.
            Self::Code(text) => text.chars().count() * 9 / 8,
            Self::Moment(_) => 12,
            Self::Count(number) => number.to_string().len(),
            Self::Bytes(_) | Self::Seconds(_) | Self::Lag(_) => 8,
            Self::State(state) => state.words().chars().count() + 5,
            // A few names stand below each other, and more behind a word.
            Self::Objects(all) if all.len() > 4 => 12,
            Self::Objects(all) => {
                all.iter().map(|one| one.name().chars().count()).max().unwrap_or(4)
            }
        }
    }
}
