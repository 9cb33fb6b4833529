//! What can be found beside objects: the pages, and what can be done to the console itself.

use leptos::prelude::*;

use crate::components::shortcuts::{Shortcuts, use_shortcuts};
use crate::components::theme::{ChosenTheme, Theme, use_theme};
use crate::components::user_menu::sign_out;
use crate::query::{Pace, QueryClient, use_query_client};
use crate::route::{PAGES, Page, Place};
use crate::state::session::{Session, use_session};
use crate::state::toasts::{Toasts, use_toasts};
use crate::ui::combobox::Choice;
use crate::ui::icon::Icon;
use crate::ui::tone::Tone;

/// What a choice does that leads nowhere.
#[derive(Clone, Copy)]
enum Does {
    Refresh,
    Pause,
    Look(Theme),
    Shortcuts,
    SignOut,
}

/// What those need.
#[derive(Clone, Copy)]
pub(super) struct Others {
    client: QueryClient,
    shortcuts: Shortcuts,
    theme: ChosenTheme,
    session: Session,
    toasts: Toasts,
}

impl Others {
    pub(super) fn here() -> Self {
        Self {
            client: use_query_client(),
            shortcuts: use_shortcuts(),
            theme: use_theme(),
            session: use_session(),
            toasts: use_toasts(),
        }
    }

    /// The pages, then the rest, in order.
    pub(super) fn choices(self) -> Vec<Choice> {
        let pages = PAGES.iter().filter(|page| page.place != Place::Hidden).map(page);
        pages
            .chain(self.offered().into_iter().map(|(_, icon, words)| action(icon, words)))
            .collect()
    }

    /// Does what the choice of this key is for.
    pub(super) fn carry_out(self, key: &str) {
        let chosen = untrack(|| self.offered()).into_iter().find(|(_, _, words)| words == key);
        match chosen.map(|(does, ..)| does) {
            Some(Does::Refresh) => self.client.refetch(),
            Some(Does::Pause) => self.shortcuts.pause_or_resume(self.client),
            Some(Does::Look(theme)) => self.theme.choose(theme),
            Some(Does::Shortcuts) => self.shortcuts.open.set(true),
            Some(Does::SignOut) => sign_out(self.session, self.toasts),
            None => (),
        }
    }

    fn offered(self) -> Vec<(Does, Icon, String)> {
        let pause = match self.client.pace.get() {
            Pace::Paused => (Does::Pause, Icon::Play, "Resume refreshing".to_owned()),
            Pace::Seconds(_) => (Does::Pause, Icon::Pause, "Pause refreshing".to_owned()),
        };
        let theme =
            |theme: Theme| (Does::Look(theme), theme.icon(), format!("Theme: {}", theme.words()));
        let refresh = (Does::Refresh, Icon::Refresh, "Refresh now".to_owned());
        let shortcuts = (Does::Shortcuts, Icon::Keyboard, "Keyboard shortcuts".to_owned());
        let sign_out = (Does::SignOut, Icon::SignOut, "Sign out".to_owned());
        let themes = Theme::ALL.into_iter().map(theme);
        [refresh, pause].into_iter().chain(themes).chain([shortcuts, sign_out]).collect()
    }
}

fn page(page: &'static Page) -> Choice {
    let href = page.route.href();
    Choice {
        key: href.clone(),
        icon: page.icon,
        tone: Tone::Muted,
        words: page.title.to_owned(),
        detail: String::new(),
        kind: "Page",
        href: Some(href),
        replaces: false,
        disabled: false,
    }
}

fn action(icon: Icon, words: String) -> Choice {
    Choice {
        key: words.clone(),
        icon,
        tone: Tone::Muted,
        words,
        detail: String::new(),
        kind: "Action",
        href: None,
        replaces: false,
        disabled: false,
    }
}
