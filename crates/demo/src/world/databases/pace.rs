//! How fast a replica carries out what its source wrote: at busy times it falls behind, and
//! catches up later.

use std::time::SystemTime;

/// The speed of a replica.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Transactions that it can carry out in a second.
    per_second: u64,
    /// When it carried out some last.
    at: SystemTime,
}

/// How far a replica gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The number of the last transaction that it carried out.
    pub to: u64,
    /// Seconds that it needs for the others.
    pub backlog: u64,
}

impl Pace {
    /// A replica that carries out so many transactions in a second.
    #[must_use]
    pub fn new(per_second: u64, now: SystemTime) -> Self {
        Self { per_second: per_second.max(1), at: now }
    }

    /// How far a replica gets from one transaction towards the last one until now; without a pace
    /// it is there at once.
    pub fn step(pace: Option<&mut Self>, from: u64, last: u64, now: SystemTime) -> Step {
        let Some(pace) = pace else {
            return Step { to: last, backlog: 0 };
        };
        let millis = now.duration_since(pace.at).unwrap_or_default().as_millis();
        let could =
            u64::try_from(millis).unwrap_or(u64::MAX).saturating_mul(pace.per_second) / 1000;
        pace.at = now;
        let to = last.min(from.saturating_add(could));
        Step { to, backlog: last.saturating_sub(to) / pace.per_second }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, UNIX_EPOCH};

    #[test]
    fn it_falls_behind_and_catches_up() {
        let mut pace = Some(Pace::new(100, UNIX_EPOCH));
        let mut step = |from, seconds| {
            Pace::step(pace.as_mut(), from, 1_000, UNIX_EPOCH + Duration::from_secs(seconds))
        };
        assert_eq!(step(0, 2), Step { to: 200, backlog: 8 });
        assert_eq!(step(200, 9), Step { to: 900, backlog: 1 });
        assert_eq!(step(900, 10), Step { to: 1_000, backlog: 0 });
        assert_eq!(step(1_000, 1_000), Step { to: 1_000, backlog: 0 });
    }

    #[test]
    fn without_a_pace_it_is_always_there() {
        assert_eq!(Pace::step(None, 0, 1_000, UNIX_EPOCH), Step { to: 1_000, backlog: 0 });
    }
}
