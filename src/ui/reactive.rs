//! Parts of a view that follow signals.

use leptos::prelude::*;

/// Shows what `view` gives now, and again whenever a signal changes that it looked at.
///
/// A bare closure in a view does the same, but brings all machinery of views with it, compiled
/// for this one closure; there are hundreds of them.
pub fn reactive<V: IntoView>(mut view: impl FnMut() -> V + Send + 'static) -> AnyView {
    erased(Box::new(move || view().into_any()))
}

fn erased(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    view.into_any()
}
