//! Charts: without values, with one line, with gaps, whiles and a limit, with many lines.

use leptos::prelude::*;

use crate::charts::{Band, Chart, Line, Plot, Point, Shade};
use crate::ui::section::Section;

/// 2026-01-01 at noon in Greenwich, so that the pictures are always the same.
const FROM_MS: f64 = 1_767_268_800_000.0;
const STEP_MS: f64 = 10_000.0;
const POINTS: usize = 60;
/// Nothing was read before this one.
const AFTER_GAP: usize = 22;

#[component]
pub(super) fn Charts() -> impl IntoView {
    view! {
        <Section title="Charts">
            <div class="charts-row">
                {card("Nothing read yet", Plot::default)}
                {card("One line", || plot(1))}
                {card("A gap, maintenance, and a limit", interrupted)}
                {card("Eight of many", crowded)}
            </div>
        </Section>
    }
}

fn card(title: &'static str, plot: fn() -> Plot) -> impl IntoView {
    let plot = Callback::new(move |()| plot());
    view! {
        <div class="chart-card">
            <header class="chart-head">
                <h2>{title}</h2>
            </header>
            <Chart label=title newest="12" stamp=1_u64 plot=plot />
        </div>
    }
}

fn at_ms(place: usize) -> f64 {
    FROM_MS + STEP_MS * place as f64
}

/// Lines that rise and fall, each above the one before.
fn plot(lines: u32) -> Plot {
    let value = |line: u32, place: u32| 10 * line + (place * (line + 3)) % 17;
    let line = |number: u32| Line {
        name: format!("db{number}"),
        values: (0..POINTS as u32).map(|place| Some(value(number, place))).collect(),
    };
    Plot {
        from_ms: FROM_MS,
        to_ms: at_ms(POINTS),
        points: (0..POINTS).map(|place| Point { at_ms: at_ms(place), after_gap: false }).collect(),
        lines: (1..=lines).map(line).collect(),
        ..Plot::default()
    }
}

fn interrupted() -> Plot {
    let mut plot = plot(3);
    plot.points.iter_mut().skip(AFTER_GAP).take(1).for_each(|point| point.after_gap = true);
    let words = "db2 in maintenance".to_owned();
    Plot {
        shades: vec![Shade { from_ms: at_ms(30), to_ms: at_ms(44), words }],
        limit: Some(40),
        ..plot
    }
}

fn crowded() -> Plot {
    let edges = (0..POINTS as u32).map(|place| Some((place % 5, 95 + place % 9))).collect();
    let band = Band { name: "All 1,000 servers, lowest to highest".to_owned(), edges };
    Plot { band: Some(band), ..plot(8) }
}
