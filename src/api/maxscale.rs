//! MaxScale itself.

use maxscale::about::About;

use super::error::ApiError;
use super::read::{get, single};

/// What is told of it on the dashboard.
const ON_DASHBOARD: &str = "version,commit,started_at,activated_at,uptime,config_sync,\
    system/os/nodename";

/// Its version, its age, and how it shares its configuration.
pub async fn overview() -> Result<About, ApiError> {
    single(get("maxscale", "fields[maxscale]", ON_DASHBOARD)).await
}

/// Its version and when it started; also the cheapest way to ask whether a session is alive.
pub async fn about() -> Result<About, ApiError> {
    single(get("maxscale", "fields[maxscale]", "version,started_at")).await
}
