//! What was read within a day, for charts: kept from page to page, and by the browser while the
//! page is loaded again.

use std::any::Any;

use console::history;
use leptos::prelude::*;

use super::attention::Attention;
use super::client::{ReadEvent, use_query_client};
use super::refresh_interval::RefreshInterval;
use super::use_query::use_query_with;
use crate::api::{self, api_url};
use crate::state::long_lived::LongLived;
use crate::state::session::{Status, use_session};

/// A browser keeps five million letters or more for all pages of an origin together.
const MOST_TEXT: usize = 1_000_000;

/// Longer than so many intervals nothing was read; what no page shows is read twice a minute.
const ROUNDS: u64 = 3;
const BACKGROUND_MS: u64 = 40_000;

/// The history of this MaxScale. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct History {
    kept: StoredValue<history::History, LocalStorage>,
    refresh_interval: RwSignal<RefreshInterval>,
    /// How many answers were taken in.
    answers: LongLived<RwSignal<u64>>,
    /// Whether charts are shown, so that what they are of is looked at.
    pub charted: LongLived<RwSignal<bool>>,
}

/// Makes the page's history known to all below; it ends with the session of the user.
pub fn provide_history() {
    let client = use_query_client();
    let restored = restore().unwrap_or_default();
    let history = History {
        kept: StoredValue::new_local(restored),
        refresh_interval: client.refresh_interval,
        answers: LongLived::new(RwSignal::new(0)),
        charted: LongLived::new(RwSignal::new(false)),
    };
    provide_context(history);
    client.subscribe(move |event| match event {
        ReadEvent::Answered(answer) => history.note(Some(&**answer as &dyn Any)),
        ReadEvent::Failed(error) if error.is_silence() => history.note(None),
        ReadEvent::Failed(_) => {}
    });
    // What all charts together are of is read seldom, whatever page is shown.
    use_query_with(api::servers::all(), Attention::Deferred);
    use_query_with(api::threads::all(), Attention::Deferred);
    let session = use_session();
    Effect::new(move |_| {
        if session.status.with(|status| *status == Status::SignedOut) {
            history.clear();
        }
    });
    let left = window_event_listener_untyped("pagehide", move |_| history.save());
    // Nothing is read of what nobody looks at.
    let hidden = window_event_listener_untyped("visibilitychange", move |_| {
        history.note(None);
        // A browser may end what is hidden without a word.
        history.save();
    });
    on_cleanup(move || {
        left.remove();
        hidden.remove();
    });
}

/// The page's history.
pub fn use_history() -> History {
    expect_context()
}

impl History {
    /// Takes in an answer of MaxScale, or that there was none.
    fn note(self, answer: Option<&dyn Any>) {
        let patience_ms = match self.refresh_interval.try_get_untracked() {
            Some(RefreshInterval::Seconds(seconds)) => {
                ROUNDS * 1_000 * u64::from(seconds) + BACKGROUND_MS
            }
            _ => 0,
        };
        self.kept.try_update_value(|kept| match answer {
            Some(answer) => kept.note(now_ms(), patience_ms, answer),
            None => kept.silence(),
        });
        self.answers.inner().try_update(|answers| *answers += 1);
    }

    /// Looks at it, and follows what is read from now on.
    pub fn with<R: Default>(self, look: impl FnOnce(&history::History) -> R) -> R {
        self.answers.track();
        self.kept.try_with_value(look).unwrap_or_default()
    }

    /// Forgets all of it.
    pub fn clear(self) {
        self.kept.set_value(history::History::default());
        self.answers.inner().try_update(|answers| *answers += 1);
        store(None);
    }

    fn save(self) {
        self.kept.try_with_value(|kept| {
            if !store(Some(&kept.to_text(MOST_TEXT))) {
                store(Some(&kept.to_text(MOST_TEXT / 8)));
            }
        });
    }
}

/// The time, in milliseconds since 1970.
pub fn now_ms() -> u64 {
    js_sys::Date::now() as u64
}

/// Another address may be another MaxScale.
fn key() -> String {
    format!("maxconsole.history {}", api_url())
}

fn restore() -> Option<history::History> {
    let text = window().session_storage().ok()??.get_item(&key()).ok()??;
    let is_ours = text.len() <= 4 * MOST_TEXT;
    is_ours.then(|| history::History::from_text(&text, now_ms()))?
}

/// Gives the text to the browser, or takes it away; whether the browser did it.
fn store(text: Option<&str>) -> bool {
    let Ok(Some(storage)) = window().session_storage() else { return true };
    match text {
        Some(text) => storage.set_item(&key(), text),
        None => storage.remove_item(&key()),
    }
    .is_ok()
}
