//! MaxScale itself.

use maxscale::about::About;
use maxscale::resource::FromResource;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// Its version, its age, and how it shares its configuration.
pub fn overview() -> Get<About> {
    Get::object_with(ResourceKind::MaxScale, "maxscale", &About::FIELDS.listed())
}

/// Its version and when it started; also the cheapest way to ask whether a session is alive.
pub fn about() -> Get<About> {
    Get::object_with(ResourceKind::MaxScale, "maxscale", About::BRIEF)
}
