//! The keyboard's shortcuts: what they do, the dialog that lists them, and the way to be rid of them.

mod help;
mod listen;
mod table;

use leptos::prelude::*;

use crate::components::data_age::stored_refresh_interval;
use crate::query::{QueryClient, RefreshInterval};
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
    /// The interval before it was paused.
    before: StoredValue<RefreshInterval>,
}

/// Makes the shortcuts known to all below.
pub fn provide_shortcuts() -> Shortcuts {
    let on = Preference::Shortcuts.read().as_deref() != Some("off");
    let before =
        Some(stored_refresh_interval()).filter(|interval| *interval != RefreshInterval::Paused);
    let shortcuts = Shortcuts {
        open: RwSignal::new(false),
        on: RwSignal::new(on),
        before: StoredValue::new(before.unwrap_or(RefreshInterval::Seconds(5))),
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
    /// Stops reading by itself, or goes on at the interval of before.
    pub fn pause_or_resume(self, client: QueryClient) {
        let interval = match client.refresh_interval.get_untracked() {
            RefreshInterval::Paused => self.before.get_value(),
            interval => {
                self.before.set_value(interval);
                RefreshInterval::Paused
            }
        };
        Preference::RefreshInterval.write(Some(interval.key()));
        client.refresh_interval.set(interval);
        announce(if interval == RefreshInterval::Paused {
            texts::shortcuts::refreshing_is_paused()
        } else {
            texts::shortcuts::refreshing_goes_on()
        });
    }
}
