//! What this browser remembers between visits; never a password or a token.

use leptos::prelude::window;

/// A thing remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// `light`, `dark` or `contrast`; absent means as the system has it. Also read by the start script.
    Theme,
    /// The tag of the language, such as `de`. Read by the start script only.
    Language,
    /// Seconds between two reads, or `off`.
    RefreshInterval,
    /// The user who signed in last.
    User,
    /// `off` where single keys are no shortcuts.
    Shortcuts,
    /// The columns chosen for lists of one kind of object, such as `server`.
    Columns(&'static str),
    /// Whether charts are shown: `yes` or `no`.
    Charts,
    /// How many seconds charts go back.
    ChartSpan,
    /// The limit lines of charts: a chart and a value on each line.
    Limits,
}

impl Preference {
    fn key(self) -> String {
        match self {
            Self::Theme => "maxconsole.theme".to_owned(),
            Self::Language => "maxconsole.language".to_owned(),
            Self::RefreshInterval => "maxconsole.refresh-interval".to_owned(),
            Self::User => "maxconsole.user".to_owned(),
            Self::Shortcuts => "maxconsole.shortcuts".to_owned(),
            Self::Columns(kind) => format!("maxconsole.columns.{kind}"),
            Self::Charts => "maxconsole.charts".to_owned(),
            Self::ChartSpan => "maxconsole.chart-span".to_owned(),
            Self::Limits => "maxconsole.limits".to_owned(),
        }
    }

    /// The value, where the browser keeps one.
    pub fn read(self) -> Option<String> {
        window().local_storage().ok()??.get_item(&self.key()).ok()?
    }

    /// Remembers a value, or forgets it. A browser that keeps nothing is no error.
    pub fn write(self, value: Option<&str>) {
        let Ok(Some(storage)) = window().local_storage() else { return };
        let _ = match value {
            Some(value) => storage.set_item(&self.key(), value),
            None => storage.remove_item(&self.key()),
        };
    }
}
