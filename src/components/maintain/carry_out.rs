//! Carries an action out: sends its requests, reads the server again, and offers the way back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::action::Action;
use maxscale::name::ServerName;
use maxscale::request::Request;
use maxscale::state::Mode;

use super::form::Form;
use crate::api::{self, ApiError, Refused};
use crate::query::{Poller, use_poller};
use crate::route::Route;
use crate::state::location::{Location, use_place};
use crate::state::session::{Session, use_session};
use crate::state::toasts::{Toasts, use_toasts};

/// What an action needs that outlives the page it began on.
#[derive(Clone, Copy)]
pub(super) struct Means {
    poller: Poller,
    session: Session,
    toasts: Toasts,
    place: Location,
}

impl Means {
    pub(super) fn here() -> Self {
        Self {
            poller: use_poller(),
            session: use_session(),
            toasts: use_toasts(),
            place: use_place(),
        }
    }

    /// Does what the dialog says. It closes when that is done, and stays when it is not.
    pub(super) fn carry_out(self, form: Form) {
        let Some(action) = untrack(|| form.action()) else { return };
        let (requests, name, before) =
            untrack(|| (form.requests(), form.subject.name(), form.subject.mode()));
        let turn = form.turn();
        form.busy.set(true);
        form.error.set(None);
        // What is deleted cannot be read; trying would only leave errors in the browser's console.
        form.subject.server.rest(action == Action::Delete);
        spawn_local(async move {
            let outcome = self.send(&requests).await;
            if outcome.is_ok() && action != Action::Delete {
                form.subject.server.take(api::servers::one(&name).await);
            }
            self.poller.changed();
            let is_open = turn.is_some() && form.turn() == turn;
            match outcome {
                Ok(warning) => {
                    self.succeed(form, is_open, action);
                    self.tell(action, &name, before, warning);
                }
                Err(error) => self.fail(form, is_open, action, &name, error),
            }
        });
    }

    fn succeed(self, form: Form, is_open: bool, action: Action) {
        if is_open {
            form.close();
        }
        if is_open && action == Action::Delete {
            self.place.go(&Route::Servers);
        } else {
            form.subject.server.rest(false);
        }
    }

    /// A dialog that was closed or left meanwhile cannot tell of the failure any more.
    fn fail(self, form: Form, is_open: bool, action: Action, server: &ServerName, error: ApiError) {
        form.subject.server.rest(false);
        if is_open {
            form.busy.try_set(false);
            form.error.try_set(Some(error));
        } else {
            let verb = action.verb();
            let words = format!("{verb} did not succeed for {server}");
            self.toasts.failed(words, error.words(), None::<fn()>);
        }
    }

    /// Sends the requests in order, up to the first that fails; gives what MaxScale warns of.
    async fn send(self, requests: &[Request]) -> Result<Option<String>, ApiError> {
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
        if api::maxscale::about().await.is_ok() {
            return ApiError::Forbidden(refused);
        }
        self.session.ended();
        ApiError::SignedOut(refused)
    }

    /// Tells of a success, with the way back where there is one.
    fn tell(self, action: Action, server: &ServerName, before: Mode, warning: Option<String>) {
        let undo = action.undo(server, before);
        let way_back = (!undo.is_empty()).then(|| {
            let server = server.clone();
            move || self.undo(server.clone(), undo.clone())
        });
        self.toasts.done(done(action, server), warning, way_back);
    }

    fn undo(self, server: ServerName, requests: Vec<Request>) {
        spawn_local(async move {
            let outcome = self.send(&requests).await;
            self.poller.changed();
            match outcome {
                Ok(warning) => {
                    let words = format!("{server} is as it was before");
                    self.toasts.done(words, warning, None::<fn()>);
                }
                Err(error) => {
                    let words = format!("Could not undo on {server}");
                    let again = move || self.undo(server.clone(), requests.clone());
                    self.toasts.failed(words, error.words(), Some(again));
                }
            }
        });
    }
}

fn done(action: Action, server: &ServerName) -> String {
    match action {
        Action::Maintain { force: false } => format!("{server} is in maintenance"),
        Action::Maintain { force: true } => {
            format!("{server} is in maintenance and its connections were closed")
        }
        Action::Drain => format!("{server} gets no new connections"),
        Action::Return => format!("{server} was returned to service"),
        Action::Delete => format!("{server} was deleted"),
    }
}
