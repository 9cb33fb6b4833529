//! The monitor that watches a server, and the services that use it.

use leptos::prelude::*;

use crate::components::links::{MonitorLink, ServiceLink};
use crate::components::maintain::Subject;
use crate::components::state_badge::{MonitorBadge, ServiceBadge};
use crate::ui::section::Section;

/// Monitor and services, as links with their state.
#[component]
pub(super) fn Relatives(subject: Subject) -> impl IntoView {
    let monitor = subject.server.part(|server| server.monitor.clone());
    let services = subject.server.part(|server| server.services.clone());
    let watched = move || {
        match monitor.get().flatten() {
        Some(name) => {
            let known = subject.monitors.data.get().and_then(|all| {
                all.iter().find(|monitor| monitor.name == name).cloned()
            });
            view! {
                <MonitorLink name=name />
                {known.map(|monitor| view! { <MonitorBadge state=monitor.state /> })}
            }
            .into_any()
        }
        None => view! { <span class="quiet">"No monitor watches it; MaxScale does not know its state."</span> }
            .into_any(),
    }
    };
    let used = move || {
        let names = services.get().unwrap_or_default();
        if names.is_empty() {
            return view! { <p class="quiet">"No service uses it."</p> }.into_any();
        }
        let items = names.into_iter().map(|name| {
            let known = subject.services.data.get().and_then(|all| {
                all.iter().find(|service| service.name == name).cloned()
            });
            view! {
                <li>
                    <ServiceLink name=name />
                    {known.map(|service| {
                        let router = service.router.word().to_owned();
                        view! { <ServiceBadge state=service.state /> <span class="quiet">{router}</span> }
                    })}
                </li>
            }
        });
        view! { <ul class="plain-list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <Section title="Monitor and services">
            <h3>"Monitor"</h3>
            <p class="with-badge">{watched}</p>
            <h3>"Services"</h3>
            {used}
        </Section>
    }
}
