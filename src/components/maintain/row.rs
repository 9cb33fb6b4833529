//! The same flow from the row of a server in a table.

use std::sync::Arc;

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::monitor::Monitor;
use maxscale::name::ServerName;
use maxscale::object::Object;
use maxscale::server::Server;
use maxscale::service::Service;

use super::dialog::ActionDialog;
use super::{Subject, items};
use crate::api;
use crate::query::{Query, use_query};
use crate::state::session::use_session;
use crate::ui::menu::{SharedMenu, SharedMenuPanel};

/// The menu and the dialog for whichever server was asked for, while one is.
#[component]
pub fn ServerRowActions(
    /// The menu that the rows share.
    menu: SharedMenu<Object>,
    /// All servers.
    servers: Query<Vec<Server>>,
    /// All monitors.
    monitors: Query<Vec<Monitor>>,
    /// All services.
    services: Query<Vec<Service>>,
) -> impl IntoView {
    let chosen = Memo::new(move |_| match menu.subject() {
        Some(Object::Server(name)) => Some(name),
        _ => None,
    });
    move || {
        chosen.get().map(|name| {
            let subject = subject(name, servers, monitors, services);
            view! { <Chosen menu=menu subject=subject /> }
        })
    }
}

/// What the lists know of the server is there at once; all else is read from now on.
fn subject(
    name: ServerName,
    servers: Query<Vec<Server>>,
    monitors: Query<Vec<Monitor>>,
    services: Query<Vec<Service>>,
) -> Subject {
    let server = use_query(api::servers::one(name.clone()));
    let listed = Memo::new(move |_| {
        let all = servers.data.get()?;
        all.iter().find(|one| one.name == name).cloned().map(Arc::new)
    });
    let monitors = use_query(api::monitors::all_with_diagnostics()).or(monitors.data);
    Subject { server: server.or(listed), servers, monitors, services, session: use_session() }
}

#[component]
fn Chosen(menu: SharedMenu<Object>, subject: Subject) -> impl IntoView {
    let asked = RwSignal::new(None::<Action>);
    let label = Signal::derive(move || format!("Actions for {}", subject.name()));
    let open = Signal::derive(move || asked.with(Option::is_some));
    menu.forget_after(open);
    view! {
        <ActionDialog subject=subject asked=asked />
        <SharedMenuPanel menu=menu label=label items=items(subject, asked) stays=open />
    }
}
