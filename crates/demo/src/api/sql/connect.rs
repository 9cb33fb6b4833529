//! `POST /sql`: what is asked for, and whether it can be.

use super::background::Task;
use crate::api::Api;
use crate::api::answer::Refusal;
use crate::api::request::Request;
use crate::sql::connection::{Config, Way};
use crate::world::World;
use crate::world::address::Address;
use crate::world::resources::Listener;
use serde_json::Value;
use std::net::IpAddr;
use std::time::Duration;

/// How long a token of a connection is good for when nothing is said, in seconds.
const USUAL_LIFE: u64 = 28_800;

/// Seconds that the connector waits for an answer when nothing is said.
const USUAL_PATIENCE: i64 = 10;

/// The longest life that can be asked for (`admin_jwt_max_age`), in seconds.
const LONGEST_LIFE: u64 = 24 * 3600;

/// How the token of a new connection is handed over.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    /// In a cookie instead of the document.
    pub persist: bool,
    /// How long it is good for.
    pub life: Duration,
}

impl Grant {
    /// What the options of a request say.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        let asked = request.query.get("max-age").map_or(0, leading_number);
        let life = if asked > 0 { asked } else { USUAL_LIFE };
        let persist = request.query.is_on("persist");
        Self { persist, life: Duration::from_secs(life.min(LONGEST_LIFE)) }
    }
}

/// The number that a text begins with; 0 if there is none.
fn leading_number(text: &str) -> u64 {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// `POST /sql`
///
/// # Errors
/// The request does not say enough, or the target is none.
pub fn connect(api: &Api, request: &Request) -> Result<Task, Refusal> {
    let body = request.body()?;
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let target = text("target").ok_or("The `target` field is mandatory".to_owned())?;
    if target == "odbc" {
        let string = text("connection_string").filter(|string| !string.is_empty());
        let missing = "Missing connection string for ODBC connection.".to_owned();
        return Err(Refusal::because(no_driver(string.ok_or(missing)?)));
    }
    let (Some(user), Some(password)) = (text("user"), text("password")) else {
        return Err(Refusal::because(
            "The `user` and `password` fields are mandatory for this `target`",
        ));
    };
    let (way, address) = resolve(&api.world, target)?;
    let config = Config {
        target: target.to_owned(),
        way,
        address,
        user: user.to_owned(),
        password: password.to_owned(),
        database: text("db").unwrap_or_default().to_owned(),
        timeout: patience(body.get("timeout").and_then(Value::as_i64)),
    };
    Ok(Task::Connect { config, grant: Grant::of(request) })
}

/// How long the connector waits; for ever when 0 seconds are asked for.
fn patience(seconds: Option<i64>) -> Option<Duration> {
    let seconds = u64::try_from(seconds.unwrap_or(USUAL_PATIENCE)).unwrap_or_default();
    (seconds > 0).then(|| Duration::from_secs(seconds))
}

/// What the ODBC driver manager says where no driver is installed.
fn no_driver(string: &str) -> String {
    let driver = string.split(';').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        key.trim().eq_ignore_ascii_case("driver").then(|| value.trim().trim_matches(['{', '}']))
    });
    match driver {
        Some(driver) => {
            format!("[unixODBC][Driver Manager]Can't open lib '{driver}' : file not found")
        }
        None => "[unixODBC][Driver Manager]Data source name not found and no default driver \
                 specified"
            .to_owned(),
    }
}

fn resolve(world: &World, target: &str) -> Result<(Way, Address), Refusal> {
    if let Some(server) = world.server(target) {
        return Ok((Way::Server, loopback(server.address())));
    }
    if world.service(target).is_some() {
        let listeners: Vec<&Listener> =
            world.listeners.iter().filter(|listener| listener.service == target).collect();
        return match listeners.as_slice() {
            [] => Err(Refusal::because(format!("Service '{target}' has no listeners"))),
            [listener] => through(listener, &format!("Listener for service '{target}'")),
            _ => Err(Refusal::because(format!(
                "Service '{target}' has more than one listener, connect to a listener directly."
            ))),
        };
    }
    match world.listeners.iter().find(|listener| listener.name == target) {
        Some(listener) => through(listener, &format!("Listener '{target}'")),
        None => Err(Refusal::because(format!("Target '{target}' not found"))),
    }
}

fn through(listener: &Listener, called: &str) -> Result<(Way, Address), Refusal> {
    let text = |name: &str| listener.parameters.get(name).and_then(Value::as_str);
    if text("socket").is_some_and(|socket| !socket.is_empty()) {
        return Err(Refusal::because(format!("{called} is configured with UNIX socket")));
    }
    let port = listener.parameters.get("port").and_then(Value::as_u64).unwrap_or_default();
    let host = text("address").unwrap_or("::").to_owned();
    let way = Way::Service { service: listener.service.clone(), listener: listener.name.clone() };
    Ok((way, loopback(Address { host, port })))
}

/// Who listens everywhere is reached on this machine.
fn loopback(address: Address) -> Address {
    let is_everywhere = address.host.parse::<IpAddr>().is_ok_and(|host| host.is_unspecified());
    if is_everywhere { Address { host: "127.0.0.1".to_owned(), ..address } } else { address }
}
