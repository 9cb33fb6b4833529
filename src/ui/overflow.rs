//! Tells whether an element's content is wider than the element, as sizes change.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{HtmlDivElement, ResizeObserver};

/// True while the element scrolls sideways. Watches the element and its first child.
pub(super) fn overflows(node: NodeRef<html::Div>) -> Signal<bool> {
    let wide = RwSignal::new(false);
    let watch = StoredValue::new_local(None);
    Effect::new(move || {
        if let Some(element) = node.get() {
            watch.set_value(Watch::start(element, wide));
        }
    });
    on_cleanup(move || drop(watch.try_update_value(Option::take)));
    wide.into()
}

struct Watch {
    observer: ResizeObserver,
    /// Held because the observer calls it.
    _measure: Closure<dyn Fn()>,
}

impl Watch {
    fn start(element: HtmlDivElement, wide: RwSignal<bool>) -> Option<Self> {
        let watched = element.clone();
        let measure = Closure::<dyn Fn()>::new(move || {
            let now = element.scroll_width() > element.client_width();
            if wide.try_get_untracked() == Some(!now) {
                wide.try_set(now);
            }
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&watched);
        if let Some(content) = watched.first_element_child() {
            observer.observe(&content);
        }
        Some(Self { observer, _measure: measure })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
