//! How many rows of a long table are in which state; each leaves only its own.

use console::listing::{Format, Value};
use leptos::prelude::*;
use maxscale::object::ObjectState;

use super::FILTER;
use super::listing::Listing;
use crate::components::state_badge::look_of;
use crate::state::location::use_location;
use crate::ui::icon::{Icon, IconView};
use crate::ui::tone::Tone;

/// The states of shorter tables are seen at a glance.
const MANY: usize = 12;

/// A state that some rows are in.
#[derive(Clone, PartialEq)]
struct Counted {
    words: String,
    look: (Tone, Icon),
    count: u64,
}

#[component]
pub(super) fn States(listing: Listing) -> impl IntoView {
    let counted = Memo::new(move |_| counted(listing));
    let any = Memo::new(move |_| counted.with(|all| all.len() > 1));
    let words =
        move || counted.with(|all| all.iter().map(|one| one.words.clone()).collect::<Vec<_>>());
    move || {
        any.get().then(|| {
            view! {
                <div class="states" role="group" aria-label=texts::tables::filter_by_state()>
                    <For each=words key=Clone::clone let:words>
                        <Chip listing=listing counted=counted words=words />
                    </For>
                </div>
            }
        })
    }
}

#[component]
fn Chip(listing: Listing, counted: Memo<Vec<Counted>>, words: String) -> impl IntoView {
    let location = use_location();
    let found = counted.with_untracked(|all| all.iter().find(|one| one.words == words).cloned());
    let (tone, icon) = found.map_or((Tone::Info, Icon::Question), |one| one.look);
    let count = {
        let words = words.clone();
        move || {
            let own =
                |all: &Vec<Counted>| all.iter().find(|one| one.words == words).map(|one| one.count);
            texts::number(counted.with(own).unwrap_or_default())
        }
    };
    let is_chosen = {
        let words = words.clone();
        Memo::new(move |_| listing.filter.with(|filter| *filter == words))
    };
    let choose = {
        let words = words.clone();
        move |_| location.set_option(FILTER, if is_chosen.get_untracked() { "" } else { &words })
    };
    view! {
        <button
            type="button"
            class="badge"
            data-tone=tone.name()
            aria-pressed=move || if is_chosen.get() { "true" } else { "false" }
            on:click=choose
        >
            <IconView icon=icon />
            <span class="badge-text">{words} " " <b>{count}</b></span>
        </button>
    }
}

/// What is worst comes first, then what is seldom.
fn counted(listing: Listing) -> Vec<Counted> {
    let of_state = |headings: &[console::listing::Heading]| {
        headings.iter().position(|heading| heading.format == Format::State)
    };
    let Some(column) = listing.columns.with_headings(of_state) else { return vec![] };
    let mut all: Vec<Counted> = Vec::new();
    listing.rows.with(|rows| {
        if rows.len() <= MANY {
            return;
        }
        for row in rows {
            if let Some(Value::State(state)) = row.values.get(column) {
                count(&mut all, state);
            }
        }
    });
    all.sort_by_key(|one| (rank(one.look.0), one.count));
    all
}

fn count(all: &mut Vec<Counted>, state: &ObjectState) {
    let words = state.words();
    match all.iter_mut().find(|one| one.words == words) {
        Some(one) => one.count += 1,
        None => all.push(Counted { words, look: look_of(state), count: 1 }),
    }
}

fn rank(tone: Tone) -> u8 {
    match tone {
        Tone::Bad => 0,
        Tone::Caution => 1,
        Tone::Info => 2,
        Tone::Accent | Tone::Muted => 3,
        Tone::Good => 4,
    }
}
