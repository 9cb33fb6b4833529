//! What can be done to several servers at once: the buttons beside a selection.

use leptos::prelude::*;
use maxscale::command::Command;
use maxscale::object::{Kind, Object};

use super::menu::Asked;
use super::target::{Target, TopologyQueries};
use super::{asked_dialog, icon};
use crate::ui::button::Button;

/// The buttons, and the dialog behind each.
#[component]
pub fn SelectionCommands(
    /// The servers chosen.
    selected: Signal<Vec<Object>>,
    /// What is known around them.
    topology: TopologyQueries,
) -> impl IntoView {
    let asked = Asked::new();
    let button = move |command: Command| {
        view! {
            <Button icon=icon(command) on_click=move |()| asked.ask(command)>
                {command.label()}
            </Button>
        }
    };
    let target = move || Target::selected_servers(selected, topology.with_diagnostics());
    let offered = Command::offered(Kind::Server).filter(|command| command.works_in_bulk());
    view! {
        {offered.map(button).collect_view()}
        {asked_dialog(asked.command, target)}
    }
}
