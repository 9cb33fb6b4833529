//! What is entered in the dialog of an action, and how it goes.

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::allowed::Refusal;
use maxscale::request::Request;

use super::subject::Subject;
use crate::api::ApiError;

/// The state of the dialog. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) subject: Subject,
    /// The action that was asked for; `None` while the dialog is closed.
    pub(super) asked: RwSignal<Option<Action>>,
    pub(super) force: RwSignal<bool>,
    pub(super) typed: RwSignal<String>,
    pub(super) busy: RwSignal<bool>,
    pub(super) error: RwSignal<Option<ApiError>>,
    /// Counts how often it was closed, so that an action that ends late knows its own dialog.
    turn: StoredValue<u64>,
}

impl Form {
    pub(super) fn new(subject: Subject, asked: RwSignal<Option<Action>>) -> Self {
        Self {
            subject,
            asked,
            force: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// The action as the dialog stands now.
    pub(super) fn action(self) -> Option<Action> {
        self.asked.get().map(|action| match action {
            Action::Maintain { .. } => Action::Maintain { force: self.force.get() },
            other => other,
        })
    }

    /// The verb of the action.
    pub(super) fn verb(self) -> &'static str {
        self.asked.get().map_or("", Action::verb)
    }

    /// Forgets what was entered; force in particular is chosen anew each time.
    pub(super) fn close(self) {
        self.turn.try_update_value(|turn| *turn += 1);
        self.asked.try_set(None);
        self.busy.try_set(false);
        self.force.try_set(false);
        self.typed.try_set(String::new());
        self.error.try_set(None);
    }

    /// The number of this opening; `None` when the page is gone.
    pub(super) fn turn(self) -> Option<u64> {
        self.turn.try_get_value()
    }

    /// Why MaxScale would refuse, if it would.
    pub(super) fn refusal(self) -> Option<Refusal> {
        self.subject.allowed(self.action()?).err()
    }

    /// Why the button cannot be used now.
    pub(super) fn obstacle(self) -> Option<String> {
        if let Some(refusal) = self.refusal() {
            return Some(refusal.words().to_owned());
        }
        let named = self.typed.with(|typed| typed == self.subject.name().as_str());
        (self.asked.get() == Some(Action::Delete) && !named)
            .then(|| "Type the server’s name to confirm.".to_owned())
    }

    /// What is to be sent.
    pub(super) fn requests(self) -> Vec<Request> {
        let linked = self
            .subject
            .known()
            .is_some_and(|server| server.monitor.is_some() || !server.services.is_empty());
        let name = self.subject.name();
        self.action().map(|action| action.requests(&name, linked)).unwrap_or_default()
    }
}
