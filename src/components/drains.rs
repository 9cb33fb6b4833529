//! Drains that one can follow: how far each has come, and a word when it is done, also on another
//! page or in another window.

use std::sync::Arc;

use console::drains::{Drain, Drains};
use leptos::prelude::*;
use maxscale::command::Command;
use maxscale::name::ServerName;
use maxscale::object::Object;
use maxscale::server::Server;
use maxscale::state::Mode;

use crate::commands::href;
use crate::components::time::span;
use crate::query::{Query, ReadEvent, now_ms, use_query_client};
use crate::route::window_title;
use crate::state::location::use_location;
use crate::state::long_lived::LongLived;
use crate::state::toasts::use_toasts;
use crate::ui::button::LinkButton;
use crate::ui::notice::{Notice, Urgency};
use crate::ui::tone::Tone;

/// The drains of this page. Copies speak of the same ones.
#[derive(Clone, Copy)]
struct FollowedDrains {
    drains: LongLived<RwSignal<Drains>>,
}

/// Follows every drain from now on; what is drained is told.
pub fn provide_drains() {
    let (client, toasts, location) = (use_query_client(), use_toasts(), use_location());
    let followed = FollowedDrains { drains: LongLived::new(RwSignal::new(Drains::default())) };
    provide_context(followed);
    client.subscribe(move |event| {
        let ReadEvent::Answered(data) = event else { return };
        let Some(servers) = data.downcast_ref::<Vec<Server>>() else { return };
        let emptied = followed
            .drains
            .inner()
            .try_update(|drains| {
                let emptied = drains.observe(servers, now_ms());
                client.set_followed(!drains.is_empty());
                emptied
            })
            .unwrap_or_default();
        for name in emptied {
            let next = href(Command::Maintain, &Object::Server(name.clone()));
            toasts.drained(&name, move || location.go_to(&next));
            announce_in_title(&name);
        }
    });
    let seen = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            location.route.with_untracked(|route| document().set_title(&route.window_title()));
        }
    });
    on_cleanup(move || seen.remove());
}

/// Whoever looks at another window sees it in the title.
fn announce_in_title(name: &ServerName) {
    if document().hidden() {
        document().set_title(&window_title(&texts::drains::is_drained(name)));
    }
}

/// How the drain of a server goes; nothing while there is none.
#[component]
pub fn DrainProgress(name: ServerName, server: Query<Server>) -> impl IntoView {
    let mode = server.part(|server| server.state.mode());
    let connections = server.part(|server| server.load.connections);
    let drain = {
        let FollowedDrains { drains } = expect_context();
        let name = name.clone();
        Memo::new(move |_| drains.with(|drains| drains.of(&name)))
    };
    let next = Arc::<str>::from(href(Command::Maintain, &Object::Server(name)));
    move || match mode.get() {
        Some(Mode::Draining) => {
            let left = connections.get().flatten();
            let title = draining(left, drain.get());
            let words = texts::drains::connections_end();
            view! { <Notice tone=Tone::Info title=title>{words}</Notice> }.into_any()
        }
        Some(Mode::Drained) => {
            let next = next.to_string();
            let actions = move || view! { <LinkButton href=next>{texts::drains::maintain_now()}</LinkButton> };
            view! {
                <Notice
                    tone=Tone::Good
                    title=texts::drains::drained()
                    urgency=Urgency::Status
                    actions=actions
                />
            }
            .into_any()
        }
        Some(Mode::InService | Mode::Maintenance) | None => ().into_any(),
    }
}

/// `Draining: 12 of 56 connections left, for 8 min`.
fn draining(left: Option<u64>, drain: Option<Drain>) -> String {
    let (Some(left), Some(Drain { since_ms, most, .. })) = (left, drain) else {
        return match left {
            Some(left) => texts::drains::left(left),
            None => texts::state::draining().to_owned(),
        };
    };
    let seconds = now_ms().saturating_sub(since_ms) / 1_000;
    let (left, most) = (texts::number(left), texts::number(most.max(left)));
    if seconds < 60 {
        return texts::drains::left_of(left, most);
    }
    texts::drains::left_of_since(left, most, span(seconds))
}
