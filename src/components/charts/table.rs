//! The values of a chart as a table, for those who cannot see it or want the numbers.

use leptos::prelude::*;
use texts::{charts as words, common};

use crate::charts::{Line, Plot};
use crate::ui::disclosure::Disclosure;
use crate::ui::locale::time_of_day;

/// More rows than this nobody reads.
const ROWS: usize = 60;

/// The table, behind a word. It is made when it is opened, and stands still while it is read.
#[component]
pub(super) fn Values(title: &'static str, plot: Callback<(), Plot>) -> impl IntoView {
    let open = RwSignal::new(false);
    let values = move || open.get().then(|| table(title, &plot.run(())));
    view! {
        <Disclosure summary=words::as_a_table() on_toggle=move |now| open.set(now)>
            {values}
        </Disclosure>
    }
}

fn table(title: &'static str, plot: &Plot) -> impl IntoView + use<> {
    let column = |words: &str| view! { <th scope="col">{words.to_owned()}</th> };
    let names: Vec<_> = plot.lines.iter().map(|line| column(&line.name)).collect();
    let state = (!plot.shades.is_empty()).then(|| column(common::state()));
    let until = plot.points.last().map(|point| time_of_day(point.at_ms)).unwrap_or_default();
    let rows = plot.rows(ROWS).into_iter();
    let rows: Vec<_> = rows.map(|(place, after_gap)| row(plot, place, after_gap)).collect();
    view! {
        <div class="table-region chart-values" role="region" aria-label=words::over_time(title) tabindex="0">
            <table class="table">
                <caption>{words::up_to(until)}</caption>
                <thead>
                    <tr>{column(words::time())} {names} {state}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(plot: &Plot, place: usize, after_gap: bool) -> impl IntoView + use<> {
    let at_ms = plot.points.get(place).map_or(0.0, |point| point.at_ms);
    let value = |value: Option<u32>| {
        value.map_or_else(|| "–".to_owned(), |value| texts::number(value.into()))
    };
    let cell = |line: &Line| {
        let words = value(line.values.get(place).copied().flatten());
        view! { <td data-label=line.name.clone()>{words}{plot.unit}</td> }
    };
    let cells: Vec<_> = plot.lines.iter().map(cell).collect();
    let shades = plot.shades_at(at_ms).collect::<Vec<_>>().join(", ");
    let gap = after_gap.then(|| view! { <span class="quiet">" " {words::after_a_gap()}</span> });
    view! {
        <tr>
            <th scope="row">{time_of_day(at_ms)} {gap}</th>
            {cells}
            {(!plot.shades.is_empty()).then(|| view! { <td data-label=common::state()>{shades}</td> })}
        </tr>
    }
    .into_any()
}
