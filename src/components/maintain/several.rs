//! The same flow for several servers at once: the buttons beside a selection.

mod carry_out;
mod dialog;
mod form;
mod list;

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::monitor::Monitor;
use maxscale::object::Object;
use maxscale::server::Server;
use maxscale::service::Service;

use super::icon;
use crate::query::{Query, use_query_client};
use crate::ui::button::Button;
use dialog::SeveralDialog;

/// What can be done to several servers at once; deleting is not among it.
const OFFERED: [Action; 3] = [Action::Maintain { force: false }, Action::Drain, Action::Return];

/// What the dialog needs to know of the rest of MaxScale.
#[derive(Clone, Copy)]
pub struct Lists {
    /// All servers.
    pub servers: Query<Vec<Server>>,
    /// All monitors.
    pub monitors: Query<Vec<Monitor>>,
    /// All services.
    pub services: Query<Vec<Service>>,
}

/// The buttons, and the dialog behind each.
#[component]
pub fn SeveralActions(
    /// The servers chosen.
    selected: Signal<Vec<Object>>,
    /// The rest of MaxScale.
    lists: Lists,
) -> impl IntoView {
    let client = use_query_client();
    let asked = RwSignal::new(None::<Action>);
    // What the dialog says must be of this moment, however slowly the page is read.
    let ask = move |action| {
        asked.set(Some(action));
        client.refetch();
    };
    let button = move |action: Action| {
        view! { <Button icon=icon(action) on_click=move |()| ask(action)>{action.verb()}</Button> }
    };
    let is_asked = Memo::new(move |_| asked.with(Option::is_some));
    let dialog = move || {
        is_asked
            .get()
            .then(|| view! { <SeveralDialog selected=selected lists=lists asked=asked /> })
    };
    view! {
        {OFFERED.map(button)}
        {dialog}
    }
}
