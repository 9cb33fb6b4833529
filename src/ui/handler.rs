//! Handlers of events.

/// A handler for an element's `on:`. In a box, because all that leptos does with a handler is
/// compiled for each type of one.
pub fn handler<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}
