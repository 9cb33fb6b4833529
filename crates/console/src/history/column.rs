//! One number over time, kept as its changes: most numbers of most servers stand still.

use std::ops::Range;

/// Stands for a number that is not known.
pub const UNKNOWN: u32 = u32::MAX;

/// The changes of a number: from which sample on it has which value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Column(Vec<(u32, u32)>);

impl Column {
    /// The value of the newest sample.
    pub(super) fn last(&self) -> u32 {
        self.0.last().map_or(UNKNOWN, |change| change.1)
    }

    /// Takes in a value; whether it differs from the one before.
    pub(super) fn push(&mut self, sample: u32, value: u32) -> bool {
        let differs = self.last() != value;
        if differs {
            self.0.push((sample, value));
        }
        differs
    }

    /// How much is kept.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no sample has a value, once the past has been forgotten.
    pub(super) fn is_unknown(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets what was before a sample.
    pub(super) fn forget_before(&mut self, first: u32) {
        let begun = self.0.partition_point(|change| change.0 <= first);
        let mut past = begun.saturating_sub(1);
        // Before its first change a number is not known anyway.
        past += usize::from(self.0.get(past).is_some_and(|change| change.1 == UNKNOWN));
        self.0.drain(..past);
    }

    /// The changes that matter within some samples: the value at their start, then each new one.
    pub(super) fn changes(&self, samples: Range<u32>) -> impl Iterator<Item = (u32, u32)> {
        let begun = self.0.partition_point(|change| change.0 <= samples.start);
        let changes = self.0.get(begun.saturating_sub(1)..).unwrap_or_default().iter();
        changes
            .take_while(move |change| change.0 < samples.end)
            .map(move |change| (change.0.max(samples.start), change.1))
    }

    /// The value of each of some samples.
    pub(super) fn values(&self, samples: Range<u32>) -> Vec<Option<u32>> {
        let mut values = vec![];
        let mut now = None;
        for (sample, value) in self.changes(samples.clone()) {
            values.resize((sample - samples.start) as usize, now);
            now = known(value);
        }
        values.resize(samples.len(), now);
        values
    }

    /// The highest known value of some samples.
    pub(super) fn peak(&self, samples: Range<u32>) -> Option<u32> {
        self.changes(samples).filter_map(|change| known(change.1)).max()
    }

    /// The lowest and the highest known value of some samples, in the order in which they came.
    pub(super) fn extremes(&self, samples: Range<u32>) -> (u32, u32) {
        let known = || self.changes(samples.clone()).filter(|change| change.1 != UNKNOWN);
        let (low, high) = (known().min_by_key(|c| c.1), known().max_by_key(|c| c.1));
        match (low, high) {
            (Some(low), Some(high)) if high.0 < low.0 => (high.1, low.1),
            (Some(low), Some(high)) => (low.1, high.1),
            _ => (UNKNOWN, UNKNOWN),
        }
    }
}

/// The value, if it is one.
pub(super) fn known(value: u32) -> Option<u32> {
    (value != UNKNOWN).then_some(value)
}
