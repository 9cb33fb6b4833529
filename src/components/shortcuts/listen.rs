//! Hears the keys that are pressed anywhere, and does what they stand for.

use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;
use maxscale::object::Object;

use super::Shortcuts;
use super::table::{Does, Pressed, pressed};
use crate::components::search::Search;
use crate::query::{QueryClient, use_query_client};
use crate::route::Route;
use crate::state::location::{DO, Location, use_location};
use crate::ui::keys::{is_dialog_open, is_for_page};
use crate::ui::live::announce;

/// The second key must follow the first within this time.
const TOGETHER_MS: f64 = 1_500.0;
/// The one key that others follow.
const FIRST: &str = "g";

#[derive(Clone, Copy)]
struct Desk {
    shortcuts: Shortcuts,
    search: Search,
    client: QueryClient,
    location: Location,
    /// When the first key of two was pressed.
    begun: StoredValue<Option<f64>>,
}

/// Listens for as long as the current owner lives.
pub fn listen(shortcuts: Shortcuts, search: Search) {
    let begun = StoredValue::new(None);
    let desk =
        Desk { shortcuts, search, client: use_query_client(), location: use_location(), begun };
    let heard = window_event_listener(ev::keydown, move |event| desk.hear(&event));
    on_cleanup(move || heard.remove());
}

impl Desk {
    fn hear(self, event: &KeyboardEvent) {
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
        self.begun.set_value((what == Pressed::Begun).then_some(now));
        if let Pressed::Done(does) = what {
            event.prevent_default();
            self.carry_out(does);
        }
    }

    fn carry_out(self, does: Does) {
        match does {
            Does::Search => self.search.open.set(true),
            Does::Help => self.shortcuts.open.set(true),
            Does::Refresh => {
                self.client.refetch();
                announce("Reading again");
            }
            Does::Pause => self.shortcuts.pause_or_resume(self.client),
            Does::Go(page) => self.location.go(&page.route),
            Does::Ask(action) => {
                let route = self.location.route.get_untracked();
                if matches!(route, Route::Object(Object::Server(_))) {
                    self.location.set_option(DO, action);
                }
            }
            Does::Elsewhere => (),
        }
    }
}

/// Ctrl-K, and Cmd-K on a Mac; also where one types.
fn is_search(event: &KeyboardEvent) -> bool {
    let with = event.ctrl_key() != event.meta_key() && !event.alt_key() && !event.shift_key();
    with && event.key().eq_ignore_ascii_case("k")
}
