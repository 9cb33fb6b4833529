//! A simulated MaxScale: clusters, sessions and monitors, and the REST API over them.
//!
//! `world` is what there is and how it changes, `api` is what it looks like from outside,
//! `access` is who may look, `scene` is how it begins, and [`Simulation`] holds it all together.

mod access;
mod api;
mod clock;
mod env;
mod failure_injection;
pub mod fuzzing;
mod objects;
mod scene;
mod serve;
mod simulation;
mod sql;
mod summary;
mod version;
mod world;

pub use clock::Speed;
pub use scene::Scene;
pub use simulation::Simulation;
pub use version::MaxScaleVersion;

/// Name and password of the administrator.
pub const ADMIN: (&str, &str) = ("admin", "mariadb");

/// Name and password of the account that can only read (not in [`Scene::Recorded`], whose only
/// account is the administrator's).
pub const VIEWER: (&str, &str) = ("viewer", "viewer");
