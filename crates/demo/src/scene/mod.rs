//! The worlds that a simulation can begin with.

mod big;
mod builder;
mod recorded;

use crate::access::accounts::{Accounts, Role};
use crate::world::World;
use crate::world::habits::{Habits, Shares};
use crate::world::life::Flow;
use crate::{ADMIN, VIEWER};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// A world to begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scene {
    /// A primary with two replicas and a Galera cluster of three, with clients that come and go.
    #[default]
    TwoClusters,
    /// A thousand servers, two hundred services, ten thousand sessions.
    Big,
    /// The same clusters as in the recordings, without any client.
    Recorded,
}

impl Scene {
    /// Every scene.
    pub const ALL: [Self; 3] = [Self::TwoClusters, Self::Big, Self::Recorded];

    fn name(self) -> &'static str {
        match self {
            Self::TwoClusters => "two-clusters",
            Self::Big => "big",
            Self::Recorded => "recorded",
        }
    }

    /// The world of the scene.
    #[must_use]
    pub fn world(self, now: SystemTime, seed: u64) -> World {
        match self {
            Self::Big => big::world(now, seed),
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
        (self != Self::Recorded).then_some(VIEWER)
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
    let habits = Arc::new(Habits {
        users: &["shop", "reports", "billing", "search"],
        network: "192.0.2",
        shares: Shares { reads: 35, writes: 10, transactions: 5 },
        burst: 1,
        pause: Duration::from_millis(1500),
        read: Duration::from_millis(250),
        write: Duration::from_millis(40),
        held: Duration::from_secs(6),
        one_long_in: 0,
        tide: Duration::ZERO,
    });
    let flow = |service: &str, clients, stay| Flow {
        service: service.to_owned(),
        clients,
        stay: Duration::from_secs(stay),
        habits: Arc::clone(&habits),
    };
    vec![
        flow("RW-Split-Router", 12, 120),
        flow("Read-Con-Router", 4, 90),
        flow("Galera-Service", 8, 120),
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
