//! Light, dark, as the system has it, or in high contrast.

use leptos::prelude::*;

use crate::state::preferences::Preference;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem};

/// A choice of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Light or dark, as the system is.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the system is, with stronger colours.
    Contrast,
}

impl Theme {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Light, Self::Dark, Self::Contrast];

    fn stored() -> Self {
        match Preference::Theme.read().as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            Some("contrast") => Self::Contrast,
            _ => Self::Auto,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    pub fn words(self) -> &'static str {
        match self {
            Self::Auto => texts::theme::system(),
            Self::Light => texts::theme::light(),
            Self::Dark => texts::theme::dark(),
            Self::Contrast => texts::theme::high_contrast(),
        }
    }

    /// Its drawing.
    pub fn icon(self) -> Icon {
        match self {
            Self::Auto => Icon::Auto,
            Self::Light => Icon::Sun,
            Self::Dark => Icon::Moon,
            Self::Contrast => Icon::Contrast,
        }
    }

    fn apply(self) {
        let value = (self != Self::Auto).then(|| self.key());
        Preference::Theme.write(value);
        let Some(root) = document().document_element() else { return };
        let _ = match value {
            Some(value) => root.set_attribute("data-theme", value),
            None => root.remove_attribute("data-theme"),
        };
    }
}

/// The theme of this page. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct ChosenTheme(RwSignal<Theme>);

/// Makes the page's theme known to all below.
pub fn provide_theme() {
    provide_context(ChosenTheme(RwSignal::new(Theme::stored())));
}

/// The page's theme.
pub fn use_theme() -> ChosenTheme {
    expect_context()
}

impl ChosenTheme {
    /// The theme as it is.
    pub fn get(self) -> Theme {
        self.0.get()
    }

    /// Another theme takes effect and is remembered.
    pub fn choose(self, theme: Theme) {
        theme.apply();
        self.0.try_set(theme);
    }
}

/// The button that changes the theme.
#[component]
pub fn ThemeMenu() -> impl IntoView {
    let theme = use_theme();
    let items = Signal::derive(move || {
        let chosen = theme.get();
        let item = |choice: Theme| {
            let choose = move || theme.choose(choice);
            MenuItem::new(choice.key(), choice.icon(), choice.words(), choose)
                .checked(choice == chosen)
        };
        Theme::ALL.into_iter().map(item).collect::<Vec<_>>()
    });
    let label = Signal::derive(move || texts::console::theme(theme.get().words()));
    view! { <MenuButton label=label icon=Signal::derive(move || theme.get().icon()) items=items /> }
}
