//! Monitors.

use maxscale::monitor::Monitor;
use maxscale::name::{MonitorName, path_part};

use super::error::ApiError;
use super::read::{collection, get, single};

/// What lists need of a monitor.
const IN_LISTS: &str = "module,state,ticks,monitor_diagnostics/master,\
    monitor_diagnostics/primary,monitor_diagnostics/state,parameters/monitor_interval,servers/data,\
    services/data";

/// All monitors, as lists need them.
pub async fn all() -> Result<Vec<Monitor>, ApiError> {
    collection(get("monitors", "fields[monitors]", IN_LISTS)).await
}

/// What pages need of a monitor: the diagnostics too.
const ON_PAGES: &str =
    "module,state,ticks,monitor_diagnostics,parameters/monitor_interval,servers/data,services/data";

/// All monitors with their diagnostics.
pub async fn all_with_diagnostics() -> Result<Vec<Monitor>, ApiError> {
    collection(get("monitors", "fields[monitors]", ON_PAGES)).await
}

/// One monitor with its diagnostics.
pub async fn one(name: &MonitorName) -> Result<Monitor, ApiError> {
    let path = format!("monitors/{}", path_part(name.as_str()));
    single(get(path, "fields[monitors]", ON_PAGES)).await
}
