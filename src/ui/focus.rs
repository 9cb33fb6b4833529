//! Moves the keyboard's focus, remembers where it was and brings it back.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Document, HtmlElement};

/// Whether the focus was to go to a main heading that was not there.
static HEADING_AWAITED: AtomicBool = AtomicBool::new(false);

/// Focuses the element with this id in the next frame, when what was just rendered is there.
///
/// Nothing happens when there is no such element by then.
pub fn focus_id(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        let element = page().and_then(|page| page.get_element_by_id(&id));
        if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
            focus(&element);
        }
    });
}

/// Focuses the first element that a selector finds in the next frame, or else the one with this
/// id.
pub fn focus_first(selector: &'static str, otherwise: &'static str) {
    let found = page().and_then(|page| page.query_selector(selector).ok().flatten());
    match found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        Some(element) => request_animation_frame(move || focus(&element)),
        None => focus_id(otherwise),
    }
}

/// Focuses the page's main heading in the next frame: the place to be after a change of page, and
/// when the element that had the focus is gone.
pub fn focus_main_heading() {
    request_animation_frame(focus_main_heading_now);
}

/// Focuses the main heading in the next frame if it was to have the focus before it was there, and
/// nothing else has got it by then.
pub fn focus_awaited_heading() {
    request_animation_frame(|| {
        if HEADING_AWAITED.swap(false, Ordering::Relaxed) && focused().is_none() {
            focus_main_heading_now();
        }
    });
}

/// Focuses an element; an element that cannot take it is left alone.
pub fn focus(element: &HtmlElement) {
    drop(element.focus());
}

/// Where the focus was at some moment.
#[derive(Clone, Debug, Default)]
pub struct FocusMark(Option<HtmlElement>);

impl FocusMark {
    /// Remembers the element that has the focus now.
    #[must_use]
    pub fn here() -> Self {
        Self(focused())
    }

    /// An element that had the focus.
    #[must_use]
    pub const fn at(element: Option<HtmlElement>) -> Self {
        Self(element)
    }

    /// Brings the focus back, or to the main heading when the element is no longer on the page.
    ///
    /// Within a dialog it comes back to the heading: the key that closed the dialog above, pressed
    /// once more, must not press a button here.
    pub fn restore(self) {
        match self.0.filter(|element| element.is_connected()) {
            Some(element) => focus(&heading_of_dialog(&element).unwrap_or(element)),
            None => focus_main_heading_now(),
        }
    }
}

fn heading_of_dialog(element: &HtmlElement) -> Option<HtmlElement> {
    let dialog = element.closest("dialog[open]").ok()??;
    dialog.query_selector("h2").ok()??.dyn_into().ok()
}

fn page() -> Option<Document> {
    leptos::web_sys::window()?.document()
}

fn focused() -> Option<HtmlElement> {
    let element = page()?.active_element()?.dyn_into::<HtmlElement>().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

fn focus_main_heading_now() {
    let heading = page().and_then(|page| page.query_selector("main h1").ok().flatten());
    let heading = heading.and_then(|h| h.dyn_into::<HtmlElement>().ok());
    HEADING_AWAITED.store(heading.is_none(), Ordering::Relaxed);
    if let Some(heading) = heading {
        heading.set_tab_index(-1);
        focus(&heading);
    }
}
