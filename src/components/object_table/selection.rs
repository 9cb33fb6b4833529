//! The rows that are selected: by name, in the address, so that they survive a reload.

use std::collections::BTreeSet;

use console::listing::{names, names_text};
use leptos::prelude::*;
use maxscale::object::Object;

use super::listing::Listing;
use crate::state::location::{Location, use_location};

/// The option that selects.
const SELECTED: &str = "selected";

/// The address names no more objects than these, since addresses are to be short.
const NAMED: usize = 100;

/// What is selected. Copies speak of the same.
#[derive(Clone, Copy)]
pub(super) struct Selection {
    /// The objects.
    pub(super) objects: Memo<Vec<Object>>,
    /// Their names, as the address has them; also of objects that are not there.
    names: RwSignal<String>,
    /// The name that was clicked last.
    last: StoredValue<String>,
    listing: Listing,
    location: Location,
}

impl Selection {
    pub(super) fn new(listing: Listing) -> Self {
        let location = use_location();
        let asked =
            Memo::new(move |_| location.options.with(|options| options.get(SELECTED).to_owned()));
        let selected = RwSignal::new(asked.get_untracked());
        let objects = Memo::new(move |_| {
            let wanted = selected.with(|text| set(names(text)));
            listing.rows.with(|rows| {
                let all = rows.iter().filter_map(|row| row.object.as_ref());
                all.filter(|object| wanted.contains(object.name())).cloned().collect::<Vec<_>>()
            })
        });
        let selection = Self {
            objects,
            names: selected,
            last: StoredValue::new(String::new()),
            listing,
            location,
        };
        // Somebody went back in history, or followed a link.
        Effect::new(move |before: Option<()>| {
            let asked = asked.get();
            if before.is_some() && bounded(&selected.get_untracked()) != asked {
                selected.set(asked);
            }
        });
        // What has gone drops out, and does not come back selected.
        Effect::new(move || {
            let there: Vec<String> =
                objects.with(|all| all.iter().map(|one| one.name().to_owned()).collect());
            if selected.with_untracked(|text| names(text).len() > there.len()) {
                selection.set(&there);
            }
        });
        selection
    }

    /// Whether the object with this name is selected.
    pub(super) fn has(self, name: &str) -> bool {
        self.objects.with(|all| all.iter().any(|object| object.name() == name))
    }

    /// How many of the rows shown are selected, and how many are shown.
    pub(super) fn shown(self) -> (usize, usize) {
        self.objects.with(|all| {
            let selected = set(all.iter().map(|one| one.name().to_owned()));
            self.listing.with_rows_matching(|rows| {
                let own = rows.iter().filter(|row| selected.contains(&row.name));
                (own.count(), rows.len())
            })
        })
    }

    /// Selects an object, or no longer; with `range` all others between it and the last one.
    pub(super) fn pick(self, name: &str, selected: bool, range: bool) {
        let last = self.last.get_value();
        let from = if range && !last.is_empty() { last.as_str() } else { name };
        let picked: Vec<String> = untrack(|| {
            self.listing.with_rows_matching(|rows| {
                let line = |name: &str| rows.iter().position(|row| row.name == name);
                let (Some(a), Some(b)) = (line(from), line(name)) else { return vec![] };
                let between = rows.iter().skip(a.min(b)).take(a.abs_diff(b) + 1);
                between.map(|row| row.name.clone()).collect()
            })
        });
        self.last.set_value(name.to_owned());
        self.change(picked, selected);
    }

    /// Selects all rows shown, or none of them.
    pub(super) fn pick_all(self, selected: bool) {
        let all = untrack(|| {
            self.listing
                .with_rows_matching(|rows| rows.iter().map(|row| row.name.clone()).collect())
        });
        self.change(all, selected);
    }

    /// Selects nothing.
    pub(super) fn clear(self) {
        self.set(&[]);
    }

    fn change(self, picked: Vec<String>, selected: bool) {
        let mut all = self.names.with_untracked(|text| names(text));
        let known = set(picked.iter().cloned());
        all.retain(|name| !known.contains(name));
        if selected {
            all.extend(picked);
        }
        self.set(&all);
    }

    fn set(self, all: &[String]) {
        let text = names_text(all);
        let asked = bounded(&text);
        self.names.set(text);
        self.location.set_option(SELECTED, &asked);
    }
}

/// As much of a selection as the address has: all or nothing.
fn bounded(text: &str) -> String {
    if text.split(',').count() > NAMED { String::new() } else { text.to_owned() }
}

/// Names to look up. They are put in one by one, as the standard library would sort them first
/// and bring along a sort of its own.
fn set(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    let mut set = BTreeSet::new();
    for name in names {
        set.insert(name);
    }
    set
}
