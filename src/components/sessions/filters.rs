//! The fields that narrow sessions; the address keeps what they say.

use std::collections::BTreeSet;

use console::session_criteria::SessionCriteria;
use leptos::prelude::*;
use maxscale::session::Session;
use texts::{number, sessions as words};

use super::SessionsOf;
use super::criteria::{HOST, IDLE, SERVER, SERVICE, STATE, USER};
use crate::components::object_table::PAGE;
use crate::state::location::use_location;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::{SearchField, Select};

/// Idle times to choose from, in seconds.
const IDLE_TIMES: [(&str, texts::Text); 6] = [
    ("", words::any_idle_time),
    ("10", words::idle_ten_seconds),
    ("60", words::idle_a_minute),
    ("600", words::idle_ten_minutes),
    ("3600", words::idle_an_hour),
    ("86400", words::idle_a_day),
];

/// The fields; of a page that is of one server or service, that is not asked.
#[component]
pub(super) fn Filters(
    criteria: Memo<SessionCriteria>,
    /// All sessions, which tell what there is to choose.
    sessions: Signal<Vec<Session>>,
    /// Those that match.
    shown: Signal<Vec<Session>>,
    of: SessionsOf,
) -> impl IntoView {
    let location = use_location();
    let text = move |label: &'static str, option, read: fn(SessionCriteria) -> String| {
        let value = Signal::derive(move || read(criteria.get()));
        let change = move |text: String| location.set_options(&[(option, &text), (PAGE, "")]);
        view! { <SearchField label=label value=value on_change=change /> }
    };
    let choice = move |label: &'static str,
                       all: &'static str,
                       option,
                       read: fn(SessionCriteria) -> String,
                       names: fn(&Session) -> Vec<String>| {
        let value = Signal::derive(move || read(criteria.get()));
        let choices = Memo::new(move |_| {
            let chosen = Some(value.get()).filter(|value| !value.is_empty());
            let found: BTreeSet<String> =
                sessions.with(|all| all.iter().flat_map(names).chain(chosen).collect());
            let names = found.into_iter().map(|name| (name.clone(), name));
            std::iter::once((String::new(), all.to_owned())).chain(names).collect::<Vec<_>>()
        });
        let change = move |name: String| location.set_options(&[(option, &name), (PAGE, "")]);
        view! { <Select label=label choices=choices value=value on_change=change /> }
    };
    let by_server = (!matches!(of, SessionsOf::Server(_))).then(|| {
        choice(
            words::filter_by_server(),
            texts::objects::all_servers(),
            SERVER,
            |all| all.server,
            |session| session.servers.iter().map(ToString::to_string).collect(),
        )
    });
    let by_service = (!matches!(of, SessionsOf::Service(_))).then(|| {
        choice(
            words::filter_by_service(),
            texts::objects::all_services(),
            SERVICE,
            |all| all.service,
            |session| session.service.iter().map(ToString::to_string).collect(),
        )
    });
    let by_state = choice(
        texts::tables::filter_by_state(),
        words::all_states(),
        STATE,
        |all| all.state,
        |session| session.state.iter().cloned().collect(),
    );
    let idle = Signal::derive(move || {
        criteria.get().idle_seconds.map(|seconds| seconds.to_string()).unwrap_or_default()
    });
    let set_idle = move |seconds: String| location.set_options(&[(IDLE, &seconds), (PAGE, "")]);
    let idle_times =
        IDLE_TIMES.map(|(seconds, words)| (seconds.to_owned(), words().to_owned())).to_vec();
    view! {
        <div class="toolbar session-filters" role="group" aria-label=words::filters()>
            {text(words::filter_by_user(), USER, |all| all.user)}
            {text(words::filter_by_host(), HOST, |all| all.host)}
            {by_server}
            {by_service}
            {by_state}
            <Select label=words::filter_by_idle_time() choices=idle_times value=idle on_change=set_idle />
            <Matching criteria=criteria sessions=sessions shown=shown />
        </div>
    }
}

/// How many match, and the way back to all.
#[component]
fn Matching(
    criteria: Memo<SessionCriteria>,
    sessions: Signal<Vec<Session>>,
    shown: Signal<Vec<Session>>,
) -> impl IntoView {
    let location = use_location();
    let is_filtered = Memo::new(move |_| !criteria.with(SessionCriteria::is_empty));
    let all = [USER, HOST, SERVER, SERVICE, STATE, IDLE, PAGE].map(|option| (option, ""));
    let clear = move |()| location.set_options(&all);
    let words = move || {
        let (shown, all) = (shown.with(Vec::len), sessions.with(Vec::len));
        is_filtered.get().then(|| words::matching(number(shown as u64), number(all as u64)))
    };
    let button = move || {
        is_filtered.get().then(|| {
            view! { <Button kind=ButtonKind::Quiet on_click=clear>{words::clear_filters()}</Button> }
        })
    };
    view! {
        <p class="quiet" role="status">
            {words}
        </p>
        {button}
    }
}
