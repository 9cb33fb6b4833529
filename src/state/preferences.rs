//! What this browser remembers between visits; never a password or a token.

use leptos::prelude::window;

/// A thing remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// `light`, `dark` or `contrast`; absent means as the system has it. Also read by the start script.
    Theme,
    /// Seconds between two reads, or `off`.
    Pace,
    /// The user who signed in last.
    User,
    /// `off` where single keys are no shortcuts.
    Shortcuts,
}

impl Preference {
    fn key(self) -> &'static str {
        match self {
            Self::Theme => "maxconsole.theme",
            Self::Pace => "maxconsole.pace",
            Self::User => "maxconsole.user",
            Self::Shortcuts => "maxconsole.shortcuts",
        }
    }

    /// The value, where the browser keeps one.
    pub fn read(self) -> Option<String> {
        window().local_storage().ok()??.get_item(self.key()).ok()?
    }

    /// Remembers a value, or forgets it. A browser that keeps nothing is no error.
    pub fn write(self, value: Option<&str>) {
        let Ok(Some(storage)) = window().local_storage() else { return };
        let _ = match value {
            Some(value) => storage.set_item(self.key(), value),
            None => storage.remove_item(self.key()),
        };
    }
}
