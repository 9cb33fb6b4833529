//! What a chart draws.

use std::ops::Range;

/// When values were taken.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Milliseconds since 1970.
    pub at_ms: f64,
    /// Whether no line leads here.
    pub after_gap: bool,
}

/// A line; one value for each point, where it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// What it is of.
    pub name: String,
    /// The values.
    pub values: Vec<Option<u32>>,
}

/// An area between two lines; its edges for each point, where they are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// What it is of.
    pub name: String,
    /// The lower and the upper edge.
    pub edges: Vec<Option<(u32, u32)>>,
}

/// A while that stands out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shade {
    /// Its beginning, in milliseconds since 1970.
    pub from_ms: f64,
    /// Its end.
    pub to_ms: f64,
    /// What was then.
    pub words: String,
}

/// Everything in a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plot {
    /// The time at the left edge, in milliseconds since 1970.
    pub from_ms: f64,
    /// The time at the right edge.
    pub to_ms: f64,
    /// When values were taken, the oldest first.
    pub points: Vec<Point>,
    /// The lines.
    pub lines: Vec<Line>,
    /// An area behind them.
    pub band: Option<Band>,
    /// Whiles that stand out.
    pub shades: Vec<Shade>,
    /// A value that should not be exceeded.
    pub limit: Option<u32>,
    /// The value at the upper edge, where it is always the same.
    pub top: Option<u32>,
    /// What stands behind each value, such as ` %`.
    pub unit: &'static str,
}

impl Plot {
    /// The highest value that has to have room.
    pub fn highest(&self) -> u32 {
        let lines = self.lines.iter().flat_map(|line| &line.values).copied().flatten();
        let band = self.band.iter().flat_map(|band| &band.edges).flatten().map(|edges| edges.1);
        lines.chain(band).chain(self.limit).max().unwrap_or_default()
    }

    /// The point nearest to a time.
    pub fn nearest(&self, at_ms: f64) -> Option<usize> {
        let after = self.points.partition_point(|point| point.at_ms < at_ms);
        let distance = |place: &usize| {
            self.points.get(*place).map_or(f64::INFINITY, |point| (point.at_ms - at_ms).abs())
        };
        let before = after.saturating_sub(1);
        let place = if distance(&before) <= distance(&after) { before } else { after };
        (place < self.points.len()).then_some(place)
    }

    /// The points that a line leads through without interruption, run for run.
    pub fn runs(&self, known: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = vec![];
        for (place, point) in self.points.iter().enumerate().filter(|(place, _)| known(*place)) {
            match runs.last_mut() {
                Some(run) if run.end == place && !point.after_gap => run.end += 1,
                _ => runs.push(place..place + 1),
            }
        }
        runs
    }

    /// What was at a time beside the values.
    pub fn shades_at(&self, at_ms: f64) -> impl Iterator<Item = &str> {
        let covers = move |shade: &&Shade| shade.from_ms <= at_ms && at_ms <= shade.to_ms;
        self.shades.iter().filter(covers).map(|shade| shade.words.as_str())
    }

    /// The points that tell most, about `most` of them: evenly chosen, and the extremes of each
    /// line. Also whether there is a gap between each and the one before.
    pub fn rows(&self, most: usize) -> Vec<(usize, bool)> {
        let count = self.points.len();
        let mut places: Vec<usize> =
            (0..most.min(count)).map(|n| n * count / most.min(count)).collect();
        places.extend(count.checked_sub(1));
        for line in &self.lines {
            let known = || line.values.iter().enumerate().filter(|(_, value)| value.is_some());
            places.extend(known().min_by_key(|one| one.1).map(|one| one.0));
            places.extend(known().max_by_key(|one| one.1).map(|one| one.0));
        }
        let mut wanted = vec![false; count];
        for place in places {
            wanted.get_mut(place).into_iter().for_each(|wanted| *wanted = true);
        }
        let places = wanted.iter().enumerate().filter(|(_, wanted)| **wanted).map(|(at, _)| at);
        let mut next = 0;
        let with_gap = |place: usize| {
            let passed = self.points.get(next..=place).unwrap_or_default();
            next = place + 1;
            (place, passed.iter().any(|point| point.after_gap))
        };
        places.map(with_gap).collect()
    }
}
