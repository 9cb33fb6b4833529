//! Client sessions in a table.

use console::listing::{
    Row, SESSIONS, SESSIONS_OF_SERVICE, all_primaries, headings, with_primary_first,
};
use leptos::prelude::*;
use maxscale::command::Subject;
use maxscale::name::ServerName;
use maxscale::object::Object;
use maxscale::session::Session;

use crate::api;
use crate::commands::{RowCommands, Target, row_buttons};
use crate::components::object_table::ObjectTable;
use crate::query::use_query;
use crate::ui::menu::SharedMenu;

/// The servers that are primaries now.
pub fn use_primaries() -> Memo<Vec<ServerName>> {
    let servers = use_query(api::servers::all());
    Memo::new(move |_| {
        servers.data.with(|all| all.as_ref().map(|all| all_primaries(all)).unwrap_or_default())
    })
}

/// The table.
#[component]
pub fn SessionsTable(
    /// The sessions.
    #[prop(into)]
    sessions: Signal<Vec<Session>>,
    /// What they have in common, for the table's name.
    #[prop(into)]
    caption: String,
    /// Said when there are none.
    #[prop(default = texts::sessions::none())]
    none: &'static str,
    /// True where all are of one service.
    #[prop(optional)]
    of_service: bool,
    /// True to show them page by page; false for those that MaxScale has cut into pages.
    paged: bool,
) -> impl IntoView {
    let columns = if of_service { SESSIONS_OF_SERVICE } else { SESSIONS };
    let primaries = use_primaries();
    let rows = Signal::derive(move || {
        let primaries = primaries.get();
        let row = |session: &Session| {
            Row::of(columns, session.id.clone(), &with_primary_first(session, &primaries))
        };
        sessions.with(|all| all.iter().map(row).collect::<Vec<_>>())
    });
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
            none=none
            headings=headings(columns)
            rows=rows
            paged=paged
            tools=true
            actions=Some(row_buttons(menu))
        />
    }
}
