//! A signal that outlives those who follow it, and forgets who is gone.

use std::panic::Location;

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{AnySource, Observer, Source, ToAnySource};

/// Reads like the signal within; what is known to all pages is held in one.
///
/// Leptos leaves it to signals to forget the memos and effects that are gone: memos never do, and
/// other signals only when they change (docs/upstream.md).
#[derive(Clone, Copy)]
pub struct LongLived<S>(S);

impl<S> LongLived<S> {
    /// Holds a signal.
    pub const fn new(signal: S) -> Self {
        Self(signal)
    }
}

impl<S: Copy> LongLived<S> {
    /// The signal within, to change it.
    pub const fn inner(self) -> S {
        self.0
    }
}

impl<S: DefinedAt> DefinedAt for LongLived<S> {
    fn defined_at(&self) -> Option<&'static Location<'static>> {
        self.0.defined_at()
    }
}

impl<S: IsDisposed> IsDisposed for LongLived<S> {
    fn is_disposed(&self) -> bool {
        self.0.is_disposed()
    }
}

impl<S: ReadUntracked> ReadUntracked for LongLived<S> {
    type Value = S::Value;

    fn try_read_untracked(&self) -> Option<Self::Value> {
        self.0.try_read_untracked()
    }
}

impl<S: Track + Followed> Track for LongLived<S> {
    fn track(&self) {
        self.0.track();
        if let Some(follower) = Observer::get() {
            let source = self.0.source();
            on_cleanup(move || source.remove_subscriber(&follower));
        }
    }
}

/// What keeps a list of its followers.
pub trait Followed: DefinedAt {
    /// Where that list is.
    fn source(&self) -> AnySource;
}

impl<T: Send + Sync + 'static> Followed for Memo<T> {
    fn source(&self) -> AnySource {
        ArcMemo::from(*self).to_any_source()
    }
}

impl<T: Send + Sync + 'static> Followed for RwSignal<T> {
    fn source(&self) -> AnySource {
        self.to_any_source()
    }
}
