//! The monitor that watches a server, and the services that use it.

use leptos::prelude::*;
use maxscale::name::{MonitorName, ServiceName};
use maxscale::object::ObjectState;

use super::data::ServerData;
use crate::components::links::ObjectLink;
use crate::components::state_badge::{MonitorBadge, ObjectBadge};
use crate::ui::section::Section;

/// Monitor and services, as links with their state.
#[component]
pub(super) fn Relatives(data: ServerData) -> impl IntoView {
    let monitor = data.server.part(|server| server.monitor.clone());
    let services = data.server.part(|server| server.services.clone());
    let names = move || services.get().unwrap_or_default();
    let watched = move || match monitor.get().flatten() {
        Some(name) => view! { <Watched data=data name=name /> }.into_any(),
        None => {
            let words = texts::server_page::no_monitor_watches_it();
            view! { <p class="quiet">{words}</p> }.into_any()
        }
    };
    let unused = move || {
        let unused = names().is_empty();
        unused.then(|| view! { <p class="quiet">{texts::server_page::no_service_uses_it()}</p> })
    };
    view! {
        <Section title=texts::server_page::monitor_and_services()>
            <h3>{texts::capitalised(texts::objects::monitor())}</h3>
            {watched}
            <h3>{texts::objects::services()}</h3>
            <ul class="plain-list">
                <For each=names key=Clone::clone let:name>
                    <Using data=data name=name />
                </For>
            </ul>
            {unused}
        </Section>
    }
}

#[component]
fn Watched(data: ServerData, name: MonitorName) -> impl IntoView {
    let state = Memo::new(move |_| data.monitor().map(|monitor| monitor.state));
    view! {
        <p class="with-badge">
            <ObjectLink to=name />
            {move || state.get().map(|state| view! { <MonitorBadge state=state /> })}
        </p>
    }
}

#[component]
fn Using(data: ServerData, name: ServiceName) -> impl IntoView {
    let key = name.clone();
    let known = Memo::new(move |_| {
        data.topology.with(|topology| {
            let own = topology.services?.iter().find(|service| service.name == key)?;
            Some((ObjectState::of_service(own, topology), own.router.word().to_owned()))
        })
    });
    let about = move || {
        known.get().map(|(state, router)| {
            view! {
                <ObjectBadge state=state />
                <span class="quiet">{router}</span>
            }
        })
    };
    view! {
        <li>
            <ObjectLink to=name />
            {about}
        </li>
    }
}
