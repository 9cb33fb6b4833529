//! InjectedFailure on the way to MaxScale, asked for from outside: slow answers, refusals, lost
//! connections.

use std::collections::VecDeque;
use std::time::Duration;

/// More requests than this cannot be made to fail in advance.
const MAX_NEXT: usize = 1_000;

/// What happens to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InjectedFailure {
    /// It is answered with this status, 400 to 599, and nothing else is done.
    Status(u16),
    /// Its connection is closed without an answer, and nothing is done.
    Drop,
    /// It is done that much later.
    Slow(Duration),
}

/// What goes wrong, and how often.
#[derive(Debug)]
pub struct FailureInjection {
    /// Every answer takes that long more.
    pub latency: Duration,
    /// Of a hundred requests so many fail, at most 100.
    pub chaos: u8,
    next: VecDeque<InjectedFailure>,
    rng: fastrand::Rng,
}

impl FailureInjection {
    /// None at first; which requests chaos hits follows from the seed.
    #[must_use]
    pub fn none(seed: u64) -> Self {
        Self {
            latency: Duration::ZERO,
            chaos: 0,
            next: VecDeque::new(),
            rng: fastrand::Rng::with_seed(seed),
        }
    }

    /// Lets the next requests fail, after those that will already.
    ///
    /// # Errors
    /// They are too many.
    pub fn fail_next(&mut self, count: usize, trouble: InjectedFailure) -> Result<(), String> {
        if self.next.len().saturating_add(count) > MAX_NEXT {
            return Err(format!("no more than {MAX_NEXT} requests can be made to fail in advance"));
        }
        self.next.extend(std::iter::repeat_n(trouble, count));
        Ok(())
    }

    /// How many of the next requests will fail for sure.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.next.len()
    }

    /// What happens to the request that has just come.
    pub fn meet(&mut self) -> Option<InjectedFailure> {
        if let Some(trouble) = self.next.pop_front() {
            return Some(trouble);
        }
        let hit = self.chaos > 0 && self.rng.u8(0..100) < self.chaos;
        hit.then(|| match self.rng.u8(0..3) {
            0 => InjectedFailure::Drop,
            1 => InjectedFailure::Status(503),
            _ => InjectedFailure::Slow(Duration::from_millis(self.rng.u64(1_000..6_000))),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_asked_for_comes_first_and_once() {
        let mut failures = FailureInjection::none(1);
        failures.fail_next(2, InjectedFailure::Drop).unwrap();
        failures.fail_next(1, InjectedFailure::Status(500)).unwrap();
        let met: Vec<_> = (0..4).map(|_| failures.meet()).collect();
        let expected =
            [InjectedFailure::Drop, InjectedFailure::Drop, InjectedFailure::Status(500)].map(Some);
        assert_eq!(met, [&expected[..], &[None]].concat());
        assert!(failures.fail_next(1_001, InjectedFailure::Drop).is_err());
    }

    #[test]
    fn chaos_hits_as_often_as_told_and_the_same_with_the_same_seed() {
        let run = |seed, percent| {
            let mut failures = FailureInjection { chaos: percent, ..FailureInjection::none(seed) };
            (0..1_000).map(|_| failures.meet()).collect::<Vec<_>>()
        };
        let hits = run(5, 20).iter().flatten().count();
        assert!((150..250).contains(&hits), "{hits}");
        assert_eq!(run(5, 20), run(5, 20));
        assert_ne!(run(5, 20), run(6, 20));
        assert_eq!(run(5, 100).iter().flatten().count(), 1_000);
    }
}
