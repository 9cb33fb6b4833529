//! One entry of the cache: an answer, who observes it, and when it was read.

use std::rc::Rc;

use super::attention::Attention;
use super::cache::ReadFrom;
use super::schedule::{Outcome, ReadState, Timing};

/// After so many thin reads, or so many milliseconds, the whole is read again: others may have
/// changed it.
const THIN_READS: u32 = 12;
const WHOLE_FOR_MS: f64 = 60_000.0;

/// What came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// All of it.
    Whole,
    /// The part that changes by itself.
    Thin,
}

struct Observer {
    id: u64,
    attention: Attention,
}

/// An answer, and what is known of it.
pub struct CacheEntry<K, V> {
    /// The request.
    pub key: Rc<str>,
    /// What its data is about.
    pub kind: K,
    /// What is kept.
    pub value: V,
    /// When the data was good; `None` before the first answer.
    pub good_at: Option<f64>,
    pub(super) is_resting: bool,
    pub(super) invalidations: u32,
    pub(super) unobserved_since: f64,
    observers: Vec<Observer>,
    reads: ReadState,
    being_read_from: Option<ReadFrom>,
    /// How often it had been invalidated when the data was asked for.
    good_invalidations: u32,
    whole_at: f64,
    thin_reads: u32,
}

impl<K, V> CacheEntry<K, V> {
    pub(super) fn new(key: &str, kind: K, value: V, now: f64) -> Self {
        Self {
            key: Rc::from(key),
            kind,
            value,
            good_at: None,
            is_resting: false,
            invalidations: 0,
            unobserved_since: now,
            observers: vec![],
            reads: ReadState::default(),
            being_read_from: None,
            good_invalidations: 0,
            whole_at: 0.0,
            thin_reads: 0,
        }
    }

    pub(super) fn reset(&mut self, value: V, now: f64) {
        self.value = value;
        self.good_at = None;
        self.reads = ReadState::default();
        self.being_read_from = None;
        if self.attention() <= Some(Attention::Deferred) {
            self.reads.begin(now);
        }
    }

    pub(super) fn join(&mut self, id: u64, attention: Attention, now: f64) {
        if self.observers.is_empty() {
            self.is_resting = false;
        }
        if attention == Attention::Deferred && self.reads == ReadState::default() {
            self.reads.begin(now);
        }
        self.observers.push(Observer { id, attention });
    }

    pub(super) fn leave(&mut self, id: u64, now: f64) {
        let before = self.observers.len();
        self.observers.retain(|one| one.id != id);
        if before > 0 && self.observers.is_empty() {
            self.unobserved_since = now;
        }
    }

    pub(super) fn is_observed_by(&self, id: u64) -> bool {
        self.observers.iter().any(|one| one.id == id)
    }

    /// Whether anybody observes it, in whatever way.
    pub fn has_observers(&self) -> bool {
        !self.observers.is_empty()
    }

    /// Gives the attention of before.
    pub(super) fn set_attention(&mut self, id: u64, attention: Attention) -> Attention {
        match self.observers.iter_mut().find(|one| one.id == id) {
            Some(one) => std::mem::replace(&mut one.attention, attention),
            None => attention,
        }
    }

    /// The most attention that it gets.
    pub fn attention(&self) -> Option<Attention> {
        self.observers.iter().map(|one| one.attention).max()
    }

    pub(super) fn is_active(&self) -> bool {
        !self.is_resting && self.attention() > Some(Attention::Paused)
    }

    /// Less is read sooner.
    pub(super) fn priority(&self) -> (bool, Option<u64>) {
        let attention = self.attention();
        let eager = self.observers.iter().filter(|one| Some(one.attention) == attention);
        (attention != Some(Attention::Shown), eager.map(|one| one.id).min())
    }

    pub(super) fn is_due(&self, timing: &Timing, now: f64) -> bool {
        self.reads.is_due(self.attention() == Some(Attention::Shown), timing, now)
    }

    pub(super) fn is_being_read(&self) -> bool {
        self.being_read_from.is_some_and(|from| from != ReadFrom::Tab)
    }

    /// Whether something was changed since its data was asked for.
    pub fn is_stale(&self) -> bool {
        self.invalidations != self.good_invalidations
    }

    pub(super) fn is_fresh(&self, now: f64, fresh_ms: u32) -> bool {
        !self.is_stale() && self.good_at.is_some_and(|good_at| now - good_at < f64::from(fresh_ms))
    }

    pub(super) fn invalidate(&mut self) {
        self.invalidations = self.invalidations.wrapping_add(1);
    }

    /// Whether what only somebody changes can be taken over from the data.
    pub(super) fn may_be_thin(&self, now: f64) -> bool {
        self.good_at.is_some()
            && !self.is_stale()
            && self.thin_reads < THIN_READS
            && now - self.whole_at < WHOLE_FOR_MS
    }

    pub(super) fn begin_read(&mut self, from: ReadFrom, now: f64) {
        self.being_read_from = Some(from);
        if from != ReadFrom::Tab {
            self.reads.begin(now);
        }
    }

    pub(super) fn end_read(
        &mut self,
        invalidations: u32,
        outcome: Outcome,
        answer: Option<Answer>,
        now: f64,
    ) {
        self.being_read_from = None;
        self.reads.end(outcome, now);
        match answer {
            Some(Answer::Whole) => {
                self.whole_at = now;
                self.thin_reads = 0;
            }
            Some(Answer::Thin) => self.thin_reads += 1,
            None => return,
        }
        self.good_at = Some(now);
        self.good_invalidations = invalidations;
    }

    pub(super) fn forgive(&mut self) {
        self.reads.forgive();
    }

    pub(super) fn is_kept(&self, now: f64, kept_ms: f64) -> bool {
        let is_of_use = self.good_at.is_some() && !self.is_resting;
        self.has_observers()
            || self.being_read_from.is_some()
            || (is_of_use && now - self.unobserved_since < kept_ms)
    }
}
