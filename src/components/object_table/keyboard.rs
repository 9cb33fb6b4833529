//! The focus in a table: arrow keys go from row to row, and its row stays in the document.

use console::listing::Line;
use leptos::ev::{self, Event, FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, FocusOptions, HtmlElement};

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
    /// Which cell of the row has the focus; nothing once something outside has, or was clicked.
    cell: StoredValue<Option<u32>>,
}

impl Keyboard {
    pub(super) fn new(listing: Listing) -> Self {
        let held = RwSignal::new(String::new());
        let block = Memo::new(move |_| {
            let name = held.get();
            (!name.is_empty()).then(|| listing.line_of(&name)).flatten().map(|line| line / BLOCK)
        });
        let cell = StoredValue::new(None);
        let keyboard = Self { region: NodeRef::new(), block, listing, held, cell };
        let focused = window_event_listener(ev::focusin, move |event| keyboard.moved(&event));
        let clicked = window_event_listener(ev::pointerdown, move |event| keyboard.moved(&event));
        on_cleanup(move || {
            focused.remove();
            clicked.remove();
        });
        // Rows that are sorted anew may be made anew.
        Effect::new(move |before: Option<()>| {
            listing.lines.track();
            if before.is_some() {
                request_animation_frame(move || keyboard.bring_back());
            }
        });
        keyboard
    }

    /// The focus went somewhere, or something was clicked.
    fn moved(self, event: &Event) {
        let target = target(event.target());
        let region = self.region.try_get_untracked().flatten();
        let inside = target.filter(|target| region.is_some_and(|all| all.contains(Some(target))));
        self.cell.try_set_value(inside.as_ref().map(cell_at));
    }

    /// Gives the focus back to the row that lost it by being moved.
    fn bring_back(self) {
        let lost = document().active_element().is_none_or(|element| element.tag_name() == "BODY");
        let Some(cell) = self.cell.try_get_value().flatten().filter(|_| lost) else { return };
        let line =
            self.held.try_get_untracked().and_then(|name| untrack(|| self.listing.line_of(&name)));
        if let Some(element) = line.and_then(|line| self.find(line, cell)) {
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            drop(element.focus_with_options(&still));
        }
    }

    pub(super) fn on_focus(self, event: &FocusEvent) {
        let line = target(event.target()).and_then(|target| line_at(&target));
        if let Some(name) = line.and_then(|line| untrack(|| self.listing.name(line))) {
            self.hold(&name);
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
        if let Some(name) = untrack(|| self.listing.name(to)) {
            self.hold(&name);
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
            match rows().position(|at| at == line) {
                Some(at) => rows().nth(walk(key, at, rows().count())?),
                // From the heading of a group.
                None => match key {
                    "ArrowDown" => rows().find(|at| *at > line),
                    "ArrowUp" => rows().take_while(|at| *at < line).last(),
                    "Home" => rows().next(),
                    "End" => rows().next_back(),
                    _ => None,
                },
            }
        })
    }

    /// Moves the focus to the same cell of another line; false when that is not there yet.
    fn focus(self, line: usize, cell: u32) -> bool {
        let found = self.find(line, cell);
        if let Some(element) = &found {
            focus(element);
        }
        found.is_some()
    }

    /// What can have the focus in a cell of a line, or else in the line.
    fn find(self, line: usize, cell: u32) -> Option<HtmlElement> {
        let region = self.region.try_get_untracked().flatten()?;
        let row = region.query_selector(&format!("tr[aria-rowindex='{}']", line + 2)).ok()??;
        let same = row.children().item(cell);
        let same = same.and_then(|cell| cell.query_selector(FOCUSABLE).ok().flatten());
        same.or_else(|| row.query_selector(FOCUSABLE).ok().flatten())?.dyn_into().ok()
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
