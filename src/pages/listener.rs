//! One listener: where it listens, for which service, and how it is set up.

use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::listener::Listener;
use maxscale::name::ListenerName;
use maxscale::object::{Kind, Object, ObjectState, objects};

use crate::api;
use crate::commands::{CommandMenu, Target};
use crate::components::links::ObjectLinks;
use crate::components::object_page::{ObjectPage, Values, relatives, words};
use crate::components::state_badge::ObjectBadge;
use crate::query::{Query, use_query};
use crate::ui::facts::{Fact, Facts};
use crate::ui::section::Section;

/// The page of the listener with this name.
#[component]
pub fn ListenerPage(name: ListenerName) -> impl IntoView {
    let (title, object) = (name.to_string(), Object::from(name.clone()));
    let listener = use_query(api::listeners::one(name.clone()));
    let subject = listener.part(|listener| Subject::Listener(listener.clone()));
    view! {
        <ObjectPage
            status=listener.status()
            name=title
            kind=Kind::Listener
            actions=move || view! { <CommandMenu target=Target::one(object.clone(), subject) /> }
            details=move || view! { <Details listener=listener /> }
        >
            <div class="stack">
                <Overview listener=listener />
                <Values
                    title=texts::attributes::parameters()
                    value=listener.part(|listener| listener.parameters.clone())
                />
            </div>
        </ObjectPage>
    }
}

#[component]
fn Details(listener: Query<Listener>) -> impl IntoView {
    let state = listener.part(|listener| ObjectState::Listener(listener.state.clone()));
    move || state.get().map(|state| view! { <ObjectBadge state=state /> })
}

#[component]
fn Overview(listener: Query<Listener>) -> impl IntoView {
    let text = move |read| words(listener, read);
    let service = relatives(listener, |listener| objects(listener.service.as_slice()));
    view! {
        <Section title=texts::attributes::overview()>
            <Facts>
                <Fact label=texts::attributes::address()>{text(|listener| Some(listener.address.to_string()))}</Fact>
                <Fact label=texts::attributes::protocol()>
                    {text(|listener| listener.protocol.clone())}</Fact>
                <Fact label=texts::capitalised(texts::objects::service())>
                    <ObjectLinks to=service />
                </Fact>
            </Facts>
        </Section>
    }
}
