//! The worlds that a simulation can begin with.

mod big;
mod builder;
mod incident;
mod log_history;
mod recorded;
mod rehearsal;
mod shop;
mod shop_clients;
mod small;

use crate::access::accounts::Accounts;
use crate::access::roles::Roles;
use crate::version::MaxScaleVersion;
use crate::world::World;
use crate::{ADMIN, VIEWER};
use maxconsole_demo_sql::Sample;
use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

/// A world to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scene {
    /// A webshop: a primary with its replicas and a Galera cluster, with clients that come and go.
    #[default]
    TwoClusters,
    /// The same webshop at two in the morning, when much has gone wrong.
    Incident,
    /// A thousand servers, two hundred services, ten thousand sessions.
    Big,
    /// One server with a monitor and a service.
    Single,
    /// A MaxScale that has just been installed: nothing is configured.
    Empty,
    /// The same clusters as in the recordings, without any client.
    Recorded,
    /// The recorded clusters with clients that come and go, for tests.
    Rehearsal,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Self; 7] = [
        Self::TwoClusters,
        Self::Incident,
        Self::Big,
        Self::Single,
        Self::Empty,
        Self::Recorded,
        Self::Rehearsal,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::TwoClusters => "two-clusters",
            Self::Incident => "incident",
            Self::Big => "big",
            Self::Single => "single",
            Self::Empty => "empty",
            Self::Recorded => "recorded",
            Self::Rehearsal => "rehearsal",
        }
    }

    /// The world of the scene.
    #[must_use]
    pub fn world(self, now: SystemTime, seed: u64, version: MaxScaleVersion) -> World {
        match self {
            Self::TwoClusters => shop::world(now, seed, version),
            Self::Incident => incident::world(now, seed, version),
            Self::Big => big::world(now, seed, version),
            Self::Single => small::single(now, seed, version),
            Self::Empty => small::empty(now, seed, version),
            Self::Recorded => {
                let mut world = recorded::world(now, seed, version);
                log_history::write(&mut world);
                world
            }
            Self::Rehearsal => rehearsal::world(now, seed, version),
        }
    }

    /// User and password of its read-only account, if it has one.
    #[must_use]
    pub fn viewer(self) -> Option<(&'static str, &'static str)> {
        (!matches!(self, Self::Recorded | Self::Empty)).then_some(VIEWER)
    }

    /// What its databases hold.
    #[must_use]
    pub fn sample(self) -> Sample {
        if self == Self::Recorded { Sample::Recorded } else { Sample::Shop }
    }

    /// The accounts of the scene.
    #[must_use]
    pub fn accounts(self, version: MaxScaleVersion) -> Accounts {
        let mut accounts = Accounts::with(Roles::built_in(version.has_roles()));
        let mut add = |(name, password), role| {
            // The list is empty, so nothing can be in the way.
            let _ = accounts.add(name, password, role, None);
        };
        if self == Self::TwoClusters || self == Self::Incident {
            add(("monitoring", "monitoring"), "basic");
            add(("anna", "anna"), "admin");
        }
        if let Some(viewer) = self.viewer() {
            add(viewer, "basic");
        }
        add(ADMIN, "admin");
        accounts
    }
}

impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Scene {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|scene| scene.name() == name).ok_or_else(|| {
            let known: Vec<&str> = Self::ALL.into_iter().map(Self::name).collect();
            format!("there is no scene '{name}'; there are: {}", known.join(", "))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_the_scene() {
        for scene in Scene::ALL {
            assert_eq!(scene.to_string().parse(), Ok(scene));
        }
        assert!("nowhere".parse::<Scene>().is_err_and(|text| text.contains("two-clusters")));
    }
}
