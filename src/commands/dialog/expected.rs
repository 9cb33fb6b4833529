//! What a command will do, or why MaxScale would refuse it: said before anyone tries.

use leptos::prelude::*;

use super::form::Form;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// What MaxScale will do, or that it cannot be done.
#[component]
pub(super) fn Expected(form: Form) -> impl IntoView {
    // Of what may have been done already nothing is said before the state tells.
    let is_unanswered = Memo::new(move |_| form.progress.unanswered.with(Option::is_some));
    let refusal = Memo::new(move |_| form.refusal());
    move || match refusal.get() {
        _ if is_unanswered.get() => ().into_any(),
        None => view! { <Consequence form=form /> }.into_any(),
        Some(refusal) => {
            let title = (form.command.details().cannot)(&form.target.called());
            view! {
                <Notice tone=Tone::Caution title=title urgency=Urgency::Status>
                    {refusal.words()}
                </Notice>
            }
            .into_any()
        }
    }
}

/// What clients of services will feel: before all else.
#[component]
pub(super) fn Losses(form: Form) -> impl IntoView {
    let losses = Memo::new(move |_| form.losses());
    move || {
        let losses = losses.get();
        let title = losses.join(" ");
        (!losses.is_empty()).then(|| {
            view! { <Notice tone=Tone::Bad title=title urgency=Urgency::Status /> }
        })
    }
}

/// What will happen, in one sentence that follows what is entered, and what else to know.
#[component]
fn Consequence(form: Form) -> impl IntoView {
    let sentence = Memo::new(move |_| {
        form.proposal.with(|proposal| {
            let proposal = proposal.as_ref()?;
            proposal.batch.sentence(proposal.impact.as_ref())
        })
    });
    let notes = Memo::new(move |_| {
        form.proposal.with(|proposal| {
            proposal.as_ref().map(|proposal| proposal.batch.notes()).unwrap_or_default()
        })
    });
    let note = |note: String| view! { <li>{note}</li> };
    let list = move || {
        let notes = notes.get();
        (!notes.is_empty())
            .then(|| view! { <ul class="notes">{notes.into_iter().map(note).collect_view()}</ul> })
    };
    view! {
        <p class="consequence" aria-live="polite">
            {move || sentence.get()}
        </p>
        {list}
    }
}
