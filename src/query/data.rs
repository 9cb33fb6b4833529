//! The last good data of a query.
//!
//! One signal holds data of every type: the machinery of a signal is compiled for each type that
//! it holds, and a dozen copies of it would be a noticeable part of the app.

use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use crate::api::Thing;

/// Data that may not have come yet; copies speak of the same. Follows changes where it is read,
/// and is silent once the page that asked for it is gone.
pub struct Data<T> {
    held: RwSignal<Option<Thing>>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

impl<T: Send + Sync + 'static> Data<T> {
    /// What a query holds, which is of this type.
    pub(super) fn of(held: RwSignal<Option<Thing>>) -> Self {
        Self { held, kind: PhantomData }
    }

    /// The data.
    pub fn get(self) -> Option<Arc<T>> {
        typed(self.held.get())
    }

    /// The data, without following what becomes of it.
    pub fn get_untracked(self) -> Option<Arc<T>> {
        typed(self.held.try_get_untracked().flatten())
    }

    /// Looks at the data.
    pub fn with<R>(self, look: impl FnOnce(&Option<Arc<T>>) -> R) -> R {
        look(&self.get())
    }

    /// Takes in new data.
    pub fn set(self, data: Option<Arc<T>>) {
        let held = data.map(|data| data as Thing);
        self.held.try_set(held);
    }
}

fn typed<T: Send + Sync + 'static>(held: Option<Thing>) -> Option<Arc<T>> {
    held.and_then(|held| held.downcast().ok())
}
