//! MaxScale itself.

use maxscale::about::About;

use super::ask::Ask;
use super::read::{get, single};

/// What is told of it on the dashboard.
const ON_DASHBOARD: &str = "version,commit,started_at,activated_at,uptime,config_sync,\
    system/os/nodename";

/// Its version, its age, and how it shares its configuration.
pub fn overview() -> Ask<About> {
    Ask::of(get("maxscale", "fields[maxscale]", ON_DASHBOARD), single)
}

/// Its version and when it started; also the cheapest way to ask whether a session is alive.
pub fn about() -> Ask<About> {
    Ask::of(get("maxscale", "fields[maxscale]", "version,started_at"), single)
}
