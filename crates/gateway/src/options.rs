//! What the program is told before it starts.

use std::net::SocketAddr;
use std::path::PathBuf;

#[cfg(feature = "demo")]
use maxconsole_demo::Simulation;

use crate::{BasePath, MaxScaleUrl};

/// Everything [`start`](crate::start) needs to know.
pub struct Options {
    /// The address to listen on; port 0 takes any free one.
    pub listen: SocketAddr,
    /// The MaxScale whose REST API is forwarded.
    pub upstream: Upstream,
    /// The path under which console and API lie.
    pub base_path: BasePath,
    /// Certificate and key for HTTPS; plain HTTP without.
    pub tls: Option<TlsFiles>,
    /// Where the console's files come from.
    pub bundle: Bundle,
    /// Host names, without port, that a browser may use beside those of the loopback interface.
    pub allowed_hosts: Vec<String>,
}

/// The MaxScale behind the gateway.
pub enum Upstream {
    /// The simulated one, in this process.
    #[cfg(feature = "demo")]
    Demo(Simulation),
    /// A real one.
    MaxScale {
        /// Its address.
        url: MaxScaleUrl,
        /// A PEM file with the authorities to trust instead of the system's.
        ca: Option<PathBuf>,
    },
}

/// Where the console's files come from.
pub enum Bundle {
    /// Out of the program itself. In debug builds: out of `target/bundle`, read at start.
    Embedded,
    /// Out of a directory, read at start.
    Directory(PathBuf),
}

/// The PEM files of the gateway's own certificate.
pub struct TlsFiles {
    /// The certificate, followed by its intermediates.
    pub cert: PathBuf,
    /// The private key, not encrypted.
    pub key: PathBuf,
}
