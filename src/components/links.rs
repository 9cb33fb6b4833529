//! Links to MaxScale's objects.

use leptos::prelude::*;
use maxscale::name::{MonitorName, ServerName, ServiceName};

use crate::route::Route;

/// A link to a server's page.
#[component]
pub fn ServerLink(
    /// Its name.
    name: ServerName,
) -> impl IntoView {
    view! { <a class="object-link" href=Route::Server(name.clone()).href()>{name.to_string()}</a> }
}

/// A link to a monitor's page.
#[component]
pub fn MonitorLink(
    /// Its name.
    name: MonitorName,
) -> impl IntoView {
    view! { <a class="object-link" href=Route::Monitor(name.clone()).href()>{name.to_string()}</a> }
}

/// A link to a service's page.
#[component]
pub fn ServiceLink(
    /// Its name.
    name: ServiceName,
) -> impl IntoView {
    view! { <a class="object-link" href=Route::Service(name.clone()).href()>{name.to_string()}</a> }
}

/// Links to services, one after the other; a dash for none.
#[component]
pub fn ServiceLinks(
    /// Their names.
    names: Vec<ServiceName>,
) -> impl IntoView {
    if names.is_empty() {
        return view! { <span class="quiet">"none"</span> }.into_any();
    }
    let items = names.into_iter().map(|name| view! { <li><ServiceLink name=name /></li> });
    view! { <ul class="inline-list">{items.collect_view()}</ul> }.into_any()
}
