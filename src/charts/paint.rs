//! Puts a plot on a canvas, in the colours that the style sheet gives.

use leptos::prelude::window;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::ops::Range;
use texts::number;
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, HtmlCanvasElement};

use super::plot::{Line, Plot};
use super::scale::{Area, round_times, round_top};
use crate::ui::locale::hour_and_minute;

/// Lines beyond take the same colours again, dashed.
const COLOURS: usize = 4;
/// Pixels across a dot; what is shorter can hardly be seen as a line.
const DOT: f64 = 4.0;
/// Pixels between the words of the axis of time.
const BETWEEN_TIMES: f64 = 75.0;

/// Paints a plot, with a mark at one of its points.
pub(super) fn paint(canvas: &HtmlCanvasElement, plot: &Plot, marked: Option<usize>) {
    let Some(paper) = Paper::of(canvas, plot) else { return };
    paper.shades();
    paper.axes();
    paper.band();
    for (place, line) in plot.lines.iter().enumerate() {
        paper.line(place, line);
    }
    paper.limit();
    if let Some(marked) = marked {
        paper.mark(marked);
    }
}

fn top(plot: &Plot) -> u32 {
    plot.top.unwrap_or_else(|| round_top(plot.highest()))
}

/// Where a plot stands on a canvas of this size.
pub(super) fn area(plot: &Plot, width: f64, height: f64) -> Area {
    Area::new(width, height, number(top(plot).into()).chars().count())
}

struct Paper<'a> {
    pen: CanvasRenderingContext2d,
    style: CssStyleDeclaration,
    plot: &'a Plot,
    area: Area,
    top: u32,
}

impl<'a> Paper<'a> {
    /// A clean canvas, as fine as the screen.
    fn of(canvas: &HtmlCanvasElement, plot: &'a Plot) -> Option<Self> {
        let ratio = window().device_pixel_ratio();
        let (width, height) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        let (wide, high) = ((width * ratio) as u32, (height * ratio) as u32);
        if (canvas.width(), canvas.height()) != (wide, high) {
            canvas.set_width(wide);
            canvas.set_height(high);
        }
        let pen: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let style = window().get_computed_style(canvas).ok()??;
        pen.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0).ok()?;
        pen.clear_rect(0.0, 0.0, width, height);
        let (area, top) = (area(plot, width, height), top(plot));
        let paper = Self { pen, style, plot, area, top };
        let font = |name: &str| paper.style.get_property_value(name).unwrap_or_default();
        paper.pen.set_font(&format!("{} {}", font("font-size"), font("font-family")));
        Some(paper)
    }

    fn ink(&self, name: &str) {
        let colour = self.style.get_property_value(name).unwrap_or_default();
        self.pen.set_stroke_style_str(&colour);
        self.pen.set_fill_style_str(&colour);
    }

    /// By the lengths of strokes and gaps; none for a whole line.
    fn dashed(&self, lengths: &[f64]) {
        let pattern =
            lengths.iter().map(|length| JsValue::from(*length)).collect::<js_sys::Array>();
        // Only a pattern that is no list could be refused.
        let _ = self.pen.set_line_dash(&pattern);
    }

    fn x(&self, at_ms: f64) -> f64 {
        self.area.x((at_ms - self.plot.from_ms) / (self.plot.to_ms - self.plot.from_ms))
    }

    fn x_of(&self, place: usize) -> f64 {
        self.plot.points.get(place).map_or(0.0, |point| self.x(point.at_ms))
    }

    fn y(&self, value: u32) -> f64 {
        self.area.y(f64::from(value) / f64::from(self.top.max(1)))
    }

    fn across(&self, y: f64) {
        self.pen.begin_path();
        self.pen.move_to(self.area.left, y);
        self.pen.line_to(self.area.right, y);
        self.pen.stroke();
    }

    fn write(&self, words: &str, x: f64, y: f64) {
        // Words that cannot be written are also in the table.
        let _ = self.pen.fill_text(words, x, y);
    }

    /// At half a pixel, a line of one pixel is sharp.
    fn axes(&self) {
        self.pen.set_line_width(1.0);
        self.dashed(&[]);
        self.pen.set_text_align("right");
        self.pen.set_text_baseline("middle");
        for value in [0, self.top / 2, self.top] {
            let y = self.y(value).round() + 0.5;
            self.ink("--chart-grid");
            self.across(y);
            self.ink("color");
            self.write(&number(value.into()), self.area.left - 5.0, y);
        }
        let (from_ms, to_ms) = (self.plot.from_ms, self.plot.to_ms);
        let most = (self.area.right - self.area.left) / BETWEEN_TIMES;
        let zone_minutes = js_sys::Date::new(&to_ms.into()).get_timezone_offset();
        self.pen.set_text_align("center");
        for time in round_times(from_ms, to_ms, most, zone_minutes) {
            let words = hour_and_minute(time);
            let half = 3.3 * words.len() as f64;
            let x = self.x(time).min(self.area.right + 5.0 - half).max(half);
            self.write(&words, x, self.area.bottom + 11.0);
        }
    }

    fn shades(&self) {
        for shade in &self.plot.shades {
            let (from, to) = (self.x(shade.from_ms).max(self.area.left), self.x(shade.to_ms));
            let width = (to - from).max(2.0);
            self.ink("--chart-shade");
            self.pen.fill_rect(from, self.area.top, width, self.area.bottom - self.area.top);
            self.ink("--chart-limit");
            self.pen.fill_rect(from, self.area.bottom, width, 2.0);
        }
    }

    fn band(&self) {
        let Some(band) = &self.plot.band else { return };
        let edge = |place: usize| band.edges.get(place).copied().flatten();
        self.ink("--chart-band");
        for run in self.plot.runs(&|place| edge(place).is_some()) {
            self.fill(run, &|place| edge(place).unwrap_or_default());
        }
    }

    /// Fills between two lines; never less than a pixel in width.
    fn fill(&self, run: Range<usize>, edges: &dyn Fn(usize) -> (u32, u32)) {
        self.pen.begin_path();
        for place in run.clone() {
            self.pen.line_to(self.x_of(place), self.y(edges(place).1));
        }
        for place in run.rev() {
            self.pen.line_to(self.x_of(place) + 1.0, self.y(edges(place).0));
        }
        self.pen.fill();
    }

    fn ink_of(&self, place: usize) {
        self.ink(&format!("--chart-{}", place % COLOURS + 1));
        self.dashed(if place < COLOURS { &[] } else { &[3.0] });
    }

    fn line(&self, place: usize, line: &Line) {
        let value = |place: usize| line.values.get(place).copied().flatten();
        self.pen.set_line_width(1.5);
        self.ink_of(place);
        for run in self.plot.runs(&|place| value(place).is_some()) {
            if self.plot.lines.len() == 1 {
                self.pen.set_global_alpha(0.15);
                self.fill(run.clone(), &|place| (0, value(place).unwrap_or_default()));
                self.pen.set_global_alpha(1.0);
            }
            let last = run.end - 1;
            if self.x_of(last) - self.x_of(run.start) < DOT {
                self.dot(last, value(last));
            }
            self.pen.begin_path();
            for (at, value) in run.filter_map(|at| Some((at, value(at)?))) {
                self.pen.line_to(self.x_of(at), self.y(value));
            }
            self.pen.stroke();
        }
    }

    fn dot(&self, place: usize, value: Option<u32>) {
        let Some(value) = value else { return };
        self.pen.begin_path();
        let (x, y) = (self.x_of(place), self.y(value));
        // Only a negative radius could be refused.
        let _ = self.pen.arc(x, y, DOT / 2.0, 0.0, std::f64::consts::TAU);
        self.pen.fill();
    }

    fn limit(&self) {
        let Some(limit) = self.plot.limit else { return };
        self.ink("--chart-limit");
        self.pen.set_line_width(1.5);
        // Unlike any line of values, and with its word.
        self.dashed(&[10.0, 3.0, 2.0, 3.0]);
        self.across(self.y(limit));
        self.dashed(&[]);
        self.pen.set_text_align("right");
        self.write(texts::charts::limit(), self.area.right, self.y(limit) - 7.0);
    }

    /// A line through all values of a point, and a dot on each.
    fn mark(&self, place: usize) {
        let Some(point) = self.plot.points.get(place) else { return };
        let x = self.x(point.at_ms).round() + 0.5;
        self.ink("color");
        self.pen.set_line_width(1.0);
        self.dashed(&[]);
        self.pen.begin_path();
        self.pen.move_to(x, self.area.top);
        self.pen.line_to(x, self.area.bottom);
        self.pen.stroke();
        for (index, line) in self.plot.lines.iter().enumerate() {
            self.ink_of(index);
            self.dot(place, line.values.get(place).copied().flatten());
        }
    }
}
