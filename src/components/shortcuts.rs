//! The keyboard's shortcuts: what they do, the dialog that lists them, and the way to be rid of them.

mod help;
mod listen;
mod table;

use leptos::prelude::*;

use crate::components::data_age::stored_pace;
use crate::query::{Pace, QueryClient};
use crate::state::preferences::Preference;
use crate::ui::live::announce;
pub use help::ShortcutsDialog;
pub use listen::listen;

/// The shortcuts of this page. Copies speak of the same ones.
#[derive(Clone, Copy)]
pub struct Shortcuts {
    /// Whether the dialog that lists them is open.
    pub open: RwSignal<bool>,
    /// Whether single keys are shortcuts.
    on: RwSignal<bool>,
    /// The pace before it was paused.
    before: StoredValue<Pace>,
}

/// Makes the shortcuts known to all below.
pub fn provide_shortcuts() -> Shortcuts {
    let on = Preference::Shortcuts.read().as_deref() != Some("off");
    let before = Some(stored_pace()).filter(|pace| *pace != Pace::Paused);
    let shortcuts = Shortcuts {
        open: RwSignal::new(false),
        on: RwSignal::new(on),
        before: StoredValue::new(before.unwrap_or(Pace::Seconds(5))),
    };
    Effect::new(move |before: Option<()>| {
        let on = shortcuts.on.get();
        if before.is_some() {
            Preference::Shortcuts.write((!on).then_some("off"));
        }
    });
    provide_context(shortcuts);
    shortcuts
}

/// The page's shortcuts.
pub fn use_shortcuts() -> Shortcuts {
    expect_context()
}

impl Shortcuts {
    /// Stops reading by itself, or goes on at the pace of before.
    pub fn pause_or_resume(self, client: QueryClient) {
        let pace = match client.pace.get_untracked() {
            Pace::Paused => self.before.get_value(),
            pace => {
                self.before.set_value(pace);
                Pace::Paused
            }
        };
        Preference::Pace.write(Some(pace.key()));
        client.pace.set(pace);
        announce(if pace == Pace::Paused { "Refreshing is paused" } else { "Refreshing goes on" });
    }
}
