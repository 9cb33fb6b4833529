//! One thing read from MaxScale: the last good data, and the newest error.

use std::future::Future;
use std::sync::Arc;

use crate::ui::memo::Memo;
use leptos::prelude::*;

use crate::api::ApiError;
use crate::query::data::Data;
use crate::query::freshness::use_freshness;
use crate::query::poller::{Poller, use_poller};
use crate::state::session::use_session;

/// What a query knows. `data` changes only when what was read differs, so that an unchanged
/// round changes nothing on the screen.
pub struct Query<T: Send + Sync + 'static> {
    /// The last good data.
    pub data: Data<T>,
    /// Why the newest attempt failed, if it did.
    pub error: RwSignal<Option<ApiError>>,
    /// Whether it is left alone for now.
    resting: StoredValue<bool>,
    job: StoredValue<u64>,
    poller: Poller,
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
}

impl<T: PartialEq + Send + Sync + 'static> Query<T> {
    /// How it stands.
    pub fn status(self) -> Status {
        Status { known: Signal::derive(move || self.data.is_known()), error: self.error }
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
        self.resting.try_set_value(resting);
    }

    /// Reads it again at once: what is asked for has changed.
    pub fn read_now(self) {
        if let Some(job) = self.job.try_get_value() {
            self.poller.read_first(job);
        }
    }

    /// Takes in the outcome of a read; `false` when MaxScale could not be reached.
    pub fn take(self, outcome: Result<T, ApiError>) -> bool {
        let error = match outcome {
            Ok(data) => {
                if self.data.get_untracked().as_deref() != Some(&data) {
                    self.data.set(Some(Arc::new(data)));
                }
                None
            }
            Err(error) => Some(error),
        };
        let reached = error != Some(ApiError::Unreachable);
        let known = self.error.try_get_untracked().flatten();
        if known != error {
            self.error.try_set(error);
        }
        reached
    }
}

/// Reads with `read` now and at every round of the poller, for as long as the current owner
/// lives. A session that has ended is reported once, to the session.
pub fn query<T, F>(read: impl Fn() -> F + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let (poller, session) = (use_poller(), use_session());
    let query = Query {
        data: Data::new(),
        error: RwSignal::new(None),
        resting: StoredValue::new(false),
        job: StoredValue::new(0),
        poller,
    };
    let freshness = use_freshness();
    let job = poller.watch(move || {
        if query.resting.try_get_value() == Some(true) {
            return Box::pin(std::future::ready(true));
        }
        let reading = read();
        Box::pin(async move {
            let outcome = reading.await;
            if let Err(ApiError::SignedOut(_)) = outcome {
                session.ended();
                return false;
            }
            freshness.note(outcome.as_ref().err());
            query.take(outcome)
        })
    });
    query.job.set_value(job);
    query
}
