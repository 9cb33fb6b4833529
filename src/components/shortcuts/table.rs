//! Every shortcut, once: the list that is shown, and the one that is looked up.

use crate::route::{PAGES, Page};

/// What a shortcut does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Opens the search.
    Search,
    /// Lists the shortcuts.
    Help,
    /// Reads everything now.
    Refresh,
    /// Stops reading by itself, or goes on.
    Pause,
    Go(&'static Page),
    /// Opens the dialog of an action on the server that is shown.
    Ask(&'static str),
    /// What the part of the page does that has the focus.
    Elsewhere,
}

/// A shortcut, or a key that a part of the page knows.
#[derive(Clone, Copy)]
pub(super) struct Shortcut {
    /// The keys, pressed one after the other.
    pub(super) keys: &'static [&'static str],
    /// What it does, in words.
    pub(super) words: &'static str,
    pub(super) does: Does,
}

const fn key(keys: &'static [&'static str], words: &'static str, does: Does) -> Shortcut {
    Shortcut { keys, words, does }
}

/// The one shortcut that is not a single key, and is always there.
pub(super) const SEARCH: &str = "Ctrl K";

/// Where the keys hold, and which they are; those of pages come from the table of pages.
pub(super) fn all() -> Vec<(&'static str, Vec<Shortcut>)> {
    let mut all: Vec<_> = FIXED.iter().map(|(place, keys)| (*place, keys.to_vec())).collect();
    all.insert(1, ("Go to", PAGES.iter().filter_map(to_page).collect()));
    all
}

fn to_page(page: &'static Page) -> Option<Shortcut> {
    let shortcut = page.shortcut.as_ref()?;
    Some(key(&shortcut.keys, shortcut.words, Does::Go(page)))
}

const FIXED: [(&str, &[Shortcut]); 4] = [
    (
        "Everywhere",
        &[
            key(&[SEARCH], "Search everywhere", Does::Elsewhere),
            key(&["/"], "Search everywhere", Does::Search),
            key(&["?"], "This list", Does::Help),
            key(&["r"], "Refresh now", Does::Refresh),
            key(&["p"], "Pause refreshing, or resume", Does::Pause),
        ],
    ),
    (
        "On the page of a server, each with its dialog",
        &[
            key(&["m"], "Maintain", Does::Ask("maintain")),
            key(&["d"], "Drain", Does::Ask("drain")),
            key(&["u"], "Return to service", Does::Ask("return")),
        ],
    ),
    (
        "In tables",
        &[
            key(&["↑ ↓"], "From row to row", Does::Elsewhere),
            key(&["Home End"], "To the first row, to the last", Does::Elsewhere),
            key(&["Shift Click"], "Sort by a further column", Does::Elsewhere),
        ],
    ),
    ("In charts", &[key(&["← →"], "From moment to moment", Does::Elsewhere)]),
];

/// What the press of a key comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    /// A shortcut.
    Done(Does),
    /// The first key of some.
    Begun,
    /// Nothing.
    Nothing,
}

/// What `key` comes to, pressed after `before` or after nothing of interest.
pub(super) fn pressed(before: Option<&str>, key: &str) -> Pressed {
    let all: Vec<Shortcut> = all().into_iter().flat_map(|(_, keys)| keys).collect();
    let is_it = |shortcut: &&Shortcut| match (before, shortcut.keys) {
        (None, [only]) => *only == key,
        (Some(before), [first, second]) => *first == before && *second == key,
        _ => false,
    };
    let begins = |shortcut: &Shortcut| matches!(shortcut.keys, [first, _] if *first == key);
    match all.iter().find(is_it) {
        Some(shortcut) if shortcut.does != Does::Elsewhere => Pressed::Done(shortcut.does),
        _ if before.is_some() => pressed(None, key),
        _ if all.iter().any(begins) => Pressed::Begun,
        _ => Pressed::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_or_two_in_turn() {
        assert_eq!(pressed(None, "r"), Pressed::Done(Does::Refresh));
        assert_eq!(pressed(None, "g"), Pressed::Begun);
        assert_eq!(pressed(Some("g"), "s"), Pressed::Done(Does::Go(&PAGES[0])));
        assert_eq!(pressed(None, "s"), Pressed::Nothing);
        assert_eq!(pressed(None, "↑ ↓"), Pressed::Nothing);
    }

    #[test]
    fn after_a_first_key_that_leads_nowhere_the_second_counts_alone() {
        assert_eq!(pressed(Some("g"), "r"), Pressed::Done(Does::Refresh));
        assert_eq!(pressed(Some("g"), "g"), Pressed::Begun);
    }

    #[test]
    fn no_two_shortcuts_share_their_keys() {
        let mut all: Vec<_> = all().iter().flat_map(|(_, keys)| keys).map(|s| s.keys).collect();
        let many = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), many);
    }
}
