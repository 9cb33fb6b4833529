//! Every shortcut, once: the list that is shown, and the one that is looked up.

use maxscale::command::Command;
use maxscale::object::Kind;

use crate::commands::console::{CONSOLE_COMMANDS, ConsoleCommand};
use crate::route::{PAGES, Page};

/// What a shortcut does.
#[derive(Clone, Copy)]
pub(super) enum KeyAction {
    /// Something to the console.
    Console(&'static ConsoleCommand),
    /// Goes to a page.
    GoTo(&'static Page),
    /// Opens the dialog of a command on the object that is shown.
    Ask(Command),
    /// What the part of the page does that has the focus.
    Focused,
}

/// A shortcut, or a key that a part of the page knows.
#[derive(Clone)]
pub(super) struct Shortcut {
    /// The keys, pressed one after the other.
    pub(super) keys: Vec<&'static str>,
    /// What it does, in words.
    pub(super) words: &'static str,
    pub(super) action: KeyAction,
}

/// Where some keys hold, and which they are.
pub(super) struct Group {
    pub(super) heading: &'static str,
    pub(super) shortcuts: Vec<Shortcut>,
}

/// The one shortcut that is not a single key, and is always there.
pub(super) const SEARCH: &str = "Ctrl K";
/// Keys that are named otherwise on other keyboards.
pub(super) const HOME_END: &str = "Home End";
pub(super) const SHIFT_CLICK: &str = "Shift Click";

/// All of them, by where they hold.
pub(super) fn groups() -> [Group; 5] {
    let everywhere = CONSOLE_COMMANDS.iter().filter_map(|command| {
        let (key, words) = command.shortcut?;
        Some(Shortcut { keys: vec![key], words: words(), action: KeyAction::Console(command) })
    });
    let to_page = |page: &'static Page| {
        let shortcut = page.shortcut.as_ref()?;
        let (keys, words) = (shortcut.keys.to_vec(), (shortcut.words)());
        Some(Shortcut { keys, words, action: KeyAction::GoTo(page) })
    };
    let on_server = Command::offered(Kind::Server).filter_map(|command| {
        let keys = vec![command.shortcut()?];
        Some(Shortcut { keys, words: command.label(), action: KeyAction::Ask(command) })
    });
    [
        Group {
            heading: texts::shortcuts::everywhere(),
            shortcuts: std::iter::once(focused(SEARCH, texts::console::search_everywhere()))
                .chain(everywhere)
                .collect(),
        },
        Group {
            heading: texts::shortcuts::go_to(),
            shortcuts: PAGES.iter().filter_map(to_page).collect(),
        },
        Group { heading: texts::shortcuts::on_server_page(), shortcuts: on_server.collect() },
        Group {
            heading: texts::shortcuts::in_tables(),
            shortcuts: vec![
                focused("↑ ↓", texts::shortcuts::move_between_rows()),
                focused(HOME_END, texts::shortcuts::to_first_or_last_row()),
                focused(SHIFT_CLICK, texts::shortcuts::add_sort_column()),
            ],
        },
        Group {
            heading: texts::shortcuts::in_charts(),
            shortcuts: vec![focused("← →", texts::shortcuts::from_moment_to_moment())],
        },
    ]
}

fn focused(key: &'static str, words: &'static str) -> Shortcut {
    Shortcut { keys: vec![key], words, action: KeyAction::Focused }
}

/// What the press of a key comes to.
pub(super) enum Pressed {
    /// A shortcut.
    Done(KeyAction),
    /// The first key of some.
    Begun,
    /// Nothing.
    Nothing,
}

/// What `key` comes to, pressed after `before` or after nothing of interest.
pub(super) fn pressed(before: Option<&str>, key: &str) -> Pressed {
    let all: Vec<Shortcut> = groups().into_iter().flat_map(|group| group.shortcuts).collect();
    let is_it = |shortcut: &&Shortcut| match (before, shortcut.keys.as_slice()) {
        (None, [only]) => *only == key,
        (Some(before), [first, second]) => *first == before && *second == key,
        _ => false,
    };
    let begins =
        |shortcut: &Shortcut| matches!(shortcut.keys.as_slice(), [first, _] if *first == key);
    match all.iter().find(is_it).map(|shortcut| shortcut.action) {
        Some(action @ (KeyAction::Console(_) | KeyAction::GoTo(_) | KeyAction::Ask(_))) => {
            Pressed::Done(action)
        }
        Some(KeyAction::Focused) | None if before.is_some() => pressed(None, key),
        Some(KeyAction::Focused) | None if all.iter().any(begins) => Pressed::Begun,
        Some(KeyAction::Focused) | None => Pressed::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a press comes to, in a word.
    fn press(before: Option<&str>, key: &str) -> String {
        match pressed(before, key) {
            Pressed::Done(KeyAction::Console(command)) => command.key.to_owned(),
            Pressed::Done(KeyAction::GoTo(page)) => (page.title)().to_owned(),
            Pressed::Done(KeyAction::Ask(command)) => command.key().to_owned(),
            Pressed::Done(KeyAction::Focused) => "focused".to_owned(),
            Pressed::Begun => "begun".to_owned(),
            Pressed::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn one_key_or_two_in_turn() {
        assert_eq!(press(None, "r"), "refresh");
        assert_eq!(press(None, "u"), "return");
        assert_eq!(press(None, "g"), "begun");
        assert_eq!(press(Some("g"), "s"), "Servers");
        assert_eq!(press(None, "s"), "nothing");
        assert_eq!(press(None, "↑ ↓"), "nothing");
    }

    #[test]
    fn after_a_first_key_that_leads_nowhere_the_second_counts_alone() {
        assert_eq!(press(Some("g"), "r"), "refresh");
        assert_eq!(press(Some("g"), "g"), "begun");
    }

    #[test]
    fn no_two_shortcuts_share_their_keys() {
        let groups = groups();
        let mut all: Vec<_> =
            groups.iter().flat_map(|group| &group.shortcuts).map(|one| &one.keys).collect();
        let many = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), many);
    }
}
