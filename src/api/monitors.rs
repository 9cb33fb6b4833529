//! Monitors.

use maxscale::monitor::Monitor;
use maxscale::name::MonitorName;
use maxscale::object::Object;
use maxscale::resource::FromResource;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All monitors, as lists need them.
pub fn all() -> Get<Vec<Monitor>> {
    Get::list(ResourceKind::Monitors)
}

/// All monitors with their diagnostics.
pub fn all_with_diagnostics() -> Get<Vec<Monitor>> {
    let fields = Monitor::FIELDS.listed_with(&["monitor_diagnostics"]);
    Get::list_with(ResourceKind::Monitors, &fields)
}

/// One monitor with its diagnostics.
pub fn one(name: MonitorName) -> Get<Monitor> {
    let path = Object::from(name).path();
    Get::object_with(ResourceKind::Monitors, path, &Monitor::FIELDS.all())
}
