//! The one poller: reads what the screen shows, one request after the other, and rests otherwise.
//!
//! MaxScale's REST API runs on one thread (rest-api.md 1.9), so nothing is read twice, nothing in
//! parallel, and nothing while the page is hidden.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The future of one read; `false` when nothing more can be read in this round: MaxScale could
/// not be reached, or the session has ended.
pub type Reading = Pin<Box<dyn Future<Output = bool>>>;
type Job = Rc<dyn Fn() -> Reading>;

/// After a change everything is read each second for this long, to see what follows from it.
const FAST_FOR_MS: f64 = 10_000.0;
const FAST_MS: u32 = 1_000;
/// The longest rest between two attempts while MaxScale cannot be reached.
const LONGEST_REST_MS: u32 = 15_000;

/// How often data is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Every so many seconds.
    Seconds(u32),
    /// Only when asked.
    Paused,
}

impl Pace {
    /// The paces on offer.
    pub const ALL: [Self; 7] = [
        Self::Seconds(1),
        Self::Seconds(2),
        Self::Seconds(5),
        Self::Seconds(10),
        Self::Seconds(30),
        Self::Seconds(60),
        Self::Paused,
    ];

    /// How the pace is stored and chosen: seconds, or `off`.
    pub fn key(self) -> String {
        match self {
            Self::Seconds(seconds) => seconds.to_string(),
            Self::Paused => "off".to_owned(),
        }
    }

    /// Reads a stored pace; only those on offer are taken.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.key() == key)
    }
}

#[derive(Default)]
struct Inner {
    jobs: Vec<(u64, Job)>,
    last_id: u64,
    timer: Option<Timeout>,
    running: bool,
    /// What is to be read before the next rest, each once.
    due: VecDeque<u64>,
    failures: u32,
    fast_until: f64,
}

/// The poller of this page. Copies speak of the same one.
#[derive(Clone, Copy)]
pub struct Poller {
    inner: StoredValue<Inner, LocalStorage>,
    /// How often data is read.
    pub pace: RwSignal<Pace>,
    /// Whether nobody may be asked now: signed out, or the session has ended.
    pub idle: RwSignal<bool>,
}

/// Makes the page's poller known to all below.
pub fn provide_poller(pace: Pace) -> Poller {
    let poller = Poller {
        inner: StoredValue::new_local(Inner::default()),
        pace: RwSignal::new(pace),
        idle: RwSignal::new(true),
    };
    provide_context(poller);
    Effect::new(move |before: Option<()>| {
        poller.pace.track();
        poller.idle.track();
        if before.is_some() {
            poller.wake();
        }
    });
    let shown = window_event_listener_untyped("visibilitychange", move |_| {
        if !document().hidden() {
            poller.wake();
        }
    });
    on_cleanup(move || shown.remove());
    poller
}

/// The page's poller.
pub fn use_poller() -> Poller {
    expect_context()
}

impl Poller {
    /// Reads with `job` now and at every round, for as long as the current owner lives.
    /// Gives the job a number.
    pub(super) fn watch(self, job: impl Fn() -> Reading + 'static) -> u64 {
        let id = self.inner.try_update_value(|inner| {
            inner.last_id += 1;
            inner.jobs.push((inner.last_id, Rc::new(job)));
            inner.due.push_back(inner.last_id);
            inner.last_id
        });
        on_cleanup(move || {
            self.inner.try_update_value(|inner| inner.jobs.retain(|(known, _)| Some(*known) != id));
        });
        self.run();
        id.unwrap_or_default()
    }

    /// Reads with one job now, before all others that are due.
    pub(super) fn read_first(self, job: u64) {
        self.inner.try_update_value(|inner| {
            inner.due.retain(|due| *due != job);
            inner.due.push_front(job);
        });
        self.run();
    }

    /// Reads all that is watched now, also while paused.
    pub fn read_now(self) {
        self.inner.try_update_value(|inner| {
            inner.due = inner.jobs.iter().map(|(id, _)| *id).collect();
        });
        self.run();
    }

    /// Reads all that is watched, unless that is being done already.
    fn wake(self) {
        if self.inner.try_with_value(|inner| inner.running) == Some(false) {
            self.read_now();
        }
    }

    fn run(self) {
        let start = self.inner.try_update_value(|inner| {
            inner.timer = None;
            !std::mem::replace(&mut inner.running, true)
        });
        if start == Some(true) {
            spawn_local(self.round());
        }
    }

    /// Something was changed: reads now, and often for a while.
    pub fn changed(self) {
        self.inner.try_update_value(|inner| inner.fast_until = js_sys::Date::now() + FAST_FOR_MS);
        self.read_now();
    }

    /// Reads what is due, one after the other, until nothing is or nobody answers.
    async fn round(self) {
        while self.idle.try_get_untracked() == Some(false) {
            let next = self.inner.try_update_value(|inner| inner.due.pop_front()).flatten();
            let Some(id) = next else { break };
            let Some(reading) = self.start(id) else { continue };
            let reached = reading.await;
            self.inner.try_update_value(|inner| {
                inner.failures = if reached { 0 } else { inner.failures.saturating_add(1) };
            });
            if !reached {
                break;
            }
        }
        self.inner.try_update_value(|inner| inner.running = false);
        self.rest();
    }

    /// Starts a job, unless who asked for it has gone meanwhile.
    fn start(self, id: u64) -> Option<Reading> {
        let job = self.inner.try_with_value(|inner| {
            inner.jobs.iter().find(|(known, _)| *known == id).map(|(_, job)| job.clone())
        });
        job.flatten().map(|job| job())
    }

    fn rest(self) {
        let Some(rest_ms) = self.next_rest_ms() else { return };
        let timer = Timeout::new(rest_ms, move || self.read_now());
        self.inner.try_update_value(|inner| inner.timer = Some(timer));
    }

    /// How long to rest; `None` while there is nothing to do by itself.
    fn next_rest_ms(self) -> Option<u32> {
        if document().hidden() || self.idle.try_get_untracked() != Some(false) {
            return None;
        }
        let pace = self.pace.try_get_untracked()?;
        self.inner.try_with_value(|inner| match pace {
            _ if inner.jobs.is_empty() => None,
            Pace::Paused => None,
            _ if inner.failures > 0 => Some(with_jitter(back_off_ms(inner.failures))),
            _ if js_sys::Date::now() < inner.fast_until => Some(FAST_MS),
            Pace::Seconds(seconds) => Some(seconds * 1_000),
        })?
    }
}

/// One second after the first failure, then twice as long each time.
fn back_off_ms(failures: u32) -> u32 {
    (1_000 << failures.saturating_sub(1).min(5)).min(LONGEST_REST_MS)
}

/// A fifth more or less, so that many consoles do not come back at the same moment.
fn with_jitter(rest_ms: u32) -> u32 {
    let factor = 0.8 + js_sys::Math::random() * 0.4;
    (f64::from(rest_ms) * factor) as u32
}
