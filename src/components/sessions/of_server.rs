//! Who holds a connection to a server: found among all sessions, as MaxScale cannot tell.

use leptos::prelude::*;
use maxscale::name::ServerName;
use maxscale::session::Session;
use texts::number;

use super::{MANY, SessionList, SessionsOf, attention, use_total};
use crate::api;
use crate::query::{Attention, use_query_with};
use crate::ui::button::Button;

/// What MaxScale says of one session, in bytes (scene `big`).
const ONE_SESSION: u64 = 640;

/// Everybody who holds a connection to the server, be it the first of the session or another.
#[component]
pub(super) fn SessionsOfServer(name: ServerName) -> impl IntoView {
    let (total, is_known) = use_total();
    let many = Memo::new(move |_| total.get().filter(|total| *total > MANY));
    let is_wanted = RwSignal::new(false);
    let attention = Memo::new(move |_| match (is_known.get(), many.get(), is_wanted.get()) {
        (false, ..) | (_, Some(_), false) => Attention::Paused,
        (true, ..) => attention(total.get()),
    });
    let sessions = use_query_with(api::sessions::all(), attention);
    let own = Memo::new({
        let name = name.clone();
        move |_| {
            let all = sessions.data.get().unwrap_or_default();
            all.iter().filter(|one| one.holds(&name)).cloned().collect::<Vec<Session>>()
        }
    });
    move || match many.get().filter(|_| !is_wanted.get()) {
        Some(all) => offer(all, is_wanted).into_any(),
        None => view! {
            <SessionList
                status=sessions.status()
                sessions=own.into()
                of=SessionsOf::Server(name.clone())
            />
        }
        .into_any(),
    }
}

/// What it costs to know.
fn offer(all: u64, is_wanted: RwSignal<bool>) -> impl IntoView {
    let megabytes = (all * ONE_SESSION).div_ceil(1_000_000);
    let cost = texts::sessions::cost_of_finding(number(all), number(megabytes));
    view! {
        <p>{cost}</p>
        <Button on_click=move |()| is_wanted.set(true)>{texts::sessions::find()}</Button>
    }
}
