//! Listens, serves and stops.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use axum_server::Handle;
use axum_server::tls_rustls::{RustlsAcceptor, RustlsConfig};
use hyper_util::rt::TokioTimer;
use tokio::task::JoinHandle;

use crate::bundle::Files;
use crate::forward::Forwarder;
use crate::guard::Hosts;
use crate::security_headers::Tls;
use crate::site::{self, Site};
use crate::{BasePath, Options, StartError, tls};

/// A browser that has not said what it wants by then is turned away.
const REQUEST_HEAD_TIMEOUT: Duration = Duration::from_secs(30);
/// What requests under way are given when the program is told to stop.
const GRACE: Duration = Duration::from_secs(5);

/// A gateway that serves.
pub struct Running {
    address: SocketAddr,
    base_path: BasePath,
    https: bool,
    handle: Handle<SocketAddr>,
    task: JoinHandle<std::io::Result<()>>,
}

/// Loads what is needed, binds the address and serves from then on.
///
/// # Errors
/// When the bundle, a certificate or the address cannot be had.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let Options { listen, upstream, base_path, tls, bundle, allowed_hosts } = options;
    let https = tls.is_some();
    let site = Site {
        base_path: base_path.clone(),
        files: Files::load(&bundle)?,
        forwarder: Forwarder::new(upstream, base_path.clone(), https)?,
    };
    let tls = tls.as_ref().map(tls::server).transpose()?;
    let router = site::router(site, Hosts::new(listen.ip(), &allowed_hosts), Tls(https));
    let (listener, address) = bind(listen).map_err(|error| StartError::listen(listen, error))?;
    let handle = Handle::new();
    let mut server = axum_server::from_tcp(listener)
        .map_err(|error| StartError::listen(listen, error))?
        .first_request_timeout(REQUEST_HEAD_TIMEOUT)
        .handle(handle.clone());
    server
        .http_builder()
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(REQUEST_HEAD_TIMEOUT);
    let service = router.into_make_service();
    let task = match tls {
        Some(config) => {
            let acceptor = RustlsAcceptor::new(RustlsConfig::from_config(config));
            tokio::spawn(server.acceptor(acceptor).serve(service))
        }
        None => tokio::spawn(server.serve(service)),
    };
    Ok(Running { address, base_path, https, handle, task })
}

fn bind(listen: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(listen)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

impl Running {
    /// The address it listens on, with the port it was given.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What to open in a browser on this machine, with a slash at its end.
    pub fn url(&self) -> String {
        let scheme = if self.https { "https" } else { "http" };
        let mut address = self.address;
        if address.ip().is_unspecified() {
            address.set_ip([127, 0, 0, 1].into());
        }
        format!("{scheme}://{address}{}", self.base_path.with_slash())
    }

    /// Takes no new connections, gives requests under way a few seconds, and ends.
    pub async fn stop(self) {
        self.handle.graceful_shutdown(Some(GRACE));
        if let Ok(Err(error)) = self.task.await {
            tracing::warn!("The server ended with an error: {error}");
        }
    }
}
