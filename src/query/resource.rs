//! One thing read from MaxScale: the last good data, and the newest error.

use std::any::Any;
use std::future::Future;
use std::sync::Arc;

use crate::ui::memo::Memo;
use js_sys::Date;
use leptos::prelude::*;

use crate::api::tabs::Wanted;
use crate::api::{self, ApiError, How};
use crate::query::data::Data;
use crate::query::freshness::use_freshness;
use crate::query::history::{History, use_history};
use crate::query::poller::{Asked, Poller, use_poller};
use crate::query::schedule::Outcome;
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
    /// When the data was good, in milliseconds since 1970.
    good_at: StoredValue<f64>,
    job: StoredValue<u64>,
    poller: Poller,
    history: History,
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
        let known = Signal::derive(move || self.data.is_known());
        Status { known, error: self.error, good_at: self.good_at }
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

    /// Takes in the outcome of a read.
    pub fn take(self, outcome: Result<T, ApiError>) {
        let error = match outcome {
            Ok(data) => {
                self.good_at.try_set_value(Date::now());
                self.history.note(Some(&data as &dyn Any));
                if self.data.get_untracked().as_deref() != Some(&data) {
                    self.data.set(Some(Arc::new(data)));
                }
                None
            }
            Err(error) => {
                if error.is_silence() {
                    self.history.note(None);
                }
                Some(error)
            }
        };
        let known = self.error.try_get_untracked().flatten();
        if known != error {
            self.error.try_set(error);
        }
    }
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
        Self { shown: Signal::stored(false), at_once: true }
    }
}

/// Reads with `read` now and at every round of the poller, for as long as the current owner
/// lives. A session that has ended is reported once, to the session.
pub fn query<T, F>(read: impl Fn() -> F + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    start(When { shown: Signal::stored(true), at_once: true }, read)
}

/// The same for what is not always looked at; as soon as it is, it is read.
pub fn query_when<T, F>(when: When, read: impl Fn() -> F + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let shown = when.shown;
    let query = start(when, read);
    Effect::new(move |before: Option<bool>| {
        let now = shown.get();
        if now && before == Some(false) {
            query.read_now();
        }
        now
    });
    query
}

fn start<T, F>(when: When, read: impl Fn() -> F + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
    F: Future<Output = Result<T, ApiError>> + 'static,
{
    let (poller, session, freshness) = (use_poller(), use_session(), use_freshness());
    let query = Query {
        data: Data::new(),
        error: RwSignal::new(None),
        resting: StoredValue::new(false),
        good_at: StoredValue::new(0.0),
        job: StoredValue::new(0),
        poller,
        history: use_history(),
    };
    let job = poller.watch(when.shown, when.at_once, move |asked| {
        if query.resting.try_get_value() == Some(true) {
            return Box::pin(std::future::ready(Outcome::Nothing));
        }
        let reading = read();
        Box::pin(async move {
            api::next_read(how(asked, query.good_at, query.error));
            let outcome = reading.await;
            let error = outcome.as_ref().err();
            let ended = ended(error);
            match error {
                Some(ApiError::SignedOut(_)) => session.ended(),
                Some(ApiError::NothingNew) => {}
                _ => {
                    freshness.note(error);
                    query.take(outcome);
                }
            }
            ended
        })
    });
    query.job.set_value(job);
    query
}

/// Whose answer is good enough, and how long it is waited for.
fn how(asked: Asked, good_at: StoredValue<f64>, error: RwSignal<Option<ApiError>>) -> How {
    let ours = good_at.try_get_value().unwrap_or_default();
    let wanted = match asked {
        Asked::Anew => Wanted::New,
        // A little less than a round, as rounds take a while themselves.
        Asked::InTurn(round_ms) => {
            Wanted::Since { since: Date::now() - 0.9 * f64::from(round_ms), ours }
        }
        Asked::Told => Wanted::Told { ours },
    };
    let short = error.try_get_untracked().flatten() == Some(ApiError::TimedOut);
    How { wanted, short }
}

fn ended(error: Option<&ApiError>) -> Outcome {
    match error {
        Some(ApiError::NothingNew) => Outcome::Nothing,
        Some(ApiError::TimedOut) => Outcome::TimedOut,
        Some(ApiError::Unreachable | ApiError::SignedOut(_)) => Outcome::Stopped,
        _ => Outcome::Answered,
    }
}
