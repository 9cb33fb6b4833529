//! The limit line of a chart, as each browser remembers it.

use leptos::prelude::*;
use texts::charts as words;

use super::picture::Shown;
use crate::state::preferences::Preference;
use crate::ui::disclosure::Disclosure;
use crate::ui::field::TextField;

/// So many limits are remembered; those set long ago go first.
const MOST: usize = 200;

/// A limit as it is typed: a whole number, or nothing.
pub(super) fn parsed(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

fn all() -> Vec<(String, String)> {
    let text = Preference::Limits.read().unwrap_or_default();
    let pairs = text.lines().filter_map(|line| line.split_once('\t'));
    pairs.map(|(chart, limit)| (chart.to_owned(), limit.to_owned())).collect()
}

/// What was typed for a chart.
pub(super) fn stored(shown: &Shown) -> String {
    let key = shown.key();
    all().into_iter().find(|one| one.0 == key).map(|one| one.1).unwrap_or_default()
}

fn store(shown: &Shown, limit: Option<u32>) {
    let key = shown.key();
    let mut all = all();
    all.retain(|one| one.0 != key);
    all.extend(limit.map(|limit| (key, limit.to_string())));
    let lines = all.iter().rev().take(MOST).rev();
    let text: String = lines.map(|(chart, limit)| format!("{chart}\t{limit}\n")).collect();
    Preference::Limits.write(Some(&text));
}

/// Where the limit is set.
#[component]
pub(super) fn Limit(limit: RwSignal<String>, shown: Shown) -> impl IntoView {
    let is_wrong = move || limit.with(|text| !text.trim().is_empty() && parsed(text).is_none());
    let error = Signal::derive(move || is_wrong().then(|| words::limit_wrong().to_owned()));
    Effect::new(move |before: Option<Option<u32>>| {
        let now = limit.with(|text| parsed(text));
        if before.is_some_and(|before| before != now) && !is_wrong() {
            store(&shown, now);
        }
        now
    });
    let summary = Signal::derive(move || match limit.with(|text| parsed(text)) {
        Some(limit) => words::limit_at(texts::number(limit.into())),
        None => words::limit().to_owned(),
    });
    view! {
        <Disclosure summary=summary>
            <TextField
                label=words::limit()
                value=limit
                error=error
                hint=words::limit_hint()
            />
        </Disclosure>
    }
}
