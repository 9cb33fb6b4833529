//! Carries a command out: sends its requests, reads again what they changed, tells what came of
//! it, and offers the way back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::command::{Batch, Command, Values};
use maxscale::object::Object;
use maxscale::request::Request;
use maxscale::server::Server;
use texts::{dialog, number, objects};

use super::context::CommandContext;
use super::form::Form;
use super::progress::Failure;
use crate::api::{self, ApiError};
use crate::query::Query;
use crate::route::Route;

/// Does what the dialog says. It closes when that is done, and stays when it is not.
pub(super) fn carry_out(context: CommandContext, form: Form, close: Callback<()>) {
    let proposal = form.proposal.get_untracked();
    let Some(batch) = proposal.map(|proposal| proposal.batch) else { return };
    let run =
        Run { context, form, command: form.command, values: untrack(|| form.values()), close };
    form.progress.begin();
    spawn_local(async move {
        if form.target.is_selection() {
            run.on_selection(batch).await;
        } else {
            run.on_one(batch).await;
        }
    });
}

/// One time that a command is carried out.
struct Run {
    context: CommandContext,
    form: Form,
    command: Command,
    values: Values,
    close: Callback<()>,
}

impl Run {
    async fn on_one(self, batch: Batch) {
        let Some((object, requests)) = batch.requests().into_iter().next() else { return };
        let leaves_page = self.command.details().leaves_page;
        let page = self.form.target.server;
        // What is deleted cannot be read; trying would only leave errors in the browser's console.
        rest(page, leaves_page);
        let outcome = self.context.send(&requests).await;
        if let (Ok(_), Object::Server(name), Some(_), false) =
            (&outcome, &object, page, leaves_page)
        {
            // What came of it, or why it cannot be read, is told where the server is shown.
            let _ = self.context.client.fetch(api::servers::one(name.clone())).await;
        }
        self.context.changed(&requests);
        let is_open = self.form.progress.is_open();
        match outcome {
            Ok(warning) => {
                if is_open {
                    self.close.run(());
                }
                if is_open && leaves_page {
                    self.context.location.go(&Route::of(object.clone()).parent());
                } else {
                    rest(page, false);
                }
                self.context.tell_done(self.command, &self.values, &batch, &object, warning);
            }
            Err(error) => {
                rest(page, false);
                self.fail(batch, &object, error);
            }
        }
    }

    /// A dialog that was closed or left meanwhile cannot tell of the failure any more.
    fn fail(&self, batch: Batch, object: &Object, error: ApiError) {
        let progress = self.form.progress;
        if !progress.is_open() {
            self.tell_failed(object, &error);
        } else if error.is_silence() {
            progress.busy.try_set(false);
            progress.unanswered.try_set(Some(batch));
        } else {
            progress.busy.try_set(false);
            progress.error.try_set(Some(error));
        }
    }

    fn tell_failed(&self, object: &Object, error: &ApiError) {
        let words = if error.is_silence() {
            dialog::no_answer_for(self.command.label(), object.name())
        } else {
            dialog::failed_for((self.command.details().failed)(), object.name())
        };
        self.context.toasts.failed(words, words_for(error), None::<fn()>);
    }

    /// Does it to one object after the other, also when it did not succeed for one before.
    async fn on_selection(self, batch: Batch) {
        let progress = self.form.progress;
        let all = batch.requests();
        let (mut done, mut failures, mut undo, mut warning) = (vec![], vec![], vec![], None);
        for (index, (object, requests)) in all.iter().enumerate() {
            progress.status.try_set(how_far(index + 1, all.len(), object));
            match self.context.send(requests).await {
                Ok(said) => {
                    undo.extend(batch.undo(object));
                    done.push(object);
                    warning = said.or(warning);
                }
                Err(error) => failures.push(Failure { object: object.clone(), error }),
            }
        }
        let sent: Vec<Request> = all.iter().flat_map(|(_, requests)| requests.clone()).collect();
        self.context.changed(&sent);
        progress.status.try_set(String::new());
        self.tell_done(&done, undo, warning);
        if !progress.is_open() {
            for Failure { object, error } in failures {
                self.tell_failed(&object, &error);
            }
        } else if failures.is_empty() {
            self.close.run(());
        } else {
            progress.busy.try_set(false);
            progress.failures.try_set(failures);
        }
    }

    fn tell_done(&self, done: &[&Object], undo: Vec<Request>, warning: Option<String>) {
        let what = match done {
            [] => return,
            [one] => one.name().to_owned(),
            many => objects::count_servers(many.len() as u64),
        };
        let words = dialog::done_for(self.command.label(), &what);
        self.context.tell(words, what, undo, warning);
    }
}

/// A lost answer says nothing of what MaxScale did.
pub(super) fn words_for(error: &ApiError) -> String {
    if error.is_silence() { dialog::not_known_if_done().to_owned() } else { error.words() }
}

fn how_far(at: usize, count: usize, object: &Object) -> String {
    dialog::progress(number(at as u64), number(count as u64), object.name())
}

fn rest(page: Option<Query<Server>>, resting: bool) {
    if let Some(page) = page {
        page.set_resting(resting);
    }
}
