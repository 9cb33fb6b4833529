//! The gateway's own certificate, and whom it trusts as MaxScale.

use std::path::Path;
use std::sync::Arc;

use hyper_rustls::ConfigBuilderExt;
use rustls::crypto::ring;
use rustls::pki_types::pem::{self, PemObject};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ClientConfig, RootCertStore, ServerConfig};

use crate::{StartError, TlsFiles};

/// HTTPS with the given certificate. HTTP/1.1 only: WebSockets need it.
pub(crate) fn server(files: &TlsFiles) -> Result<Arc<ServerConfig>, StartError> {
    let key =
        PrivateKeyDer::from_pem_file(&files.key).map_err(|error| unusable(&files.key, error))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| StartError::certificate(&files.cert, error))?
        .with_no_client_auth()
        .with_single_cert(certificates(&files.cert)?, key)
        .map_err(|error| StartError::certificate(&files.cert, error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Trust in the authorities of `ca`, or in the system's.
pub(crate) fn client(ca: Option<&Path>) -> Result<ClientConfig, StartError> {
    let builder = ClientConfig::builder();
    let builder = match ca {
        Some(path) => builder.with_root_certificates(authorities(path)?),
        None => builder.with_native_roots().map_err(StartError::NoAuthorities)?,
    };
    Ok(builder.with_no_client_auth())
}

/// Trust in nobody, for a MaxScale without TLS.
pub(crate) fn no_client() -> ClientConfig {
    ClientConfig::builder().with_root_certificates(RootCertStore::empty()).with_no_client_auth()
}

fn authorities(path: &Path) -> Result<RootCertStore, StartError> {
    let mut store = RootCertStore::empty();
    for certificate in certificates(path)? {
        store.add(certificate).map_err(|error| StartError::certificate(path, error))?;
    }
    Ok(store)
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, StartError> {
    let found: Vec<_> = CertificateDer::pem_file_iter(path)
        .and_then(Iterator::collect)
        .map_err(|error| unusable(path, error))?;
    if found.is_empty() {
        return Err(StartError::certificate(path, "it holds no certificate in PEM form"));
    }
    Ok(found)
}

fn unusable(path: &Path, error: pem::Error) -> StartError {
    match error {
        pem::Error::Io(reason) => StartError::file(path, reason),
        pem::Error::NoItemsFound => {
            StartError::certificate(path, "it holds no private key in PEM form")
        }
        other => StartError::certificate(path, other),
    }
}
