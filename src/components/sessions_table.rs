//! Client sessions in a table.

use std::collections::HashMap;

use leptos::prelude::*;
use maxscale::name::SessionId;
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
    let by_id = Memo::new(move |_| {
        let all = sessions.get();
        all.into_iter().map(|session| (session.id.clone(), session)).collect::<HashMap<_, _>>()
    });
    let shown = Memo::new(move |_| {
        sessions.with(|all| all.iter().take(SHOWN).map(|one| one.id.clone()).collect::<Vec<_>>())
    });
    let more = move || {
        let all = sessions.with(Vec::len);
        (all > SHOWN).then(|| format!("The first {SHOWN} of {all} sessions are shown."))
    };
    view! {
        <Table caption=caption head=head>
            <tbody role="rowgroup">
                <For each=move || shown.get() key=Clone::clone let:id>
                    <SessionRow id=id by_id=by_id />
                </For>
                {move || shown.with(Vec::is_empty).then(|| view! {
                    <EmptyRow columns=COLUMNS>"No sessions."</EmptyRow>
                })}
            </tbody>
        </Table>
        <p class="quiet">{more}</p>
    }
}

/// Follows the session with this number; each cell changes only when its own value does, so that
/// the focus stays on a link.
#[component]
fn SessionRow(id: SessionId, by_id: Memo<HashMap<SessionId, Session>>) -> impl IntoView {
    let number = id.to_string();
    let key = StoredValue::new(id);
    let text = move |read: fn(&Session) -> String| {
        let value = part(key, by_id, read);
        move || value.get()
    };
    let service = part(key, by_id, |session| session.service.clone());
    let servers = part(key, by_id, |session| session.servers.clone());
    view! {
        <Row>
            <RowHeader>{number}</RowHeader>
            <Cell label="Client">{text(Session::client)}</Cell>
            <Cell label="Connected">{text(connected)}</Cell>
            <Cell label="Idle" numeric=true>
                {text(idle)}
            </Cell>
            <Cell label="Service">
                {move || service.get().flatten().map(|name| view! { <ServiceLink name=name /> })}
            </Cell>
            <Cell label="Servers">
                <ul class="inline-list">
                    <For each=move || servers.get().unwrap_or_default() key=Clone::clone let:name>
                        <li>
                            <ServerLink name=name />
                        </li>
                    </For>
                </ul>
            </Cell>
        </Row>
    }
}

fn part<P: PartialEq + Send + Sync + 'static>(
    key: StoredValue<SessionId>,
    by_id: Memo<HashMap<SessionId, Session>>,
    read: fn(&Session) -> P,
) -> Memo<Option<P>> {
    Memo::new(move |_| by_id.with(|all| key.with_value(|id| all.get(id).map(read))))
}

fn connected(session: &Session) -> String {
    session.connected.as_deref().map_or_else(|| "–".to_owned(), http_date)
}

fn idle(session: &Session) -> String {
    session.idle_seconds.map_or_else(|| "busy".to_owned(), |seconds| span(seconds.max(0.0) as u64))
}
