//! Sends what a command is made of, and tells what came of it: what outlives the dialog and the
//! page that it began on.

use leptos::task::spawn_local;
use maxscale::command::{Batch, Command, Values};
use maxscale::object::Object;
use maxscale::request::Request;
use texts::dialog;

use super::carry_out::words_for;
use crate::api::{self, ApiError, Refused, ResourceKind};
use crate::query::{QueryClient, use_query_client};
use crate::state::location::{Location, use_location};
use crate::state::session::{Session, use_session};
use crate::state::toasts::{Toasts, use_toasts};

/// What it takes to carry a command out.
#[derive(Clone, Copy)]
pub(super) struct CommandContext {
    /// Reads what has changed.
    pub(super) client: QueryClient,
    /// Tells of it.
    pub(super) toasts: Toasts,
    /// Goes elsewhere when what was changed is gone.
    pub(super) location: Location,
    session: Session,
}

impl CommandContext {
    /// That of this page.
    pub(super) fn here() -> Self {
        Self {
            client: use_query_client(),
            session: use_session(),
            toasts: use_toasts(),
            location: use_location(),
        }
    }

    /// Sends the requests in order, up to the first that fails; gives what MaxScale warns of.
    pub(super) async fn send(self, requests: &[Request]) -> Result<Option<String>, ApiError> {
        let mut warning = None;
        for request in requests {
            match api::send(request).await {
                Ok(answer) => warning = answer.warning.or(warning),
                Err(ApiError::SignedOut(refused)) => {
                    return Err(self.signed_out_or_forbidden(refused).await);
                }
                Err(error) => return Err(error),
            }
        }
        Ok(warning)
    }

    /// A change is answered with 401 also when the session lives and its host or its account may
    /// not change anything (rest-api.md 2.3 and 2.4).
    async fn signed_out_or_forbidden(self, refused: Refused) -> ApiError {
        if api::maxscale::about().send().await.is_ok() {
            return ApiError::Forbidden(refused);
        }
        self.session.ended();
        ApiError::SignedOut(refused)
    }

    /// Reads again what these requests have changed.
    pub(super) fn changed(self, requests: &[Request]) {
        self.client.invalidate(&ResourceKind::touched_by(requests));
    }

    /// Tells what a command has done to one object of a batch, with the way back.
    pub(super) fn tell_done(
        self,
        command: Command,
        values: &Values,
        batch: &Batch,
        object: &Object,
        warning: Option<String>,
    ) {
        let done = (command.details().done)(object, values);
        self.tell(done, object.name().to_owned(), batch.undo(object), warning);
    }

    /// Tells of a success, with the way back for `name` where there are requests for it.
    pub(super) fn tell(
        self,
        done: String,
        name: String,
        undo: Vec<Request>,
        warning: Option<String>,
    ) {
        let way_back = (!undo.is_empty()).then_some(move || self.undo(name.clone(), undo.clone()));
        self.toasts.done(done, warning, way_back);
    }

    fn undo(self, name: String, requests: Vec<Request>) {
        spawn_local(async move {
            let outcome = self.send(&requests).await;
            self.changed(&requests);
            match outcome {
                Ok(warning) => {
                    self.toasts.done(dialog::undone(&name), warning, None::<fn()>);
                }
                Err(error) => {
                    let words = if error.is_silence() {
                        dialog::undo_not_answered(&name)
                    } else {
                        dialog::undo_failed(&name)
                    };
                    let again = move || self.undo(name.clone(), requests.clone());
                    self.toasts.failed(words, words_for(&error), Some(again));
                }
            }
        });
    }
}
