//! The clock of a simulation: frozen, or in step with the real one, at a speed of its own.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, Instant};

/// How many times faster than real time simulated time runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speed(f64);

impl Speed {
    /// As fast as real time.
    pub const REAL: Self = Self(1.0);

    /// The factor, between 0.01 and 1000.
    #[must_use]
    pub fn factor(self) -> f64 {
        self.0
    }
}

impl FromStr for Speed {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let factor = text.parse().ok().filter(|factor| (0.01..=1000.0).contains(factor));
        factor.map(Self).ok_or_else(|| format!("'{text}' is no speed: give 0.01 to 1000"))
    }
}

impl fmt::Display for Speed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Time that has passed since the simulation began.
#[derive(Debug)]
pub struct Clock {
    reading: Duration,
    running_since: Option<Instant>,
    speed: Speed,
    /// What calls took on the frozen clock since it was last advanced.
    taken: Duration,
}

impl Clock {
    /// A clock that stands at zero.
    #[must_use]
    pub fn frozen() -> Self {
        Self {
            reading: Duration::ZERO,
            running_since: None,
            speed: Speed::REAL,
            taken: Duration::ZERO,
        }
    }

    /// What it shows.
    #[must_use]
    pub fn read(&self) -> Duration {
        let run = self.running_since.map(|since| since.elapsed()).unwrap_or_default();
        self.reading.saturating_add(run.mul_f64(self.speed.0))
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// How fast it runs.
    #[must_use]
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// Changes how fast it runs, from now on.
    pub fn set_speed(&mut self, speed: Speed) {
        self.reading = self.read();
        self.running_since = self.running_since.map(|_| Instant::now());
        self.speed = speed;
    }

    /// How much real time passes while it moves on by `simulated`.
    #[must_use]
    pub fn real(&self, simulated: Duration) -> Duration {
        simulated.div_f64(self.speed.0)
    }

    /// Lets it run.
    pub fn run(&mut self) {
        if self.running_since.is_none() {
            self.running_since = Some(Instant::now());
            self.taken = Duration::ZERO;
        }
    }

    /// Stops it.
    pub fn freeze(&mut self) {
        self.reading = self.read();
        self.running_since = None;
        self.taken = Duration::ZERO;
    }

    /// Moves it forward.
    pub fn advance(&mut self, by: Duration) {
        self.reading = self.reading.saturating_add(by);
        self.taken = Duration::ZERO;
    }

    /// Moves it forward by what a call took while it stood still.
    pub fn take(&mut self, time: Duration) {
        self.reading = self.reading.saturating_add(time);
        self.taken = self.taken.saturating_add(time);
    }

    /// Moves it forward to `by` after the last move: what calls took since then counts.
    ///
    /// So one who plays a recording can pass on the differences of its times, which contain what
    /// each call took.
    pub fn advance_since(&mut self, by: Duration) {
        self.advance(by.saturating_sub(self.taken));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn what_calls_took_counts_once() {
        let mut clock = Clock::frozen();
        clock.take(SECOND / 10);
        clock.advance_since(SECOND);
        assert_eq!(clock.read(), SECOND);
        clock.advance_since(SECOND);
        assert_eq!(clock.read(), SECOND * 2);
        clock.take(SECOND * 3);
        clock.advance_since(SECOND);
        assert_eq!(clock.read(), SECOND * 5);
    }

    #[test]
    fn another_speed_counts_from_then_on() {
        let mut clock = Clock::frozen();
        clock.advance(SECOND);
        clock.set_speed(Speed(1000.0));
        assert_eq!(clock.read(), SECOND);
        clock.run();
        std::thread::sleep(Duration::from_millis(2));
        assert!(clock.read() >= SECOND * 3);
        assert_eq!(clock.real(SECOND), Duration::from_millis(1));
    }

    #[test]
    fn a_speed_is_a_number_that_makes_sense() {
        assert_eq!("2.5".parse(), Ok(Speed(2.5)));
        for bad in ["", "0", "-1", "NaN", "inf", "1e9", "fast"] {
            assert!(bad.parse::<Speed>().is_err(), "{bad}");
        }
    }
}
