//! Measures the largest scene, in processor time, against its budgets in tests/budgets.json.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod process;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::Request;
use maxconsole_demo::{ADMIN, Scene, Simulation};
use serde_json::Value;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const RUNS: u32 = 10;

/// What the console reads again and again, and what else is long.
const LISTS: [&str; 5] = ["servers", "services", "monitors", "listeners", "sessions"];

/// A console that polls for that long.
const WATCHED: Duration = Duration::from_secs(10);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let simulation = Simulation::new(Scene::Big, 1);
    tell("scene made", millis(process::time()), "ms", None);
    let mut kept = true;
    kept &= tell(
        "two seconds: traffic, and all monitors look",
        tick(&simulation).await,
        "ms",
        budget("tick_ms"),
    );
    for list in LISTS {
        let took = request(&simulation, "GET", list).await;
        let budget = (list == "servers").then(|| budget("server_list_ms")).flatten();
        kept &= tell(&format!("GET /v1/{list}"), took, "ms", budget);
    }
    let page = request(&simulation, "GET", "sessions?page[size]=50").await;
    tell("GET /v1/sessions, one page", page, "ms", None);
    let change = request(&simulation, "PUT", "servers/orders-fra-db2/clear?state=drain").await;
    tell("PUT …/clear", change, "ms", None);
    let refused = request(&simulation, "PUT", "servers/orders-fra-db1/set?state=drain").await;
    tell("PUT …/set, refused", refused, "ms", None);
    kept &=
        tell("processor, polled each second", busy(&simulation).await, "%", budget("busy_percent"));
    tell("an hour away", away(&simulation, 3_600).await, "ms", None);
    tell("a month away", away(&simulation, 30 * 24 * 3_600).await, "ms", None);
    kept &= tell("memory at most", process::most_memory(), "MB", budget("memory_mb"));
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints a value, and says whether it is within its budget.
fn tell(what: &str, value: f64, unit: &str, budget: Option<f64>) -> bool {
    let of = budget.map(|budget| format!(" of {budget}")).unwrap_or_default();
    println!("{what:<48} {:>12}", format!("{value:.1}{of} {unit}"));
    budget.is_none_or(|budget| value <= budget)
}

fn budget(name: &str) -> Option<f64> {
    let budgets: Value =
        serde_json::from_str(include_str!("../../../../tests/budgets.json")).unwrap();
    let budget = &budgets["demo"][name];
    Some(budget.as_f64().unwrap_or_else(|| panic!("there is no budget demo/{name}")))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// In the time of one interval all monitors look once, and the sessions go on.
async fn tick(simulation: &Simulation) -> f64 {
    let before = process::time();
    for _ in 0..RUNS {
        simulation.advance(Duration::from_secs(2)).await;
    }
    millis(process::time() - before) / f64::from(RUNS)
}

async fn request(simulation: &Simulation, method: &str, path: &str) -> f64 {
    let before = process::time();
    for _ in 0..RUNS {
        ask(simulation, method, path).await;
    }
    millis(process::time() - before) / f64::from(RUNS)
}

async fn ask(simulation: &Simulation, method: &str, path: &str) {
    let (user, password) = ADMIN;
    let authorization = format!("Basic {}", STANDARD.encode(format!("{user}:{password}")));
    let request = Request::builder()
        .method(method)
        .uri(format!("/v1/{path}"))
        .header("host", "mxs:8989")
        .header("authorization", authorization);
    simulation.handle(request.body(Vec::new()).unwrap()).await;
}

/// How much of a processor a running world takes that a console polls each second.
async fn busy(simulation: &Simulation) -> f64 {
    simulation.run_clock();
    let (began, before) = (Instant::now(), process::time());
    while began.elapsed() < WATCHED {
        ask(simulation, "GET", "maxscale?fields[maxscale]=uptime").await;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    let busy = (process::time() - before).as_secs_f64() / began.elapsed().as_secs_f64();
    simulation.freeze_clock();
    busy * 100.0
}

async fn away(simulation: &Simulation, seconds: u64) -> f64 {
    let before = process::time();
    simulation.advance(Duration::from_secs(seconds)).await;
    millis(process::time() - before)
}
