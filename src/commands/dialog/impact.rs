//! What a command touches now: of a server in numbers, of a session what ends with it.

use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::impact::{Impact, Remaining, ServiceImpact};
use maxscale::object::{Kind, Object, objects};
use maxscale::server::Load;
use maxscale::session::Session;
use texts::{capitalised, dialog, number};

use super::form::{Form, Proposal};
use crate::components::links::ObjectLinks;
use crate::components::time::{size, span};
use crate::ui::badge::Badge;
use crate::ui::facts::{Fact, Facts};
use crate::ui::icon::Icon;
use crate::ui::tone::Tone;

const TITLE: &str = "impact-title";

/// What is affected now, for a command that tells it.
#[component]
pub(super) fn ImpactNow(form: Form) -> impl IntoView {
    let impact = Memo::new(move |_| {
        form.proposal.with(|proposal| proposal.as_ref().and_then(|one| one.impact.clone()))
    });
    if !form.command.details().tells_impact {
        return ().into_any();
    }
    match form.target.kind() {
        Kind::Server if form.target.is_selection() => view! {
            <section class="impact">
                <h3>{dialog::capacity_left()}</h3>
                <ServicesLeft impact=impact />
            </section>
        }
        .into_any(),
        Kind::Server => view! { <OnServer form=form impact=impact /> }.into_any(),
        Kind::Session => view! { <OnSession form=form /> }.into_any(),
        Kind::Monitor | Kind::Service | Kind::Listener | Kind::Filter => ().into_any(),
    }
}

/// Something of the one object, which changes only when that does.
fn of_subject<T: PartialEq + Send + Sync + 'static>(
    form: Form,
    read: fn(&Subject) -> Option<T>,
) -> Memo<Option<T>> {
    Memo::new(move |_| {
        form.proposal.with(|proposal| proposal.as_ref().and_then(Proposal::subject).and_then(read))
    })
}

/// Connections, active operations, and what is left to the services.
#[component]
fn OnServer(form: Form, impact: Memo<Option<Impact>>) -> impl IntoView {
    let load = of_subject(form, |subject| subject.as_server().map(|context| context.server.load));
    let count = move |read: fn(Load) -> Option<u64>| {
        move || {
            load.get().and_then(read).map_or_else(|| texts::common::unknown().to_owned(), number)
        }
    };
    view! {
        <section class="impact" aria-labelledby=TITLE>
            <h3 id=TITLE>{dialog::affected_now()}</h3>
            <Facts>
                <Fact label=texts::attributes::connections()>{count(|load| load.connections)}</Fact>
                <Fact label=texts::attributes::active_operations()>{count(|load| load.active_operations)}</Fact>
            </Facts>
            <ServicesLeft impact=impact />
        </section>
    }
}

#[component]
fn ServicesLeft(impact: Memo<Option<Impact>>) -> impl IntoView {
    let list = move || match impact.get() {
        None => view! { <p class="quiet">{dialog::services_not_known()}</p> }.into_any(),
        Some(impact) if impact.services.is_empty() => {
            view! { <p class="quiet">{dialog::no_service_uses_it()}</p> }.into_any()
        }
        Some(impact) => {
            let items = impact.services.iter().map(service);
            view! { <ul class="plain-list">{items.collect_view()}</ul> }.into_any()
        }
    };
    view! { <div>{list}</div> }
}

fn service(left: &ServiceImpact) -> impl IntoView + use<> {
    let (tone, icon) = match left.left {
        Remaining::Nothing | Remaining::NoPrimary | Remaining::NothingAlready => {
            (Tone::Bad, Icon::Error)
        }
        Remaining::PrimaryStandsIn | Remaining::Servers(1) => (Tone::Caution, Icon::Warning),
        Remaining::Servers(_) => (Tone::Good, Icon::CheckCircle),
    };
    view! {
        <li>
            <span class="name">{left.service.to_string()}</span>
            <Badge tone=tone icon=icon text=left.left.words() title=left.router.word().to_owned() />
        </li>
    }
}

/// What ends with a session.
#[component]
fn OnSession(form: Form) -> impl IntoView {
    let session = of_subject(form, |subject| subject.as_session().cloned());
    let text = move |read: fn(&Session) -> Option<String>| {
        move || {
            let text = session.with(|session| session.as_ref().and_then(read));
            text.unwrap_or_else(|| texts::common::unknown().to_owned())
        }
    };
    let links = move |read: fn(&Session) -> Vec<Object>| {
        Signal::derive(move || session.with(|one| one.as_ref().map(read).unwrap_or_default()))
    };
    view! {
        <Facts>
            <Fact label=texts::attributes::client()>{text(|session| Some(session.client()))}</Fact>
            <Fact label=capitalised(texts::objects::service())>
                <ObjectLinks to=links(|session| objects(session.service.as_slice())) />
            </Fact>
            <Fact label=texts::attributes::connections()>
                <ObjectLinks to=links(|session| objects(&session.servers)) />
            </Fact>
            <Fact label=dialog::open_transaction()>{texts::common::unknown()}</Fact>
            <Fact label=texts::attributes::idle()>
                {text(|session| session.idle_seconds.map(|idle| span(idle.max(0.0) as u64)))}
            </Fact>
            <Fact label=texts::attributes::memory()>{text(|session| session.memory_bytes.map(size))}</Fact>
        </Facts>
    }
}
