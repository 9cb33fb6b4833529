//! How long statements took on a server: the distribution and the average that MaxScale shows.

use std::time::Duration;

/// Number of ranges: from 1 µs to 100,000 s, each ten times the one before.
pub const RANGES: usize = 12;

/// The upper bounds of the ranges, as MaxScale writes them.
pub const BOUNDS: [&str; RANGES] = [
    "0.000001",
    "0.000010",
    "0.000100",
    "0.001000",
    "0.010000",
    "0.100000",
    "1.000000",
    "10.000000",
    "100.000000",
    "1000.000000",
    "10000.000000",
    "100000.000000",
];

/// How many statements fell into a range, and how long they took together.
#[derive(Clone, Copy, Debug, Default)]
pub struct Range {
    /// Number of statements.
    pub count: u64,
    /// Their time together.
    pub total: Duration,
}

/// Statements by how long they took.
#[derive(Clone, Debug, Default)]
pub struct Distribution {
    /// One entry for each of [`BOUNDS`].
    pub ranges: [Range; RANGES],
}

impl Distribution {
    /// Counts statements that took the same time each.
    pub fn add(&mut self, count: u64, took: Duration) {
        let mut bound = Duration::from_micros(1);
        for (index, range) in self.ranges.iter_mut().enumerate() {
            if took <= bound || index + 1 == RANGES {
                range.count += count;
                range.total += took.saturating_mul(u32::try_from(count).unwrap_or(u32::MAX));
                return;
            }
            bound *= 10;
        }
    }
}

/// An average that forgets: each new value counts a tenth.
#[derive(Clone, Copy, Debug, Default)]
pub struct Average {
    nanos: f64,
    observation: bool,
}

impl Average {
    /// Takes one more value into account.
    pub fn add(&mut self, took: Duration) {
        let new = took.as_nanos() as f64;
        self.nanos = if self.observation { self.nanos * 0.9 + new * 0.1 } else { new };
        self.observation = true;
    }

    /// The average as MaxScale writes it, such as `138.017us`.
    #[must_use]
    pub fn text(self) -> String {
        duration_text(self.nanos)
    }
}

/// A duration in nanoseconds with its best unit, six digits at most (`7.0497s`, `0ns`).
#[must_use]
pub fn duration_text(nanos: f64) -> String {
    let units = [(1e9, "s"), (1e6, "ms"), (1e3, "us")];
    let (size, unit) = units.into_iter().find(|(size, _)| nanos >= *size).unwrap_or((1.0, "ns"));
    let value = nanos / size;
    let decimals = if value >= 100.0 {
        3
    } else if value >= 10.0 {
        4
    } else {
        5
    };
    let text = format!("{value:.decimals$}");
    format!("{}{unit}", text.trim_end_matches('0').trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_falls_into_the_range_below_its_bound() {
        let mut distribution = Distribution::default();
        distribution.add(1, Duration::from_secs(12));
        distribution.add(3, Duration::from_micros(1));
        distribution.add(1, Duration::from_secs(10_000_000));
        let counts: Vec<u64> = distribution.ranges.iter().map(|range| range.count).collect();
        assert_eq!(distribution.ranges[0].total, Duration::from_micros(3));
        assert_eq!(counts, [3, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
    }

    #[test]
    fn durations_have_the_unit_that_fits() {
        assert_eq!(duration_text(0.0), "0ns");
        assert_eq!(duration_text(138_017.0), "138.017us");
        assert_eq!(duration_text(7_049_700_000.0), "7.0497s");
        assert_eq!(duration_text(67_000.0), "67us");
    }
}
