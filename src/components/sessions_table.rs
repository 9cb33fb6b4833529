//! Client sessions in a table.

use console::listing::{Row, SESSIONS, headings};
use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::object::Object;
use maxscale::session::Session;

use crate::commands::{RowCommands, Target, row_buttons};
use crate::components::object_table::ObjectTable;
use crate::ui::menu::SharedMenu;

/// The table, with the sessions that came first at the top.
#[component]
pub fn SessionsTable(
    /// The sessions.
    #[prop(into)]
    sessions: Signal<Vec<Session>>,
    /// What they have in common, for the table's name.
    #[prop(into)]
    caption: String,
    /// True to have tools above the table.
    #[prop(optional)]
    tools: bool,
) -> impl IntoView {
    let row = |session: &Session| Row::of(SESSIONS, session.id.clone(), session);
    let rows = Signal::derive(move || sessions.with(|all| all.iter().map(row).collect::<Vec<_>>()));
    let menu = SharedMenu::new();
    let target_of = move |object: Object| {
        let id = object.name().to_owned();
        let subject = Signal::derive(move || {
            let is_it = |one: &&Session| one.id.as_str() == id;
            sessions.with(|all| all.iter().find(is_it).cloned().map(Subject::Session))
        });
        Target::one(object, subject)
    };
    view! {
        <RowCommands menu=menu target_of=target_of />
        <ObjectTable
            caption=caption
            kind="session"
            none="No sessions."
            headings=headings(SESSIONS)
            rows=rows
            as_they_come=true
            tools=tools
            actions=Some(row_buttons(menu))
        />
    }
}
