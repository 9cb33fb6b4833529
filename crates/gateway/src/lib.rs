//! Serves the console and forwards the REST API of one MaxScale, real or simulated.
//!
//! [`start`] does it all: it loads the bundle, binds the address and serves until
//! [`Running::stop`]. Everything a browser asks for lies under one base path: `v1/…` goes to the
//! MaxScale of [`Options::upstream`] and to no other, the rest are the files of the bundle.

mod base_path;
mod bundle;
mod error;
mod forward;
mod guard;
mod maxscale_url;
mod options;
mod security_headers;
mod server;
mod site;
mod tls;

pub use base_path::{BasePath, BasePathError};
pub use error::StartError;
pub use maxscale_url::{MaxScaleUrl, MaxScaleUrlError};
pub use options::{Bundle, Options, TlsFiles, Upstream};
pub use server::{Running, start};
