//! What charts take from the history.

use std::cmp::Reverse;

use super::column::known;
use super::samples::{Row, SampleTime, Samples};
use super::sampling::MODES;
use super::series::Series;
use super::{History, Kind, Metric, TOTAL};
use maxscale::state::Mode;

/// The key of the one line of all sessions; what is shown of it is a text.
pub(super) const ALL_SESSIONS: &str = "Sessions";
/// Where the mode stands among the numbers of a server.
const MODE: usize = 1;

/// A while in which a server was taken out of service, as far as was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The server.
    pub server: String,
    /// Draining, drained or in maintenance.
    pub mode: Mode,
    /// When that was seen first, in milliseconds since 1970.
    pub from_ms: u64,
    /// Until when that was seen.
    pub to_ms: u64,
}

impl Series {
    fn parts(&self) -> [&Samples; 2] {
        [&self.thinned, &self.whole]
    }

    fn moments(&self, from_ms: u64) -> Vec<SampleTime> {
        let late = |moment: &&SampleTime| moment.at_ms >= from_ms;
        self.parts().into_iter().flat_map(|part| &part.moments).filter(late).copied().collect()
    }

    /// The numbers of a row at the moments since a time, whichever part knows it.
    fn values(&self, name: &str, place: usize, from_ms: u64) -> Vec<Option<u32>> {
        let values = |part: &Samples| {
            let samples = part.since(from_ms);
            match part.row(name).and_then(|row| row.columns.get(place)) {
                Some(column) => column.values(samples),
                None => vec![None; samples.len()],
            }
        };
        self.parts().into_iter().flat_map(values).collect()
    }

    /// The highest value of a number since a time.
    fn peak(&self, row: &Row, place: usize, from_ms: u64) -> Option<u32> {
        let peak = |part: &Samples, row: &Row| row.columns.get(place)?.peak(part.since(from_ms));
        let is_long_ago = !self.thinned.since(from_ms).is_empty();
        let before = if is_long_ago { self.thinned.row(&row.name) } else { None };
        peak(&self.whole, row).max(before.and_then(|row| peak(&self.thinned, row)))
    }
}

impl History {
    /// When the samples of a kind were taken, from a time on, the oldest first.
    pub fn moments(&self, kind: Kind, from_ms: u64) -> Vec<SampleTime> {
        self.series(kind).moments(from_ms)
    }

    /// When the oldest sample of any kind was taken.
    pub fn first_ms(&self) -> Option<u64> {
        Kind::ALL.iter().filter_map(|kind| self.series(*kind).oldest_ms()).min()
    }

    /// A number of an object at those moments.
    pub fn values(&self, metric: Metric, name: &str, from_ms: u64) -> Vec<Option<u32>> {
        self.series(metric.kind()).values(name, metric.index(), from_ms)
    }

    /// The lowest and the highest of all objects at those moments; of connections, sessions and
    /// load only.
    pub fn band(&self, kind: Kind, from_ms: u64) -> Vec<Option<(u32, u32)>> {
        let edge = |place| self.series(kind).values(TOTAL, place, from_ms);
        edge(1).into_iter().zip(edge(2)).map(|(low, high)| low.zip(high)).collect()
    }

    /// The newest value of an object's number.
    pub fn newest(&self, metric: Metric, name: &str) -> Option<u32> {
        let row = self.series(metric.kind()).whole.row(name)?;
        known(row.columns.get(metric.index())?.last())
    }

    /// The newest sum and the newest highest value of all objects of a kind.
    pub fn newest_together(&self, kind: Kind) -> Option<(u32, u32)> {
        let [sum, _, highest] = &self.series(kind).whole.row(TOTAL)?.columns;
        known(sum.last()).zip(known(highest.last()))
    }

    /// How many objects of a kind there are now.
    pub fn count(&self, kind: Kind) -> usize {
        let rows = self.series(kind).whole.rows.iter().filter(|row| row.name != TOTAL);
        rows.filter_map(|row| known(row.columns.first()?.last())).count()
    }

    /// The objects that had a value since a time, those with the highest values only where there
    /// are more than `most`; in MaxScale's order.
    pub fn busiest(&self, metric: Metric, most: usize, from_ms: u64) -> Vec<String> {
        let series = self.series(metric.kind());
        let mut peaks: Vec<(u32, usize)> = vec![];
        for (place, row) in series.whole.rows.iter().enumerate() {
            let peak = series.peak(row, metric.index(), from_ms);
            peaks.extend(peak.filter(|_| row.name != TOTAL).map(|peak| (peak, place)));
        }
        peaks.sort_by_key(|(peak, _)| Reverse(*peak));
        peaks.truncate(most);
        peaks.sort_by_key(|(_, place)| *place);
        let rows = peaks.into_iter().filter_map(|peak| series.whole.rows.get(peak.1));
        rows.map(|row| row.name.clone()).collect()
    }

    /// When servers were out of service since a time: one server, or all.
    pub fn spans(&self, server: Option<&str>, from_ms: u64) -> Vec<Span> {
        let moments = self.moments(Kind::Servers, from_ms);
        let rows = self.servers.whole.rows.iter();
        let asked = |row: &&Row| server.map_or(row.name != TOTAL, |server| row.name == server);
        let mut spans = vec![];
        for row in rows.filter(asked) {
            if self.servers.peak(row, MODE, from_ms) > Some(0) {
                let modes = self.servers.values(&row.name, MODE, from_ms);
                spans.extend(spans_of(&row.name, &moments, &modes));
            }
        }
        spans
    }
}

/// A while lasts to the first moment at which it was over, or to the last before a gap.
fn spans_of(server: &str, moments: &[SampleTime], modes: &[Option<u32>]) -> Vec<Span> {
    let mut spans: Vec<Span> = vec![];
    let mut before = None;
    for (moment, mode) in moments.iter().zip(modes) {
        let mode = mode.and_then(|place| MODES.get(place as usize)).copied();
        let mode = mode.filter(|mode| *mode != Mode::InService);
        if let (Some(span), Some(_), false) = (spans.last_mut(), before, moment.after_gap) {
            span.to_ms = moment.at_ms;
        }
        if let Some(mode) = mode.filter(|_| before != mode || moment.after_gap) {
            let (from_ms, to_ms) = (moment.at_ms, moment.at_ms);
            spans.push(Span { server: server.to_owned(), mode, from_ms, to_ms });
        }
        before = mode;
    }
    spans
}
