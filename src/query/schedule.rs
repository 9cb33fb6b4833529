//! When what is read: pure, so that it is tested without a clock.
//!
//! Moments are milliseconds since 1970.

use super::refresh_interval::RefreshInterval;

/// After a change everything is read often for this long, to see what follows from it.
pub const FAST_FOR_MS: f64 = 10_000.0;
const FAST_MS: u32 = 1_000;
/// What is not shown is read in every so many-th round, and at least after so long.
const BACKGROUND_ROUNDS: u32 = 6;
const BACKGROUND_MS: u32 = 30_000;
const FAST_BACKGROUND_MS: u32 = 3_000;
/// What is younger than a round and than this need not be read for somebody who begins to look.
const FRESH_MS: u32 = 5_000;
/// The longest rest between two attempts while MaxScale cannot be reached.
const LONGEST_REST_MS: u32 = 15_000;
/// How long something is left alone that was not answered in time, while all else is; twice as
/// long from the second time on.
const HUNG_MS: f64 = 30_000.0;

/// How a read ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// MaxScale said something.
    Answered,
    /// Nothing was asked.
    Nothing,
    /// It did not answer in time.
    TimedOut,
    /// It could not be reached, or the session has ended: nobody else need try now.
    Stopped,
}

/// When one thing was read, and when it may be read again.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ReadState {
    read_at: f64,
    hung: u32,
    not_before: f64,
}

/// How MaxScale answers, and how often it is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Timing {
    /// How often the user wants it.
    pub refresh_interval: RefreshInterval,
    /// Until when everything is read often.
    pub fast_until: f64,
    /// Reads in a row that nobody answered.
    pub failures: u32,
}

impl ReadState {
    /// It is asked for now.
    pub fn begin(&mut self, now: f64) {
        self.read_at = now;
    }

    /// The read has ended.
    pub fn end(&mut self, outcome: Outcome, now: f64) {
        match outcome {
            Outcome::TimedOut => {
                self.hung = self.hung.saturating_add(1);
                self.not_before = now + HUNG_MS * f64::from(self.hung.min(2));
            }
            Outcome::Answered => *self = Self { read_at: now, ..Self::default() },
            Outcome::Nothing | Outcome::Stopped => {}
        }
    }

    /// It need not be left alone any more: it was MaxScale as a whole that did not answer.
    pub fn forgive(&mut self) {
        self.not_before = 0.0;
    }

    /// Whether it is to be read in this round; `shown` tells whether anybody looks at it.
    pub fn is_due(&self, shown: bool, timing: &Timing, now: f64) -> bool {
        now >= self.not_before
            && (shown || now - self.read_at >= f64::from(timing.background_ms(now)))
    }
}

impl Timing {
    fn is_fast(&self, now: f64) -> bool {
        now < self.fast_until
    }

    /// The rest between two rounds while all is well; `None` when there are none.
    pub fn round_ms(&self, now: f64) -> Option<u32> {
        match self.refresh_interval {
            RefreshInterval::Paused => None,
            RefreshInterval::Seconds(_) if self.is_fast(now) => Some(FAST_MS),
            RefreshInterval::Seconds(seconds) => Some(seconds.saturating_mul(1_000)),
        }
    }

    /// How old data may be for somebody who begins to look at it.
    pub fn fresh_ms(&self, now: f64) -> u32 {
        self.round_ms(now).unwrap_or_default().min(FRESH_MS)
    }

    fn background_ms(&self, now: f64) -> u32 {
        if self.is_fast(now) {
            return FAST_BACKGROUND_MS;
        }
        let round_ms = self.round_ms(now).unwrap_or(BACKGROUND_MS);
        round_ms.saturating_mul(BACKGROUND_ROUNDS).min(BACKGROUND_MS)
    }

    /// How long to rest before the next round; `None` while none comes by itself. `random` is
    /// between 0 and 1, so that many consoles do not come back at the same moment.
    pub fn rest_ms(&self, now: f64, random: f64) -> Option<u32> {
        let round_ms = self.round_ms(now)?;
        if self.failures == 0 {
            return Some(round_ms);
        }
        let doubled = 1_000_u32 << (self.failures - 1).min(5);
        Some((f64::from(doubled.min(LONGEST_REST_MS)) * (0.8 + random * 0.4)) as u32)
    }

    /// Takes note of how a read ended. True when MaxScale answers again after a silence in which
    /// more than one thing was asked: then nothing hangs on its own account.
    pub fn note(&mut self, outcome: Outcome) -> bool {
        let silence = self.failures;
        match outcome {
            Outcome::Answered => self.failures = 0,
            Outcome::Nothing => {}
            Outcome::TimedOut | Outcome::Stopped => self.failures = silence.saturating_add(1),
        }
        outcome == Outcome::Answered && silence > 1
    }
}
