//! What an action will do to a server's connections, in one sentence that is true for this server.
//!
//! The facts are in rest-api.md 4.4 and the recordings maintenance-replica and
//! maintenance-galera-primary; where they differ, the recordings decided.

mod maintain;
mod others;

pub use maintain::{notes_on_maintain, of_maintain};
pub use others::{notes_on_return, of_delete, of_drain, of_return};

use crate::situation::Situation;

/// A number of things with its noun: `no connections`, `1 connection`, `9 connections`.
pub fn counted(count: Option<u64>, one: &str) -> String {
    match count {
        None => format!("{one}s"),
        Some(0) => format!("no {one}s"),
        Some(1) => format!("1 {one}"),
        Some(many) => format!("{many} {one}s"),
    }
}

/// Things in a row: `a`, `a and b`, `a, b and c`; `None` for none.
pub(crate) fn listed<T: ToString>(things: &[T]) -> Option<String> {
    let names: Vec<String> = things.iter().map(ToString::to_string).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) })
}

/// Who becomes primary in the server's place.
pub fn succession(situation: &Situation) -> Option<&'static str> {
    if situation.is_primary() && situation.hands_over {
        Some("Another node becomes primary at once, if one is in sync.")
    } else if situation.leaves_no_primary() {
        Some(
            "No other server becomes primary, as no running monitor can choose one: writes fail \
             until there is a primary again.",
        )
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
