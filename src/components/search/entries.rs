//! What can be found beside objects: the pages, and what can be done to the console itself.

use leptos::prelude::*;

use crate::commands::console::{CONSOLE_COMMANDS, Console, ConsoleCommand, use_console};
use crate::route::{PAGES, Page, Place};
use crate::ui::combobox::Choice;
use crate::ui::tone::Tone;

/// The pages and the commands of the console. Copies speak of the same ones.
#[derive(Clone, Copy)]
pub(super) struct Entries(Console);

pub(super) fn use_entries() -> Entries {
    Entries(use_console())
}

fn commands() -> impl Iterator<Item = &'static ConsoleCommand> {
    CONSOLE_COMMANDS.iter().filter(|command| command.in_search)
}

impl Entries {
    /// The pages, then the commands, in order.
    pub(super) fn choices(self) -> Vec<Choice> {
        let command = |command: &ConsoleCommand| Choice {
            key: command.key.to_owned(),
            icon: (command.icon)(self.0),
            tone: Tone::Muted,
            words: (command.words)(self.0),
            detail: String::new(),
            kind: texts::search::action(),
            href: None,
            replaces: false,
            disabled: false,
        };
        let pages = PAGES.iter().filter(|page| page.place != Place::Hidden).map(page);
        pages.chain(commands().map(command)).collect()
    }

    /// Carries out the command of this key; all else is a link.
    pub(super) fn carry_out(self, key: &str) {
        if let Some(command) = commands().find(|command| command.key == key) {
            untrack(|| (command.run)(self.0));
        }
    }
}

fn page(page: &'static Page) -> Choice {
    let href = page.route.href();
    Choice {
        key: href.clone(),
        icon: page.icon,
        tone: Tone::Muted,
        words: (page.title)().to_owned(),
        detail: String::new(),
        kind: texts::search::page(),
        href: Some(href),
        replaces: false,
        disabled: false,
    }
}
