//! What can be done to one object: the gear beside its name, and the menu of its row in a table.

use leptos::prelude::*;
use maxscale::command::{Command, Danger, Refusal, Values};
use maxscale::object::{Kind, Object};
use texts::commands;

use super::target::Target;
use super::{asked_dialog, icon};
use crate::components::object_table::RowActions;
use crate::query::use_query_client;
use crate::state::location::use_location;
use crate::state::session::use_session;
use crate::ui::icon::Icon;
use crate::ui::menu::{MenuButton, MenuItem, SharedMenu, SharedMenuButton, SharedMenuPanel};

/// What a row stands for, made when its menu is asked for.
pub type TargetOf = Callback<Object, Target>;

/// The command whose dialog is asked for. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    pub(super) command: RwSignal<Option<Command>>,
    ask: Callback<Command>,
}

impl Asked {
    pub(super) fn new() -> Self {
        let (command, client) = (RwSignal::new(None), use_query_client());
        // What the dialog says must be of this moment, however slowly the page is read.
        let ask = Callback::new(move |asked| {
            command.set(Some(asked));
            client.refetch();
        });
        Self { command, ask }
    }

    pub(super) fn ask(self, command: Command) {
        self.ask.run(command);
    }

    fn is_open(self) -> Signal<bool> {
        Signal::derive(move || self.command.with(Option::is_some))
    }
}

/// Everything that can be done to the object, as items of a menu.
fn items(target: Target, asked: Asked) -> Signal<Vec<MenuItem>> {
    let (session, kind) = (use_session(), target.kind());
    Signal::derive(move || {
        let subject = target.subjects.get().and_then(|all| all.into_iter().next());
        let (account, nothing_entered) = (session.account(), Values::default());
        let item = |command: Command| {
            let refusal = subject
                .as_ref()
                .and_then(|subject| command.refusal(subject, &nothing_entered, &account))
                .filter(|why| !why.dialog_says_more());
            let words = command.label_in_menu(kind);
            let item = MenuItem::new(command.key(), icon(command), words, move || {
                asked.ask(command);
            })
            .disabled(refusal.map(|why| why.words().to_owned()));
            match command.danger(&nothing_entered) {
                Danger::High => item.danger(),
                Danger::Low => item,
            }
        };
        Command::offered(kind).map(item).collect::<Vec<_>>()
    })
}

/// What stands above them once rather than beside each.
fn note() -> Signal<String> {
    let session = use_session();
    Signal::derive(move || match session.account().is_read_only() {
        true => Refusal::ReadOnlyAccount.words().to_owned(),
        false => String::new(),
    })
}

/// The gear of an object's page; the address may ask for what it offers as well.
#[component]
pub fn CommandMenu(
    /// The object.
    target: Target,
) -> impl IntoView {
    let (asked, kind) = (Asked::new(), target.kind());
    use_location().on_demand(move |wanted| {
        let command = Command::offered(kind).find(|command| command.key() == wanted);
        if let (Some(command), None) = (command, asked.command.get_untracked()) {
            asked.ask(command);
        }
    });
    view! {
        <MenuButton
            label=actions_of(kind)
            icon=Icon::Gear
            note=note()
            items=items(target, asked)
        />
        {asked_dialog(asked.command, move || target)}
    }
}

fn actions_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Server => commands::server_actions(),
        Kind::Monitor => commands::monitor_actions(),
        Kind::Service => commands::service_actions(),
        Kind::Listener => commands::listener_actions(),
        Kind::Filter => commands::filter_actions(),
        Kind::Session => commands::session_actions(),
    }
}

/// The buttons at the ends of the rows that ask for `menu`.
pub fn row_buttons(menu: SharedMenu<Object>) -> RowActions {
    Callback::new(move |object: Object| {
        let label = commands::actions_for(object.name());
        view! { <SharedMenuButton menu=menu subject=object label=label /> }.into_any()
    })
}

/// The menu and the dialog for whichever object was asked for, while one is.
#[component]
pub fn RowCommands(
    /// The menu that the rows share.
    menu: SharedMenu<Object>,
    /// What a row stands for.
    #[prop(into)]
    target_of: TargetOf,
) -> impl IntoView {
    let chosen = Memo::new(move |_| menu.subject());
    move || {
        chosen.get().map(|object| {
            let target = target_of.run(object);
            view! { <Chosen menu=menu target=target /> }
        })
    }
}

#[component]
fn Chosen(menu: SharedMenu<Object>, target: Target) -> impl IntoView {
    let asked = Asked::new();
    let label = commands::actions_for(target.name());
    menu.forget_after(asked.is_open());
    view! {
        {asked_dialog(asked.command, move || target)}
        <SharedMenuPanel
            menu=menu
            label=label
            note=note()
            items=items(target, asked)
            stays=asked.is_open()
        />
    }
}
