//! Whose a pressed key is: of what has the focus, of an open dialog, or of the page as a whole.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

/// Where letters are typed, or lead from item to item.
const TAKES_LETTERS: &str =
    "input, textarea, select, [contenteditable], [popover], [role=menu], [role=listbox]";

/// Whether a dialog is open, to which all keys belong.
pub fn is_dialog_open() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

/// Whether a letter pressed now is meant for the page, and for nothing on it.
pub fn is_for_page(event: &KeyboardEvent) -> bool {
    let with_modifier = event.ctrl_key() || event.alt_key() || event.meta_key();
    let unusable = with_modifier || event.repeat() || event.is_composing();
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let takes = |element: Element| matches!(element.closest(TAKES_LETTERS), Ok(Some(_)));
    !unusable && !event.default_prevented() && !target.is_some_and(takes) && !is_dialog_open()
}

/// Whether the machine is one whose shortcuts begin with the command key.
pub fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}
