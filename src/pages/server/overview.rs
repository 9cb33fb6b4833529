//! The facts of a server in one place.

use leptos::prelude::*;
use maxscale::replication::ReplicaConnection;
use maxscale::server::Server;

use crate::components::time::{http_date, span};
use crate::query::Query;
use crate::ui::facts::{Fact, Facts};
use crate::ui::section::Section;

/// The facts; those that MaxScale does not tell are left out.
#[component]
pub(super) fn Overview(server: Query<Server>) -> impl IntoView {
    let facts = server.part(facts);
    let facts = Memo::new(move |_| facts.get().unwrap_or_default());
    let labels = Memo::new(move |_| {
        facts.with(|facts| facts.iter().map(|(label, _)| *label).collect::<Vec<_>>())
    });
    let value = move |label: &'static str| {
        move || {
            facts.with(|facts| {
                facts.iter().find(|(known, _)| *known == label).map(|(_, value)| value.clone())
            })
        }
    };
    view! {
        <Section title="Overview">
            <Facts>
                <For each=move || labels.get() key=|label| *label let:label>
                    <Fact label=label>{value(label)}</Fact>
                </For>
            </Facts>
        </Section>
    }
}

fn facts(server: &Server) -> Vec<(&'static str, String)> {
    let number = |n: Option<u64>| n.map(|n| n.to_string());
    let lag = server.lag_seconds.filter(|_| !server.replication.is_empty());
    let follows = server
        .replication
        .first()
        .map(|_| server.replication.iter().map(follows).collect::<Vec<_>>().join("; "));
    let known = [
        ("Address", Some(server.address.to_string())),
        ("State", Some(server.state.words())),
        ("In MaxScale’s words", Some(server.state.raw().to_owned())),
        ("Details", server.state_details.clone()),
        ("Connections", number(server.load.connections)),
        ("Active operations", number(server.load.active_operations)),
        ("Follows", follows),
        ("Behind its primary", lag.map(span)),
        ("GTID", server.gtid.clone()),
        ("Read-only", server.read_only.map(|yes| if yes { "yes" } else { "no" }.to_owned())),
        ("Running for", server.uptime_seconds.filter(|s| *s > 0).map(span)),
        ("Last event", server.last_event.clone()),
        ("Last event at", server.triggered_at.as_deref().map(http_date)),
    ];
    known.into_iter().filter_map(|(label, value)| Some((label, value?))).collect()
}

fn follows(connection: &ReplicaConnection) -> String {
    let trouble = match (connection.is_running(), &connection.error) {
        (true, _) => String::new(),
        (false, Some(error)) => format!(" (replication does not run: {error})"),
        (false, None) => " (replication does not run)".to_owned(),
    };
    format!("{}{trouble}", connection.source)
}
