//! Numbers and lists in a sentence.

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
