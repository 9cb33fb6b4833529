//! The dialog of an action on several servers: what will happen, to which, and the button.

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::impact::Impact;
use maxscale::object::Object;
use maxscale::several::Plan;

use super::Lists;
use super::carry_out::carry_out;
use super::form::Form;
use super::list::servers;
use crate::components::change::{Calls, ChangeButtons, Means};
use crate::components::maintain::impact::ServicesLeft;
use crate::ui::dialog::Dialog;
use crate::ui::field::Checkbox;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// Exists while an action is asked for. While it is carried out it shows what it was told to do,
/// not what is left to be done.
#[component]
pub(super) fn SeveralDialog(
    selected: Signal<Vec<Object>>,
    lists: Lists,
    asked: RwSignal<Option<Action>>,
) -> impl IntoView {
    let form = Form::new(selected, lists, asked);
    let planned = Memo::new(move |before: Option<&Option<(Plan, Impact)>>| match before {
        Some(before) if form.progress.busy.get() => before.clone(),
        _ => form.plan(),
    });
    let verb = Signal::derive(move || form.verb());
    let close = Callback::new(move |()| {
        form.progress.end();
        asked.try_set(None);
    });
    let title = Signal::derive(move || {
        let count =
            planned.with(|planned| planned.as_ref().map_or(0, |(plan, _)| plan.doable.len()));
        let servers = if count == 1 { "server" } else { "servers" };
        match asked.get() {
            Some(Action::Return) => format!("Return {count} {servers} to service"),
            _ => format!("{} {count} {servers}", form.verb()),
        }
    });
    let danger =
        Signal::derive(move || matches!(form.action(), Some(Action::Maintain { force: true })));
    let obstacle = Signal::derive(move || match planned.get() {
        None => Some("The lists have not been read yet.".to_owned()),
        Some((plan, _)) if plan.doable.is_empty() => {
            Some("MaxScale would refuse it for each of these servers.".to_owned())
        }
        Some(_) => None,
    });
    let means = Means::here();
    let act = move |()| {
        if let Some((plan, _)) = planned.get_untracked() {
            carry_out(means, form, plan);
        }
    };
    let footer = move || {
        view! {
            <ChangeButtons
                progress=form.progress
                verb=verb
                danger=danger
                obstacle=obstacle
                on_do=act
                on_close=close
            />
        }
    };
    let open = Signal::derive(move || asked.with(Option::is_some));
    view! {
        <Dialog open=open on_close=close title=title footer=footer>
            <Content form=form planned=planned />
        </Dialog>
    }
}

#[component]
fn Content(form: Form, planned: Memo<Option<(Plan, Impact)>>) -> impl IntoView {
    let plan = Memo::new(move |_| planned.get().map(|(plan, _)| plan));
    let impact = Memo::new(move |_| planned.get().map(|(_, impact)| impact));
    let takes_out =
        move || matches!(form.asked.get(), Some(Action::Maintain { .. } | Action::Drain));
    let maintains = move || matches!(form.asked.get(), Some(Action::Maintain { .. }));
    let note = |note: String| view! { <li>{note}</li> };
    let notes = move || plan.get().map(|plan| plan.notes().into_iter().map(note).collect_view());
    let requests = Signal::derive(move || {
        let all = plan.get().map(|plan| plan.requests()).unwrap_or_default();
        all.into_iter().flat_map(|(_, requests)| requests).collect::<Vec<_>>()
    });
    view! {
        {move || plan.get().map(|plan| servers(&plan))}
        <p class="consequence" aria-live="polite">
            {move || plan.get().and_then(|plan| plan.sentence())}
        </p>
        <ul class="notes">{notes}</ul>
        {move || takes_out().then(|| view! {
            <section class="impact">
                <h3>"What the services are left with"</h3>
                <ServicesLeft impact=impact />
            </section>
        })}
        {move || maintains().then(|| view! {
            <Checkbox label="Force closing" checked=form.force name="force" />
        })}
        <Calls summary="The same from a terminal" requests=requests />
        <Failures form=form />
        <p class="quiet" role="status">
            {move || form.told.get()}
        </p>
    }
}

/// What did not succeed; the button tries again what is left.
#[component]
fn Failures(form: Form) -> impl IntoView {
    let line = |why: String| view! { <li>{why}</li> };
    move || {
        let failed = form.failed.get();
        (!failed.is_empty()).then(|| {
            let title = format!("{} did not succeed for {}", form.verb(), failed.len());
            view! {
                <Notice tone=Tone::Bad title=title urgency=Urgency::Alert>
                    <ul class="notes">{failed.into_iter().map(line).collect_view()}</ul>
                </Notice>
            }
        })
    }
}
