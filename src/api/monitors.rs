//! Monitors.

use maxscale::monitor::Monitor;
use maxscale::name::{MonitorName, path_part};

use super::ask::Ask;
use super::read::{collection, get, single};

/// What lists need of a monitor.
const IN_LISTS: &str = "module,state,ticks,monitor_diagnostics/master,\
    monitor_diagnostics/primary,monitor_diagnostics/state,parameters/monitor_interval,servers/data,\
    services/data";

/// All monitors, as lists need them.
pub fn all() -> Ask<Vec<Monitor>> {
    Ask::of(get("monitors", "fields[monitors]", IN_LISTS), collection)
}

/// What pages need of a monitor: the diagnostics too.
const ON_PAGES: &str =
    "module,state,ticks,monitor_diagnostics,parameters/monitor_interval,servers/data,services/data";

/// All monitors with their diagnostics.
pub fn all_with_diagnostics() -> Ask<Vec<Monitor>> {
    Ask::of(get("monitors", "fields[monitors]", ON_PAGES), collection)
}

/// One monitor with its diagnostics.
pub fn one(name: &MonitorName) -> Ask<Monitor> {
    let path = format!("monitors/{}", path_part(name.as_str()));
    Ask::of(get(path, "fields[monitors]", ON_PAGES), single)
}
