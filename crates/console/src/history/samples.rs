//! Samples of many objects on one axis of time.

use std::ops::Range;

use super::column::{Column, UNKNOWN};

/// The numbers of one object in one sample; which they are, [`super::Metric`] says.
pub(super) type Numbers = [u32; 3];

/// When a sample was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleTime {
    /// Milliseconds since 1970.
    pub at_ms: u64,
    /// Whether nothing was read for a while before, so that no line leads here.
    pub after_gap: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) columns: [Column; 3],
    /// The number after that of the last sample it stood in.
    seen: u32,
}

/// Samples, the oldest first. Each has a number, which goes on when old ones are forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Samples {
    first: u32,
    pub(super) moments: Vec<SampleTime>,
    pub(super) rows: Vec<Row>,
}

impl Samples {
    /// Samples that were written down before; their numbers begin at 0.
    pub(super) fn restored(moments: Vec<SampleTime>, rows: Vec<(String, [Column; 3])>) -> Self {
        let seen = moments.len() as u32;
        let rows = rows.into_iter().map(|(name, columns)| Row { name, columns, seen });
        Self { first: 0, moments, rows: rows.collect() }
    }

    /// The numbers of the samples from a time on.
    pub(super) fn since(&self, from_ms: u64) -> Range<u32> {
        let before = self.moments.partition_point(|moment| moment.at_ms < from_ms);
        self.first + before as u32..self.end()
    }

    /// The numbers of all samples.
    pub(super) fn all(&self) -> Range<u32> {
        self.first..self.end()
    }

    fn end(&self) -> u32 {
        self.first + self.moments.len() as u32
    }

    /// The row of an object.
    pub(super) fn row(&self, name: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.name == name)
    }

    /// Takes in a sample; whether any number differs from the one before. What is not in it is
    /// not known at that moment.
    pub(super) fn add(&mut self, moment: SampleTime, rows: &[(&str, Numbers)]) -> bool {
        let sample = self.end();
        self.moments.push(moment);
        let mut differs = false;
        let mut place = 0;
        for (name, numbers) in rows {
            place = self.place(name, place);
            if let Some(row) = self.rows.get_mut(place) {
                differs |= row.take(sample, *numbers);
            }
            place += 1;
        }
        for row in &mut self.rows {
            differs |= row.take(sample, [UNKNOWN; 3]);
        }
        differs
    }

    /// Where a row is; as lists keep their order, most likely where one looks first.
    fn place(&mut self, name: &str, likely: usize) -> usize {
        let (before, after) = self.rows.split_at(likely.min(self.rows.len()));
        let is_it = |row: &Row| row.name == name;
        let found = after.iter().position(is_it).map(|place| place + before.len());
        found.or_else(|| before.iter().position(is_it)).unwrap_or_else(|| {
            self.rows.push(Row { name: name.to_owned(), ..Row::default() });
            self.rows.len() - 1
        })
    }

    /// How much is kept.
    pub(super) fn len(&self) -> usize {
        let rows = self.rows.iter().flat_map(|row| &row.columns);
        self.moments.len() + rows.map(Column::len).sum::<usize>()
    }

    /// Forgets the oldest samples, and the objects that nothing is known of any more.
    pub(super) fn forget(&mut self, count: usize) {
        self.moments.drain(..count.min(self.moments.len()));
        self.first = self.first.saturating_add(count as u32);
        for row in &mut self.rows {
            for column in &mut row.columns {
                column.forget_before(self.first);
            }
        }
        self.rows.retain(|row| !row.columns.iter().all(Column::is_unknown));
    }
}

impl Row {
    /// Takes in the numbers of a sample, unless it has some of it.
    fn take(&mut self, sample: u32, numbers: Numbers) -> bool {
        if self.seen == sample + 1 {
            return false;
        }
        self.seen = sample + 1;
        let columns = self.columns.iter_mut().zip(numbers);
        columns.fold(false, |differs, (column, number)| column.push(sample, number) | differs)
    }
}
