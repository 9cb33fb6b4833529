//! One client session: who, through what, and what it holds.

use console::listing::with_primary_first;
use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::name::SessionId;
use maxscale::object::{Kind, Object, objects};
use maxscale::session::Session;
use serde_json::Value;

use crate::api;
use crate::commands::{CommandMenu, Target};
use crate::components::links::ObjectLinks;
use crate::components::object_page::{ObjectPage, Values, relatives, words};
use crate::components::sessions_table::use_primaries;
use crate::components::time::{Moment, size, span};
use crate::query::{Query, use_query};
use crate::ui::facts::{Fact, Facts};
use crate::ui::section::Section;

/// The page of the session with this number.
#[component]
pub fn SessionPage(
    /// Its number.
    id: SessionId,
) -> impl IntoView {
    let (name, heading) = (id.to_string(), texts::pages::session(&id));
    let object = Object::from(id.clone());
    let session = use_query(api::sessions::one(id.clone()));
    let subject = session.part(|session| Subject::Session(session.clone()));
    view! {
        <ObjectPage
            status=session.status()
            name=name
            heading=heading
            kind=Kind::Session
            actions=move || view! { <CommandMenu target=Target::one(object.clone(), subject) /> }
        >
            <div class="stack">
                <Overview session=session />
                <Values
                    title=texts::attributes::all_attributes()
                    value=session.part(|session| Value::clone(&session.attributes))
                />
            </div>
        </ObjectPage>
    }
}

#[component]
fn Overview(session: Query<Session>) -> impl IntoView {
    let text = move |read| words(session, read);
    let links = move |read| relatives(session, read);
    let connected = session.part(|session| session.connected.clone());
    let connected = Memo::new(move |_| connected.get().flatten());
    let primaries = use_primaries();
    let servers = Signal::derive(move || {
        let primaries = primaries.get();
        session.data.with(|session| {
            let session = session.as_ref().map(|session| with_primary_first(session, &primaries));
            session.map(|session| objects(&session.servers)).unwrap_or_default()
        })
    });
    view! {
        <Section title=texts::attributes::overview()>
            <Facts>
                <Fact label=texts::attributes::client()>{text(|session| Some(session.client()))}</Fact>
                <Fact label=texts::common::state()>{text(|session| session.state.clone())}</Fact>
                <Fact label=texts::capitalised(texts::objects::service())>
                    <ObjectLinks to=links(|session| objects(session.service.as_slice())) />
                </Fact>
                <Fact label=texts::objects::servers()>
                    <ObjectLinks to=servers />
                </Fact>
                <Fact label=texts::attributes::connected()>
                    {move || connected.get().map(|date| view! { <Moment date=date /> })}
                </Fact>
                <Fact label=texts::attributes::idle()>
                    {text(|session| session.idle_seconds.map(|idle| span(idle.max(0.0) as u64)))}
                </Fact>
                <Fact label=texts::attributes::memory()>{text(|session| session.memory_bytes.map(size))}</Fact>
            </Facts>
        </Section>
    }
}
