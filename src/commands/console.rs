//! What can be done to the console itself: one table, from which search, shortcuts and the menu of
//! the user are drawn.

use leptos::prelude::*;
use texts::Language;

use crate::components::search::{Search, use_search};
use crate::components::shortcuts::{Shortcuts, use_shortcuts};
use crate::components::theme::{ChosenTheme, Theme, use_theme};
use crate::components::user_menu::sign_out;
use crate::query::{QueryClient, RefreshInterval, use_query_client};
use crate::state::language::choose_language;
use crate::state::session::{Session, use_session};
use crate::state::toasts::{Toasts, use_toasts};
use crate::ui::icon::Icon;
use crate::ui::live::announce;

/// The parts of the console that its commands change.
#[derive(Clone, Copy)]
pub struct Console {
    client: QueryClient,
    search: Search,
    shortcuts: Shortcuts,
    theme: ChosenTheme,
    session: Session,
    toasts: Toasts,
}

/// Those of this page.
pub fn use_console() -> Console {
    Console {
        client: use_query_client(),
        search: use_search(),
        shortcuts: use_shortcuts(),
        theme: use_theme(),
        session: use_session(),
        toasts: use_toasts(),
    }
}

/// A command of the console.
pub struct ConsoleCommand {
    /// Tells it from the others.
    pub key: &'static str,
    /// It in words, as the console is now.
    pub words: fn(Console) -> String,
    /// Its drawing, as the console is now.
    pub icon: fn(Console) -> Icon,
    /// Where it is a choice: whether it is the one that was made.
    pub is_chosen: Option<fn() -> bool>,
    /// Its key, with what the list of shortcuts says of it.
    pub shortcut: Option<(&'static str, texts::Text)>,
    /// Whether the search finds it.
    pub in_search: bool,
    /// Whether the menu of the user has it.
    pub in_user_menu: bool,
    /// Does it.
    pub run: fn(Console),
}

macro_rules! theme {
    ($key:literal, $theme:expr) => {
        ConsoleCommand {
            key: $key,
            words: |_| texts::console::theme($theme.words()),
            icon: |_| $theme.icon(),
            is_chosen: None,
            shortcut: None,
            in_search: true,
            in_user_menu: false,
            run: |console| console.theme.choose($theme),
        }
    };
}

macro_rules! language {
    ($key:literal, $language:expr) => {
        ConsoleCommand {
            key: $key,
            words: |_| texts::console::language($language.name()),
            icon: |_| Icon::Globe,
            is_chosen: Some(|| texts::spoken() == $language),
            shortcut: None,
            in_search: true,
            in_user_menu: true,
            run: |_| choose_language($language),
        }
    };
}

/// All of them, in order.
pub static CONSOLE_COMMANDS: &[ConsoleCommand] = &[
    ConsoleCommand {
        key: "search",
        words: |_| texts::console::search_everywhere().to_owned(),
        icon: |_| Icon::Search,
        is_chosen: None,
        shortcut: Some(("/", texts::console::search_everywhere)),
        in_search: false,
        in_user_menu: false,
        run: |console| console.search.open.set(true),
    },
    ConsoleCommand {
        key: "shortcuts",
        words: |_| texts::console::shortcuts().to_owned(),
        icon: |_| Icon::Keyboard,
        is_chosen: None,
        shortcut: Some(("?", texts::console::this_list)),
        in_search: true,
        in_user_menu: true,
        run: |console| console.shortcuts.open.set(true),
    },
    ConsoleCommand {
        key: "refresh",
        words: |_| texts::console::refresh().to_owned(),
        icon: |_| Icon::Refresh,
        is_chosen: None,
        shortcut: Some(("r", texts::console::refresh)),
        in_search: true,
        in_user_menu: false,
        run: |console| {
            console.client.refetch();
            announce(texts::console::reading_again());
        },
    },
    ConsoleCommand {
        key: "pause",
        words: |console| match console.client.refresh_interval.get() {
            RefreshInterval::Paused => texts::console::resume().to_owned(),
            RefreshInterval::Seconds(_) => texts::console::pause().to_owned(),
        },
        icon: |console| match console.client.refresh_interval.get() {
            RefreshInterval::Paused => Icon::Play,
            RefreshInterval::Seconds(_) => Icon::EyeOff,
        },
        is_chosen: None,
        shortcut: Some(("p", texts::console::pause_or_resume)),
        in_search: true,
        in_user_menu: false,
        run: |console| console.shortcuts.pause_or_resume(console.client),
    },
    theme!("theme-auto", Theme::Auto),
    theme!("theme-light", Theme::Light),
    theme!("theme-dark", Theme::Dark),
    theme!("theme-contrast", Theme::Contrast),
    language!("language-en", Language::English),
    language!("language-de", Language::German),
    ConsoleCommand {
        key: "sign-out",
        words: |_| texts::console::sign_out().to_owned(),
        icon: |_| Icon::SignOut,
        is_chosen: None,
        shortcut: None,
        in_search: true,
        in_user_menu: true,
        run: |console| sign_out(console.session, console.toasts),
    },
];
