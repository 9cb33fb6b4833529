//! Carries an action out: sends its requests, reads the server again, and offers the way back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::action::Action;
use maxscale::name::ServerName;

use super::form::Form;
use crate::api::{self, ApiError};
use crate::components::change::Means;
use crate::route::Route;

/// Does what the dialog says. It closes when that is done, and stays when it is not.
pub(super) fn carry_out(means: Means, form: Form) {
    let Some(action) = untrack(|| form.action()) else { return };
    let (requests, name, before) =
        untrack(|| (form.requests(), form.subject.name(), form.subject.mode()));
    let turn = form.progress.begin();
    // What is deleted cannot be read; trying would only leave errors in the browser's console.
    form.subject.server.set_resting(action == Action::Delete);
    spawn_local(async move {
        let outcome = means.send(&requests).await;
        if outcome.is_ok() && action != Action::Delete {
            // What came of it, or why it cannot be read, is told where the server is shown.
            let _ = means.client.fetch(api::servers::one(name.clone())).await;
        }
        means.changed(&requests);
        let is_open = form.progress.is_at(turn);
        match outcome {
            Ok(warning) => {
                succeed(means, form, is_open, action);
                let undo = action.undo(&name, before);
                means.tell(done(action, &name), name.to_string(), undo, warning);
            }
            Err(error) => fail(means, form, is_open, action, &name, error),
        }
    });
}

fn succeed(means: Means, form: Form, is_open: bool, action: Action) {
    if is_open {
        form.close();
    }
    if is_open && action == Action::Delete {
        means.location.go(&Route::default());
    } else {
        form.subject.server.set_resting(false);
    }
}

/// A dialog that was closed or left meanwhile cannot tell of the failure any more.
fn fail(
    means: Means,
    form: Form,
    is_open: bool,
    action: Action,
    server: &ServerName,
    error: ApiError,
) {
    form.subject.server.set_resting(false);
    if is_open {
        form.progress.fail(error);
    } else {
        let words = format!("{} did not succeed for {server}", action.verb());
        means.toasts.failed(words, error.words(), None::<fn()>);
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
