//! Moments, spans of time and sizes in words.

use std::time::Duration;

use js_sys::Date;
use leptos::prelude::*;

use crate::ui::locale::moment;

pub use maxscale::words::span;

/// An HTTP date of the API as a moment here; as it came when it is none.
pub fn http_date(text: &str) -> String {
    let at_ms = Date::parse(text);
    if at_ms.is_nan() { text.to_owned() } else { moment(at_ms) }
}

/// How often an age is looked at again.
const AGE_SECONDS: u64 = 20;

/// How long ago an HTTP date was: `43 min ago`.
#[component]
pub fn Ago(date: String) -> impl IntoView {
    view! { <Since date=date words=|span| texts::values::ago(span) /> }
}

/// When an HTTP date was, and how long it is since: `2:31:21 AM (43 min)`.
#[component]
pub fn Moment(date: String) -> impl IntoView {
    view! {
        {http_date(&date)}
        " ("
        <Since date=date />
        ")"
    }
}

/// How long it is since an HTTP date, in words that grow with the time; the moment itself is a
/// hover away.
#[component]
pub fn Since(
    date: String,
    /// What is made of the span.
    #[prop(default = |span| span)]
    words: fn(String) -> String,
) -> impl IntoView {
    let at_ms = Date::parse(&date);
    let look = move || ((Date::now() - at_ms).max(0.0) / 1_000.0) as u64;
    let age = RwSignal::new(look());
    let timer = set_interval_with_handle(
        move || {
            age.try_set(look());
        },
        Duration::from_secs(AGE_SECONDS),
    );
    on_cleanup(move || drop(timer.map(|timer| timer.clear())));
    if at_ms.is_nan() {
        return date.into_any();
    }
    let text = Memo::new(move |_| words(span(age.get())));
    let exact = String::from(Date::new(&at_ms.into()).to_iso_string());
    view! {
        <time datetime=exact title=moment(at_ms)>
            {text}
        </time>
    }
    .into_any()
}

/// A size in the unit that leaves the fewest digits: `133 kB`.
pub fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match UNITS.into_iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, word)) => format!("{} {word}", (bytes + unit / 2) / unit),
        None => format!("{bytes} B"),
    }
}
