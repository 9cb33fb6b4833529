//! Axes: round values and round times.

const MINUTE_MS: f64 = 60_000.0;

/// Steps between the times of an axis, in minutes.
const STEPS: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 240.0, 480.0];

/// The least round even number that is not below `highest`, so that its half can be told too.
pub(super) fn round_top(highest: u32) -> u32 {
    let mut unit = 1_u32;
    loop {
        let round = |times: &u32| unit.checked_mul(*times).filter(|top| *top >= highest);
        if let Some(top) = [4, 6, 8, 10, 20].iter().find_map(round) {
            return top;
        }
        match unit.checked_mul(10) {
            Some(next) => unit = next,
            None => return u32::MAX,
        }
    }
}

/// Round times between two, at most `most`; `zone_minutes` is how far local time is behind.
pub(super) fn round_times(from_ms: f64, to_ms: f64, most: f64, zone_minutes: f64) -> Vec<f64> {
    let is_enough = |step: &&f64| (to_ms - from_ms) / (**step * MINUTE_MS) <= most;
    let step = STEPS.iter().find(is_enough).unwrap_or(&720.0) * MINUTE_MS;
    let zone = zone_minutes * MINUTE_MS;
    let mut time = ((from_ms - zone) / step).ceil() * step + zone;
    let mut times = vec![];
    while time <= to_ms && times.len() < 100 {
        times.push(time);
        time += step;
    }
    times
}

/// Where a plot stands on its canvas, in pixels from the upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// The area on a canvas of this size, with room for the words of the axes; those of the values
    /// have so many letters.
    pub(super) fn new(width: f64, height: f64, letters: usize) -> Self {
        let left = 12.0 + 7.0 * letters.max(3) as f64;
        Self { left, right: (width - 6.0).max(left + 1.0), top: 7.0, bottom: height - 18.0 }
    }

    /// Where a share of the width is, 0 to 1.
    pub(super) fn x(self, share: f64) -> f64 {
        self.left + share * (self.right - self.left)
    }

    /// The share of the width at which a place is.
    pub(super) fn share(self, x: f64) -> f64 {
        (x - self.left) / (self.right - self.left)
    }

    /// Where a share of the height is, from the bottom.
    pub(super) fn y(self, share: f64) -> f64 {
        self.bottom - share.min(1.0) * (self.bottom - self.top)
    }
}
