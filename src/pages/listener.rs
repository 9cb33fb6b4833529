//! One listener: where it listens, for which service, and how it is set up.

use leptos::prelude::*;
use maxscale::listener::Listener;
use maxscale::name::ListenerName;
use maxscale::object::{ObjectState, objects};

use crate::api;
use crate::components::links::ObjectLinks;
use crate::components::object_page::{ObjectPage, Values};
use crate::components::state_badge::ObjectBadge;
use crate::query::{Query, query};
use crate::ui::facts::{Fact, Facts};
use crate::ui::section::Section;

/// The page of the listener with this name.
#[component]
pub fn ListenerPage(
    /// Its name.
    name: ListenerName,
) -> impl IntoView {
    let title = name.to_string();
    let listener = query(move || api::listeners::one(name.clone()));
    view! {
        <ObjectPage
            status=listener.status()
            name=title
            kind="listener"
            details=move || view! { <Details listener=listener /> }
        >
            <div class="stack">
                <Overview listener=listener />
                <Values
                    title="Parameters"
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
    let address = listener.part(|listener| listener.address.to_string());
    let protocol = listener.part(|listener| listener.protocol.clone());
    let service = listener.part(|listener| objects(listener.service.as_slice()));
    view! {
        <Section title="Overview">
            <Facts>
                <Fact label="Address">{move || address.get()}</Fact>
                <Fact label="Protocol">
                    {move || protocol.get().flatten().unwrap_or_else(|| "–".to_owned())}
                </Fact>
                <Fact label="Service">
                    <ObjectLinks to=Signal::derive(move || service.get().unwrap_or_default()) />
                </Fact>
            </Facts>
        </Section>
    }
}
