//! The dialog of an action: what will happen, to what, and the button that does it.

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::state::ServerState;

use super::carry_out::carry_out;
use super::consequence::Expected;
use super::delete::TypedName;
use super::form::Form;
use super::impact::ImpactNow;
use super::subject::Subject;
use crate::components::change::{Calls, ChangeButtons, Means, Outcome};
use crate::components::state_badge::StateBadge;
use crate::ui::dialog::Dialog;
use crate::ui::field::Checkbox;

/// The dialog behind every entry of the gear's menu.
#[component]
pub(super) fn ActionDialog(subject: Subject, asked: RwSignal<Option<Action>>) -> impl IntoView {
    let form = Form::new(subject, asked);
    let title = Signal::derive(move || {
        let name = form.subject.name();
        match form.asked.get() {
            Some(Action::Return) => format!("Return {name} to service"),
            _ => format!("{} {name}", form.verb()),
        }
    });
    let open = Signal::derive(move || form.asked.with(Option::is_some));
    let close = Callback::new(move |()| form.close());
    let means = Means::here();
    let danger = Signal::derive(move || {
        matches!(form.action(), Some(Action::Maintain { force: true } | Action::Delete))
    });
    let footer = move || {
        view! {
            <ChangeButtons
                progress=form.progress
                verb=Signal::derive(move || form.verb())
                danger=danger
                obstacle=Signal::derive(move || form.obstacle())
                on_do=move |()| carry_out(means, form)
                on_close=close
            />
        }
    };
    view! {
        <Dialog open=open on_close=close title=title footer=footer>
            <Content form=form />
        </Dialog>
    }
}

#[component]
fn Content(form: Form) -> impl IntoView {
    let subject = form.subject;
    let state = Signal::derive(move || {
        subject.known().map_or_else(ServerState::default, |server| server.state.clone())
    });
    let refusal = Memo::new(move |_| form.refusal());
    let terminal = move || match refusal.get() {
        None => {
            let requests = Signal::derive(move || form.requests());
            view! { <Calls summary="The same from a terminal" requests=requests /> }.into_any()
        }
        Some(refusal) if refusal.calls_for_switchover() => {
            view! { <Switchover subject=subject /> }.into_any()
        }
        Some(_) => ().into_any(),
    };
    view! {
        <p class="with-badge">
            <span class="quiet">"Now:"</span>
            <StateBadge state=state />
        </p>
        <Expected form=form refusal=refusal />
        <Inputs form=form />
        {terminal}
        <Outcome progress=form.progress verb=Signal::derive(move || form.verb()) />
    }
}

/// What is affected, and what is to be decided.
#[component]
fn Inputs(form: Form) -> impl IntoView {
    let subject = form.subject;
    let name = Signal::derive(move || subject.name().to_string());
    match form.asked.get_untracked() {
        Some(Action::Maintain { .. }) => view! {
            <ImpactNow subject=subject />
            <Checkbox label="Force closing" checked=form.force name="force" />
        }
        .into_any(),
        Some(Action::Drain) => view! { <ImpactNow subject=subject /> }.into_any(),
        Some(Action::Delete) => view! {
            <ImpactNow subject=subject />
            <TypedName typed=form.typed name=name />
        }
        .into_any(),
        Some(Action::Return) | None => ().into_any(),
    }
}

/// The way out for a primary: the call that makes another server the primary.
#[component]
fn Switchover(subject: Subject) -> impl IntoView {
    let requests = Signal::derive(move || subject.switchover().into_iter().collect::<Vec<_>>());
    move || {
        if requests.with(Vec::is_empty) {
            let words = "No replica of its monitor can take over now.";
            view! { <p class="quiet">{words}</p> }.into_any()
        } else {
            view! { <Calls summary="Switch over from a terminal" requests=requests /> }.into_any()
        }
    }
}
