//! Queries: what a part of the screen wants to know of MaxScale, with a type.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::attention::Attention;
use super::client::{QueryClient, Snapshot, use_query_client};
use super::erased::Data;
use crate::api::{self, ApiError};

/// What is known of an answer, for as long as the owner lives that asked for it. Copies speak of
/// the same one.
///
/// The signals are the query's own and not the cache's, which outlives every page: what follows
/// them goes with them.
pub struct Query<T: Send + Sync + 'static> {
    /// The last good data. It changes only when what was read differs.
    pub data: Signal<Option<Arc<T>>>,
    /// Why the newest attempt failed, if it did.
    pub error: ReadSignal<Option<ApiError>>,
    /// Whether the data is still that of the request before.
    pub is_previous: ReadSignal<bool>,
    observation: Observation,
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
    pub error: ReadSignal<Option<ApiError>>,
    /// When the data was good, in milliseconds since 1970.
    pub good_at: StoredValue<f64>,
}

impl<T: PartialEq + Send + Sync + 'static> Query<T> {
    /// How it stands.
    pub fn status(self) -> Status {
        let known = Signal::derive(move || self.data.with(Option::is_some));
        Status { known, error: self.error, good_at: self.observation.good_at }
    }

    /// A part of the data, which changes only when that part does.
    pub fn part<P>(self, read: fn(&T) -> P) -> Memo<Option<P>>
    where
        P: PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.data.with(|data| data.as_deref().map(read)))
    }

    /// The same with other data, less complete perhaps, to show until its own has come.
    pub fn or(self, placeholder: impl Into<Signal<Option<Arc<T>>>>) -> Self {
        let placeholder = placeholder.into();
        let data = Signal::derive(move || self.data.get().or_else(|| placeholder.get()));
        Self { data, ..self }
    }

    /// Leaves it alone from now on, whoever looks at it, such as an object that is being deleted;
    /// or reads it again.
    pub fn set_resting(self, is_resting: bool) {
        self.observation.set_resting(is_resting);
    }
}

/// Reads this now, unless it was read just now, and in every round for as long as the current
/// owner lives.
pub fn use_query<T>(get: api::Get<T>) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let query = Query::new(Signal::stored(Attention::Shown));
    query.ask(Some(get));
    query
}

/// The same for what is not always looked at.
pub fn use_query_with<T>(get: api::Get<T>, attention: impl Into<Signal<Attention>>) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let query = Query::new(attention.into());
    query.ask(Some(get));
    query.observation.follow_attention();
    query
}

/// The same for what is asked for anew whenever a signal changes that `source` reads. Until the
/// answer comes the data of the request before stays; with nothing to ask for there is none.
pub fn use_changing_query<T>(source: impl Fn() -> Option<api::Get<T>> + 'static) -> Query<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let query = Query::new(Signal::stored(Attention::Shown));
    query.ask(untrack(&source));
    Effect::new(move |_| query.ask(source()));
    query
}

impl<T: PartialEq + Send + Sync + 'static> Query<T> {
    fn new(attention: Signal<Attention>) -> Self {
        let (data, set_data) = signal(None::<Arc<T>>);
        let take = move |new: Option<Data>| {
            let new = new.and_then(|new| new.downcast::<T>().ok());
            let is_known = data.try_with_untracked(|known| match (known, &new) {
                (Some(known), Some(new)) => Arc::ptr_eq(known, new),
                (known, new) => known.is_none() && new.is_none(),
            });
            if is_known == Some(false) {
                set_data.try_set(new);
            }
        };
        let observation = Observation::new(attention, take);
        Self {
            data: data.into(),
            error: observation.error.read_only(),
            is_previous: observation.is_previous.read_only(),
            observation,
        }
    }

    fn ask(self, get: Option<api::Get<T>>) {
        match get {
            None => self.observation.observe_nothing(),
            Some(get) => {
                let key: Rc<str> = Rc::from(get.request().url());
                if !self.observation.is_of(&key) {
                    self.observation.leave_for_another();
                    self.observation.client.insert(&key, get);
                    self.observation.observe(key);
                }
            }
        }
    }
}

/// A query without its type. Copies speak of the same one.
#[derive(Clone, Copy)]
struct Observation {
    client: QueryClient,
    attention: Signal<Attention>,
    error: RwSignal<Option<ApiError>>,
    is_previous: RwSignal<bool>,
    good_at: StoredValue<f64>,
    /// The number of the observer, and what it observes.
    observed: StoredValue<Option<(u64, Rc<str>)>, LocalStorage>,
    take: StoredValue<Take, LocalStorage>,
}

/// Takes in new data.
type Take = Rc<dyn Fn(Option<Data>)>;

impl Observation {
    fn new(attention: Signal<Attention>, take: impl Fn(Option<Data>) + 'static) -> Self {
        let observation = Self {
            client: use_query_client(),
            attention,
            error: RwSignal::new(None),
            is_previous: RwSignal::new(false),
            good_at: StoredValue::new(0.0),
            observed: StoredValue::new_local(None),
            take: StoredValue::new_local(Rc::new(take)),
        };
        on_cleanup(move || {
            observation.leave();
        });
        observation
    }

    fn is_of(self, key: &str) -> bool {
        let observed = self.observed.try_get_value().flatten();
        observed.is_some_and(|(_, observed)| *observed == *key)
    }

    fn observe(self, key: Rc<str>) {
        let attention = self.attention.try_get_untracked().unwrap_or(Attention::Paused);
        let observer = self.client.observe(&key, attention, move |known| self.update(known));
        self.observed.try_set_value(observer.map(|observer| (observer, key)));
    }

    fn observe_nothing(self) {
        self.leave();
        self.is_previous.try_set(false);
        self.update(Snapshot::default());
    }

    /// Whether anything was observed.
    fn leave(self) -> bool {
        let observed = self.observed.try_update_value(Option::take).flatten();
        if let Some((observer, _)) = &observed {
            self.client.leave(*observer);
        }
        observed.is_some()
    }

    fn leave_for_another(self) {
        if self.leave() {
            self.is_previous.try_set(true);
        }
    }

    /// Takes in what is known now. Data of the request before stays until there is other.
    fn update(self, known: Snapshot) {
        self.good_at.try_set_value(known.good_at);
        let waits = known.data.is_none() && self.is_previous.try_get_untracked() == Some(true);
        if !waits {
            set_if_new(self.is_previous, false);
            if let Some(take) = self.take.try_get_value() {
                take(known.data);
            }
        }
        set_if_new(self.error, known.error);
    }

    fn follow_attention(self) {
        Effect::new(move |_| {
            let attention = self.attention.get();
            if let Some((observer, _)) = self.observed.try_get_value().flatten() {
                self.client.set_attention(observer, attention);
            }
        });
    }

    fn set_resting(self, is_resting: bool) {
        if let Some((_, key)) = self.observed.try_get_value().flatten() {
            self.client.update(|state| state.cache.set_resting(&key, is_resting));
        }
    }
}

fn set_if_new<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|known| *known != value) == Some(true) {
        signal.try_set(value);
    }
}
