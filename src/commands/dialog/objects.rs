//! What a command is done to: the state of one object, or the objects of a selection.

use leptos::prelude::*;
use maxscale::command::{Batch, Refusal, Subject};
use texts::{dialog, number, objects};

use super::form::{Form, Proposal};
use crate::components::state_badge::ObjectBadge;
use crate::ui::disclosure::Disclosure;

/// More names than this are counted only.
const SHOWN: usize = 25;

/// More names than this stand behind their number, so that what follows is seen first.
const FOLDED: usize = 5;

/// The state of the one object as it is now, or all that are selected: those it will be done to
/// first, and why not to the others.
#[component]
pub(super) fn Objects(form: Form) -> impl IntoView {
    let state = Memo::new(move |_| {
        form.proposal.with(|proposal| proposal.as_ref().and_then(Proposal::subject)?.state())
    });
    let batch =
        Memo::new(move |_| form.proposal.with(|proposal| Some(proposal.as_ref()?.batch.clone())));
    let now = move || {
        state.get().map(|state| {
            view! {
                <p class="with-badge">
                    <span class="quiet">{dialog::state_now()}</span>
                    <ObjectBadge state=state />
                </p>
            }
        })
    };
    if form.target.is_selection() {
        (move || batch.with(|batch| batch.as_ref().map(list))).into_any()
    } else {
        now.into_any()
    }
}

fn list(batch: &Batch) -> AnyView {
    let accepted = batch.accepted.iter().map(accepted).take(SHOWN);
    let refused = batch.refused.iter().map(|(subject, why)| refused(subject, *why)).take(SHOWN);
    let hidden =
        batch.accepted.len().saturating_sub(SHOWN) + batch.refused.len().saturating_sub(SHOWN);
    let more = (hidden > 0).then(|| texts::common::and_more(number(hidden as u64)));
    let more = more.map(|more| view! { <li class="quiet">{more}</li> });
    let names = view! {
        <ul class="plain-list">{accepted.chain(refused).collect_view()} {more}</ul>
    };
    if batch.accepted.len() + batch.refused.len() <= FOLDED {
        return names.into_any();
    }
    let accepted = number(batch.accepted.len() as u64);
    let summary = match batch.refused.len() {
        0 => dialog::of_them(accepted),
        some => dialog::of_them_left_out(accepted, number(some as u64)),
    };
    view! { <Disclosure summary=summary>{names}</Disclosure> }.into_any()
}

fn accepted(subject: &Subject) -> AnyView {
    let load = subject.as_server().map(|context| context.server.load);
    entry(subject, load.map(|load| connections(load.connections)))
}

fn connections(count: Option<u64>) -> String {
    match count {
        None => dialog::some_connections().to_owned(),
        Some(0) => dialog::no_connections().to_owned(),
        Some(many) => objects::count_connections(many),
    }
}

fn refused(subject: &Subject, why: Refusal) -> AnyView {
    entry(subject, Some(dialog::left_out(why.words())))
}

fn entry(subject: &Subject, words: Option<String>) -> AnyView {
    let badge = subject.state().map(|state| view! { <ObjectBadge state=state /> });
    view! {
        <li>
            <span class="name">{subject.object().name().to_owned()}</span>
            {badge}
            <span class="quiet">{words}</span>
        </li>
    }
    .into_any()
}
