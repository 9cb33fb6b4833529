//! The words that make the next requests fail.

use super::{Action, numbers};
use crate::failure_injection::InjectedFailure;

/// Understands what follows `fail-next`.
///
/// # Errors
/// What is wrong with it.
pub fn fail_next(parts: &[&str]) -> Result<Action, String> {
    let action = |count, trouble| Ok(Action::FailNext(count, trouble));
    match parts {
        [kind @ "drop"] | ["slow", kind] | [kind] => action(1, trouble(parts, kind)?),
        [count, rest @ ..] => {
            let number = count.parse().ok().filter(|number| (1..=1_000).contains(number));
            let number =
                number.ok_or_else(|| format!("'{count}' is no number of requests up to 1000"))?;
            match rest {
                [kind] | ["slow", kind] => action(number, trouble(rest, kind)?),
                _ => Err(usage()),
            }
        }
        [] => Err(usage()),
    }
}

fn trouble(parts: &[&str], last: &str) -> Result<InjectedFailure, String> {
    match parts {
        ["drop"] => Ok(InjectedFailure::Drop),
        ["slow", _] => numbers::seconds(last).map(InjectedFailure::Slow),
        _ => {
            let status = last.parse().ok().filter(|status| (400..600).contains(status));
            status.map(InjectedFailure::Status).ok_or_else(usage)
        }
    }
}

fn usage() -> String {
    "say how the next requests fail: fail-next [N] STATUS (400 to 599), fail-next [N] drop, \
     fail-next [N] slow SECONDS"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn one_or_many_fail_in_one_of_three_ways() {
        let slow = InjectedFailure::Slow(Duration::from_millis(1500));
        for (words, count, trouble) in [
            (&["503"][..], 1, InjectedFailure::Status(503)),
            (&["3", "503"], 3, InjectedFailure::Status(503)),
            (&["drop"], 1, InjectedFailure::Drop),
            (&["2", "drop"], 2, InjectedFailure::Drop),
            (&["slow", "1.5"], 1, slow),
            (&["4", "slow", "1.5"], 4, slow),
        ] {
            assert_eq!(fail_next(words), Ok(Action::FailNext(count, trouble)), "{words:?}");
        }
        for wrong in [&[][..], &["200"], &["slow"], &["0", "503"], &["1", "2", "3"], &["x", "drop"]]
        {
            assert!(fail_next(wrong).is_err(), "{wrong:?}");
        }
    }
}
