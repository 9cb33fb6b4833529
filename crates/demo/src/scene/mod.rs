//! The worlds that a simulation can begin with.

mod builder;
mod recorded;

use crate::access::accounts::{Accounts, Role};
use crate::world::World;
use crate::world::life::Flow;
use crate::{ADMIN, VIEWER};
use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime};

/// A world to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scene {
    /// A primary with two replicas and a Galera cluster of three, with clients that come and go.
    #[default]
    TwoClusters,
    /// The same clusters as in the recordings, without any client.
    Recorded,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Self; 2] = [Self::TwoClusters, Self::Recorded];

    fn name(self) -> &'static str {
        match self {
            Self::TwoClusters => "two-clusters",
            Self::Recorded => "recorded",
        }
    }

    /// The world of the scene.
    #[must_use]
    pub fn world(self, now: SystemTime, seed: u64) -> World {
        match self {
            Self::Recorded => recorded::world(now, seed),
            Self::TwoClusters => {
                let mut world = recorded::world(now - Duration::from_secs(60), seed);
                for flow in flows() {
                    world.start_flow(flow);
                }
                world.advance_to(now);
                world
            }
        }
    }

    /// User and password of its read-only account, if it has one.
    #[must_use]
    pub fn viewer(self) -> Option<(&'static str, &'static str)> {
        (self == Self::TwoClusters).then_some(VIEWER)
    }

    /// The accounts of the scene.
    #[must_use]
    pub fn accounts(self) -> Accounts {
        let mut accounts = Accounts::default();
        let mut add = |(name, password), role| {
            // The list is empty, so nothing can be in the way.
            let _ = accounts.add(name, password, role, None);
        };
        if let Some(viewer) = self.viewer() {
            add(viewer, Role::Basic);
        }
        add(ADMIN, Role::Admin);
        accounts
    }
}

fn flows() -> Vec<Flow> {
    let flow = |service: &str, every, stay| Flow {
        service: service.to_owned(),
        every: Duration::from_secs(every),
        stay: Duration::from_secs(stay),
    };
    vec![
        flow("RW-Split-Router", 10, 120),
        flow("Read-Con-Router", 20, 90),
        flow("Galera-Service", 15, 120),
    ]
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
