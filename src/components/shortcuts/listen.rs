//! Hears the keys that are pressed anywhere, and does what they stand for.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use maxscale::object::Object;

use super::Shortcuts;
use super::table::{KeyAction, Pressed, pressed};
use crate::commands::console::{Console, use_console};
use crate::components::search::Search;
use crate::route::Route;
use crate::state::location::{DO, Location, use_location};
use crate::ui::keys::{is_dialog_open, is_for_page};

/// The second key must follow the first within this time.
const TOGETHER_MS: f64 = 1_500.0;
/// The one key that others follow.
const FIRST: &str = "g";

#[derive(Clone, Copy)]
struct Listener {
    shortcuts: Shortcuts,
    search: Search,
    console: Console,
    location: Location,
    /// When the first key of two was pressed.
    begun: StoredValue<Option<f64>>,
}

/// Listens for as long as the current owner lives.
pub fn listen(shortcuts: Shortcuts, search: Search) {
    let begun = StoredValue::new(None);
    let listener =
        Listener { shortcuts, search, console: use_console(), location: use_location(), begun };
    let handle = window_event_listener(ev::keydown, move |event| listener.on_key(&event));
    on_cleanup(move || handle.remove());
}

impl Listener {
    fn on_key(self, event: &KeyboardEvent) {
        if is_search(event) {
            event.prevent_default();
            if !is_dialog_open() {
                self.search.open.set(true);
            }
            return;
        }
        if !self.shortcuts.on.get_untracked() || !is_for_page(event) {
            return;
        }
        let now = js_sys::Date::now();
        let begun = self.begun.get_value().filter(|at| now - at < TOGETHER_MS);
        let what = pressed(begun.map(|_| FIRST), &event.key());
        self.begun.set_value(matches!(what, Pressed::Begun).then_some(now));
        if let Pressed::Done(action) = what {
            event.prevent_default();
            self.carry_out(action);
        }
    }

    fn carry_out(self, action: KeyAction) {
        match action {
            KeyAction::Console(command) => (command.run)(self.console),
            KeyAction::GoTo(page) => self.location.go(&page.route),
            KeyAction::Ask(command) => {
                let route = self.location.route.get_untracked();
                if matches!(route, Route::Object(Object::Server(_))) {
                    self.location.set_option(DO, command.key());
                }
            }
            KeyAction::Focused => (),
        }
    }
}

/// Ctrl-K, and Cmd-K on a Mac; also where one types.
fn is_search(event: &KeyboardEvent) -> bool {
    let with = event.ctrl_key() != event.meta_key() && !event.alt_key() && !event.shift_key();
    with && event.key().eq_ignore_ascii_case("k")
}
