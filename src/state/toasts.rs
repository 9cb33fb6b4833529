//! Short messages about what was done: those on show, and all of this visit.

use leptos::prelude::*;
use maxscale::command::Command;
use maxscale::name::ServerName;

use crate::ui::toast::{Toast, ToastAction};
use crate::ui::tone::Tone;

/// As many past messages as anyone reads back.
const KEPT: usize = 100;

/// The messages of this page. Copies speak of the same ones.
#[derive(Clone, Copy)]
pub struct Toasts {
    /// On show, oldest first.
    pub shown: RwSignal<Vec<Toast>>,
    /// All of this visit, newest first.
    pub past: RwSignal<Vec<Toast>>,
    last_id: StoredValue<u64>,
}

/// Makes the page's messages known to all below.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts {
        shown: RwSignal::new(vec![]),
        past: RwSignal::new(vec![]),
        last_id: StoredValue::new(0),
    };
    provide_context(toasts);
    toasts
}

/// The page's messages.
pub fn use_toasts() -> Toasts {
    expect_context()
}

impl Toasts {
    /// Something was done, perhaps with a warning, and perhaps with a way back.
    pub fn done(
        self,
        text: impl Into<String>,
        warning: Option<String>,
        undo: Option<impl Fn() + Send + Sync + 'static>,
    ) {
        let action = undo.map(|undo| ToastAction::new(texts::common::undo(), undo));
        let tone = if warning.is_some() { Tone::Caution } else { Tone::Good };
        self.show(tone, text.into(), warning, action);
    }

    /// Something was not done; it may be tried again.
    pub fn failed(
        self,
        text: impl Into<String>,
        why: String,
        again: Option<impl Fn() + Send + Sync + 'static>,
    ) {
        let action = again.map(|again| ToastAction::new(texts::common::try_again(), again));
        self.show(Tone::Bad, text.into(), Some(why), action);
    }

    /// A server that was draining is empty; `next` leads to the dialog of maintenance.
    pub fn drained(self, name: &ServerName, next: impl Fn() + Send + Sync + 'static) {
        let action = ToastAction::new(Command::Maintain.label(), next);
        self.show(Tone::Good, texts::toasts::drained(name), None, Some(action));
    }

    /// Another tab has signed in as somebody else.
    pub fn signed_in_elsewhere(self, name: &str) {
        let text = texts::toasts::signed_in_elsewhere(name);
        let why = texts::toasts::one_session().to_owned();
        self.show(Tone::Caution, text, Some(why), None);
    }

    /// Forgets all messages, and their ways back: they are of the user that was signed in.
    pub fn clear(self) {
        self.shown.try_update(Vec::clear);
        self.past.try_update(Vec::clear);
    }

    /// Takes a message off the screen; it stays among the past ones.
    pub fn dismiss(self, id: u64) {
        self.shown.try_update(|shown| shown.retain(|toast| toast.id != id));
    }

    fn show(self, tone: Tone, text: String, detail: Option<String>, action: Option<ToastAction>) {
        let id = self.last_id.try_update_value(|last| {
            *last += 1;
            *last
        });
        let toast = Toast {
            id: id.unwrap_or_default(),
            tone,
            text,
            detail,
            action,
            at: js_sys::Date::now(),
        };
        self.past.try_update(|past| {
            past.insert(0, toast.clone());
            past.truncate(KEPT);
        });
        self.shown.try_update(|shown| shown.push(toast));
    }
}
