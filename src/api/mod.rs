//! The only place that makes requests: the transport, and one module for each resource.

mod error;
mod get;
mod resource_kind;
mod transport;

pub mod auth;
pub mod demo;
pub mod filters;
pub mod listeners;
pub mod maxscale;
pub mod monitors;
pub mod servers;
pub mod services;
pub mod sessions;
pub mod threads;
pub mod users;

pub use error::{ApiError, Refused};
pub use get::Get;
pub use resource_kind::ResourceKind;
pub use transport::{
    Accept, ReadOptions, api_url, has_back_door, is_simulated, read, send, tab_channel,
};
