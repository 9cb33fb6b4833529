//! Who holds a connection to a server: found among all sessions, as MaxScale cannot tell.

use leptos::prelude::*;
use maxscale::name::ServerName;
use maxscale::session::Session;
use maxscale::thread::{Thread, total_sessions};

use crate::api;
use crate::components::loaded::Loaded;
use crate::components::sessions_table::SessionsTable;
use crate::query::{Attention, Query, use_query_with};
use crate::ui::button::Button;
use crate::ui::number::number;
use crate::ui::section::Section;

/// More sessions than this are read only for who asks for them, and seldom then.
const MANY: u64 = 1_000;

/// What MaxScale says of one session, in bytes (scene `big`).
const ONE_SESSION: u64 = 640;

/// Everybody who holds a connection to the server, be it the first of the session or another.
#[component]
pub(super) fn Sessions(name: ServerName) -> impl IntoView {
    let threads = use_query_with(api::threads::all(), Attention::Background);
    let many = Memo::new(move |_| threads.data.with(|threads| many(threads.as_ref()?)));
    let wanted = RwSignal::new(false);
    let attention = Memo::new(move |_| match (wanted.get(), many.get()) {
        (false, _) => Attention::Paused,
        (true, None) => Attention::Shown,
        (true, Some(_)) => Attention::Background,
    });
    let sessions = use_query_with(api::sessions::all(), attention);
    Effect::new(move || {
        let is_over =
            threads.data.with(|data| data.is_some()) || threads.error.with(|e| e.is_some());
        if is_over && many.get().is_none() && !wanted.get_untracked() {
            wanted.set(true);
        }
    });
    let view = move || match many.get().filter(|_| !wanted.get()) {
        Some(all) => offer(all, wanted).into_any(),
        None => found(name.clone(), sessions).into_any(),
    };
    view! { <Section title="Sessions with a connection to it">{view}</Section> }
}

fn many(threads: &[Thread]) -> Option<u64> {
    total_sessions(threads).filter(|all| *all > MANY)
}

/// What it costs to know.
fn offer(all: u64, wanted: RwSignal<bool>) -> impl IntoView {
    let megabytes = (all * ONE_SESSION).div_ceil(1_000_000);
    let cost = format!(
        "MaxScale cannot list the sessions of one server. To find them, all {} are read, about \
         {megabytes} MB, twice a minute.",
        number(all)
    );
    view! {
        <p>{cost}</p>
        <Button on_click=move |()| wanted.set(true)>"Find the sessions"</Button>
    }
}

fn found(name: ServerName, sessions: Query<Vec<Session>>) -> impl IntoView {
    let own = Memo::new(move |_| {
        let all = sessions.data.get().unwrap_or_default();
        all.iter().filter(|one| one.holds(&name)).cloned().collect::<Vec<_>>()
    });
    view! {
        <Loaded status=sessions.status() what="the sessions">
            <SessionsTable sessions=own caption="Sessions with a connection to it" />
        </Loaded>
    }
}
