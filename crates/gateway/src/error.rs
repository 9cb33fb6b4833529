//! Why the program could not start, in words for the person who started it.

use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Why [`start`](crate::start) gave up.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Another program listens there.
    #[error(
        "{0} is in use by another program: stop that program, or choose another port with --listen"
    )]
    AddressInUse(SocketAddr),
    /// The address cannot be listened on.
    #[error("cannot listen on {address}: {reason}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        reason: io::Error,
    },
    /// A file cannot be read.
    #[error("cannot read {}: {reason}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// A file is not what it should be.
    #[error("{} cannot be used: {reason}", path.display())]
    Certificate {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The system's certificate authorities cannot be loaded.
    #[error(
        "this system's certificate authorities cannot be read ({0}): name MaxScale's with --maxscale-ca"
    )]
    NoAuthorities(io::Error),
    /// There are no files of the console.
    #[error(
        "the console's files are missing ({0} has no index.html): build them with `cargo xtask demo`"
    )]
    NoBundle(String),
}

impl StartError {
    pub(crate) fn file(path: &Path, reason: io::Error) -> Self {
        Self::File { path: path.to_owned(), reason }
    }

    pub(crate) fn certificate(path: &Path, reason: impl ToString) -> Self {
        Self::Certificate { path: path.to_owned(), reason: reason.to_string() }
    }

    pub(crate) fn listen(address: SocketAddr, reason: io::Error) -> Self {
        match reason.kind() {
            io::ErrorKind::AddrInUse => Self::AddressInUse(address),
            _ => Self::Listen { address, reason },
        }
    }
}
