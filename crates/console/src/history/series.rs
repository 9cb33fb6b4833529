//! The samples of one kind: all of the last hour, and the extremes of each minute before.

use super::column::Column;
use super::samples::{Numbers, SampleTime, Samples};

const MINUTE_MS: u64 = 60_000;
/// How long every sample is kept.
const WHOLE_MS: u64 = 60 * MINUTE_MS;
/// How long anything is kept.
const THINNED_MS: u64 = 24 * 60 * MINUTE_MS;
/// How much is kept of each, at eight bytes a piece: a thousand servers whose connections change
/// with every second reading stay below.
const MOST: usize = 1_000_000;

/// Samples of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Series {
    pub(super) whole: Samples,
    pub(super) thinned: Samples,
    /// Whether MaxScale did not answer since the last sample.
    pub(super) broken: bool,
    /// How many samples differed from the one before.
    pub(super) changes: u64,
}

impl Series {
    /// When the newest sample was taken.
    pub(super) fn newest_ms(&self) -> Option<u64> {
        let newest = self.whole.moments.last().or_else(|| self.thinned.moments.last());
        newest.map(|moment| moment.at_ms)
    }

    /// When the oldest sample was taken.
    pub(super) fn oldest_ms(&self) -> Option<u64> {
        let oldest = self.thinned.moments.first().or_else(|| self.whole.moments.first());
        oldest.map(|moment| moment.at_ms)
    }

    /// Takes in a sample. More than `patience_ms` after the one before, there is a gap between.
    pub(super) fn add(&mut self, at_ms: u64, patience_ms: u64, rows: &[(&str, Numbers)]) {
        let mut after_gap = std::mem::take(&mut self.broken);
        if let Some(newest) = self.newest_ms() {
            if newest > at_ms + MINUTE_MS {
                // The clock was set back: what was before cannot be told from what comes.
                *self = Self { changes: self.changes, ..Self::default() };
            } else if newest >= at_ms {
                return;
            }
            after_gap |= at_ms.saturating_sub(newest) > patience_ms;
            if newest / MINUTE_MS != at_ms / MINUTE_MS {
                self.thin(at_ms);
            }
        }
        let differs = self.whole.add(SampleTime { at_ms, after_gap }, rows);
        self.changes += u64::from(differs || after_gap);
    }

    fn thin(&mut self, now_ms: u64) {
        let mut whole_from = now_ms.saturating_sub(WHOLE_MS);
        if self.whole.len() > MOST {
            let quarter = self.whole.moments.get(self.whole.moments.len() / 4);
            whole_from = whole_from.max(quarter.map_or(0, |moment| moment.at_ms));
        }
        let whole_from = whole_from / MINUTE_MS * MINUTE_MS;
        while let Some(first) = self.whole.moments.first().filter(|one| one.at_ms < whole_from) {
            let minute = first.at_ms / MINUTE_MS;
            self.thin_first(|moment| moment.at_ms / MINUTE_MS == minute);
        }
        let kept = |moment: &SampleTime| moment.at_ms < now_ms.saturating_sub(THINNED_MS);
        let mut too_old = self.thinned.moments.partition_point(kept);
        if self.thinned.len() > MOST {
            too_old = too_old.max(self.thinned.moments.len() / 4);
        }
        if too_old > 0 {
            self.thinned.forget(too_old);
        }
    }

    /// Leaves two of the first samples: each number has in them its lowest and its highest value,
    /// in the order in which they came.
    fn thin_first(&mut self, together: impl Fn(&SampleTime) -> bool) {
        let count = self.whole.moments.partition_point(together);
        let Some(group) = self.whole.moments.get(..count) else { return };
        let (Some(first), Some(last)) = (group.first(), group.last()) else { return };
        let after_gap = group.iter().any(|moment| moment.after_gap);
        let moments =
            [SampleTime { after_gap, ..*first }, SampleTime { after_gap: false, ..*last }];
        let samples = self.whole.all().start..self.whole.all().start + count as u32;
        let extremes = |of: fn((u32, u32)) -> u32| {
            let column = |column: &Column| of(column.extremes(samples.clone()));
            let rows = self.whole.rows.iter();
            rows.map(|row| (row.name.as_str(), row.columns.each_ref().map(column)))
                .collect::<Vec<_>>()
        };
        let pair = [extremes(|both| both.0), extremes(|both| both.1)];
        for (moment, rows) in moments.into_iter().zip(pair).take(count) {
            self.thinned.add(moment, &rows);
        }
        self.whole.forget(count);
    }
}
