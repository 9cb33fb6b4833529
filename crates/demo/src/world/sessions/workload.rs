//! What the clients of a service are like: how often they work, at what, and for how long.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// How often something happens, out of a hundred times that a client decides what to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
    /// It reads.
    pub reads: u8,
    /// It writes.
    pub writes: u8,
    /// It opens a transaction.
    pub transactions: u8,
}

/// What clients are like. Times are means; they vary from a twentieth to three times that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workload {
    /// The database users that they are.
    pub users: &'static [&'static str],
    /// The program that they call themselves.
    pub program: &'static str,
    /// The first three numbers of their addresses.
    pub network: &'static str,
    /// What they decide to do; otherwise they pause.
    pub shares: Shares,
    /// How many statements they send one after the other, each time they read or write.
    pub burst: u64,
    /// How long they pause.
    pub pause: Duration,
    /// How long reads take, together.
    pub read: Duration,
    /// How long writes take, together.
    pub write: Duration,
    /// How long a transaction is held.
    pub held: Duration,
    /// One of so many transactions is held twenty times as long; 0 for none.
    pub one_long_in: u32,
    /// From one busy time to the next; zero when all times are alike.
    pub cycle: Duration,
}

/// How much more, or less, there is to do at high and low tide.
const SWING: f64 = 0.6;

impl Workload {
    /// How much is to do at a time; 1 on average.
    #[must_use]
    fn load_at(&self, now: SystemTime) -> f64 {
        if self.cycle.is_zero() {
            return 1.0;
        }
        let since = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64();
        let turns = since / self.cycle.as_secs_f64();
        1.0 + SWING * (turns.fract() * std::f64::consts::TAU).sin()
    }

    /// The pause at a time.
    #[must_use]
    pub(super) fn pause_at(&self, now: SystemTime) -> Duration {
        self.pause.div_f64(self.load_at(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workload(cycle: u64) -> Workload {
        Workload {
            users: &["shop"],
            program: "php-fpm",
            network: "192.0.2",
            shares: Shares { reads: 30, writes: 10, transactions: 5 },
            burst: 1,
            pause: Duration::from_secs(10),
            read: Duration::from_millis(20),
            write: Duration::from_millis(20),
            held: Duration::from_secs(1),
            one_long_in: 0,
            cycle: Duration::from_secs(cycle),
        }
    }

    #[test]
    fn pauses_are_short_at_high_tide_and_long_at_low_tide() {
        let at = |seconds| UNIX_EPOCH + Duration::from_secs(seconds);
        assert_eq!(workload(0).pause_at(at(100)), Duration::from_secs(10));
        assert_eq!(workload(400).pause_at(at(100)), Duration::from_millis(6_250));
        assert_eq!(workload(400).pause_at(at(300)), Duration::from_secs(25));
    }
}
