//! A value worked out from signals.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked};

use super::unfollow::unfollow_when_gone;

/// A value that is worked out again when a signal changes that it was worked out from, and that
/// tells only when it differs. Copies speak of the same one.
///
/// Leptos' own is compiled anew for each type of value, and reading it panics once the page that
/// made it is gone; here it is for all types once, and what is gone reads as its default.
pub struct Memo<T> {
    held: leptos::prelude::Memo<Held>,
    kind: PhantomData<fn() -> T>,
}

/// A value whose type only the memo knows.
#[derive(Clone)]
struct Held {
    value: Arc<dyn Any + Send + Sync>,
    equal: Equal,
}

type Equal = fn(&dyn Any, &dyn Any) -> bool;

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (self.equal)(&*self.value, &*other.value)
    }
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

type Work = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

fn held(work: Work) -> leptos::prelude::Memo<Held> {
    leptos::prelude::Memo::new(move |before| {
        unfollow_when_gone();
        work(before)
    })
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Works the value out with `work`, which is given the value before.
    pub fn new(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self::made(work, equal::<T>)
    }
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// The same for a value that cannot be compared: it tells each time it was worked out.
    pub fn uncompared(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        Self::made(work, |_, _| false)
    }

    fn made(work: impl Fn(Option<&T>) -> T + Send + Sync + 'static, equal: Equal) -> Self {
        let work = move |before: Option<&Held>| {
            let before = before.and_then(|before| before.value.downcast_ref());
            Held { value: Arc::new(work(before)), equal }
        };
        Self { held: held(Box::new(work)), kind: PhantomData }
    }
}

fn equal<T: PartialEq + 'static>(a: &dyn Any, b: &dyn Any) -> bool {
    matches!((a.downcast_ref::<T>(), b.downcast_ref::<T>()), (Some(a), Some(b)) if a == b)
}

impl<T: Clone + Default + Send + Sync + 'static> Memo<T> {
    /// The value.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value, without following what becomes of it.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

impl<T: Default + Send + Sync + 'static> Memo<T> {
    /// Looks at the value.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look_at(self.held.try_get(), look)
    }

    /// Looks at the value, without following what becomes of it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look_at(self.held.try_get_untracked(), look)
    }

    /// Follows what becomes of it, without looking.
    pub fn track(self) {
        // Only what has been read follows what it was worked out from.
        drop(self.held.try_get());
    }
}

fn look_at<T: Default + 'static, R>(held: Option<Held>, look: impl FnOnce(&T) -> R) -> R {
    match held.as_ref().and_then(|held| held.value.downcast_ref()) {
        Some(value) => look(value),
        None => look(&T::default()),
    }
}
