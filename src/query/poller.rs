//! The one poller: reads what the screen shows, one request after the other, and rests otherwise.
//!
//! MaxScale's REST API runs on one thread (rest-api.md 1.9), so nothing is read twice, nothing in
//! parallel, and nothing while the page is hidden. What is read when stands in `schedule`.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pace::Pace;
use super::schedule::{FAST_FOR_MS, Outcome, Rhythm, Turns};
use crate::api::read_whole;

/// One read.
pub type Reading = Pin<Box<dyn Future<Output = Outcome>>>;

/// Who may answer a read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// MaxScale.
    Anew,
    /// MaxScale, unless another tab has asked it within so many milliseconds.
    InTurn(u32),
    /// Nobody is asked: what another tab has told is taken over.
    Told,
}

struct Job {
    id: u64,
    read: Rc<dyn Fn(Asked) -> Reading>,
    /// Whether anybody looks at it.
    shown: Signal<bool>,
    turns: Turns,
}

#[derive(Default)]
struct Inner {
    jobs: Vec<Job>,
    last_id: u64,
    timer: Option<Timeout>,
    running: bool,
    /// What is to be read before the next rest, each once.
    due: VecDeque<(u64, Asked)>,
    /// When the next round begins.
    round_at: f64,
    failures: u32,
    fast_until: f64,
}

impl Inner {
    fn rhythm(&self, pace: Pace) -> Rhythm {
        Rhythm { pace, fast_until: self.fast_until, failures: self.failures }
    }

    fn job(&mut self, id: u64) -> Option<&mut Job> {
        self.jobs.iter_mut().find(|job| job.id == id)
    }

    fn set_round(&mut self, rhythm: &Rhythm, now: f64) {
        let rest_ms = rhythm.rest_ms(now, js_sys::Math::random());
        self.round_at = rest_ms.map_or(f64::INFINITY, |rest_ms| now + f64::from(rest_ms));
    }

    fn note(&mut self, id: u64, outcome: Outcome, pace: Pace) {
        if let Some(job) = self.job(id) {
            job.turns.end(outcome, Date::now());
        }
        let mut rhythm = self.rhythm(pace);
        if rhythm.note(outcome) {
            self.jobs.iter_mut().for_each(|job| job.turns.forgive());
        }
        self.failures = rhythm.failures;
    }
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
        if before.is_some() {
            poller.wake();
        }
    });
    Effect::new(move |before: Option<()>| {
        poller.idle.track();
        if before.is_some() {
            poller.begin();
        }
    });
    for event in ["visibilitychange", "online"] {
        let back = window_event_listener_untyped(event, move |_| {
            if !document().hidden() {
                poller.wake();
            }
        });
        on_cleanup(move || back.remove());
    }
    poller
}

/// The page's poller.
pub fn use_poller() -> Poller {
    expect_context()
}

impl Poller {
    /// Reads with `read` now, and at every round while it is `shown`, and seldom otherwise, for as
    /// long as the current owner lives. Gives it a number.
    pub(super) fn watch(
        self,
        shown: Signal<bool>,
        at_once: bool,
        read: impl Fn(Asked) -> Reading + 'static,
    ) -> u64 {
        let id = self.inner.try_update_value(|inner| {
            inner.last_id += 1;
            let (id, mut turns) = (inner.last_id, Turns::default());
            if at_once {
                inner.due.push_back((id, Asked::Anew));
            } else {
                turns.begin(Date::now());
            }
            inner.jobs.push(Job { id, read: Rc::new(read), shown, turns });
            id
        });
        on_cleanup(move || {
            self.inner.try_update_value(|inner| inner.jobs.retain(|job| Some(job.id) != id));
        });
        self.run();
        id.unwrap_or_default()
    }

    /// Reads one thing now, before all others that are due.
    pub(super) fn read_first(self, id: u64) {
        self.inner.try_update_value(|inner| {
            inner.due.retain(|(due, _)| *due != id);
            inner.due.push_front((id, Asked::Anew));
        });
        self.run();
    }

    /// Reads all that is watched now, also while paused.
    pub fn read_now(self) {
        read_whole();
        self.inner.try_update_value(|inner| {
            inner.due = inner.jobs.iter().map(|job| (job.id, Asked::Anew)).collect();
        });
        self.run();
    }

    /// Takes over what another tab has read; the next round begins when it would have.
    pub fn take_over(self) {
        let paused = self.pace.try_get_untracked() == Some(Pace::Paused);
        if paused || !self.may_read() {
            return;
        }
        self.inner.try_update_value(|inner| {
            let told = inner.jobs.iter().map(|job| (job.id, Asked::Told));
            let told = told.filter(|(id, _)| inner.due.iter().all(|(due, _)| due != id));
            let told: Vec<_> = told.collect();
            inner.due.extend(told);
        });
        self.run();
    }

    /// Begins a round, unless one is under way. While paused, only what has not been read yet is.
    fn wake(self) {
        if self.pace.try_get_untracked() != Some(Pace::Paused) {
            return self.begin();
        }
        self.inner.try_update_value(|inner| {
            inner.due.retain(|(_, asked)| *asked == Asked::Anew);
        });
        self.run();
    }

    fn begin(self) {
        let pace = self.pace.try_get_untracked().unwrap_or(Pace::Paused);
        self.inner.try_update_value(|inner| {
            if inner.running {
                return;
            }
            let (now, rhythm) = (Date::now(), inner.rhythm(pace));
            let shown = |job: &Job| job.shown.try_get_untracked() == Some(true);
            let due = inner.jobs.iter().filter(|job| job.turns.is_due(shown(job), &rhythm, now));
            let asked = Asked::InTurn(rhythm.round_ms(now).unwrap_or_default());
            inner.due = due.map(|job| (job.id, asked)).collect();
            inner.set_round(&rhythm, now);
        });
        self.run();
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
        self.inner.try_update_value(|inner| inner.fast_until = Date::now() + FAST_FOR_MS);
        self.read_now();
    }

    /// Reads what is due, one after the other, until nothing is or nobody answers.
    async fn round(self) {
        let mut asked_any = false;
        while self.may_read() {
            let next = self.inner.try_update_value(|inner| inner.due.pop_front()).flatten();
            let Some((id, asked)) = next else { break };
            let Some(reading) = self.start(id, asked) else { continue };
            asked_any |= asked != Asked::Told;
            let outcome = reading.await;
            let pace = self.pace.try_get_untracked().unwrap_or(Pace::Paused);
            self.inner.try_update_value(|inner| inner.note(id, outcome, pace));
            if matches!(outcome, Outcome::TimedOut | Outcome::Stopped) {
                break;
            }
        }
        self.inner.try_update_value(|inner| inner.running = false);
        self.rest(asked_any);
    }

    fn may_read(self) -> bool {
        self.idle.try_get_untracked() == Some(false) && !document().hidden()
    }

    /// Starts a read, unless who asked for it has gone meanwhile.
    fn start(self, id: u64, asked: Asked) -> Option<Reading> {
        let read = self.inner.try_update_value(|inner| {
            let job = inner.job(id)?;
            if asked != Asked::Told {
                job.turns.begin(Date::now());
            }
            Some(job.read.clone())
        });
        read.flatten().map(|read| read(asked))
    }

    /// Waits for the next round, while there is anything to do by itself.
    fn rest(self, asked_any: bool) {
        let Some(pace) = self.pace.try_get_untracked().filter(|_| self.may_read()) else { return };
        self.inner.try_update_value(|inner| {
            let now = Date::now();
            if asked_any {
                inner.set_round(&inner.rhythm(pace), now);
            }
            if !inner.jobs.is_empty() && inner.round_at.is_finite() {
                let rest_ms = (inner.round_at - now).max(0.0) as u32;
                inner.timer = Some(Timeout::new(rest_ms, move || self.wake()));
            }
        });
    }
}
