//! A certificate made for the test.

use std::fs;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::body::Body;
use hyper::client::conn::http1::SendRequest;
use maxconsole::TlsFiles;
use rustls::crypto::ring;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

use super::client::speak_http;

/// A self-signed certificate for 127.0.0.1, in memory and as PEM files.
pub struct Certificate {
    directory: TempDir,
    certified: rcgen::CertifiedKey<rcgen::KeyPair>,
}

impl Certificate {
    pub fn new() -> Self {
        let certified = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("cert.pem"), certified.cert.pem()).unwrap();
        fs::write(directory.path().join("key.pem"), certified.signing_key.serialize_pem()).unwrap();
        Self { directory, certified }
    }

    pub fn file(&self) -> PathBuf {
        self.directory.path().join("cert.pem")
    }

    pub fn files(&self) -> TlsFiles {
        TlsFiles { cert: self.file(), key: self.directory.path().join("key.pem") }
    }

    /// For a server that shows this certificate.
    pub fn server(&self) -> Arc<ServerConfig> {
        let key = PrivateKeyDer::try_from(self.certified.signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![self.der()], key);
        Arc::new(config.unwrap())
    }

    /// A connection that trusts this certificate and no other.
    pub async fn connect(&self, address: SocketAddr) -> SendRequest<Body> {
        let mut trusted = RootCertStore::empty();
        trusted.add(self.der()).unwrap();
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_root_certificates(trusted)
            .with_no_client_auth();
        let stream = TcpStream::connect(address).await.unwrap();
        let name = ServerName::IpAddress(address.ip().into());
        speak_http(TlsConnector::from(Arc::new(config)).connect(name, stream).await.unwrap()).await
    }

    fn der(&self) -> CertificateDer<'static> {
        self.certified.cert.der().clone()
    }
}
