//! The cache of answers, keyed by request: who observes what, and what is to be read next.
//!
//! Pure, so that it is tested without a browser: `V` is what is kept of an answer, `K` its kind.
//! Moments are milliseconds since 1970.

use std::collections::VecDeque;
use std::rc::Rc;

use super::attention::Attention;
use super::entry::{Answer, CacheEntry};
use super::schedule::{Outcome, Timing};

/// What nobody observes is kept for so long, and so many of it.
const KEPT_MS: f64 = 120_000.0;
const KEPT: usize = 16;

/// Who may answer a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// MaxScale.
    MaxScale,
    /// MaxScale, unless another tab has read it within so many milliseconds.
    MaxScaleOrTab(u32),
    /// Another tab that has read it already.
    Tab,
}

/// A read that has begun.
#[derive(Clone, Debug)]
pub struct Read {
    /// What is read.
    pub key: Rc<str>,
    /// Who may answer.
    pub from: ReadFrom,
    /// Whether the part that changes by itself is enough.
    pub may_be_thin: bool,
    /// How often it had been invalidated when the read began.
    invalidations: u32,
    /// Which cache it is of: it may be cleared meanwhile.
    generation: u32,
}

/// All entries, and those to be read before the next rest, each once.
pub struct QueryCache<K, V> {
    entries: Vec<CacheEntry<K, V>>,
    queue: VecDeque<(Rc<str>, ReadFrom)>,
    last_observer: u64,
    generation: u32,
}

impl<K, V> Default for QueryCache<K, V> {
    fn default() -> Self {
        Self { entries: vec![], queue: VecDeque::new(), last_observer: 0, generation: 0 }
    }
}

impl<K: Copy + PartialEq, V> QueryCache<K, V> {
    /// The entry of a request.
    pub fn entry(&self, key: &str) -> Option<&CacheEntry<K, V>> {
        self.entries.iter().find(|entry| *entry.key == *key)
    }

    /// The same, to change it.
    pub fn entry_mut(&mut self, key: &str) -> Option<&mut CacheEntry<K, V>> {
        self.entries.iter_mut().find(|entry| *entry.key == *key)
    }

    /// Sees to it that a request has an entry.
    pub fn insert(&mut self, key: &str, kind: K, now: f64, value: impl FnOnce() -> V) {
        if self.entry(key).is_none() {
            self.entries.push(CacheEntry::new(key, kind, value(), now));
        }
    }

    /// Somebody begins to look at an entry, for whom it need not be younger than so many
    /// milliseconds; gives the number of the observer.
    pub fn observe(&mut self, key: &str, attention: Attention, fresh_ms: u32, now: f64) -> u64 {
        self.last_observer += 1;
        let id = self.last_observer;
        if let Some(entry) = self.entry_mut(key) {
            entry.join(id, attention, now);
            let wants = attention >= Attention::Background && !entry.is_fresh(now, fresh_ms);
            if wants && !entry.is_being_read() {
                let key = entry.key.clone();
                self.enqueue(key, ReadFrom::MaxScale);
            }
        }
        id
    }

    /// An observer looks in another way. What comes on the screen is read before all else.
    pub fn set_attention(&mut self, id: u64, attention: Attention, fresh_ms: u32, now: f64) {
        let Some(entry) = self.entries.iter_mut().find(|entry| entry.is_observed_by(id)) else {
            return;
        };
        let before = entry.attention();
        let own = entry.set_attention(id, attention);
        let key = entry.key.clone();
        let comes_up = attention > own && attention >= Attention::Background;
        let is_new_on_screen = attention == Attention::Shown && before != Some(Attention::Shown);
        if is_new_on_screen || (comes_up && !entry.is_fresh(now, fresh_ms)) {
            self.enqueue_first(key);
        }
    }

    /// An observer is gone.
    pub fn leave(&mut self, id: u64, now: f64) {
        self.entries.iter_mut().for_each(|entry| entry.leave(id, now));
        self.evict(now);
    }

    /// Leaves an entry alone, such as an object that is being deleted; or reads it again.
    pub fn set_resting(&mut self, key: &str, is_resting: bool) {
        if let Some(entry) = self.entry_mut(key) {
            entry.is_resting = is_resting;
        }
    }

    /// What is of these kinds has changed: it is read again, whoever observes it and whenever
    /// somebody will.
    pub fn invalidate(&mut self, kinds: &[K]) {
        self.entries
            .iter_mut()
            .filter(|entry| kinds.contains(&entry.kind))
            .for_each(CacheEntry::invalidate);
        for key in self.active() {
            let is_touched = self.entry(&key).is_some_and(|entry| kinds.contains(&entry.kind));
            if is_touched {
                self.enqueue(key, ReadFrom::MaxScale);
            }
        }
    }

    /// All that is observed is read again.
    pub fn invalidate_all(&mut self) {
        self.entries.iter_mut().for_each(CacheEntry::invalidate);
        let all = self.active().into_iter().map(|key| (key, ReadFrom::MaxScale));
        self.queue = all.collect();
    }

    /// One entry is read again, before all others.
    pub fn enqueue_first(&mut self, key: Rc<str>) {
        self.queue.retain(|(queued, _)| *queued != key);
        self.queue.push_front((key, ReadFrom::MaxScale));
    }

    fn enqueue(&mut self, key: Rc<str>, from: ReadFrom) {
        match self.queue.iter_mut().find(|(queued, _)| *queued == key) {
            Some((_, queued_from)) if from == ReadFrom::MaxScale => *queued_from = from,
            Some(_) => {}
            None => self.queue.push_back((key, from)),
        }
    }

    /// Another tab has read something: it is looked through for what is observed here.
    pub fn enqueue_from_tabs(&mut self) {
        for key in self.active() {
            self.enqueue(key, ReadFrom::Tab);
        }
    }

    /// Begins a round with all that is due.
    pub fn begin_round(&mut self, timing: &Timing, now: f64) {
        self.evict(now);
        let from = ReadFrom::MaxScaleOrTab(timing.round_ms(now).unwrap_or_default());
        let is_due = |key: &Rc<str>| self.entry(key).is_some_and(|entry| entry.is_due(timing, now));
        let due: VecDeque<_> =
            self.active().into_iter().filter(is_due).map(|key| (key, from)).collect();
        self.queue = due;
    }

    /// Leaves the round; what somebody asked for at once stays.
    pub fn end_round(&mut self) {
        self.queue.retain(|(_, from)| *from == ReadFrom::MaxScale);
    }

    /// Begins the next read.
    pub fn next_read(&mut self, now: f64) -> Option<Read> {
        while let Some((key, from)) = self.queue.pop_front() {
            let is_wanted = self.entry(&key).is_some_and(CacheEntry::is_active);
            if is_wanted {
                return self.begin_read(&key, from, now);
            }
        }
        None
    }

    /// Begins a read of this entry.
    pub fn begin_read(&mut self, key: &str, from: ReadFrom, now: f64) -> Option<Read> {
        let generation = self.generation;
        let entry = self.entry_mut(key)?;
        entry.begin_read(from, now);
        Some(Read {
            key: entry.key.clone(),
            from,
            may_be_thin: entry.may_be_thin(now),
            invalidations: entry.invalidations,
            generation,
        })
    }

    /// A read has ended; gives the entry where it is still of use.
    pub fn end_read(
        &mut self,
        read: &Read,
        outcome: Outcome,
        answer: Option<Answer>,
        now: f64,
    ) -> Option<&mut CacheEntry<K, V>> {
        let is_current = self.generation == read.generation;
        let entry = self.entry_mut(&read.key).filter(|_| is_current)?;
        entry.end_read(read.invalidations, outcome, answer, now);
        Some(entry)
    }

    /// Nothing hangs on its own account: it was MaxScale as a whole that did not answer.
    pub fn forgive(&mut self) {
        self.entries.iter_mut().for_each(CacheEntry::forgive);
    }

    /// Whether anything is observed.
    pub fn is_observed(&self) -> bool {
        self.entries.iter().any(CacheEntry::is_active)
    }

    /// The entries that somebody looks at: what is on the screen first, then in the order in which
    /// they were asked for.
    fn active(&self) -> Vec<Rc<str>> {
        let mut active: Vec<_> = self.entries.iter().filter(|one| one.is_active()).collect();
        active.sort_by_key(|entry| entry.priority());
        active.into_iter().map(|entry| entry.key.clone()).collect()
    }

    /// Forgets all answers. Entries that are observed stay, as `emptied`.
    pub fn clear(&mut self, now: f64, mut emptied: impl FnMut(&V) -> V) {
        self.generation = self.generation.wrapping_add(1);
        self.queue.clear();
        self.entries.retain(CacheEntry::has_observers);
        self.entries.iter_mut().for_each(|entry| {
            let value = emptied(&entry.value);
            entry.reset(value, now);
        });
    }

    /// Forgets what nobody has observed for long, and the oldest where it is too much.
    fn evict(&mut self, now: f64) {
        self.entries.retain(|entry| entry.is_kept(now, KEPT_MS));
        while let Some(oldest) = self.oldest_of_too_many() {
            self.entries.remove(oldest);
        }
    }

    fn oldest_of_too_many(&self) -> Option<usize> {
        let entries = self.entries.iter().enumerate();
        let unobserved = || entries.clone().filter(|(_, entry)| !entry.has_observers());
        let since = |(_, entry): &(usize, &CacheEntry<K, V>)| entry.unobserved_since;
        let oldest = unobserved().min_by(|a, b| since(a).total_cmp(&since(b)))?;
        (unobserved().count() > KEPT).then_some(oldest.0)
    }
}
