//! Monitors: they look at their servers, give them states, and move roles.

mod command;
mod control;
mod event;
mod galeramon;
mod journal;
mod maintenance;
mod mariadbmon;
mod tick;

pub use maintenance::Change;
