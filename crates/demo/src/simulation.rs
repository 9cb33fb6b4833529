//! The handle on a simulation: requests, events from outside, and time.

use crate::access::token::Signer;
use crate::api::{Api, Reply};
use crate::clock::{Clock, Speed};
use crate::env::{self, Action, ClockAction};
use crate::failure_injection::{FailureInjection, InjectedFailure};
use crate::scene::Scene;
use crate::sql::connections::Connections;
use crate::version::MaxScaleVersion;
use axum::Router;
use http::{Request, Response};
use std::path::PathBuf;
use std::sync::{Arc, Mutex as ClockMutex, MutexGuard as ClockGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};
use tokio::sync::{Mutex, MutexGuard};

/// How long a request waits for work beside the API, in real time, while the clock stands still.
const SETTLING: Duration = Duration::from_secs(5);

/// A simulated MaxScale. Clones are handles on the same one.
///
/// Everything waits for one lock, as everything waits for one thread in MaxScale: a slow call
/// holds up the others.
#[derive(Clone)]
pub struct Simulation {
    api: Arc<Mutex<Api>>,
    clock: Arc<ClockMutex<Clock>>,
    failures: Arc<ClockMutex<FailureInjection>>,
    began: SystemTime,
    pub(crate) scene: Scene,
    pub(crate) seed: u64,
    back_door: bool,
}

/// The connection of a request was closed without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dropped;

impl Simulation {
    /// A simulation that begins now, with its clock frozen.
    #[must_use]
    pub fn new(scene: Scene, seed: u64) -> Self {
        Self::beginning_at(scene, seed, SystemTime::now())
    }

    /// The same of another version of MaxScale.
    #[must_use]
    pub fn of_version(version: MaxScaleVersion, scene: Scene, seed: u64) -> Self {
        Self::begin(version, scene, seed, SystemTime::now())
    }

    /// A simulation that begins at a given time, with its clock frozen: with the same scene, seed
    /// and time, and the same calls, everything comes out the same but the tokens.
    #[must_use]
    pub fn beginning_at(scene: Scene, seed: u64, began: SystemTime) -> Self {
        Self::begin(MaxScaleVersion::default(), scene, seed, began)
    }

    fn begin(version: MaxScaleVersion, scene: Scene, seed: u64, began: SystemTime) -> Self {
        let signer = Signer::new();
        let sql = Arc::new(Connections::new(scene.sample()));
        let world = scene.world(began, seed, version);
        let api = Api::new(world, scene.accounts(version), signer, sql, began);
        Self {
            api: Arc::new(Mutex::new(api)),
            clock: Arc::new(ClockMutex::new(Clock::frozen())),
            failures: Arc::new(ClockMutex::new(FailureInjection::none(seed))),
            began,
            scene,
            seed,
            back_door: false,
        }
    }

    /// The same simulation, whose server lets everybody in by its back door: `/_demo`, beside
    /// `/v1`.
    #[must_use]
    pub fn with_back_door(self) -> Self {
        Self { back_door: true, ..self }
    }

    /// Whether it has a back door.
    #[must_use]
    pub fn has_back_door(&self) -> bool {
        self.back_door
    }

    /// Lets simulated time run that fast while the clock runs.
    pub fn set_speed(&self, speed: Speed) {
        self.clock().set_speed(speed);
    }

    /// Lets every answer to a request that came over a connection take that long more; while it
    /// waits, so do the others.
    pub fn set_latency(&self, latency: Duration) {
        self.failures().latency = latency;
    }

    /// Lets so many of a hundred requests that come over a connection fail.
    pub fn set_chaos(&self, percent: u8) {
        self.failures().chaos = percent.min(100);
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
        self.settle().await;
        let mut api = self.lock().await;
        self.clock().advance(by);
        self.catch_up(&mut api);
    }

    /// Simulated time since the beginning.
    pub async fn elapsed(&self) -> Duration {
        let api = self.lock().await;
        since(self.began, &api)
    }

    /// Does something from outside, in the words of the recordings' `env` steps (`load SERVICE N
    /// SECONDS`, `transactions SERVICE N SECONDS`, `kill SERVER`, `start SERVER`,
    /// `transactions-report`) or in those of the back door (docs/demo.md).
    ///
    /// # Errors
    /// What is wrong with the words.
    pub async fn env(&self, words: &str) -> Result<(), String> {
        match Action::parse(words)? {
            Action::World(action) => env::apply(&mut self.lock().await.world, action)?,
            Action::Restart => self.restart().await,
            Action::ExpireTokens => self.expire_tokens().await,
            Action::FailNext(count, trouble) => self.failures().fail_next(count, trouble)?,
            Action::Latency(latency) => self.set_latency(latency),
            Action::Chaos(percent) => self.set_chaos(percent),
            Action::Speed(speed) => self.set_speed(speed),
            Action::Clock(tick) => self.tick(tick).await,
        }
        Ok(())
    }

    /// Changes the clock.
    pub(crate) async fn tick(&self, tick: ClockAction) {
        self.settle().await;
        let mut api = self.lock().await;
        match tick {
            ClockAction::Freeze => self.clock().freeze(),
            ClockAction::Run => self.clock().run(),
            ClockAction::Advance(by) => self.clock().advance_since(by),
        }
        self.catch_up(&mut api);
    }

    /// Restarts MaxScale: tokens and sessions are gone, maintenance survives in the journal.
    pub async fn restart(&self) {
        let mut api = self.lock().await;
        api.signer = Signer::new();
        api.sql.clear();
        api.world.restart();
    }

    /// Makes every token worthless, as if all had expired.
    pub async fn expire_tokens(&self) {
        self.lock().await.signer = Signer::new();
    }

    /// One exchange with the API, without trouble on the way. What takes MaxScale time takes
    /// simulated time; while the clock runs, it takes real time too, and nobody else is served.
    pub async fn handle(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        self.settle_for(&request).await;
        let reply = self.answer(&mut *self.lock().await, &request).await;
        self.finish(reply).await
    }

    /// One exchange with the API as it comes over a connection, with the trouble that was asked
    /// for. Latency is real time.
    ///
    /// # Errors
    /// The connection is to be closed without an answer.
    pub(crate) async fn exchange(
        &self,
        request: Request<Vec<u8>>,
    ) -> Result<Response<Vec<u8>>, Dropped> {
        self.settle_for(&request).await;
        let mut api = self.lock().await;
        let (latency, trouble) = {
            let mut failures = self.failures();
            (failures.latency, failures.meet())
        };
        let slow = match trouble {
            Some(InjectedFailure::Slow(slow)) => slow,
            _ => Duration::ZERO,
        };
        tokio::time::sleep(latency.saturating_add(slow)).await;
        self.catch_up(&mut api);
        let reply = match trouble {
            Some(InjectedFailure::Drop) => return Err(Dropped),
            Some(InjectedFailure::Status(status)) => return Ok(Api::failure(status)),
            Some(InjectedFailure::Slow(_)) | None => self.answer(&mut api, &request).await,
        };
        drop(api);
        Ok(self.finish(reply).await)
    }

    /// Does what goes on beside the API, to its end even if nobody waits for it any more.
    async fn finish(&self, reply: Reply) -> Response<Vec<u8>> {
        match reply {
            Reply::Done(response) => response,
            Reply::Background(background) => {
                let simulation = self.clone();
                let work = tokio::spawn(async move { background.run(&simulation).await });
                work.await.unwrap_or_else(|_| Api::failure(500))
            }
        }
    }

    async fn answer(&self, api: &mut Api, request: &Request<Vec<u8>>) -> Reply {
        let reply = api.handle(request);
        let ahead = since(self.began, api).saturating_sub(self.clock().read());
        let real = {
            let mut clock = self.clock();
            if !clock.is_running() {
                clock.take(ahead);
            }
            clock.is_running().then(|| clock.real(ahead))
        };
        if let Some(real) = real {
            tokio::time::sleep(real).await;
        }
        reply
    }

    /// Who asks about work beside the API finds it settled.
    async fn settle_for(&self, request: &Request<Vec<u8>>) {
        let path = request.uri().path();
        if path.trim_start_matches("/v1").trim_start_matches('/').starts_with("sql") {
            self.settle().await;
        }
    }

    /// While the clock stands still, work beside the API takes no time: it is done before anything
    /// else happens, as far as it does not sleep.
    async fn settle(&self) {
        if !self.is_frozen() {
            return;
        }
        let sql = self.lock().await.sql.clone();
        let patience = Instant::now() + SETTLING;
        while sql.is_due(self.reading()) && Instant::now() < patience {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Simulated time since the beginning, without waiting for anybody.
    pub(crate) fn reading(&self) -> Duration {
        self.clock().read()
    }

    /// Whether the clock stands still.
    pub(crate) fn is_frozen(&self) -> bool {
        !self.clock().is_running()
    }

    /// Lets time pass on a clock that stands still, for work that somebody waits for.
    pub(crate) async fn pass(&self, time: Duration) {
        let mut api = self.lock().await;
        self.clock().take(time);
        self.catch_up(&mut api);
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
    pub(crate) async fn lock(&self) -> MutexGuard<'_, Api> {
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

    pub(crate) fn clock(&self) -> ClockGuard<'_, Clock> {
        self.clock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn failures(&self) -> ClockGuard<'_, FailureInjection> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn since(began: SystemTime, api: &Api) -> Duration {
    api.world.now.duration_since(began).unwrap_or_default()
}
