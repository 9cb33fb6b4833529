//! The catalogue as a whole: each text once, and whole in each language.

use std::collections::{BTreeMap, BTreeSet};

/// The names in braces.
fn arguments(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

#[test]
fn translations_take_what_the_english_takes() {
    for (place, [english, german]) in texts::all() {
        assert_eq!(english.len(), german.len(), "{place}: as many forms");
        let of_english: BTreeSet<&str> = english.iter().flat_map(|form| arguments(form)).collect();
        for form in german {
            assert!(arguments(form).is_subset(&of_english), "{place}: {form}");
        }
        // The form for one may say it in a word.
        if let (Some(english), Some(german)) = (english.last(), german.last()) {
            assert_eq!(arguments(english), arguments(german), "{place}");
        }
    }
}

#[test]
fn no_text_is_empty_or_has_blanks_around_it() {
    for (place, languages) in texts::all() {
        for form in languages.concat() {
            assert!(!form.is_empty() && form.trim() == form, "{place}: {form:?}");
        }
    }
}

#[test]
fn no_text_is_written_twice() {
    let mut places: BTreeMap<[&[&str]; 2], String> = BTreeMap::new();
    for (place, languages) in texts::all() {
        if let Some(before) = places.insert(languages, place.clone()) {
            panic!("{place} is {before}: {:?}", languages[0]);
        }
    }
}
