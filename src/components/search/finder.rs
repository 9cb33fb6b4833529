//! The content of the search: the field, and what was found.

use console::search::{CommandHit, Found, Hit, SHOWN};
use leptos::prelude::*;
use maxscale::object::{Object, ObjectState};
use texts::{attributes, number, search};

use super::Search;
use super::data::Data;
use super::entries::use_entries;
use crate::commands::{href, icon};
use crate::components::state_badge::look_of;
use crate::route::Route;
use crate::state::location::use_location;
use crate::state::session::use_session;
use crate::ui::combobox::{Choice, Combobox};
use crate::ui::focus::{focus_id, focus_main_heading};
use crate::ui::icon::Icon;
use crate::ui::tone::Tone;

/// The id of the field.
pub(super) const FIELD: &str = "search";

#[component]
pub(super) fn Finder(search: Search) -> impl IntoView {
    focus_id(FIELD);
    let text = RwSignal::new(String::new());
    let data = Data::read(text);
    let index = data.index();
    let (entries, session, route) = (use_entries(), use_session(), use_location().route);
    let names = move || entries.choices().into_iter().map(|choice| choice.words);
    let found = Memo::new(move |_| {
        let english = texts::in_english(|| names().collect::<Vec<_>>());
        let names: Vec<Vec<String>> =
            names().zip(english).map(|(shown, english)| vec![shown, english]).collect();
        let look = |text: &String| index.with(|index| index.find(text, &names, &session.account()));
        text.with(look)
    });
    let choices = Memo::new(move |_| {
        if text.with(|text| text.trim().is_empty()) {
            let here = route.get();
            let visited = search.visited.get_value().into_iter();
            let visited = visited.filter(|object| Route::of(object.clone()) != here);
            let pages = entries.choices().into_iter().filter(|choice| choice.href.is_some());
            let known = |object| index.with(|index| visited_choice(index.look_up(&object), object));
            return visited.map(known).chain(pages).collect();
        }
        let choice = |hit: &Hit| match hit {
            Hit::Object { object, detail, state } => {
                Some(object_choice(object, detail.clone(), state.as_ref()))
            }
            Hit::Command(hit) => Some(command_choice(hit, &route.get())),
            Hit::Other(at) => entries.choices().into_iter().nth(*at),
        };
        found.with(|found| found.hits.iter().filter_map(choice).collect())
    });
    let chosen = move |key: String| {
        search.open.set(false);
        focus_main_heading();
        entries.carry_out(&key);
    };
    let told = move || found.with(|found| text.with(|text| told(text.trim(), found)));
    view! {
        <Combobox id=FIELD label=texts::search::field() text=text choices=choices on_choose=chosen />
        <p class="search-told" role="status">
            {told}
            " "
            <span class="search-trouble">{move || data.trouble()}</span>
        </p>
    }
}

fn told(text: &str, found: &Found) -> String {
    match (found.hits.len(), found.more) {
        _ if text.is_empty() => search::hint().to_owned(),
        (0, _) => search::no_results(text),
        (shown, 0) => search::results(shown as u64),
        (_, more) => {
            search::narrow_down(number(SHOWN as u64), number(SHOWN.saturating_add(more) as u64))
        }
    }
}

fn object_choice(object: &Object, detail: String, state: Option<&ObjectState>) -> Choice {
    let (tone, icon) = state.map_or((Tone::Muted, Icon::Link), look_of);
    let route = Route::of(object.clone());
    Choice {
        key: route.href(),
        icon,
        tone,
        words: object.name().to_owned(),
        detail,
        kind: kind(object),
        href: Some(route.href()),
        replaces: false,
        disabled: false,
    }
}

/// An object that has gone meanwhile, or is not known yet, can still be gone to.
fn visited_choice(hit: Option<Hit>, object: Object) -> Choice {
    match hit {
        Some(Hit::Object { detail, state, .. }) => object_choice(&object, detail, state.as_ref()),
        _ => object_choice(&object, String::new(), None),
    }
}

/// Where the object is shown already, the way back is not longer for it.
fn command_choice(hit: &CommandHit, here: &Route) -> Choice {
    let target = Route::of(hit.object.clone());
    let href = href(hit.command, &hit.object);
    Choice {
        key: href.clone(),
        icon: icon(hit.command),
        tone: Tone::Muted,
        words: hit.words.clone(),
        detail: hit.reason.clone(),
        kind: search::action(),
        href: Some(href),
        replaces: target == *here,
        disabled: hit.disabled,
    }
}

fn kind(object: &Object) -> &'static str {
    match object {
        Object::Server(_) => attributes::server(),
        Object::Monitor(_) => attributes::monitor(),
        Object::Service(_) => attributes::service(),
        Object::Listener(_) => attributes::listener(),
        Object::Filter(_) => attributes::filter(),
        Object::Session(_) => attributes::session(),
    }
}
