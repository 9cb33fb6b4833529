//! What is put into a text.

use std::fmt::{Display, Write};

use crate::common;

/// A text with `{name}` replaced by the argument of that name.
#[inline(never)]
pub(crate) fn fill(text: &str, names: &[&str], arguments: &[&dyn Display]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        let place = names.iter().position(|known| *known == name);
        if let Some(argument) = place.and_then(|place| arguments.get(place)) {
            let _ = write!(filled, "{argument}");
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Things in a row: `a`, `a and b`, `a, b and c`; `None` for none.
pub fn listed<T: ToString>(things: &[T]) -> Option<String> {
    let names: Vec<String> = things.iter().map(ToString::to_string).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() { last.clone() } else { common::and(others.join(", "), last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_found_by_their_names() {
        assert_eq!(fill("{b} of {a}, {b}", &["a", "b"], &[&1, &"x"]), "x of 1, x");
        assert_eq!(fill("nothing", &[], &[]), "nothing");
        assert_eq!(fill("what is put in is {a}", &["a"], &[&"{a}"]), "what is put in is {a}");
    }

    #[test]
    fn things_are_listed_with_and_before_the_last() {
        assert_eq!(listed(&["a", "b", "c"]).as_deref(), Some("a, b and c"));
        assert_eq!(listed(&["a"]).as_deref(), Some("a"));
        assert_eq!(listed::<&str>(&[]), None);
    }
}
