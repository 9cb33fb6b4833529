//! One thing read from MaxScale: the last good data, and the newest error.

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::reading::Reading;
use crate::api::{ApiError, Ask, Thing};
use crate::query::data::Data;

/// What a query knows. `data` changes only when what was read differs, so that an unchanged
/// round changes nothing on the screen.
pub struct Query<T: Send + Sync + 'static> {
    /// The last good data.
    pub data: Data<T>,
    /// Why the newest attempt failed, if it did.
    pub error: RwSignal<Option<ApiError>>,
    reading: Reading,
}

impl<T: Send + Sync + 'static> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Query<T> {}

/// How a query stands, whatever it reads.
#[derive(Clone, Copy)]
pub struct Status {
    /// Whether there is data.
    pub known: Signal<bool>,
    /// Why the newest attempt failed, if it did.
    pub error: RwSignal<Option<ApiError>>,
    /// When the data was good, in milliseconds since 1970.
    pub good_at: StoredValue<f64>,
}

impl<T: PartialEq + Send + Sync + 'static> Query<T> {
    /// How it stands.
    pub fn status(self) -> Status {
        let held = self.reading.held;
        let known = Signal::derive(move || held.with(Option::is_some));
        Status { known, error: self.error, good_at: self.reading.good_at }
    }

    /// A part of the data, which changes only when that part does.
    pub fn part<P>(self, read: fn(&T) -> P) -> Memo<Option<P>>
    where
        P: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.data.with(|data| data.as_deref().map(read)))
    }

    /// Leaves it alone from now on, such as an object that is being deleted; or reads it again.
    pub fn rest(self, resting: bool) {
        self.reading.rest(resting);
    }

    /// Reads it again at once: what is asked for has changed.
    pub fn read_now(self) {
        self.reading.read_now();
    }

    /// Takes in the outcome of a read.
    pub fn take(self, outcome: Result<Arc<T>, ApiError>) {
        self.reading.take(outcome.map(|data| data as Thing));
    }
}

fn same<T: PartialEq + 'static>(a: &dyn Any, b: &dyn Any) -> bool {
    matches!((a.downcast_ref::<T>(), b.downcast_ref::<T>()), (Some(a), Some(b)) if a == b)
}

/// When a query reads.
pub struct When {
    /// Whether anybody looks at it: then it is read at every round, and seldom otherwise.
    pub shown: Signal<bool>,
    /// Whether it is read at once, and not only after a while.
    pub at_once: bool,
}

impl When {
    /// At once, and seldom from then on.
    pub fn seldom() -> Self {
        Self { at_once: true, ..Self::beside() }
    }

    /// Seldom, and for the first time after a while: nobody waits for it.
    pub fn beside() -> Self {
        Self { shown: Signal::stored(false), at_once: false }
    }
}

/// Asks now and at every round of the poller, for as long as the current owner
/// lives. A session that has ended is reported once, to the session.
pub fn query<T>(ask: impl Fn() -> Ask<T> + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    start(When { shown: Signal::stored(true), at_once: true }, ask)
}

/// The same for what is not always looked at; as soon as it is, it is read.
pub fn query_when<T>(when: When, ask: impl Fn() -> Ask<T> + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let shown = when.shown;
    let query = start(when, ask);
    query.reading.read_when(shown);
    query
}

fn start<T>(when: When, ask: impl Fn() -> Ask<T> + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let reading = Reading::start(&when, same::<T>, Rc::new(move || ask().plain()));
    Query { data: Data::of(reading.held), error: reading.error, reading }
}
