//! The popup of a menu: where it stands, and how the keyboard moves in it.

use super::focus;
use crate::ui::{anchor, roving};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// The button and the panel it opens.
#[derive(Clone, Copy)]
pub(super) struct Popup {
    pub(super) button: NodeRef<html::Button>,
    pub(super) panel: NodeRef<html::Div>,
}

impl Popup {
    pub(super) fn is_open(self) -> bool {
        let panel = self.panel.get_untracked();
        panel.is_some_and(|panel| panel.matches(":popover-open").unwrap_or(false))
    }

    /// Opens the popup with the focus on its first item.
    pub(super) fn show(self) {
        let Some(panel) = self.panel.get_untracked() else { return };
        self.place();
        drop(panel.show_popover());
        if let Some(first) = self.items().first() {
            focus(first);
        }
    }

    /// Puts the popup beside its button.
    pub(super) fn place(self) {
        if let (Some(button), Some(panel)) =
            (self.button.get_untracked(), self.panel.get_untracked())
        {
            anchor::place(&panel, &button);
        }
    }

    /// Closes the popup and gives the focus back to the button.
    pub(super) fn hide(self) {
        if let Some(panel) = self.panel.get_untracked() {
            drop(panel.hide_popover());
        }
        if let Some(button) = self.button.get_untracked() {
            focus(&button);
        }
    }

    pub(super) fn on_key(self, event: &KeyboardEvent) {
        let key = event.key();
        match key.as_str() {
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                self.hide();
            }
            "Tab" => self.hide(),
            _ if event.ctrl_key() || event.alt_key() || event.meta_key() => (),
            _ => self.move_focus(&key, event),
        }
    }

    fn move_focus(self, key: &str, event: &KeyboardEvent) {
        let items = self.items();
        let focused = document().active_element();
        let current = items.iter().position(|item| focused.as_ref() == Some(item.as_ref()));
        let words: Vec<String> = items.iter().map(|item| item.inner_text()).collect();
        let next = roving::target(key, current, &words).and_then(|next| items.get(next));
        if let Some(next) = next {
            event.prevent_default();
            focus(next);
        }
    }

    fn items(self) -> Vec<HtmlElement> {
        let panel = self.panel.get_untracked();
        let found = panel.and_then(|panel| panel.query_selector_all("[role^=menuitem]").ok());
        let found = found.iter().flat_map(|nodes| (0..nodes.length()).map(|at| nodes.item(at)));
        found.flatten().filter_map(|node| node.dyn_into().ok()).collect()
    }
}
