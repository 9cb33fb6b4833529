//! One chart with its title, its newest value, its legend, its limit and its table.

use console::history;
use leptos::prelude::*;

use super::limit::{Limit, parsed, stored};
use super::picture::{MOST_LINES, Shown};
use super::table::Values;
use crate::charts::{Chart, Plot};
use crate::query::{now_ms, use_history};
use crate::ui::icon::{Icon, IconView};
use crate::ui::tone::Tone;

/// Which objects are the busiest is not asked more often than this.
const CHOICE_MS: u64 = 30_000;

/// The chart, over so many seconds.
#[component]
pub(super) fn Card(shown: Shown, span: Signal<u64>) -> impl IntoView {
    let title = shown.title();
    let limit = RwSignal::new(stored(&shown));
    let source = Source { history: use_history(), shown: StoredValue::new(shown.clone()), span };
    let names = source.names();
    let words = Memo::new(move |_| source.look(Shown::words));
    let newest = move || words.with(|(value, note)| format!("{value} {note}").trim().to_owned());
    let exceeds = Memo::new(move |_| {
        let limit = limit.with(|limit| parsed(limit));
        limit.is_some_and(|limit| source.look(Shown::value) > Some(limit))
    });
    let passed = source.passed();
    let stamp = Signal::derive(move || {
        names.track();
        limit.track();
        passed.get()
    });
    let plot = Callback::new(move |()| {
        untrack(|| {
            let limit = limit.with(|limit| parsed(limit));
            names.with(|names| source.plot(names, limit))
        })
    });
    let legend = move || {
        let names = names.get();
        (names.len() > 1).then(|| source.legend(&names))
    };
    let warning = move || {
        exceeds.get().then(
            || view! { <IconView icon=Icon::Warning label=texts::charts::above_the_limit() /> },
        )
    };
    view! {
        <div class="chart-card">
            <header class="chart-head">
                <h2>{title}</h2>
                <p
                    class="chart-newest"
                    data-tone=move || exceeds.get().then(|| Tone::Caution.name())
                >
                    {warning}
                    <strong>{move || words.with(|words| words.0.clone())}</strong>
                    <span class="quiet">{move || words.with(|words| words.1.clone())}</span>
                </p>
            </header>
            <Chart label=title newest=Signal::derive(newest) stamp=stamp plot=plot />
            {legend}
            <footer class="chart-more">
                <Limit limit=limit shown=shown />
                <Values title=title plot=plot />
            </footer>
        </div>
    }
}

/// Where a chart comes from.
#[derive(Clone, Copy)]
struct Source {
    history: crate::query::History,
    shown: StoredValue<Shown>,
    span: Signal<u64>,
}

impl Source {
    /// Looks at the history, and follows it.
    fn look<R: Default>(self, look: impl FnOnce(&Shown, &history::History) -> R) -> R {
        let look = |kept: &history::History| {
            self.shown.try_with_value(|shown| look(shown, kept)).unwrap_or_default()
        };
        self.history.with(look)
    }

    /// The objects that have a line, each where it was before as long as it is among them.
    fn names(self) -> Memo<Vec<String>> {
        let chosen = StoredValue::new((0, 0));
        Memo::new(move |before: Option<&Vec<String>>| {
            let (span, now_ms) = (self.span.get(), now_ms());
            let (span_before, at_ms) = chosen.get_value();
            let is_recent = span == span_before && now_ms < at_ms + CHOICE_MS;
            let before = before.map(Vec::as_slice).unwrap_or_default();
            let from_ms = now_ms.saturating_sub(span * 1_000);
            let names = |shown: &Shown, kept: &history::History| {
                // Only where there are too many there is anything to choose.
                if is_recent && before.len() >= MOST_LINES {
                    return before.to_vec();
                }
                chosen.set_value((span, now_ms));
                in_their_places(before, &shown.names(kept, from_ms))
            };
            self.look(names)
        })
    }

    /// Another number whenever a value has changed or the chart has to move on.
    fn passed(self) -> Memo<u64> {
        Memo::new(move |_| {
            let changes = self.look(|shown, kept| kept.changes(shown.metric.kind()));
            // Both have room: 2^40 steps are more than a thousand years, 2^24 changes half a year.
            now_ms() / Shown::step_ms(self.span.get()) + (changes << 40)
        })
    }

    fn plot(self, names: &[String], limit: Option<u32>) -> Plot {
        let span = self.span.get();
        self.look(|shown, kept| shown.plot(kept, span, names, limit))
    }

    /// Which line is whose.
    fn legend(self, names: &[String]) -> AnyView {
        let name = |(place, name): (usize, &String)| {
            let name = self.shown.with_value(|shown| shown.name_of(name));
            view! {
                <li>
                    <span class="chart-mark" data-slot=place.to_string()></span>
                    {name}
                </li>
            }
        };
        let others = untrack(|| self.look(Shown::others));
        let others = others.map(|words| {
            view! {
                <li>
                    <span class="chart-mark chart-mark-band"></span>
                    {words}
                </li>
            }
        });
        view! {
            <ul class="chart-legend">
                {names.iter().enumerate().map(name).collect_view()}
                {others}
            </ul>
        }
        .into_any()
    }
}

/// The same names, those that were there before in their places: a line keeps its colour.
fn in_their_places(before: &[String], now: &[String]) -> Vec<String> {
    let mut new = now.iter().filter(|name| !before.contains(name)).cloned();
    let stays = |name: &String| if now.contains(name) { Some(name.clone()) } else { new.next() };
    let mut names: Vec<String> = before.iter().filter_map(stays).collect();
    names.extend(new);
    names
}
