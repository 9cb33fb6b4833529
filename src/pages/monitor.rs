//! One monitor: whether it runs, what it watches, what it says.

use std::sync::Arc;

use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::monitor::Monitor;
use maxscale::name::MonitorName;
use maxscale::object::{Kind, Object, objects};
use maxscale::server::Server;
use maxscale::state::Role;
use maxscale::words::duration;

use crate::api;
use crate::commands::{CommandMenu, Target};
use crate::components::links::ObjectLinks;
use crate::components::object_page::{ObjectPage, words};
use crate::components::object_tabs::{ObjectTab, ObjectTabs};
use crate::components::servers_table::ServersTable;
use crate::components::state_badge::MonitorBadge;
use crate::query::{Query, use_query};
use crate::ui::facts::{Fact, Facts};
use crate::ui::section::Section;

/// The page of the monitor with this name.
#[component]
pub fn MonitorPage(name: MonitorName) -> impl IntoView {
    let (title, object) = (name.to_string(), Object::from(name.clone()));
    let monitor = use_query(api::monitors::one(name.clone()));
    let subject = monitor.part(|monitor| Subject::Monitor(monitor.clone()));
    let servers = use_query(api::servers::all());
    let own = Signal::derive(move || {
        let all = servers.data.get().unwrap_or_default();
        let own = all.iter().filter(|server| server.monitor.as_ref() == Some(&name));
        Arc::new(own.cloned().collect::<Vec<_>>())
    });
    let as_list = Signal::derive(move || {
        Arc::new(monitor.data.get().map(|one| vec![(*one).clone()]).unwrap_or_default())
    });
    view! {
        <ObjectPage
            status=monitor.status()
            name=title
            kind=Kind::Monitor
            actions=move || view! { <CommandMenu target=Target::one(object.clone(), subject) /> }
            details=move || view! { <Details monitor=monitor /> }
        >
            <ObjectTabs kind=Kind::Monitor tabs=tabs(monitor, own, as_list) />
        </ObjectPage>
    }
}

fn tabs(
    monitor: Query<Monitor>,
    own: Signal<Arc<Vec<Server>>>,
    as_list: Signal<Arc<Vec<Monitor>>>,
) -> Vec<ObjectTab> {
    let overview = move || {
        view! {
            <Overview monitor=monitor own=own />
            <Section title=texts::objects::servers()>
                <ServersTable servers=own monitors=as_list grouped=false />
            </Section>
        }
        .into_any()
    };
    let diagnostics = monitor.part(|monitor| monitor.diagnostics.clone());
    let parameters = monitor.part(|monitor| monitor.parameters.clone());
    vec![
        ObjectTab::new("overview", texts::attributes::overview(), overview),
        ObjectTab::values("diagnostics", texts::attributes::diagnostics(), diagnostics),
        ObjectTab::values("parameters", texts::attributes::parameters(), parameters),
    ]
}

#[component]
fn Details(monitor: Query<Monitor>) -> impl IntoView {
    let state = monitor.part(|monitor| monitor.state.clone());
    move || state.get().map(|state| view! { <MonitorBadge state=state /> })
}

#[component]
fn Overview(monitor: Query<Monitor>, own: Signal<Arc<Vec<Server>>>) -> impl IntoView {
    let text = move |read| words(monitor, read);
    // Only mariadbmon says which it is; the states of the servers do for every monitor.
    let primary = Signal::derive(move || {
        let said = monitor.data.get().and_then(|monitor| monitor.primary.clone());
        let leads = |server: &&Server| server.state.role() == Some(Role::Primary);
        let seen = || own.get().iter().find(leads).map(|server| server.name.clone());
        objects(said.or_else(seen).as_slice())
    });
    view! {
        <Section title=texts::attributes::overview()>
            <Facts>
                <Fact label=texts::attributes::module()>{text(|monitor| Some(monitor.module.word().to_owned()))}</Fact>
                <Fact label=texts::state::primary()>
                    <ObjectLinks to=primary />
                </Fact>
                <Fact label=texts::attributes::current_operation()>
                    {text(|monitor| monitor.activity.clone())}</Fact>
                <Fact label=texts::attributes::interval()>
                    {text(|monitor| monitor.interval.as_deref().map(duration))}</Fact>
            </Facts>
        </Section>
    }
}
