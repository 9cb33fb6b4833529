//! The dialog of an operation: what will happen, to what, and the button that does it.

use leptos::prelude::*;
use maxscale::object::{Object, objects};
use maxscale::operation::{Operand, Operation, consequence, notes};
use maxscale::session::Session;

use super::form::Form;
use crate::components::change::{Calls, ChangeButtons, Means, Outcome};
use crate::components::links::ObjectLinks;
use crate::components::state_badge::ObjectBadge;
use crate::components::time::{size, span};
use crate::ui::dialog::Dialog;
use crate::ui::facts::{Fact, Facts};
use crate::ui::field::Checkbox;

/// The dialog behind every entry of a menu.
#[component]
pub(super) fn OperationDialog(
    object: Object,
    operand: Memo<Option<Operand>>,
    asked: RwSignal<Option<Operation>>,
) -> impl IntoView {
    let what = format!("{} {}", object.kind(), object.name());
    let form = Form::new(object, operand, asked);
    let verb = Signal::derive(move || form.verb());
    let title = Signal::derive(move || format!("{} {what}", verb.get()));
    let open = Signal::derive(move || asked.with(Option::is_some));
    let close = Callback::new(move |()| form.close());
    let means = Means::here();
    let danger = Signal::derive(move || {
        matches!(form.operation(), Some(Operation::Stop { force: true } | Operation::Kill))
    });
    let footer = move || {
        view! {
            <ChangeButtons
                progress=form.progress
                verb=verb
                danger=danger
                obstacle=Signal::derive(move || form.obstacle())
                on_do=move |()| form.carry_out(means)
                on_close=close
            />
        }
    };
    view! {
        <Dialog open=open on_close=close title=title footer=footer>
            <Content form=form />
            <Outcome progress=form.progress verb=verb />
        </Dialog>
    }
}

/// What was known last stays, also when the object goes meanwhile.
#[component]
fn Content(form: Form) -> impl IntoView {
    let known = Memo::new(move |before: Option<&Option<Operand>>| {
        form.operand.get().or_else(|| before.cloned().flatten())
    });
    let state = Memo::new(move |_| known.get().and_then(|operand| operand.state()));
    let badge = move || {
        state.get().map(|state| {
            view! {
                <p class="with-badge">
                    <span class="quiet">"Now:"</span>
                    <ObjectBadge state=state />
                </p>
            }
        })
    };
    let session = Memo::new(move |_| match known.get() {
        Some(Operand::Session(session)) => Some(session),
        _ => None,
    });
    let is_session = Memo::new(move |_| session.with(Option::is_some));
    let sentence = move || Some(consequence(form.operation()?, &known.get()?));
    let remarks = Memo::new(move |_| match (form.operation(), known.get()) {
        (Some(operation), Some(operand)) => notes(operation, &operand),
        _ => vec![],
    });
    let note = |note: &'static str| view! { <li>{note}</li> };
    let requests = Signal::derive(move || {
        let operation = form.operation().into_iter();
        operation.map(|one| form.object.with_value(|object| one.request(object))).collect()
    });
    let takes_force = Memo::new(move |_| {
        let asked = form.asked.get();
        asked.is_some_and(|one| form.object.with_value(|object| one.takes_force(object)))
    });
    let force = move || {
        takes_force.get().then(|| {
            view! { <Checkbox label="Force closing" checked=form.force name="force" /> }
        })
    };
    view! {
        {badge}
        <p class="consequence" aria-live="polite">
            {sentence}
        </p>
        <ul class="notes">{move || remarks.get().into_iter().map(note).collect_view()}</ul>
        {move || is_session.get().then(|| view! { <Held session=session /> })}
        {force}
        <Calls summary="The same from a terminal" requests=requests />
    }
}

/// What ends with a session.
#[component]
fn Held(session: Memo<Option<Session>>) -> impl IntoView {
    let text = move |read: fn(&Session) -> Option<String>| {
        move || {
            let text = session.with(|session| session.as_ref().and_then(read));
            text.unwrap_or_else(|| "not known".to_owned())
        }
    };
    let links = move |read: fn(&Session) -> Vec<Object>| {
        Signal::derive(move || session.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    view! {
        <Facts>
            <Fact label="Client">{text(|session| Some(session.client()))}</Fact>
            <Fact label="Service">
                <ObjectLinks to=links(|session| objects(session.service.as_slice())) />
            </Fact>
            <Fact label="Connections">
                <ObjectLinks to=links(|session| objects(&session.servers)) />
            </Fact>
            <Fact label="Open transaction">"not known"</Fact>
            <Fact label="Idle">
                {text(|session| session.idle_seconds.map(|idle| span(idle.max(0.0) as u64)))}
            </Fact>
            <Fact label="Memory">{text(|session| session.memory_bytes.map(size))}</Fact>
        </Facts>
    }
}
