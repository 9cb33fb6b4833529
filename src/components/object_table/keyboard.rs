//! The focus in a table: arrow keys go from row to row, and its row stays in the document.

use crate::ui::memo::Memo;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use maxscale::listing::Line;

use super::listing::Listing;
use crate::ui::focus::focus;
use crate::ui::table::{BLOCK, walk};

/// What can have the focus in a cell.
const FOCUSABLE: &str = "a, button, input, summary";

/// Where the focus is, or was last. Copies speak of the same.
#[derive(Clone, Copy)]
pub(super) struct Keyboard {
    /// The element around the table.
    pub(super) region: NodeRef<html::Div>,
    /// The block of the row that has the focus.
    pub(super) block: Memo<Option<usize>>,
    listing: Listing,
    /// The name of that row's object; empty before the focus ever came here.
    held: RwSignal<String>,
}

impl Keyboard {
    pub(super) fn new(listing: Listing) -> Self {
        let held = RwSignal::new(String::new());
        let block = Memo::new(move |_| {
            let name = held.get();
            (!name.is_empty()).then(|| listing.line_of(&name)).flatten().map(|line| line / BLOCK)
        });
        Self { region: NodeRef::new(), block, listing, held }
    }

    pub(super) fn on_focus(self, event: &FocusEvent) {
        let line = target(event.target()).and_then(|target| line_at(&target));
        if let Some(object) = line.and_then(|line| untrack(|| self.listing.object(line))) {
            self.hold(object.name());
        }
    }

    fn hold(self, name: &str) {
        if self.held.with_untracked(|held| held != name) {
            self.held.set(name.to_owned());
        }
    }

    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let other = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
        let Some(target) = target(event.target()).filter(|_| !other) else { return };
        if event.key() == " " && target.tag_name() == "A" {
            // Else the page would scroll.
            event.prevent_default();
            select(&target);
        }
        let Some(to) = line_at(&target).and_then(|line| self.lead(line, &event.key())) else {
            return;
        };
        event.prevent_default();
        let cell = cell_at(&target);
        if let Some(object) = untrack(|| self.listing.object(to)) {
            self.hold(object.name());
        }
        if !self.focus(to, cell) {
            request_animation_frame(move || {
                self.focus(to, cell);
            });
        }
    }

    /// The line that a key leads to; headings are passed over.
    fn lead(self, line: usize, key: &str) -> Option<usize> {
        self.listing.lines.with_untracked(|lines| {
            let rows =
                || (0..lines.len()).filter(|at| matches!(lines.get(*at), Some(Line::Row(_))));
            let at = rows().position(|at| at == line)?;
            rows().nth(walk(key, at, rows().count())?)
        })
    }

    /// Moves the focus to the same cell of another line; false when that is not there yet.
    fn focus(self, line: usize, cell: u32) -> bool {
        let find = || {
            let region = self.region.get_untracked()?;
            let row =
                region.query_selector(&format!("tr[aria-rowindex='{}']", line + 2)).ok()??;
            let same = row.children().item(cell);
            let same = same.and_then(|cell| cell.query_selector(FOCUSABLE).ok().flatten());
            same.or_else(|| row.query_selector(FOCUSABLE).ok().flatten())?.dyn_into().ok()
        };
        let found: Option<HtmlElement> = find();
        if let Some(element) = &found {
            focus(element);
        }
        found.is_some()
    }
}

/// Selects the row that an element stands in, or no longer, as a click on its box would.
fn select(element: &Element) {
    let row = element.closest("tbody > tr").ok().flatten();
    let tick = row.and_then(|row| row.query_selector(".pick > input").ok().flatten());
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlElement>().ok()) {
        tick.click();
    }
}

fn target(target: Option<leptos::web_sys::EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

/// The line of the table that an element stands in.
fn line_at(element: &Element) -> Option<usize> {
    let row = element.closest("tbody > tr[aria-rowindex]").ok()??;
    row.get_attribute("aria-rowindex")?.parse::<usize>().ok()?.checked_sub(2)
}

/// Which cell of its row an element stands in.
fn cell_at(element: &Element) -> u32 {
    let cell = element.closest("tbody > tr > *").ok().flatten();
    let before = |cell: Element| {
        std::iter::successors(cell.previous_element_sibling(), Element::previous_element_sibling)
            .count()
    };
    cell.map_or(0, before).try_into().unwrap_or(0)
}
