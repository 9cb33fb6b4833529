//! A value that follows signals, as components take it.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Get, GetValue, RwSignal, StoredValue, untrack};

use super::memo::Memo;

/// A value that is read anew each time, and followed by whoever reads it. Copies speak of the
/// same one, which goes with the page that made it; what is gone reads as its default.
///
/// Leptos' own knows five kinds of sources, and is compiled anew for each type of value.
pub struct Signal<T> {
    held: StoredValue<Held>,
    kind: PhantomData<fn() -> T>,
}

/// A source whose type only the signal knows.
type Held = Arc<dyn Any + Send + Sync>;

type Source<T> = Box<dyn Fn() -> T + Send + Sync>;

fn hold(source: Held) -> StoredValue<Held> {
    StoredValue::new(source)
}

fn held(stored: StoredValue<Held>) -> Option<Held> {
    stored.try_get_value()
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: 'static> Signal<T> {
    /// A value worked out of others, anew each time.
    pub fn derive(source: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let source: Source<T> = Box::new(source);
        Self { held: hold(Arc::new(source)), kind: PhantomData }
    }

    /// The value, or nothing once the page that made it is gone.
    pub fn try_get(self) -> Option<T> {
        held(self.held)?.downcast_ref::<Source<T>>().map(|source| source())
    }

    /// The same, without following what becomes of it.
    pub fn try_get_untracked(self) -> Option<T> {
        untrack(|| self.try_get())
    }

    /// Follows what becomes of it, without looking.
    pub fn track(self) {
        drop(self.try_get());
    }
}

impl<T: Default + 'static> Signal<T> {
    /// The value.
    pub fn get(self) -> T {
        self.try_get().unwrap_or_default()
    }

    /// The value, without following what becomes of it.
    pub fn get_untracked(self) -> T {
        untrack(|| self.get())
    }

    /// Looks at the value.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.get())
    }

    /// Looks at the value, without following what becomes of it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.get_untracked())
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// A value that stays.
    pub fn stored(value: T) -> Self {
        Self::derive(move || value.clone())
    }
}

impl<T: Clone + Default + Send + Sync + 'static> Default for Signal<T> {
    fn default() -> Self {
        Self::stored(T::default())
    }
}

impl<T: Clone + Send + Sync + 'static> From<T> for Signal<T> {
    fn from(value: T) -> Self {
        Self::stored(value)
    }
}

impl From<&'static str> for Signal<String> {
    fn from(words: &'static str) -> Self {
        Self::derive(|| words.to_owned())
    }
}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self::derive(move || signal.get())
    }
}

impl<T: Clone + Default + Send + Sync + 'static> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self::derive(move || memo.get())
    }
}
