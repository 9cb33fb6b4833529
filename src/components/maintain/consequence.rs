//! What an action will do, or why MaxScale would refuse it.

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::allowed::Refusal;
use maxscale::consequence;

use super::form::Form;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// What MaxScale will do, or that it would refuse: said before anyone tries.
#[component]
pub(super) fn Expected(form: Form, refusal: Memo<Option<Refusal>>) -> impl IntoView {
    move || match refusal.get() {
        None => view! { <Consequence form=form /> }.into_any(),
        Some(refusal) => {
            let title = format!("{} is not possible now", form.verb());
            view! {
                <Notice tone=Tone::Caution title=title urgency=Urgency::Status>
                    {refusal.words()}
                </Notice>
            }
            .into_any()
        }
    }
}

/// What will happen, in one sentence that follows the checkbox, and what else to know.
#[component]
fn Consequence(form: Form) -> impl IntoView {
    let subject = form.subject;
    let situation = Memo::new(move |_| subject.situation());
    let sentence = Memo::new(move |_| {
        let situation = situation.get()?;
        Some(match form.action()? {
            Action::Maintain { force } => consequence::of_maintain(&situation, force),
            Action::Drain => consequence::of_drain(&situation.server),
            Action::Return => consequence::of_return(&situation),
            Action::Delete => consequence::of_delete(&situation.server, subject.impact().as_ref()),
        })
    });
    let notes = Memo::new(move |_| {
        let Some(situation) = situation.get() else { return vec![] };
        match form.action() {
            Some(Action::Maintain { force }) => consequence::notes_on_maintain(&situation, force),
            Some(Action::Drain | Action::Delete) => {
                consequence::succession(&situation).into_iter().collect()
            }
            Some(Action::Return) => consequence::notes_on_return(&situation),
            None => vec![],
        }
    });
    let note = |note: &'static str| view! { <li>{note}</li> };
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
