//! The query client: the cache with its readers, and all that pages ask of it.

use std::rc::Rc;
use std::sync::Arc;

use gloo_timers::callback::Timeout;
use js_sys::Date;
use leptos::prelude::*;

use super::attention::Attention;
use super::cache::{QueryCache, Read, ReadFrom};
use super::erased::{Data, ErasedGet, answer};
use super::refresh_interval::RefreshInterval;
use super::schedule::{FAST_FOR_MS, Outcome, Timing};
use crate::api::{self, Accept, ApiError, ReadOptions, ResourceKind};

/// What is known of an answer.
#[derive(Clone, Default)]
pub(super) struct Snapshot {
    pub(super) data: Option<Data>,
    /// Why the newest attempt failed, if it did.
    pub(super) error: Option<ApiError>,
    /// When the data was good, in milliseconds since 1970.
    pub(super) good_at: f64,
}

/// How a read has ended.
#[derive(Clone, Copy)]
pub enum ReadEvent<'a> {
    /// This came, whether it is new or not.
    Answered(&'a Data),
    /// Nothing came.
    Failed(&'a ApiError),
}

/// What the cache keeps of each request.
pub(super) struct Kept {
    get: Rc<dyn ErasedGet>,
    snapshot: Snapshot,
}

type Update = Rc<dyn Fn(Snapshot)>;
type OnRead = Rc<dyn Fn(ReadEvent<'_>)>;

#[derive(Default)]
pub(super) struct State {
    pub(super) cache: QueryCache<ResourceKind, Kept>,
    /// What tells each observer of the cache of changes.
    observers: Vec<(u64, Rc<str>, Update)>,
    subscribers: Vec<OnRead>,
    pub(super) timer: Option<Timeout>,
    pub(super) is_running: bool,
    /// When the next round begins.
    pub(super) round_at: f64,
    pub(super) failures: u32,
    fast_until: f64,
}

impl State {
    pub(super) fn timing(&self, refresh_interval: RefreshInterval) -> Timing {
        Timing { refresh_interval, fast_until: self.fast_until, failures: self.failures }
    }

    fn updates(&self, key: &str) -> Vec<Update> {
        let own = self.observers.iter().filter(|(_, observed, _)| **observed == *key);
        own.map(|(.., update)| update.clone()).collect()
    }
}

/// The query client of this page. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct QueryClient {
    pub(super) state: StoredValue<State, LocalStorage>,
    /// How often data is read.
    pub refresh_interval: RwSignal<RefreshInterval>,
    /// Whether nobody may be asked now: signed out, or the session has ended.
    pub is_idle: RwSignal<bool>,
    /// Whether something goes on whose end is told also to who looks elsewhere.
    pub(super) is_followed: StoredValue<bool>,
}

/// Makes a query client known to all below.
pub fn provide_query_client(interval: RefreshInterval) -> QueryClient {
    let client = QueryClient {
        state: StoredValue::new_local(State::default()),
        refresh_interval: RwSignal::new(interval),
        is_idle: RwSignal::new(true),
        is_followed: StoredValue::new(false),
    };
    provide_context(client);
    client.follow_the_page();
    client
}

/// The page's query client.
pub fn use_query_client() -> QueryClient {
    expect_context()
}

impl QueryClient {
    /// Tells `on_read` how each read ends from now on.
    pub fn subscribe(self, on_read: impl Fn(ReadEvent<'_>) + 'static) {
        self.update(|state| state.subscribers.push(Rc::new(on_read)));
    }

    /// These kinds of resources were changed: reads them again now, and everything often for a
    /// while, to see what follows from it.
    pub fn invalidate(self, kinds: &[ResourceKind]) {
        self.update(|state| {
            state.fast_until = Date::now() + FAST_FOR_MS;
            state.cache.invalidate(kinds);
        });
        self.run();
    }

    /// Reads all that is observed now, also while paused.
    pub fn refetch(self) {
        self.update(|state| state.cache.invalidate_all());
        self.run();
    }

    /// Takes over what another tab has read; the next round begins when it would have.
    pub fn take_over(self) {
        if self.refresh_interval() != RefreshInterval::Paused && self.may_read() {
            self.update(|state| state.cache.enqueue_from_tabs());
            self.run();
        }
    }

    /// Reads on, seldom, while the page is hidden: the end of something is waited for.
    pub fn set_followed(self, is_followed: bool) {
        self.is_followed.try_set_value(is_followed);
    }

    /// Forgets all that was read: somebody else may be signed in next.
    pub fn clear(self) {
        let updates = self.update(|state| {
            let emptied =
                |kept: &Kept| Kept { get: kept.get.clone(), snapshot: Snapshot::default() };
            state.cache.clear(Date::now(), emptied);
            state.observers.iter().map(|(.., update)| update.clone()).collect::<Vec<_>>()
        });
        updates.into_iter().flatten().for_each(|update| update(Snapshot::default()));
    }

    /// Reads this now, beside all that is due, and waits for the answer.
    pub async fn fetch<T>(self, get: api::Get<T>) -> Result<Arc<T>, ApiError>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let key = get.request().url();
        self.insert(&key, get);
        let read =
            self.update(|state| state.cache.begin_read(&key, ReadFrom::MaxScale, Date::now()));
        // Without a client the page is gone, and so is whoever waits.
        let read = read.flatten().ok_or(ApiError::NothingNew)?;
        let data = self.carry_out(&read).await.1?;
        let data = data.downcast();
        data.map_err(|_| ApiError::Unreadable(texts::api::another_type().to_owned()))
    }

    pub(super) fn update<R>(self, change: impl FnOnce(&mut State) -> R) -> Option<R> {
        self.state.try_update_value(change)
    }

    pub(super) fn insert<T>(self, key: &str, get: api::Get<T>)
    where
        T: PartialEq + Send + Sync + 'static,
    {
        self.update(|state| {
            let kind = get.kind();
            let kept = || Kept { get: Rc::new(get), snapshot: Snapshot::default() };
            state.cache.insert(key, kind, Date::now(), kept);
        });
    }

    /// Somebody begins to look at an entry; gives the number of the observer.
    pub(super) fn observe(
        self,
        key: &str,
        attention: Attention,
        update: impl Fn(Snapshot) + 'static,
    ) -> Option<u64> {
        let update: Update = Rc::new(update);
        let interval = self.refresh_interval();
        let (id, known) = self.update(|state| {
            let now = Date::now();
            let fresh_ms = state.timing(interval).fresh_ms(now);
            let id = state.cache.observe(key, attention, fresh_ms, now);
            state.observers.push((id, Rc::from(key), update.clone()));
            (id, state.cache.entry(key).map(|entry| entry.value.snapshot.clone()))
        })?;
        update(known.unwrap_or_default());
        self.run();
        Some(id)
    }

    pub(super) fn set_attention(self, observer: u64, attention: Attention) {
        let interval = self.refresh_interval();
        self.update(|state| {
            let now = Date::now();
            let fresh_ms = state.timing(interval).fresh_ms(now);
            state.cache.set_attention(observer, attention, fresh_ms, now);
        });
        self.run();
    }

    pub(super) fn leave(self, observer: u64) {
        self.update(|state| {
            state.cache.leave(observer, Date::now());
            state.observers.retain(|(id, ..)| *id != observer);
        });
    }

    /// Reads, and tells all who observe it or have subscribed how it ended.
    pub(super) async fn carry_out(self, read: &Read) -> (Outcome, Result<Data, ApiError>) {
        let prepared = self.update(|state| {
            let Kept { get, snapshot } = &state.cache.entry(&read.key)?.value;
            let before = snapshot.data.clone().filter(|_| read.may_be_thin);
            Some((get.clone(), before, options(read.from, snapshot)))
        });
        let Some((get, before, options)) = prepared.flatten() else {
            return (Outcome::Nothing, Err(ApiError::NothingNew));
        };
        let result = answer(&*get, before, options).await;
        let outcome = outcome(result.as_ref().err());
        let came = result.as_ref().ok().map(|(_, answer)| *answer);
        let result = result.map(|(data, _)| data);
        let told = self.update(|state| {
            let entry = state.cache.end_read(read, outcome, came, Date::now())?;
            let snapshot = entry.value.take_in(&result);
            Some((snapshot, state.updates(&read.key), state.subscribers.clone()))
        });
        if let Some((snapshot, updates, subscribers)) = told.flatten() {
            updates.iter().for_each(|update| update(snapshot.clone()));
            if let Some(event) = event(&result) {
                subscribers.iter().for_each(|on_read| on_read(event));
            }
        }
        (outcome, result)
    }
}

impl Kept {
    /// Takes in how a read ended. The data changes only when it differs, so that an unchanged
    /// round changes nothing on the screen.
    fn take_in(&mut self, result: &Result<Data, ApiError>) -> Snapshot {
        let known = &mut self.snapshot;
        match result {
            Ok(data) => {
                let is_known = known.data.as_ref().is_some_and(|one| self.get.is_same(one, data));
                if !is_known {
                    known.data = Some(data.clone());
                }
                known.good_at = Date::now();
                known.error = None;
            }
            Err(ApiError::NothingNew | ApiError::SignedOut(_)) => {}
            Err(error) => known.error = Some(error.clone()),
        }
        known.clone()
    }
}

/// Whose answer is good enough, and how long it is waited for.
fn options(from: ReadFrom, known: &Snapshot) -> ReadOptions {
    let ours = known.good_at;
    let accept = match from {
        ReadFrom::MaxScale => Accept::MaxScale,
        // A little less than a round, as rounds take a while themselves.
        ReadFrom::MaxScaleOrTab(round_ms) => {
            Accept::Since { since: Date::now() - 0.9 * f64::from(round_ms), ours }
        }
        ReadFrom::Tab => Accept::Shared { ours },
    };
    ReadOptions { accept, is_short: known.error == Some(ApiError::TimedOut) }
}

fn outcome(error: Option<&ApiError>) -> Outcome {
    match error {
        Some(ApiError::NothingNew) => Outcome::Nothing,
        Some(ApiError::TimedOut) => Outcome::TimedOut,
        Some(ApiError::Unreachable | ApiError::SignedOut(_)) => Outcome::Stopped,
        Some(
            ApiError::Forbidden(_)
            | ApiError::NotFound(_)
            | ApiError::Refused(_)
            | ApiError::Unreadable(_),
        )
        | None => Outcome::Answered,
    }
}

fn event(result: &Result<Data, ApiError>) -> Option<ReadEvent<'_>> {
    match result {
        Ok(data) => Some(ReadEvent::Answered(data)),
        Err(ApiError::NothingNew) => None,
        Err(error) => Some(ReadEvent::Failed(error)),
    }
}
