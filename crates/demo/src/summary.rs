//! Looking into a simulation: what the back door shows of it, and what streams of its log send.

use crate::api::logs::{Batch, Follow};
use crate::simulation::Simulation;
use crate::world::World;
use crate::world::databases::Database;
use serde_json::{Value, json};

impl Simulation {
    /// The rows of the log since the last look; `None` once MaxScale was restarted.
    pub(crate) async fn read_log(&self, follow: &mut Follow) -> Option<Batch> {
        follow.read(&self.lock().await.world)
    }

    /// Scene, version, seed, time, troubles, services and servers, as JSON.
    pub(crate) async fn summary(&self) -> Value {
        let api = self.lock().await;
        let (running, speed, elapsed) = {
            let clock = self.clock();
            (clock.is_running(), clock.speed().factor(), clock.read().as_secs_f64())
        };
        let failures = self.failures();
        let services = api.world.services.iter().map(|service| service.name.as_str());
        json!({
            "scene": self.scene.to_string(),
            "version": api.world.version.to_string(),
            "seed": self.seed,
            "elapsed": elapsed,
            "running": running,
            "speed": speed,
            "latency": failures.latency.as_millis() as u64,
            "chaos": failures.chaos,
            "failing": failures.waiting(),
            "services": services.collect::<Vec<_>>(),
            "servers": servers(&api.world),
        })
    }
}

fn servers(world: &World) -> Vec<Value> {
    let server = |name: &str| {
        let database = world.database_of(name);
        let faults = database.map(Database::faults).unwrap_or_default();
        json!({
            "name": name,
            "up": database.is_some_and(|database| database.up),
            "replicates": database.is_some_and(|database| database.source().is_some()),
            "lag": faults.lag.as_secs_f64(),
            "broken": faults.broken,
        })
    };
    world.servers.iter().map(|known| server(&known.name)).collect()
}
