//! Messages that come too often are held back for a while (`log_throttling`, recording
//! errors-throttled of 24.08).

use crate::objects::Parameters;
use crate::world::World;
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

/// How often which messages came.
#[derive(Clone, Debug, Default)]
pub struct Throttling(BTreeMap<String, Count>);

/// How often one came since a moment.
#[derive(Clone, Debug)]
struct Count {
    since: SystemTime,
    times: u64,
}

/// How often a message may come in how long, and how long it is held back when it comes more often.
struct Limits {
    times: u64,
    window: Duration,
    silence: Duration,
}

impl Limits {
    /// What is set; `None` when nothing is held back.
    fn of(core: &Parameters) -> Option<Self> {
        let set = core.get("log_throttling")?;
        let number =
            |name: &str| set.get(name).and_then(Value::as_u64).filter(|number| *number > 0);
        let millis = |name: &str| number(name).map(Duration::from_millis);
        Some(Self {
            times: number("count")?,
            window: millis("window")?,
            silence: millis("suppress")?,
        })
    }
}

impl Throttling {
    fn lets_pass(&mut self, message: &str, limits: &Limits, now: SystemTime) -> bool {
        let first = Count { since: now, times: 0 };
        let count = self.0.entry(kind(message)).or_insert_with(|| first.clone());
        let is_held_back = count.times >= limits.times;
        let lasts = limits.window + if is_held_back { limits.silence } else { Duration::ZERO };
        if now.duration_since(count.since).unwrap_or_default() >= lasts {
            *count = first;
        }
        let passes = count.times < limits.times;
        count.times += u64::from(passes);
        passes
    }
}

/// What messages of one place in MaxScale have in common: what they name is left out. All wrong
/// values of parameters are told in one place.
fn kind(message: &str) -> String {
    let text = match message.split_once(": ") {
        Some((name, rest)) if !name.contains(' ') && !rest.starts_with("The ") => "a wrong value",
        Some((name, rest)) if !name.contains(' ') => rest,
        _ => message,
    };
    text.split('\'').step_by(2).collect()
}

impl World {
    /// Whether a message is logged, or held back because it came too often.
    pub fn lets_message_pass(&mut self, message: &str) -> bool {
        let Some(limits) = Limits::of(&self.core) else {
            return true;
        };
        self.log.throttling.lets_pass(message, &limits, self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::UNIX_EPOCH;

    #[test]
    fn the_eleventh_in_a_second_is_held_back_for_ten() {
        let limits =
            Limits { times: 10, window: Duration::from_secs(1), silence: Duration::from_secs(10) };
        let mut throttling = Throttling::default();
        let mut at = |millis: u64, message: &str| {
            throttling.lets_pass(message, &limits, UNIX_EPOCH + Duration::from_millis(millis))
        };
        for number in 0..10 {
            assert!(at(number, &format!("servers: The parameter 'no{number}' is unrecognized.")));
        }
        let unknown = "servers: The parameter 'x' is unrecognized.";
        assert!(!at(20, unknown) && at(20, "rank: Invalid enumeration value: third"));
        assert!(!at(5_000, unknown) && !at(10_999, unknown));
        assert!(at(11_000, unknown));
        for number in 0..30 {
            assert!(at(20_000 + number * 120, unknown), "fewer than ten a second");
        }
    }

    #[test]
    fn what_messages_name_makes_no_difference() {
        assert_eq!(kind("maxscale: The parameter 'a' is"), kind("servers: The parameter 'b' is"));
        assert_eq!(kind("port: Expected a json integer"), kind("rank: Invalid enumeration"));
        assert_ne!(kind("Argument 'x' was unrecognized."), kind("Argument 'x' is doubled."));
    }
}
