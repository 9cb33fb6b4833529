//! The servers of the dialog: which of them it will be done to, and why not to the others.

use leptos::prelude::*;
use maxscale::allowed::Refusal;
use maxscale::consequence::counted;
use maxscale::server::Server;
use maxscale::several::Plan;

use crate::components::state_badge::StateBadge;

/// More names than this are counted only.
const SHOWN: usize = 25;

/// Those it will be done to first.
pub(super) fn servers(plan: &Plan) -> AnyView {
    let doable = plan.doable.iter().map(|one| doable(&one.server)).take(SHOWN);
    let refused = plan.refused.iter().map(|(server, why)| refused(server, *why)).take(SHOWN);
    let hidden = plan.doable.len().saturating_sub(SHOWN) + plan.refused.len().saturating_sub(SHOWN);
    let more =
        (hidden > 0).then(|| view! { <li class="quiet">{format!("and {hidden} more")}</li> });
    view! {
        <ul class="plain-list">{doable.chain(refused).collect_view()} {more}</ul>
    }
    .into_any()
}

fn doable(server: &Server) -> AnyView {
    let load = counted(server.load.connections, "connection");
    entry(server, load)
}

fn refused(server: &Server, why: Refusal) -> AnyView {
    entry(server, format!("Left out. {}", why.words()))
}

fn entry(server: &Server, words: String) -> AnyView {
    view! {
        <li>
            <span class="name">{server.name.to_string()}</span>
            <StateBadge state=server.state.clone() />
            <span class="quiet">{words}</span>
        </li>
    }
    .into_any()
}
