//! A chart that can be read with the pointer and with the keyboard.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;

use super::paint::{area, paint};
use super::plot::Plot;
use super::readout::{entries, panel, sentence};
use super::scale::Area;
use super::watch::{Watch, is_in_sight};

/// A chart. To assistive technology it is a slider over its time: moving it tells the values.
#[component]
pub fn Chart(
    #[prop(into)] label: Signal<String>,
    /// The newest values, in words.
    #[prop(into)]
    newest: Signal<String>,
    /// Another number whenever there is something new to draw.
    #[prop(into)]
    stamp: Signal<u64>,
    /// What is to be drawn now.
    plot: Callback<(), Plot>,
) -> impl IntoView {
    let chart = Drawn {
        canvas: NodeRef::new(),
        frame: NodeRef::new(),
        source: plot,
        plot: StoredValue::new_local(Plot::default()),
        is_stale: StoredValue::new(true),
        marked_ms: StoredValue::new(None),
        read: RwSignal::new(vec![]),
    };
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(canvas) = chart.canvas.get() {
            watch.set_value(Watch::start(&canvas, move || chart.look()));
        }
    });
    on_cleanup(move || drop(watch.try_update_value(Option::take)));
    Effect::new(move || {
        stamp.track();
        chart.is_stale.set_value(true);
        chart.look();
    });
    let read = chart.read;
    let spoken =
        move || read.with(|read| if read.is_empty() { newest.get() } else { sentence(read) });
    let shown = move || {
        let entries = read.get();
        let lines = chart.plot.with_value(|plot| plot.lines.len());
        (!entries.is_empty()).then(|| panel(entries, lines))
    };
    view! {
        <div
            node_ref=chart.frame
            class="chart"
            role="slider"
            aria-roledescription=texts::charts::chart()
            tabindex="0"
            aria-label=move || label.get()
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow=move || {
                read.track();
                chart.percent().to_string()
            }
            aria-valuetext=spoken
            on:pointerdown=move |event: PointerEvent| chart.on_pointer(&event)
            on:pointermove=move |event: PointerEvent| chart.on_pointer(&event)
            on:pointerleave=move |event: PointerEvent| {
                if event.pointer_type() == "mouse" {
                    chart.mark(None);
                }
            }
            on:focus=move |_| chart.on_focus()
            on:blur=move |_| chart.mark(None)
            on:keydown=move |event: KeyboardEvent| chart.on_key(&event)
        >
            <canvas
                node_ref=chart.canvas
                class="chart-canvas"
                aria-hidden="true"
                on:transitionend=move |_| chart.paint()
            ></canvas>
            {shown}
        </div>
    }
}

/// What is on the canvas, and what is read of it. Copies speak of the same chart.
#[derive(Clone, Copy)]
struct Drawn {
    canvas: NodeRef<html::Canvas>,
    frame: NodeRef<html::Div>,
    source: Callback<(), Plot>,
    plot: StoredValue<Plot, LocalStorage>,
    is_stale: StoredValue<bool>,
    marked_ms: StoredValue<Option<f64>>,
    read: RwSignal<Vec<(String, String)>>,
}

impl Drawn {
    /// Draws what is new as soon as it can be seen.
    fn look(self) {
        let canvas = self.canvas.try_get_untracked().flatten();
        if !canvas.is_some_and(|canvas| is_in_sight(&canvas)) {
            return;
        }
        if self.is_stale.try_get_value() == Some(true) {
            self.is_stale.try_set_value(false);
            self.plot.try_set_value(self.source.run(()));
            self.tell();
        }
        self.paint();
    }

    /// The point that is marked.
    fn marked(self) -> Option<usize> {
        let at_ms = self.marked_ms.try_get_value().flatten()?;
        self.plot.try_with_value(|plot| plot.nearest(at_ms)).flatten()
    }

    fn paint(self) {
        let Some(canvas) = self.canvas.try_get_untracked().flatten() else { return };
        let marked = self.marked();
        self.plot.try_with_value(|plot| paint(&canvas, plot, marked));
    }

    /// Where the mark is between the edges, in percent.
    fn percent(self) -> u32 {
        let at_ms = self.marked_ms.get_value();
        let share = self.plot.with_value(|plot| {
            at_ms.map(|at_ms| (at_ms - plot.from_ms) / (plot.to_ms - plot.from_ms))
        });
        (share.unwrap_or(1.0) * 100.0) as u32
    }

    /// Marks the point nearest to a time, or none.
    fn mark(self, at_ms: Option<f64>) {
        let snapped = self.plot.try_with_value(|plot| {
            plot.nearest(at_ms?).and_then(|place| plot.points.get(place)).map(|point| point.at_ms)
        });
        self.marked_ms.try_set_value(snapped.flatten());
        self.tell();
        self.paint();
    }

    /// Shows what is to be read at the mark, on the side of it that has more room.
    fn tell(self) {
        let marked = self.marked();
        let read = self
            .plot
            .try_with_value(|plot| marked.map(|marked| entries(plot, marked)).unwrap_or_default());
        if let Some(read) = read
            && self.read.try_with_untracked(|now| *now != read) == Some(true)
        {
            self.read.try_set(read);
        }
        let Some(frame) = self.frame.try_get_untracked().flatten().filter(|_| marked.is_some())
        else {
            return;
        };
        let x = self.x();
        let width = f64::from(frame.client_width());
        let (side, x) = if x > width / 2.0 { ("start", width - x) } else { ("end", x) };
        let style = HtmlElement::style(&frame);
        drop(frame.set_attribute("data-side", side));
        drop(style.set_property("--chart-x", &format!("{}px", x.round() as i32)));
    }

    fn area(self) -> Area {
        let canvas = self.canvas.try_get_untracked().flatten();
        let width = canvas.map_or(0.0, |canvas| f64::from(canvas.client_width()));
        let area = self.plot.try_with_value(|plot| area(plot, width, 0.0));
        area.unwrap_or_else(|| Area::new(width, 0.0, 0))
    }

    /// Where the mark is, in pixels.
    fn x(self) -> f64 {
        let at_ms = self.marked_ms.try_get_value().flatten().unwrap_or_default();
        let share =
            self.plot.try_with_value(|plot| (at_ms - plot.from_ms) / (plot.to_ms - plot.from_ms));
        self.area().x(share.unwrap_or_default())
    }

    fn on_pointer(self, event: &PointerEvent) {
        let share = self.area().share(f64::from(event.offset_x()));
        let at_ms =
            self.plot.try_with_value(|plot| plot.from_ms + share * (plot.to_ms - plot.from_ms));
        self.mark(at_ms);
    }

    fn on_focus(self) {
        if self.marked().is_none() {
            self.mark(Some(f64::MAX));
        }
    }

    fn on_key(self, event: &KeyboardEvent) {
        let count = self.plot.try_with_value(|plot| plot.points.len()).unwrap_or_default();
        let last = count.saturating_sub(1);
        let now = self.marked().unwrap_or(last);
        let tenth = (count / 10).max(1);
        let place = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "ArrowRight" | "ArrowUp" => now + 1,
            "PageDown" => now.saturating_sub(tenth),
            "PageUp" => now + tenth,
            "Home" => 0,
            "End" => last,
            "Escape" => return self.mark(None),
            _ => return,
        };
        event.prevent_default();
        let at_ms = self
            .plot
            .try_with_value(|plot| plot.points.get(place.min(last)).map(|point| point.at_ms));
        self.mark(at_ms.flatten());
    }
}
