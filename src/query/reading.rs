//! What all queries do alike, whatever they read: compiled once, not for each type of data.

use std::any::Any;
use std::rc::Rc;

use js_sys::Date;
use leptos::prelude::*;

use super::freshness::{Freshness, use_freshness};
use super::history::{History, use_history};
use super::poller::{Asked, Poller, use_poller};
use super::resource::When;
use super::schedule::Outcome;
use crate::api::tabs::Wanted;
use crate::api::{ApiError, How, PlainAsk, Thing};
use crate::state::session::{Session, use_session};

/// How one read ended.
pub(super) type Read = Result<Thing, ApiError>;
/// What to ask for, at each read.
pub(super) type Question = Rc<dyn Fn() -> PlainAsk>;

/// A query without the type of its data. Copies speak of the same one.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    pub(super) held: RwSignal<Option<Thing>>,
    pub(super) error: RwSignal<Option<ApiError>>,
    /// When the data was good, in milliseconds since 1970.
    pub(super) good_at: StoredValue<f64>,
    /// Whether two pieces of data are the same.
    same: fn(&dyn Any, &dyn Any) -> bool,
    resting: StoredValue<bool>,
    job: StoredValue<u64>,
    poller: Poller,
    history: History,
    session: Session,
    freshness: Freshness,
}

impl Reading {
    /// Reads from now on, for as long as the current owner lives.
    pub(super) fn start(
        when: &When,
        same: fn(&dyn Any, &dyn Any) -> bool,
        question: Question,
    ) -> Self {
        let reading = Self {
            held: RwSignal::new(None),
            error: RwSignal::new(None),
            good_at: StoredValue::new(0.0),
            same,
            resting: StoredValue::new(false),
            job: StoredValue::new(0),
            poller: use_poller(),
            history: use_history(),
            session: use_session(),
            freshness: use_freshness(),
        };
        let job = reading.poller.watch(when.shown, when.at_once, move |asked| {
            if reading.resting.try_get_value() == Some(true) {
                return Box::pin(std::future::ready(Outcome::Nothing));
            }
            let ask = question();
            Box::pin(async move { reading.end(ask.answer(reading.how(asked)).await) })
        });
        reading.job.set_value(job);
        reading
    }

    /// Leaves it alone from now on, or reads it again.
    pub(super) fn rest(self, resting: bool) {
        self.resting.try_set_value(resting);
    }

    /// Reads it again as soon as somebody looks at it.
    pub(super) fn read_when(self, shown: Signal<bool>) {
        Effect::new(move |before: Option<bool>| {
            let now = shown.get();
            if now && before == Some(false) {
                self.read_now();
            }
            now
        });
    }

    /// Reads it again at once.
    pub(super) fn read_now(self) {
        if let Some(job) = self.job.try_get_value() {
            self.poller.read_first(job);
        }
    }

    fn end(self, read: Read) -> Outcome {
        let error = read.as_ref().err();
        let outcome = outcome(error);
        match error {
            Some(ApiError::SignedOut(_)) => self.session.ended(),
            Some(ApiError::NothingNew) => {}
            _ => {
                self.freshness.note(error);
                self.take(read);
            }
        }
        outcome
    }

    /// Takes in how a read ended.
    pub(super) fn take(self, read: Read) {
        let error = match read {
            Ok(data) => {
                self.good_at.try_set_value(Date::now());
                self.history.note(Some(&*data as &dyn Any));
                let known = self.held.try_get_untracked().flatten();
                if !known.is_some_and(|known| (self.same)(&*known, &*data)) {
                    self.held.try_set(Some(data));
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
        if self.error.try_get_untracked().flatten() != error {
            self.error.try_set(error);
        }
    }

    /// Whose answer is good enough, and how long it is waited for.
    fn how(self, asked: Asked) -> How {
        let ours = self.good_at.try_get_value().unwrap_or_default();
        let wanted = match asked {
            Asked::Anew => Wanted::New,
            // A little less than a round, as rounds take a while themselves.
            Asked::InTurn(round_ms) => {
                Wanted::Since { since: Date::now() - 0.9 * f64::from(round_ms), ours }
            }
            Asked::Told => Wanted::Told { ours },
        };
        let short = self.error.try_get_untracked().flatten() == Some(ApiError::TimedOut);
        How { wanted, short }
    }
}

fn outcome(error: Option<&ApiError>) -> Outcome {
    match error {
        Some(ApiError::NothingNew) => Outcome::Nothing,
        Some(ApiError::TimedOut) => Outcome::TimedOut,
        Some(ApiError::Unreachable | ApiError::SignedOut(_)) => Outcome::Stopped,
        _ => Outcome::Answered,
    }
}
