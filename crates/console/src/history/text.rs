//! The history as text, for the browser to keep while the page is loaded again.
//!
//! A line with the host, then for each kind two blocks, thinned and whole. A block is a line of
//! moments, each as the time since the one before, with `!` after a gap; a line for each object,
//! its name and its columns between tabs, a column as its changes; and an empty line. Numbers
//! are written to the base of 36, an unknown one as `-`.

use std::cmp::Reverse;

use super::column::{Column, UNKNOWN};
use super::samples::{Row, SampleTime, Samples};
use super::{History, Kind};

/// The first word; another form needs another.
const FORM: &str = "1";
const BLOCKS: usize = 2 * Kind::ALL.len();
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

impl History {
    /// The text, not much longer than `most` bytes: what does not fit is left out, the objects
    /// with the lowest numbers first.
    pub fn to_text(&self, most: usize) -> String {
        let host = self.host.as_deref().unwrap_or_default();
        let mut out = format!("{FORM}\t{}\n", if is_plain(host) { host } else { "" });
        let tracks = Kind::ALL.into_iter().map(|kind| self.series(kind));
        let blocks = tracks.flat_map(|series| [&series.thinned, &series.whole]);
        for (block, left) in blocks.zip((1..=BLOCKS).rev()) {
            let share = most.saturating_sub(out.len()) / left;
            let end = out.len() + share;
            write_block(&mut out, block, end);
        }
        out
    }

    /// Reads the text back; `None` when it is none, or one from the future.
    pub fn from_text(text: &str, now_ms: u64) -> Option<Self> {
        let mut lines = text.split('\n');
        let (form, host) = lines.next()?.split_once('\t')?;
        let mut history = Self::default();
        if form != FORM {
            return None;
        }
        history.host = Some(host.to_owned()).filter(|host| !host.is_empty());
        for kind in Kind::ALL {
            let series = history.series_mut(kind);
            series.thinned = read_block(&mut lines)?;
            series.whole = read_block(&mut lines)?;
            let (before, after) = (series.thinned.moments.last(), series.whole.moments.first());
            let is_late = series.newest_ms() > Some(now_ms);
            if is_late || before.zip(after).is_some_and(|(one, other)| one.at_ms >= other.at_ms) {
                return None;
            }
        }
        Some(history)
    }
}

/// Whether a name can stand between tabs; MaxScale allows no other.
fn is_plain(name: &str) -> bool {
    !name.contains(['\t', '\n'])
}

fn write_block(out: &mut String, block: &Samples, end: usize) {
    let mut before = 0;
    for moment in &block.moments {
        write_number(out, moment.at_ms - before);
        out.push_str(if moment.after_gap { "! " } else { " " });
        before = moment.at_ms;
    }
    out.push('\n');
    let mut rows: Vec<&Row> = block.rows.iter().filter(|row| is_plain(&row.name)).collect();
    // What is left out are the ends of long lists; else they keep MaxScale's order.
    let whole_length = out.len() + rows.iter().map(|row| length(row)).sum::<usize>();
    if whole_length > end {
        let peak = |row: &Row| row.columns.first().and_then(|column| column.peak(block.all()));
        rows.sort_by_key(|row| Reverse(peak(row)));
    }
    for row in rows {
        let start = out.len();
        write_row(out, row, block.all().start);
        if out.len() > end {
            out.truncate(start);
            break;
        }
    }
    out.push('\n');
}

/// About how long a row will be.
fn length(row: &Row) -> usize {
    row.name.len() + 6 * row.columns.iter().map(Column::len).sum::<usize>()
}

fn write_row(out: &mut String, row: &Row, first: u32) {
    out.push_str(&row.name);
    for column in &row.columns {
        out.push('\t');
        let mut before = first;
        let changes = column.changes(first..u32::MAX);
        for (sample, value) in changes.skip_while(|change| change.1 == UNKNOWN) {
            write_number(out, (sample - before).into());
            out.push(' ');
            match value {
                UNKNOWN => out.push('-'),
                value => write_number(out, value.into()),
            }
            out.push(' ');
            before = sample;
        }
    }
    out.push('\n');
}

fn write_number(out: &mut String, number: u64) {
    if number >= 36 {
        write_number(out, number / 36);
    }
    out.extend(DIGITS.get((number % 36) as usize).map(|digit| char::from(*digit)));
}

fn read_number(text: &str) -> Option<u64> {
    u64::from_str_radix(text, 36).ok()
}

fn read_block<'a>(lines: &mut impl Iterator<Item = &'a str>) -> Option<Samples> {
    let moments = read_moments(lines.next()?)?;
    let mut rows = vec![];
    loop {
        match lines.next()? {
            "" => return Some(Samples::restored(moments, rows)),
            line => rows.push(read_row(line, moments.len() as u64)?),
        }
    }
}

fn read_moments(line: &str) -> Option<Vec<SampleTime>> {
    let mut at_ms = 0_u64;
    let moment = |text: &str| {
        let since = text.trim_end_matches('!');
        let passed = read_number(since).filter(|passed| *passed > 0)?;
        at_ms = at_ms.checked_add(passed)?;
        Some(SampleTime { at_ms, after_gap: text.len() > since.len() })
    };
    line.split_ascii_whitespace().map(moment).collect()
}

fn read_row(line: &str, samples: u64) -> Option<(String, [Column; 3])> {
    let mut parts = line.split('\t');
    let name = parts.next()?.to_owned();
    let mut column = || read_column(parts.next()?, samples);
    Some((name, [column()?, column()?, column()?]))
}

fn read_column(text: &str, samples: u64) -> Option<Column> {
    let mut column = Column::default();
    let mut words = text.split_ascii_whitespace();
    let mut sample = 0_u64;
    while let Some(word) = words.next() {
        sample = sample.checked_add(read_number(word)?).filter(|sample| *sample < samples)?;
        let value = match words.next()? {
            "-" => UNKNOWN,
            word => u32::try_from(read_number(word)?).ok()?,
        };
        column.push(u32::try_from(sample).ok()?, value);
    }
    Some(column)
}
