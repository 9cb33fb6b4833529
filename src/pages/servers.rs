//! The dashboard's Servers tab.

use leptos::prelude::*;

use crate::api;
use crate::components::loaded::Loaded;
use crate::components::servers_table::{FILTER, ServersTable};
use crate::query::query;
use crate::route::Route;
use crate::state::location::use_place;
use crate::ui::field::SearchField;
use crate::ui::shell::PageHeader;
use crate::ui::tabs::{Tab, TabLinks};

/// The page: all servers by monitor.
#[component]
pub fn ServersPage() -> impl IntoView {
    let place = use_place();
    let servers = query(api::servers::all);
    let monitors = query(api::monitors::all);
    let count = move || servers.data.with(|data| data.as_deref().map(|all| all.len() as u64));
    let tabs = vec![Tab {
        href: Route::Servers.href().into(),
        words: "Servers".to_owned(),
        count: Signal::derive(count),
        current: true.into(),
    }];
    let filter =
        Signal::derive(move || place.options.with(|options| options.get(FILTER).to_owned()));
    let set_filter = move |text: String| place.set_option(FILTER, &text);
    let tools = move || {
        view! { <SearchField label="Filter servers" value=filter on_change=set_filter /> }
    };
    // Servers are shown before the monitors have come that they are grouped by.
    let monitors = Signal::derive(move || monitors.data.get().unwrap_or_default());
    view! {
        <PageHeader title="Dashboard" tools=tools />
        <TabLinks label="Dashboard" tabs=tabs />
        <Loaded query=servers what="the servers" let:servers>
            {view! { <ServersTable servers=servers monitors=monitors /> }.into_any()}
        </Loaded>
    }
}
