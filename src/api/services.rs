//! Services.

use maxscale::name::ServiceName;
use maxscale::object::Object;
use maxscale::resource::FromResource;
use maxscale::service::Service;

use super::get::Get;
use super::resource_kind::ResourceKind;

/// All services.
pub fn all() -> Get<Vec<Service>> {
    Get::thin_list(ResourceKind::Services)
}

/// One service.
pub fn one(name: ServiceName) -> Get<Service> {
    let path = Object::from(name).path();
    Get::object_with(ResourceKind::Services, path, &Service::FIELDS.all())
}
