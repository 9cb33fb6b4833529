//! Tells when an element has another size, or comes into sight.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, ResizeObserver};

/// Watches until it is dropped.
pub(super) struct Watch {
    size: ResizeObserver,
    sight: IntersectionObserver,
    /// Held because the observers call it.
    _look: Closure<dyn Fn()>,
}

impl Watch {
    /// Calls `look` at once and whenever the element has changed its size or comes or goes.
    pub(super) fn start(element: &Element, look: impl Fn() + 'static) -> Option<Self> {
        let look = Closure::<dyn Fn()>::new(look);
        let size = ResizeObserver::new(look.as_ref().unchecked_ref()).ok()?;
        let sight = IntersectionObserver::new(look.as_ref().unchecked_ref()).ok()?;
        size.observe(element);
        sight.observe(element);
        Some(Self { size, sight, _look: look })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.size.disconnect();
        self.sight.disconnect();
    }
}

/// Whether any of the element is within the window.
pub(super) fn is_in_sight(element: &Element) -> bool {
    let place = element.get_bounding_client_rect();
    let height = leptos::prelude::window().inner_height().ok().and_then(|height| height.as_f64());
    place.bottom() > 0.0 && height.is_none_or(|height| place.top() < height)
}
