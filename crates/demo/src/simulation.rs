//! The handle on a simulation: requests, events from outside, and time.

use crate::access::token::Signer;
use crate::api::Api;
use crate::clock::Clock;
use crate::env;
use crate::scene::Scene;
use axum::Router;
use http::{Request, Response};
use std::path::PathBuf;
use std::sync::{Arc, Mutex as ClockMutex, MutexGuard as ClockGuard, PoisonError};
use std::time::{Duration, SystemTime};
use tokio::sync::{Mutex, MutexGuard};

/// A simulated MaxScale. Clones are handles on the same one.
///
/// Everything waits for one lock, as everything waits for one thread in MaxScale: a slow call
/// holds up the others.
#[derive(Clone)]
pub struct Simulation {
    api: Arc<Mutex<Api>>,
    clock: Arc<ClockMutex<Clock>>,
    began: SystemTime,
}

impl Simulation {
    /// A simulation that begins now, with its clock frozen.
    #[must_use]
    pub fn new(scene: Scene, seed: u64) -> Self {
        Self::beginning_at(scene, seed, SystemTime::now())
    }

    /// A simulation that begins at a given time, with its clock frozen: with the same scene, seed
    /// and time, and the same calls, everything comes out the same but the tokens.
    #[must_use]
    pub fn beginning_at(scene: Scene, seed: u64, began: SystemTime) -> Self {
        let signer = Signer::new(&mut fastrand::Rng::new());
        let api = Api::new(scene.world(began, seed), scene.accounts(), signer);
        Self {
            api: Arc::new(Mutex::new(api)),
            clock: Arc::new(ClockMutex::new(Clock::frozen())),
            began,
        }
    }

    /// Lets time pass as it really does, from now on.
    pub fn run_clock(&self) {
        self.clock().run();
    }

    /// Lets time pass only by [`Simulation::advance`].
    pub fn freeze_clock(&self) {
        self.clock().freeze();
    }

    /// Lets simulated time pass, with all that happens in it.
    pub async fn advance(&self, by: Duration) {
        let mut api = self.lock().await;
        self.clock().advance(by);
        self.catch_up(&mut api);
    }

    /// Simulated time since the beginning.
    pub async fn elapsed(&self) -> Duration {
        let api = self.lock().await;
        since(self.began, &api)
    }

    /// Does something to the world from outside, in the words of the recordings' `env` steps:
    /// `load SERVICE N SECONDS`, `transactions SERVICE N SECONDS`, `kill SERVER`, `start SERVER`,
    /// `transactions-report`.
    ///
    /// # Errors
    /// What is wrong with the words.
    pub async fn env(&self, words: &str) -> Result<(), String> {
        let mut api = self.lock().await;
        env::act(&mut api.world, words)
    }

    /// Restarts MaxScale: tokens and sessions are gone, maintenance survives in the journal.
    pub async fn restart(&self) {
        let mut api = self.lock().await;
        api.signer = Signer::new(&mut fastrand::Rng::new());
        api.world.restart();
    }

    /// Makes every token worthless, as if all had expired.
    pub async fn expire_tokens(&self) {
        self.lock().await.signer = Signer::new(&mut fastrand::Rng::new());
    }

    /// One exchange with the API. What takes MaxScale time takes simulated time; while the clock
    /// runs, it takes real time too, and nobody else is served.
    pub async fn handle(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let mut api = self.lock().await;
        let response = api.handle(&request);
        let ahead = since(self.began, &api).saturating_sub(self.clock().read());
        if self.clock().is_running() {
            tokio::time::sleep(ahead).await;
        } else {
            self.clock().advance(ahead);
        }
        drop(api);
        response
    }

    /// The REST API, at `/v1/…` and `/…`.
    pub fn api(&self) -> Router {
        crate::serve::api(self.clone())
    }

    /// What MaxScale serves: the files of a GUI directory, and the API for everything else.
    pub fn with_gui(&self, directory: PathBuf) -> Router {
        crate::serve::with_gui(self.clone(), directory)
    }

    /// The whole API, once it is up to date with the clock.
    async fn lock(&self) -> MutexGuard<'_, Api> {
        let mut api = self.api.lock().await;
        self.catch_up(&mut api);
        api
    }

    fn catch_up(&self, api: &mut Api) {
        let reading = self.clock().read();
        if let Some(now) = self.began.checked_add(reading) {
            api.world.advance_to(now);
        }
    }

    fn clock(&self) -> ClockGuard<'_, Clock> {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn since(began: SystemTime, api: &Api) -> Duration {
    api.world.now.duration_since(began).unwrap_or_default()
}
