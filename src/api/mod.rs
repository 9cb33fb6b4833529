//! The only place that makes requests: one module for the transport, one for each resource.

mod ask;
mod client;
mod error;
mod parts;
mod read;
mod turn;

pub mod auth;
pub mod demo;
pub mod filters;
pub mod listeners;
pub mod maxscale;
pub mod monitors;
pub mod servers;
pub mod services;
pub mod sessions;
pub mod tabs;
pub mod threads;
pub mod users;

pub use ask::{Ask, PlainAsk, Thing};
pub use client::{How, api_url, has_back_door, is_simulated, send};
pub use error::{ApiError, Refused};
pub use parts::read_whole;
