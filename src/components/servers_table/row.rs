//! One server in the table.

use leptos::prelude::*;
use maxscale::name::ServerName;
use maxscale::state::ServerState;

use super::ByName;
use crate::components::links::{ServerLink, ServiceLinks};
use crate::components::state_badge::StateBadge;
use crate::ui::table::{Cell, Row, RowHeader};

/// Follows the server of this name; each cell changes only when its own value does.
#[component]
pub(super) fn ServerRow(name: ServerName, by_name: Memo<ByName>) -> impl IntoView {
    let key = name.clone();
    let server = Memo::new(move |_| by_name.with(|all| all.get(&key).cloned()));
    let text = move |read: fn(&maxscale::server::Server) -> String| {
        let value = Memo::new(move |_| server.with(|s| s.as_deref().map(read).unwrap_or_default()));
        move || value.get()
    };
    let state = Memo::new(move |_| {
        server.with(|s| s.as_deref().map_or_else(ServerState::default, |s| s.state.clone()))
    });
    let services = Memo::new(move |_| {
        server.with(|s| s.as_deref().map(|s| s.services.clone()).unwrap_or_default())
    });
    view! {
        <Row>
            <RowHeader>
                <ServerLink name=name />
            </RowHeader>
            <Cell label="Address">{text(|server| server.address.to_string())}</Cell>
            <Cell label="Connections" numeric=true>
                {text(|server| {
                    server.load.connections.map_or_else(|| "–".to_owned(), |n| n.to_string())
                })}
            </Cell>
            <Cell label="State">
                <StateBadge state=state />
            </Cell>
            <Cell label="GTID">
                <span class="mono">
                    {text(|server| server.gtid.clone().unwrap_or_else(|| "–".to_owned()))}
                </span>
            </Cell>
            <Cell label="Services">
                {move || view! { <ServiceLinks names=services.get() /> }}
            </Cell>
        </Row>
    }
}
