//! English in letters that nobody writes, so that what is not of the catalogue stands out.

use std::cell::RefCell;
use std::collections::HashMap;

thread_local! {
    static KNOWN: RefCell<HashMap<&'static str, &'static &'static str>> =
        RefCell::new(HashMap::new());
}

/// The text with other letters; `{names}` stay.
pub(crate) fn of(english: &'static str) -> &'static &'static str {
    let leaked = || {
        let text: &'static str = changed(english).leak();
        &*Box::leak(Box::new(text))
    };
    KNOWN.with_borrow_mut(|known| *known.entry(english).or_insert_with(leaked))
}

fn changed(english: &str) -> String {
    let mut inside = false;
    let letters = english.chars().map(|letter| match letter {
        '{' => {
            inside = true;
            letter
        }
        '}' => {
            inside = false;
            letter
        }
        // A block of letters one for one beside ASCII: circled ones.
        'a'..='z' if !inside => moved(letter, 'a', 'ⓐ'),
        'A'..='Z' if !inside => moved(letter, 'A', 'Ⓐ'),
        other => other,
    });
    letters.collect()
}

fn moved(letter: char, from: char, to: char) -> char {
    char::from_u32(to as u32 + (letter as u32 - from as u32)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_arguments_stay() {
        assert_eq!(*of("Ab {count}"), "Ⓐⓑ {count}");
    }
}
