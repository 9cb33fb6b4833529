//! The poller: reads what is due, one request after the other, and rests otherwise.
//!
//! MaxScale's REST API runs on one thread (rest-api.md 1.9), so nothing is read twice, nothing in
//! parallel, and nothing while the page is hidden, unless the end of something is waited for. What
//! is due when stands in `schedule`.

use gloo_timers::callback::Timeout;
use js_sys::Date;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::cache::ReadFrom;
use super::client::{QueryClient, State};
use super::refresh_interval::RefreshInterval;
use super::schedule::{Outcome, Timing};

/// The rest between two rounds while the page is hidden.
const HIDDEN_MS: u32 = 15_000;

impl State {
    fn set_round(&mut self, timing: &Timing, now: f64) {
        let rest_ms = timing.rest_ms(now, js_sys::Math::random());
        self.round_at = rest_ms.map_or(f64::INFINITY, |rest_ms| now + f64::from(rest_ms));
    }

    fn note(&mut self, outcome: Outcome, interval: RefreshInterval) {
        let mut timing = self.timing(interval);
        if timing.note(outcome) {
            self.cache.forgive();
        }
        self.failures = timing.failures;
    }
}

impl QueryClient {
    /// Reads when the interval changes, somebody signs in, or somebody looks at the page again.
    pub(super) fn follow_the_page(self) {
        Effect::new(move |before: Option<()>| {
            self.refresh_interval.track();
            if before.is_some() {
                self.wake();
            }
        });
        Effect::new(move |before: Option<()>| {
            self.is_idle.track();
            if before.is_some() {
                self.begin_round();
            }
        });
        for event in ["visibilitychange", "online"] {
            let listener = window_event_listener_untyped(event, move |_| {
                if !document().hidden() {
                    self.wake();
                }
            });
            on_cleanup(move || listener.remove());
        }
    }

    pub(super) fn refresh_interval(self) -> RefreshInterval {
        self.refresh_interval.try_get_untracked().unwrap_or(RefreshInterval::Paused)
    }

    pub(super) fn may_read(self) -> bool {
        let is_wanted = !document().hidden() || self.is_followed.try_get_value() == Some(true);
        is_wanted && self.is_idle.try_get_untracked() == Some(false)
    }

    /// Begins a round, unless one is under way. While paused, only what was asked for is read.
    fn wake(self) {
        if self.refresh_interval() == RefreshInterval::Paused {
            self.update(|state| state.cache.end_round());
            self.run();
        } else {
            self.begin_round();
        }
    }

    fn begin_round(self) {
        let interval = self.refresh_interval();
        self.update(|state| {
            if !state.is_running {
                let (now, timing) = (Date::now(), state.timing(interval));
                state.cache.begin_round(&timing, now);
                state.set_round(&timing, now);
            }
        });
        self.run();
    }

    /// Reads what is due, unless that is being done already.
    pub(super) fn run(self) {
        let was_running = self.update(|state| {
            state.timer = None;
            std::mem::replace(&mut state.is_running, true)
        });
        if was_running == Some(false) {
            spawn_local(self.read_what_is_due());
        }
    }

    /// One after the other, until nothing is due any more or nobody answers.
    async fn read_what_is_due(self) {
        let mut has_asked = false;
        while self.may_read() {
            let next = self.update(|state| state.cache.next_read(Date::now())).flatten();
            let Some(read) = next else { break };
            has_asked |= read.from != ReadFrom::Tab;
            let (outcome, _) = self.carry_out(&read).await;
            let interval = self.refresh_interval();
            self.update(|state| state.note(outcome, interval));
            if matches!(outcome, Outcome::TimedOut | Outcome::Stopped) {
                break;
            }
        }
        self.update(|state| state.is_running = false);
        self.rest(has_asked);
    }

    /// Waits for the next round, while there is anything to do by itself.
    fn rest(self, has_asked: bool) {
        if !self.may_read() {
            return;
        }
        let interval = self.refresh_interval();
        self.update(|state| {
            let now = Date::now();
            if has_asked {
                state.set_round(&state.timing(interval), now);
            }
            if state.cache.is_observed() && state.round_at.is_finite() {
                let rest_ms = (state.round_at - now).max(0.0) as u32;
                let rest_ms = if document().hidden() { rest_ms.max(HIDDEN_MS) } else { rest_ms };
                state.timer = Some(Timeout::new(rest_ms, move || self.wake()));
            }
        });
    }
}
