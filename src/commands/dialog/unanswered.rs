//! A change that was sent and not answered: not known until the state tells, and then settled by
//! itself.

use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::object::Object;
use texts::dialog;

use super::context::CommandContext;
use super::form::Form;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// Says that it is not known, and closes the dialog once the state shows that it was done.
#[component]
pub(super) fn Unanswered(
    form: Form,
    context: CommandContext,
    close: Callback<()>,
) -> impl IntoView {
    let (progress, command) = (form.progress, form.command);
    Effect::new(move || {
        let is_done =
            |subject: Option<&Subject>| (command.details().is_done)(subject, &form.values());
        let settled = progress.unanswered.get().and_then(|batch| {
            let object = batch.accepted.first()?.object();
            let now = form.target.subjects.get();
            is_done(find(now.as_deref(), &object)).then_some((batch, object))
        });
        if let Some((batch, object)) = settled {
            let values = untrack(|| form.values());
            context.tell_done(command, &values, &batch, &object, None);
            close.run(());
        }
    });
    let notice = move || {
        progress.unanswered.get().map(|_| {
            view! {
                <Notice
                    tone=Tone::Caution
                    title=dialog::no_answer()
                    urgency=Urgency::Alert
                >
                    {dialog::state_is_read()}
                </Notice>
            }
        })
    };
    settle_failures(form, context, close);
    notice
}

/// Of a selection, forgets what was not answered once its state shows that it was done.
fn settle_failures(form: Form, context: CommandContext, close: Callback<()>) {
    let (progress, command) = (form.progress, form.command);
    Effect::new(move || {
        let now = form.target.subjects.get();
        let failures = progress.failures.get();
        let (done, rest): (Vec<_>, Vec<_>) = failures.into_iter().partition(|failure| {
            failure.error.is_silence()
                && (command.details().is_done)(
                    find(now.as_deref(), &failure.object),
                    &form.values(),
                )
        });
        for failure in &done {
            let words = (command.details().done)(&failure.object, &form.values());
            context.tell(words, String::new(), vec![], None);
        }
        if !done.is_empty() {
            let is_over = rest.is_empty();
            progress.failures.set(rest);
            if is_over {
                close.run(());
            }
        }
    });
}

fn find<'a>(subjects: Option<&'a [Subject]>, object: &Object) -> Option<&'a Subject> {
    subjects?.iter().find(|subject| subject.object() == *object)
}
