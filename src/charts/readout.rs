//! The values at one time, in words.

use leptos::prelude::*;
use texts::number;

use super::plot::Plot;
use crate::ui::locale::time_of_day;

/// More of what was at a time than this is only counted.
const SHADES: usize = 3;

/// A line of the read-out: the name, and the value.
type Entry = (String, String);

/// What is to be read at a point: the time, each line, the area, and what else was then.
pub(super) fn entries(plot: &Plot, place: usize) -> Vec<Entry> {
    let Some(point) = plot.points.get(place) else { return vec![] };
    let mut entries = vec![(time_of_day(point.at_ms), String::new())];
    for line in &plot.lines {
        let value = line.values.get(place).copied().flatten();
        let words = value.map(|value| format!("{}{}", number(value.into()), plot.unit));
        entries.push((line.name.clone(), words.unwrap_or_else(|| "–".to_owned())));
    }
    if let Some(band) = &plot.band
        && let Some(Some((low, high))) = band.edges.get(place)
    {
        let words = format!("{}–{}{}", number((*low).into()), number((*high).into()), plot.unit);
        entries.push((band.name.clone(), words));
    }
    let shades: Vec<&str> = plot.shades_at(point.at_ms).collect();
    entries.extend(shades.iter().take(SHADES).map(|words| ((*words).to_owned(), String::new())));
    if shades.len() > SHADES {
        let more = number((shades.len() - SHADES) as u64);
        entries.push((texts::common::and_more(more), String::new()));
    }
    entries
}

/// The same as one sentence.
pub(super) fn sentence(entries: &[Entry]) -> String {
    let words = |(name, value): &Entry| {
        if value.is_empty() { name.clone() } else { format!("{name} {value}") }
    };
    entries.iter().map(words).collect::<Vec<_>>().join(", ")
}

/// The panel beside the mark. Screen readers hear the sentence instead.
pub(super) fn panel(entries: Vec<Entry>, lines: usize) -> impl IntoView {
    let row = |(place, (name, value)): (usize, Entry)| {
        let slot = place.checked_sub(1).filter(|slot| *slot < lines);
        view! {
            <p class="chart-entry">
                {slot.map(|slot| view! { <span class="chart-mark" data-slot=slot.to_string()></span> })}
                <span class="chart-name">{name}</span>
                <span>{value}</span>
            </p>
        }
    };
    view! {
        <div class="chart-readout" aria-hidden="true">
            {entries.into_iter().enumerate().map(row).collect_view()}
        </div>
    }
}
