//! Whether someone is at the toasts, with the pointer or the focus, and where the focus came from.

use crate::ui::focus::FocusMark;
use leptos::ev::FocusEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{EventTarget, HtmlElement, Node};

/// The attention that the region of toasts gets.
#[derive(Clone, Copy)]
pub(super) struct Hold {
    /// The element that holds all toasts.
    pub(super) region: NodeRef<html::Section>,
    /// Whether the pointer is over a toast.
    pub(super) hovered: RwSignal<bool>,
    focused: RwSignal<bool>,
    before: StoredValue<FocusMark, LocalStorage>,
}

impl Hold {
    pub(super) fn new() -> Self {
        Self {
            region: NodeRef::new(),
            hovered: RwSignal::new(false),
            focused: RwSignal::new(false),
            before: StoredValue::new_local(FocusMark::default()),
        }
    }

    /// True while someone is at them. Reactive.
    pub(super) fn is_held(self) -> bool {
        self.hovered.get() || self.focused.get()
    }

    pub(super) fn focus_in(self, event: &FocusEvent) {
        let from = event.related_target();
        if !self.is_within(from.as_ref()) {
            self.before
                .set_value(FocusMark::at(from.and_then(|e| e.dyn_into::<HtmlElement>().ok())));
        }
        self.focused.set(true);
    }

    pub(super) fn focus_out(self, event: &FocusEvent) {
        self.focused.set(self.is_within(event.related_target().as_ref()));
    }

    /// Brings the focus back to where it came from, before the toast that has it goes.
    pub(super) fn leave(self) {
        if self.focused.get_untracked() {
            self.before.get_value().restore();
        }
    }

    fn is_within(self, target: Option<&EventTarget>) -> bool {
        let region = self.region.get_untracked();
        region.is_some_and(|region| region.contains(target.and_then(|t| t.dyn_ref::<Node>())))
    }
}
