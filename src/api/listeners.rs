//! Listeners.

use maxscale::listener::Listener;
use maxscale::name::ListenerName;
use maxscale::object::Object;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All listeners, as lists need them.
pub fn all() -> Get<Vec<Listener>> {
    Get::list(ResourceKind::Listeners)
}

/// One listener, whole.
pub fn one(name: ListenerName) -> Get<Listener> {
    Get::object(ResourceKind::Listeners, Object::from(name).path())
}
