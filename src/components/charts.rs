//! The charts of a page: side by side, over one span of time, out of the way when not wanted.

mod card;
mod limit;
mod picture;
mod table;

pub use picture::Shown;

use leptos::prelude::*;
use texts::charts as words;

use crate::query::{now_ms, use_history};
use crate::state::preferences::Preference;
use crate::ui::disclosure::Disclosure;
use crate::ui::field::Select;
use crate::ui::lazy::lazy;
use crate::ui::locale::moment;
use card::Card;

/// Spans on offer, in seconds.
const SPANS: [(&str, texts::Text); 3] =
    [("600", words::ten_minutes), ("3600", words::an_hour), ("86400", words::a_day)];

/// Windows smaller than this show charts only when asked to: what they stand above comes first.
const NARROW: f64 = 640.0;
const LOW: f64 = 900.0;

/// The charts; nothing is read for them alone while they are closed.
#[component]
pub fn Charts(
    /// What they are of.
    charts: Vec<Shown>,
    /// Whether it is their turn: what matters more comes first.
    #[prop(default = true.into(), into)]
    ready: Signal<bool>,
) -> impl IntoView {
    let open = RwSignal::new(is_open());
    let span = RwSignal::new(stored_span());
    let toggled = move |now: bool| {
        if open.get_untracked() != now {
            open.set(now);
            Preference::Charts.write(Some(if now { "yes" } else { "no" }));
        }
    };
    // Whatever else is read, the charts stay where they are.
    let is_wanted = Memo::new(move |_| open.get() && ready.get());
    let charts = StoredValue::new(charts);
    let row = move || {
        let charts = charts.get_value();
        let show = || {
            lazy!(
                charts,
                texts::parts::the_charts(),
                |charts: Vec<Shown>, span: RwSignal<String>| row(charts, span)
            )
        };
        is_wanted.get().then(show)
    };
    view! {
        <section class="charts" aria-label=words::charts()>
            <Disclosure summary=words::charts() open=open.get_untracked() on_toggle=toggled>
                <div class="charts-content">{row}</div>
            </Disclosure>
        </section>
    }
}

fn is_open() -> bool {
    match Preference::Charts.read().as_deref() {
        Some(chosen) => chosen == "yes",
        None => {
            let width = window().inner_width().ok().and_then(|width| width.as_f64());
            let height = window().inner_height().ok().and_then(|height| height.as_f64());
            width >= Some(NARROW) && height >= Some(LOW)
        }
    }
}

fn stored_span() -> String {
    let stored = Preference::ChartSpan.read();
    let known = SPANS.iter().map(|span| span.0);
    let chosen = known.clone().find(|span| stored.as_deref() == Some(span));
    chosen.or_else(|| known.clone().next()).unwrap_or_default().to_owned()
}

fn row(charts: Vec<Shown>, span: RwSignal<String>) -> impl IntoView {
    let history = use_history();
    history.charted.inner().set(true);
    on_cleanup(move || {
        history.charted.inner().try_set(false);
    });
    let choose = move |chosen: String| {
        Preference::ChartSpan.write(Some(&chosen));
        span.set(chosen);
    };
    let choices: Vec<_> = SPANS.map(|(key, words)| (key.to_owned(), words().to_owned())).into();
    let seconds = Signal::derive(move || span.with(|span| span.parse().unwrap_or(600)));
    // Where less is known than the span holds, the chart says why it is so short.
    let since = Memo::new(move |_| {
        let from_ms = now_ms().saturating_sub(seconds.get() * 1_000);
        let first_ms = history.with(|kept| kept.first_ms());
        first_ms.filter(|first| *first > from_ms)
    });
    let since = move || since.get().map(|first| words::collecting_since(moment(first as f64)));
    let card = move |shown| view! { <Card shown=shown span=seconds /> };
    view! {
        <p class="charts-since quiet">{since}</p>
        <div class="charts-span">
            <Select
                label=words::span()
                choices=Signal::stored(choices)
                value=span
                on_change=choose
            />
        </div>
        <div class="charts-row">{charts.into_iter().map(card).collect_view()}</div>
    }
}
