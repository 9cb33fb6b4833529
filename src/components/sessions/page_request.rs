//! Which sessions the address asks for.

use maxscale::name::ServiceName;

use super::criteria::{SERVICE, USER};
use crate::api::sessions::SessionFilter;
use crate::components::object_table::asked_page;
use crate::route::Options;

/// A page of the sessions of a user, of a service, or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PageRequest {
    /// Empty for everyone.
    pub(super) user: String,
    /// Empty for all.
    pub(super) service: String,
    /// From 1; in the API pages count from 0.
    pub(super) page: u64,
    /// How many sessions it holds.
    pub(super) size: u64,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self::read(&Options::default())
    }
}

impl PageRequest {
    pub(super) fn read(options: &Options) -> Self {
        let (page, size) = asked_page(options);
        Self {
            user: options.get(USER).to_owned(),
            service: options.get(SERVICE).to_owned(),
            page,
            size,
        }
    }

    /// MaxScale takes one filter; the service goes before the user.
    pub(super) fn filter(&self) -> SessionFilter {
        match (self.service.as_str(), self.user.as_str()) {
            ("", "") => SessionFilter::None,
            ("", user) => SessionFilter::User(user.to_owned()),
            (service, _) => SessionFilter::Service(ServiceName::new(service)),
        }
    }
}
