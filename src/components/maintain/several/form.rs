//! What is entered in the dialog for several servers, and how it goes.

use leptos::prelude::*;
use maxscale::action::Action;
use maxscale::impact::Impact;
use maxscale::monitor::Monitor;
use maxscale::name::ServerName;
use maxscale::object::Object;
use maxscale::several::{Known, Plan};

use super::Lists;
use crate::api;
use crate::components::change::Progress;
use crate::query::{Query, use_query};
use crate::state::session::{Session, use_session};

/// The state of the dialog. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) asked: RwSignal<Option<Action>>,
    pub(super) force: RwSignal<bool>,
    pub(super) progress: Progress,
    /// How far it has come, in words.
    pub(super) told: RwSignal<String>,
    /// The servers it did not succeed for, each with the reason.
    pub(super) failed: RwSignal<Vec<String>>,
    selected: Signal<Vec<Object>>,
    lists: Lists,
    /// With the diagnostics, which tell whether a cluster hands over.
    monitors: Query<Vec<Monitor>>,
    session: Session,
}

impl Form {
    pub(super) fn new(
        selected: Signal<Vec<Object>>,
        lists: Lists,
        asked: RwSignal<Option<Action>>,
    ) -> Self {
        let monitors = use_query(api::monitors::all_with_diagnostics()).or(lists.monitors.data);
        Self {
            asked,
            force: RwSignal::new(false),
            progress: Progress::new(),
            told: RwSignal::new(String::new()),
            failed: RwSignal::new(vec![]),
            selected,
            lists,
            monitors,
            session: use_session(),
        }
    }

    /// The action as the dialog stands now.
    pub(super) fn action(self) -> Option<Action> {
        self.asked.get().map(|action| match action {
            Action::Maintain { .. } => Action::Maintain { force: self.force.get() },
            Action::Drain | Action::Return | Action::Delete => action,
        })
    }

    /// The verb of the action.
    pub(super) fn verb(self) -> &'static str {
        self.asked.get().map_or("", Action::verb)
    }

    /// What will be done to which servers, and what the services are left with.
    pub(super) fn plan(self) -> Option<(Plan, Impact)> {
        let account = self.session.account();
        let known = Known {
            servers: &self.lists.servers.data.get()?,
            monitors: &self.monitors.data.get()?,
            services: &self.lists.services.data.get()?,
            account: &account,
        };
        let plan = Plan::of(self.action()?, &names(&self.selected.get()), known);
        let impact = plan.impact(known);
        Some((plan, impact))
    }
}

fn names(selected: &[Object]) -> Vec<ServerName> {
    let name =
        |object: &Object| if let Object::Server(name) = object { Some(name.clone()) } else { None };
    selected.iter().filter_map(name).collect()
}
