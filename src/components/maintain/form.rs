//! What is entered in the dialog of an action, and how it goes.

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::allowed::Refusal;
use maxscale::request::Request;

use super::subject::Subject;
use crate::components::change::Progress;

/// The state of the dialog. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) subject: Subject,
    /// The action that was asked for; `None` while the dialog is closed.
    pub(super) asked: RwSignal<Option<Action>>,
    pub(super) force: RwSignal<bool>,
    pub(super) typed: RwSignal<String>,
    pub(super) progress: Progress,
}

impl Form {
    pub(super) fn new(subject: Subject, asked: RwSignal<Option<Action>>) -> Self {
        Self {
            subject,
            asked,
            force: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            progress: Progress::new(),
        }
    }

    /// The action as the dialog stands now.
    pub(super) fn action(self) -> Option<Action> {
        self.asked.get().map(|action| match action {
            Action::Maintain { .. } => Action::Maintain { force: self.force.get() },
            Action::Drain | Action::Return | Action::Delete => action,
        })
    }

    /// The verb of the action.
    pub(super) fn verb(self) -> &'static str {
        self.asked.get().map_or("", Action::verb)
    }

    /// Forgets what was entered; force in particular is chosen anew each time.
    pub(super) fn close(self) {
        self.progress.end();
        self.asked.try_set(None);
        self.force.try_set(false);
        self.typed.try_set(String::new());
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
