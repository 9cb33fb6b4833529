//! Servers.

use maxscale::name::ServerName;
use maxscale::object::Object;
use maxscale::server::Server;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All servers, as lists and impact counts need them.
pub fn all() -> Get<Vec<Server>> {
    Get::thin_list(ResourceKind::Servers)
}

/// One server, whole.
pub fn one(name: ServerName) -> Get<Server> {
    Get::object(ResourceKind::Servers, Object::from(name).path())
}
