//! How it goes when the command of a dialog is carried out.

use leptos::prelude::*;
use maxscale::command::Batch;
use maxscale::object::Object;

use crate::api::ApiError;

/// How it goes. Copies speak of the same one, and it is gone with its dialog.
#[derive(Clone, Copy)]
pub(super) struct Progress {
    /// Whether it is under way.
    pub(super) busy: RwSignal<bool>,
    /// Why it did not succeed for the one object.
    pub(super) error: RwSignal<Option<ApiError>>,
    /// How far it has come with a selection, in words.
    pub(super) status: RwSignal<String>,
    /// Why it did not succeed for some of a selection.
    pub(super) failures: RwSignal<Vec<Failure>>,
    /// What was sent and not answered: it is not known whether MaxScale did it.
    pub(super) unanswered: RwSignal<Option<Batch>>,
}

/// Why it did not succeed for an object of a selection.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Failure {
    pub(super) object: Object,
    pub(super) error: ApiError,
}

impl Progress {
    /// Nothing has begun.
    pub(super) fn new() -> Self {
        Self {
            busy: RwSignal::new(false),
            error: RwSignal::new(None),
            status: RwSignal::new(String::new()),
            failures: RwSignal::new(vec![]),
            unanswered: RwSignal::new(None),
        }
    }

    pub(super) fn begin(self) {
        self.busy.set(true);
        self.error.set(None);
        self.failures.set(vec![]);
        self.unanswered.set(None);
    }

    /// Whether the dialog is still there.
    pub(super) fn is_open(self) -> bool {
        self.busy.try_get_untracked().is_some()
    }
}
