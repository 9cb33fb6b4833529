//! What follows signals: parts of a view, values, and effects, compiled once and not for each closure.

use crate::ui::signal::Signal;
use crate::ui::unfollow::unfollow_when_gone;
use leptos::prelude::*;

/// Shows what `view` gives now, and again whenever a signal changes that it looked at.
///
/// A bare closure in a view does the same, but brings all machinery of views with it, compiled
/// for this one closure; there are hundreds of them.
pub fn reactive<V: IntoView>(mut view: impl FnMut() -> V + Send + 'static) -> AnyView {
    erased(Box::new(move || view().into_any()))
}

fn erased(mut view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    let view = move || {
        unfollow_when_gone();
        view()
    };
    view.into_any()
}

/// A value for an attribute, read anew each time.
pub type Followed<V> = Box<dyn Fn() -> V + Send + Sync>;

/// A value that follows signals, for an attribute of an element: one kind of closure for each
/// type of value.
pub fn following<V: 'static>(value: impl Fn() -> V + Send + Sync + 'static) -> Followed<V> {
    Box::new(move || {
        unfollow_when_gone();
        value()
    })
}

/// A signal worked out of others: one kind of closure for each type of value.
pub fn derive<V: 'static>(value: impl Fn() -> V + Send + Sync + 'static) -> Signal<V> {
    Signal::derive(value)
}

/// Does something now, and again whenever a signal changes that it looked at.
pub fn effect(act: impl FnMut() + 'static) {
    erased_effect(Box::new(act));
}

/// Like [`effect`], with what it gave the last time.
pub fn effect_again<T: 'static>(mut act: impl FnMut(Option<T>) -> T + 'static) {
    let mut before = None;
    effect(move || before = Some(act(before.take())));
}

fn erased_effect(mut act: Box<dyn FnMut()>) {
    Effect::new(move || {
        unfollow_when_gone();
        act();
    });
}
