//! The kinds of resources, and which of them a change touches.

use maxscale::request::{Request, Verb};

/// A kind of resource of the REST API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResourceKind {
    Servers,
    Monitors,
    Services,
    Listeners,
    Filters,
    Sessions,
    Threads,
    MaxScale,
    Users,
}

use ResourceKind::{Filters, Listeners, MaxScale, Monitors, Servers, Services, Sessions, Users};

impl ResourceKind {
    /// All kinds.
    pub const ALL: [Self; 9] =
        [Servers, Monitors, Services, Listeners, Filters, Sessions, Self::Threads, MaxScale, Users];

    /// The path of its list below `/v1/`.
    pub fn path(self) -> &'static str {
        match self {
            Servers => "servers",
            Monitors => "monitors",
            Services => "services",
            Listeners => "listeners",
            Filters => "filters",
            Sessions => "sessions",
            Self::Threads => "maxscale/threads",
            MaxScale => "maxscale",
            Users => "users",
        }
    }

    /// The kinds that look different after these requests, each once. What is not known may touch
    /// anything.
    pub fn touched_by(requests: &[Request]) -> Vec<Self> {
        let mut kinds: Vec<Self> = requests.iter().flat_map(touched).copied().collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

fn touched(request: &Request) -> &'static [ResourceKind] {
    let mut parts = request.path().split('/');
    match (request.verb, parts.next().unwrap_or_default(), parts.next()) {
        (Verb::Get, ..) => &[],
        (_, "servers", _) => &[Servers, Monitors, Services, Sessions, MaxScale],
        // A command of a monitor's module is about its servers.
        (_, "monitors", _) | (_, "maxscale", Some("modules")) => {
            &[Monitors, Servers, Services, Sessions, MaxScale]
        }
        (_, "services", _) => {
            &[Services, Servers, Monitors, Listeners, Filters, Sessions, MaxScale]
        }
        (_, "listeners", _) => &[Listeners, Services, MaxScale],
        (_, "filters", _) => &[Filters, Services, MaxScale],
        (_, "sessions", _) => &[Sessions, Services, Servers, ResourceKind::Threads],
        (_, "users", _) => &[Users],
        _ => &ResourceKind::ALL,
    }
}
