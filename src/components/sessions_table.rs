//! Client sessions in a table.

use leptos::prelude::*;
use maxscale::session::Session;

use crate::components::links::{ServerLink, ServiceLink};
use crate::components::time::{http_date, span};
use crate::ui::table::{Cell, EmptyRow, Header, Row, RowHeader, Table};

const COLUMNS: u32 = 6;
/// More rows than this help nobody and slow the page; the number of all is told.
const SHOWN: usize = 200;

/// The table, with the sessions that came first at the top.
#[component]
pub fn SessionsTable(
    /// The sessions.
    #[prop(into)]
    sessions: Signal<Vec<Session>>,
    /// What they have in common, for the table's name.
    #[prop(into)]
    caption: String,
) -> impl IntoView {
    let head = || {
        view! {
            <Header label="Session" />
            <Header label="Client" />
            <Header label="Connected" />
            <Header label="Idle" numeric=true />
            <Header label="Service" />
            <Header label="Servers" />
        }
    };
    let shown = Memo::new(move |_| {
        sessions.with(|all| all.iter().take(SHOWN).map(|one| one.id.clone()).collect::<Vec<_>>())
    });
    let row = move |id: maxscale::name::SessionId| {
        let session = Memo::new(move |_| {
            sessions.with(|all| all.iter().find(|session| session.id == id).cloned())
        });
        move || session.get().map(row)
    };
    let more = move || {
        let all = sessions.with(Vec::len);
        (all > SHOWN).then(|| format!("The first {SHOWN} of {all} sessions are shown."))
    };
    view! {
        <Table caption=caption head=head>
            <tbody role="rowgroup">
                <For each=move || shown.get() key=Clone::clone children=row />
                {move || shown.with(Vec::is_empty).then(|| view! {
                    <EmptyRow columns=COLUMNS>"No sessions."</EmptyRow>
                })}
            </tbody>
        </Table>
        <p class="quiet">{more}</p>
    }
}

fn row(session: Session) -> impl IntoView {
    let client = session.client();
    let idle = match session.idle_seconds {
        Some(seconds) => span(seconds.max(0.0) as u64),
        None => "busy".to_owned(),
    };
    let servers =
        session.servers.into_iter().map(|name| view! { <li><ServerLink name=name /></li> });
    view! {
        <Row>
            <RowHeader>{session.id.to_string()}</RowHeader>
            <Cell label="Client">{client}</Cell>
            <Cell label="Connected">
                {session.connected.as_deref().map_or_else(|| "–".to_owned(), http_date)}
            </Cell>
            <Cell label="Idle" numeric=true>{idle}</Cell>
            <Cell label="Service">{session.service.map(|name| view! { <ServiceLink name=name /> })}</Cell>
            <Cell label="Servers">
                <ul class="inline-list">{servers.collect_view()}</ul>
            </Cell>
        </Row>
    }
}
