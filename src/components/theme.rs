//! Light, dark, or as the system has it.

use leptos::prelude::*;

use crate::state::preferences::Preference;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// A choice of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Theme {
    Auto,
    Light,
    Dark,
}

impl Theme {
    const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    fn stored() -> Self {
        match Preference::Theme.read().as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::Auto,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Auto => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Auto => Icon::Auto,
            Self::Light => Icon::Sun,
            Self::Dark => Icon::Moon,
        }
    }

    /// Takes effect and is remembered.
    fn choose(self) {
        let value = (self != Self::Auto).then(|| self.key());
        Preference::Theme.write(value);
        let Some(root) = document().document_element() else { return };
        let _ = match value {
            Some(value) => root.set_attribute("data-theme", value),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// The button that changes the theme.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let theme = RwSignal::new(Theme::stored());
    let items = Signal::derive(move || {
        let chosen = theme.get();
        let item = |choice: Theme| {
            let choose = move || {
                choice.choose();
                theme.set(choice);
            };
            MenuItem::new(choice.key(), choice.icon(), choice.words(), choose)
                .checked(choice == chosen)
        };
        Theme::ALL.into_iter().map(item).collect::<Vec<_>>()
    });
    let label = Signal::derive(move || format!("Theme: {}", theme.get().words()));
    view! { <MenuButton label=label icon=Signal::derive(move || theme.get().icon()) items=items /> }
}
