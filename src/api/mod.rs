//! The only place that makes requests: one module for the transport, one for each resource.

mod client;
mod error;
mod read;

pub mod auth;
pub mod demo;
pub mod filters;
pub mod listeners;
pub mod maxscale;
pub mod monitors;
pub mod servers;
pub mod services;
pub mod sessions;
pub mod users;

pub use client::{api_url, has_back_door, is_simulated, send};
pub use error::{ApiError, Refused};
