//! The dashboard: a tab for each kind of object.

mod about;
mod data;
mod lists;

use console::history::Metric;
use leptos::prelude::*;
use maxscale::name::ServerName;
use maxscale::object::Object;

use crate::commands::{RowCommands, SelectionCommands, Target, TopologyQueries, row_buttons};
use crate::components::charts::{Charts, Shown};
use crate::components::loaded::Loaded;
use crate::components::problems::Problems;
use crate::components::servers_table::ServersTable;
use crate::components::sessions::{Sessions, SessionsOf};
use crate::route::{PAGES, Page, Route, Tab};
use crate::state::location::use_location;
use crate::ui::lazy::{Waiting, lazy};
use crate::ui::menu::SharedMenu;
use crate::ui::shell::PageHeader;
use crate::ui::tabs::{self, TabLinks};
use about::AboutMaxScale;
use data::Dashboard;
use lists::{Filters, Listeners, Monitors, Services};

/// The page. It stays while one goes from tab to tab.
#[component]
pub fn DashboardPage() -> impl IntoView {
    let tab = use_tab();
    let data = Dashboard::read();
    // The table comes first.
    let known = data.servers.status().known;
    let servers_known = Memo::new(move |_| known.get());
    view! {
        <PageHeader title=texts::pages::dashboard() />
        <div class="overview">{move || servers_known.get().then(|| overview(data))}</div>
        <Charts
            charts=vec![
                Shown::all(Metric::Sessions),
                Shown::all(Metric::Connections),
                Shown::all(Metric::Load),
            ]
            ready=servers_known
        />
        <TabLinks label=texts::pages::dashboard() tabs=tabs(data) />
        {move || tab_panel(tab.get(), data)}
    }
}

fn tab_panel(tab: Tab, data: Dashboard) -> AnyView {
    match tab {
        Tab::Servers => view! { <Servers data=data /> }.into_any(),
        Tab::Services => {
            lazy!(
                dashboard,
                texts::parts::the_services(),
                |data: Dashboard| view! { <Services data=data /> }
            )
        }
        Tab::Listeners => {
            lazy!(
                dashboard,
                texts::parts::the_listeners(),
                |data: Dashboard| view! { <Listeners data=data /> }
            )
        }
        Tab::Filters => {
            lazy!(
                dashboard,
                texts::parts::the_filters(),
                |data: Dashboard| view! { <Filters data=data /> }
            )
        }
        Tab::Monitors => {
            lazy!(
                dashboard,
                texts::parts::the_monitors(),
                |data: Dashboard| view! { <Monitors data=data /> }
            )
        }
        Tab::Sessions => {
            lazy!(
                sessions,
                texts::parts::the_sessions(),
                || view! { <Sessions of=SessionsOf::All /> }
            )
        }
    }
}

fn overview(data: Dashboard) -> AnyView {
    lazy!(dashboard, Waiting::Nothing(texts::parts::the_overview()), |data: Dashboard| view! {
        <Problems problems=Signal::derive(move || data.problems()) />
        <AboutMaxScale about=data.about />
    })
}

/// The tab of the address; the last one while one is about to leave.
fn use_tab() -> Memo<Tab> {
    let route = use_location().route;
    Memo::new(move |before: Option<&Tab>| {
        let now = route.with(Route::tab);
        now.or_else(|| before.copied()).unwrap_or_default()
    })
}

fn tabs(data: Dashboard) -> Vec<tabs::Tab> {
    let current = use_tab();
    let link = |page: &'static Page| {
        let tab = page.route.tab()?;
        Some(tabs::Tab {
            href: page.route.href().into(),
            words: (page.title)().to_owned(),
            count: Memo::new(move |_| data.count(tab)).into(),
            current: Memo::new(move |_| current.get() == tab).into(),
        })
    };
    PAGES.iter().filter_map(link).collect()
}

#[component]
fn Servers(data: Dashboard) -> impl IntoView {
    // Servers are shown before the monitors have come that they are grouped by.
    let servers = Signal::derive(move || data.servers.data.get().unwrap_or_default());
    let monitors = Signal::derive(move || data.monitors.data.get().unwrap_or_default());
    let menu = SharedMenu::new();
    let topology = data.topology();
    let is_asked = Memo::new(move |_| menu.subject().is_some());
    let row_commands = move || is_asked.get().then(|| row_commands(menu, topology));
    let on_selected = move |selected: Signal<Vec<Object>>| {
        let waiting = Waiting::Nothing(texts::parts::the_actions());
        lazy!(commands, waiting, |selected: Signal<Vec<Object>>, topology: TopologyQueries| view! {
            <SelectionCommands selected=selected topology=topology />
        })
    };
    view! {
        {row_commands}
        <Loaded status=data.servers.status() what=texts::parts::the_servers()>
            <ServersTable
                servers=servers
                monitors=monitors
                actions=Some(row_buttons(menu))
                tools=true
                on_selected=Some(Callback::new(on_selected))
            />
        </Loaded>
    }
}

fn row_commands(menu: SharedMenu<Object>, topology: TopologyQueries) -> AnyView {
    let waiting = Waiting::Nothing(texts::parts::the_actions());
    lazy!(commands, waiting, |menu: SharedMenu<Object>, topology: TopologyQueries| {
        let target_of = move |object: Object| {
            Target::listed_server(ServerName::new(object.name()), topology.with_diagnostics())
        };
        view! { <RowCommands menu=menu target_of=target_of /> }
    })
}
