//! A card with more about what the pointer or the keyboard's focus is on.
//!
//! It can be read with the pointer on it, stays until one leaves, and goes with Escape.

use std::time::Duration;

use super::anchor;
use super::id::unique_id;
use leptos::ev::{self, KeyboardEvent};
use leptos::html;
use leptos::leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};

/// A pointer that only passes by opens nothing.
const BEFORE_IT_OPENS: Duration = Duration::from_millis(400);
/// Long enough for the way from the element to its card.
const BEFORE_IT_GOES: Duration = Duration::from_millis(250);

/// Which card is shown, and beside what. Copies speak of the same one.
#[derive(Clone, Copy)]
struct Card {
    shown: RwSignal<Option<String>>,
    anchor: StoredValue<Option<Element>, LocalStorage>,
    timer: StoredValue<Option<TimeoutHandle>>,
    id: StoredValue<String>,
}

/// Shows a card for each element of the page that `selector` names.
#[component]
pub fn HoverCard(
    /// The elements that have a card, as a CSS selector.
    selector: &'static str,
    /// What the card of an element is about; `None` for none.
    subject: fn(&Element) -> Option<String>,
    /// The content of a card.
    #[prop(into)]
    card: Callback<String, AnyView>,
) -> impl IntoView {
    let own = Card {
        shown: RwSignal::new(None),
        anchor: StoredValue::new_local(None),
        timer: StoredValue::new(None),
        id: StoredValue::new(unique_id("card")),
    };
    let found = move |event: &Event| {
        let element = event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??;
        subject(&element).map(|about| (element, about))
    };
    let over = window_event_listener(ev::pointerover, move |event| {
        if let Some((element, about)) = found(&event) {
            own.later(BEFORE_IT_OPENS, move || own.show(element.clone(), about.clone()));
        }
    });
    let out = window_event_listener(ev::pointerout, move |event| {
        if found(&event).is_some() {
            own.later(BEFORE_IT_GOES, move || own.hide());
        }
    });
    let focused = window_event_listener(ev::focusin, move |event| {
        // A click focuses too, and goes somewhere else.
        if let Some((element, about)) = found(&event)
            && element.matches(":focus-visible").unwrap_or(false)
        {
            own.show(element, about);
        }
    });
    let left = window_event_listener(ev::focusout, move |event| {
        if found(&event).is_some() {
            own.hide();
        }
    });
    let escape = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            own.hide();
        }
    });
    on_cleanup(move || {
        [over, out].into_iter().for_each(WindowListenerHandle::remove);
        [focused, left].into_iter().for_each(WindowListenerHandle::remove);
        escape.remove();
        own.forget_timer();
    });
    view! {
        {move || own.shown.get().map(|about| view! { <Popup own=own>{card.run(about)}</Popup> })}
    }
}

#[component]
fn Popup(own: Card, children: Children) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    Effect::new(move || {
        if let (Some(popup), Some(element)) = (node.get(), own.anchor.get_value()) {
            anchor::place(&popup, &element);
            drop(popup.show_popover());
        }
    });
    view! {
        <div
            node_ref=node
            id=own.id.get_value()
            class="hover-card"
            role="tooltip"
            popover="manual"
            on:pointerenter=move |_| own.forget_timer()
            on:pointerleave=move |_| own.later(BEFORE_IT_GOES, move || own.hide())
        >
            {children()}
        </div>
    }
}

impl Card {
    fn show(self, element: Element, about: String) {
        self.forget_timer();
        if self.anchor.get_value().as_ref() == Some(&element) {
            return;
        }
        self.hide();
        drop(element.set_attribute("aria-describedby", &self.id.get_value()));
        self.anchor.set_value(Some(element));
        self.shown.set(Some(about));
    }

    fn hide(self) {
        self.forget_timer();
        if let Some(element) = self.anchor.try_update_value(Option::take).flatten() {
            drop(element.remove_attribute("aria-describedby"));
            self.shown.try_set(None);
        }
    }

    fn later(self, rest: Duration, act: impl FnOnce() + 'static) {
        self.forget_timer();
        self.timer.set_value(set_timeout_with_handle(act, rest).ok());
    }

    fn forget_timer(self) {
        if let Some(timer) = self.timer.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    }
}
