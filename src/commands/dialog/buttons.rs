//! The buttons of the dialog, and how it goes once one was pressed.

use leptos::prelude::*;

use super::carry_out::words_for;
use super::form::Form;
use super::progress::Failure;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;
use maxscale::command::Danger;
use texts::{common, dialog, number};

/// How it goes. A failure stays here, in words; nothing entered is lost.
#[component]
pub(super) fn Outcome(form: Form) -> impl IntoView {
    let progress = form.progress;
    // Once sent, a request goes on whatever happens to the dialog.
    let words = dialog::in_progress();
    let failure = move || {
        progress.error.get().map(|error| {
            view! {
                <Notice tone=Tone::Bad title=(form.command.details().failed)() urgency=Urgency::Alert>
                    {error.words()}
                </Notice>
            }
        })
    };
    let status = move || match form.target.is_selection() {
        true => Some(progress.status.get()),
        false => progress.busy.get().then(|| words.to_owned()),
    };
    view! {
        {failure}
        <Failures form=form />
        <p class="quiet" role="status">
            {status}
        </p>
    }
}

/// What did not succeed of a selection; the button tries again what is left.
#[component]
fn Failures(form: Form) -> impl IntoView {
    let line = |Failure { object, error }: Failure| {
        view! { <li>{format!("{}: {}", object.name(), words_for(&error))}</li> }
    };
    move || {
        let failures = form.progress.failures.get();
        (!failures.is_empty()).then(|| {
            let failed = (form.command.details().failed)();
            let count = number(failures.len() as u64);
            let title = if failures.iter().any(|failure| failure.error.is_silence()) {
                dialog::failed_or_unanswered(failed, count)
            } else {
                dialog::failed_for_some(failed, count)
            };
            view! {
                <Notice tone=Tone::Bad title=title urgency=Urgency::Alert>
                    <ul class="notes">{failures.into_iter().map(line).collect_view()}</ul>
                </Notice>
            }
        })
    }
}

/// The way out, and the button that does it.
#[component]
pub(super) fn Buttons(
    form: Form,
    #[prop(into)] on_confirm: Callback<()>,
    on_close: Callback<()>,
) -> impl IntoView {
    let progress = form.progress;
    let kind = Signal::derive(move || match form.danger() {
        Danger::High => ButtonKind::Danger,
        Danger::Low => ButtonKind::Primary,
    });
    let obstacle = Signal::derive(move || form.obstacle());
    let leave = move || if progress.busy.get() { dialog::close_dialog() } else { common::cancel() };
    view! {
        <Button on_click=on_close>{leave}</Button>
        <Button kind=kind busy=progress.busy disabled=obstacle on_click=on_confirm>
            {form.command.label()}
        </Button>
    }
}
