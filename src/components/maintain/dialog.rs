//! The dialog of an action: what will happen, to what, and the button that does it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use maxscale::action::Action;
use maxscale::consequence;
use maxscale::state::ServerState;

use super::calls::Calls;
use super::carry_out::Means;
use super::delete::TypedName;
use super::impact::ImpactNow;
use super::subject::Subject;
use crate::api::{self, ApiError};
use crate::components::state_badge::StateBadge;
use crate::query::use_poller;
use crate::route::Route;
use crate::state::location::use_place;
use crate::state::session::use_session;
use crate::state::toasts::use_toasts;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::Dialog;
use crate::ui::field::Checkbox;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// What is entered in the dialog and how it goes.
#[derive(Clone, Copy)]
struct Form {
    subject: Subject,
    /// The action that was asked for; `None` while the dialog is closed.
    asked: RwSignal<Option<Action>>,
    force: RwSignal<bool>,
    typed: RwSignal<String>,
    busy: RwSignal<bool>,
    error: RwSignal<Option<ApiError>>,
}

impl Form {
    /// The action as the dialog stands now.
    fn action(self) -> Option<Action> {
        self.asked.get().map(|action| match action {
            Action::Maintain { .. } => Action::Maintain { force: self.force.get() },
            other => other,
        })
    }

    fn close(self) {
        self.asked.set(None);
        self.force.set(false);
        self.typed.set(String::new());
        self.error.set(None);
    }

    /// Why the button cannot be used now.
    fn obstacle(self) -> Option<String> {
        let action = self.action()?;
        if let Err(refusal) = self.subject.allowed(action) {
            return Some(refusal.words().to_owned());
        }
        let named = self.typed.with(|typed| typed == self.subject.name().as_str());
        (action == Action::Delete && !named)
            .then(|| "Type the server’s name to confirm.".to_owned())
    }

    fn requests(self) -> Vec<maxscale::request::Request> {
        let linked = self
            .subject
            .known()
            .is_some_and(|server| server.monitor.is_some() || !server.services.is_empty());
        let (name, mode) = (self.subject.name(), self.subject.mode());
        self.action().map(|action| action.requests(&name, mode, linked)).unwrap_or_default()
    }
}

/// The dialog behind every entry of the gear's menu.
#[component]
pub(super) fn ActionDialog(subject: Subject, asked: RwSignal<Option<Action>>) -> impl IntoView {
    let form = Form {
        subject,
        asked,
        force: RwSignal::new(false),
        typed: RwSignal::new(String::new()),
        busy: RwSignal::new(false),
        error: RwSignal::new(None),
    };
    let title = Signal::derive(move || {
        let verb = form.asked.get().map_or("", Action::verb);
        let name = form.subject.name();
        match form.asked.get() {
            Some(Action::Return) => format!("Return {name} to service"),
            _ => format!("{verb} {name}"),
        }
    });
    let open = Signal::derive(move || form.asked.with(Option::is_some));
    let close = Callback::new(move |()| {
        if !form.busy.get_untracked() {
            form.close();
        }
    });
    let footer = move || view! { <Buttons form=form close=close /> };
    view! {
        <Dialog open=open on_close=close title=title footer=footer>
            <Content form=form />
        </Dialog>
    }
}

#[component]
fn Content(form: Form) -> impl IntoView {
    let Some(asked) = form.asked.get_untracked() else { return ().into_any() };
    let subject = form.subject;
    let state = Signal::derive(move || {
        subject.known().map_or_else(ServerState::default, |server| server.state.clone())
    });
    let is_maintain = matches!(asked, Action::Maintain { .. });
    let force = is_maintain
        .then(|| view! { <Checkbox label="Force closing" checked=form.force name="force" /> });
    let typed = (asked == Action::Delete).then(|| {
        let name = Signal::derive(move || subject.name().to_string());
        view! { <TypedName typed=form.typed name=name /> }
    });
    let touches =
        (asked != Action::Return).then(|| view! { <ImpactNow subject=subject takes_out=true /> });
    view! {
        <p class="with-badge">
            <span class="quiet">"Now:"</span>
            <StateBadge state=state />
        </p>
        <Refusal form=form />
        <Consequence form=form />
        {touches}
        {force}
        {typed}
        <Calls requests=Signal::derive(move || form.requests()) />
        <Failure form=form />
    }
    .into_any()
}

/// MaxScale would refuse: says so before anyone tries.
#[component]
fn Refusal(form: Form) -> impl IntoView {
    let refusal = Memo::new(move |_| form.subject.allowed(form.action()?).err());
    move || {
        refusal.get().map(|refusal| {
            let title = format!("Not possible: {}", form.asked.get().map_or("", Action::verb));
            view! {
                <Notice tone=Tone::Caution title=title urgency=Urgency::Status>
                    {refusal.words()}
                </Notice>
            }
        })
    }
}

/// What will happen, in one sentence that follows the checkbox, and what else to know.
#[component]
fn Consequence(form: Form) -> impl IntoView {
    let subject = form.subject;
    let sentence = Memo::new(move |_| {
        let server = subject.known()?;
        Some(match form.action()? {
            Action::Maintain { force } => {
                consequence::of_maintain(&server, &subject.watch(), force)
            }
            Action::Drain => consequence::of_drain(&server),
            Action::Return => consequence::of_return(&server, &subject.watch()),
            Action::Delete => consequence::of_delete(&server),
        })
    });
    let notes = Memo::new(move |_| match (subject.known(), form.action()) {
        (Some(server), Some(Action::Maintain { force })) => {
            consequence::notes_on_maintain(&server, &subject.watch(), force, &subject.routers())
        }
        _ => vec![],
    });
    let note = |note: &'static str| view! { <li>{note}</li> };
    view! {
        <p class="consequence" aria-live="polite">{move || sentence.get()}</p>
        {move || {
            let notes = notes.get();
            (!notes.is_empty()).then(|| {
                view! { <ul class="notes">{notes.into_iter().map(note).collect_view()}</ul> }
            })
        }}
    }
}

/// A failure stays here, in words; nothing entered is lost.
#[component]
fn Failure(form: Form) -> impl IntoView {
    move || {
        form.error.get().map(|error| {
            let title = format!("{} did not succeed", form.asked.get().map_or("", Action::verb));
            view! {
                <Notice tone=Tone::Bad title=title urgency=Urgency::Alert>
                    {error.words()}
                </Notice>
            }
        })
    }
}

#[component]
fn Buttons(form: Form, close: Callback<()>) -> impl IntoView {
    let means = Means { poller: use_poller(), session: use_session(), toasts: use_toasts() };
    let place = use_place();
    let act = move |()| {
        let Some(action) = form.action() else { return };
        let (requests, name, before) = (form.requests(), form.subject.name(), form.subject.mode());
        form.busy.set(true);
        form.error.set(None);
        spawn_local(async move {
            let outcome = means.send(&requests).await;
            if outcome.is_ok() && action != Action::Delete {
                form.subject.server.take(api::servers::one(&name).await);
            }
            form.busy.try_set(false);
            match outcome {
                Ok(()) => {
                    means.tell(action, &name, before);
                    form.close();
                    if action == Action::Delete {
                        place.go(&Route::Servers);
                    }
                }
                Err(error) => {
                    form.error.try_set(Some(error));
                }
            }
        });
    };
    let kind = Signal::derive(move || match form.action() {
        Some(Action::Maintain { force: true } | Action::Delete) => ButtonKind::Danger,
        _ => ButtonKind::Primary,
    });
    let verb = move || form.asked.get().map_or("", Action::verb);
    view! {
        <Button on_click=close>"Cancel"</Button>
        <Button
            kind=kind
            busy=form.busy
            disabled=Signal::derive(move || form.obstacle())
            on_click=act
        >
            {verb}
        </Button>
    }
}
