//! How the simulated MaxScale behaves, seen through its API.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod access;
mod back_door;
mod classifier;
mod client;
mod clusters;
mod collections;
mod commands;
mod configuration;
mod drain;
mod failover;
mod fuzzing;
mod gui;
mod hostile;
mod logs;
mod maintenance;
mod monitors;
mod newest;
mod objects;
mod properties;
mod scenes;
mod sessions_lost;
mod sql;
mod stream;
mod switchover;
mod time;
mod versions;
mod wire;
