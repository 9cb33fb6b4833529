//! HTTPS towards browsers, and towards MaxScale.

use std::path::PathBuf;

use axum::Router;
use axum::body::Body;
use axum_server::tls_rustls::{RustlsConfig, from_tcp_rustls};
use http::StatusCode;
use maxconsole::{Bundle, Options, StartError, TlsFiles, Upstream, start};

use crate::support::{
    Answer, Certificate, MaxScale, at, bundle, connect, gateway, get, options, send, send_over,
    tell,
};

/// The URL of a MaxScale with that certificate.
async fn secure_maxscale(certificate: &Certificate) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    let config = RustlsConfig::from_config(certificate.server());
    let service = Router::new().fallback(tell).into_make_service();
    tokio::spawn(from_tcp_rustls(listener, config).unwrap().serve(service));
    url
}

fn trusting(url: &str, ca: PathBuf) -> Upstream {
    Upstream::MaxScale { url: url.parse().unwrap(), ca: Some(ca) }
}

async fn ask_securely(certificate: &Certificate, options: Options) -> Answer {
    let running = gateway(Options { tls: Some(certificate.files()), ..options }).await;
    assert!(running.url().starts_with("https://"));
    let connection = certificate.connect(running.address()).await;
    let request = get("/v1/servers").body(Body::empty()).unwrap();
    send_over(connection, request, running.address()).await
}

#[tokio::test]
async fn by_tls_cookies_are_secure_and_browsers_stay_with_it() {
    let certificate = Certificate::new();
    let maxscale = MaxScale::start().await;
    let answer = ask_securely(&certificate, options(at(&maxscale.url()))).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.header("set-cookie").ends_with("; Secure"));
    assert!(answer.header("strict-transport-security").starts_with("max-age="));
}

#[tokio::test]
async fn a_secure_maxscale_is_reached_and_its_cookie_fits_a_plain_gateway() {
    let certificate = Certificate::new();
    let url = secure_maxscale(&certificate).await;
    let running = gateway(options(trusting(&url, certificate.file()))).await;
    let request = get("/v1/servers").body(Body::empty()).unwrap();
    let connection = connect(running.address()).await;
    let answer = send_over(connection, request, running.address()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(!answer.header("set-cookie").contains("Secure"));
}

#[tokio::test]
async fn a_maxscale_that_is_not_trusted_gets_no_request() {
    let url = secure_maxscale(&Certificate::new()).await;
    let running = gateway(options(trusting(&url, Certificate::new().file()))).await;
    let answer = send(running.address(), get("/v1/servers")).await;
    assert_eq!(answer.status, StatusCode::BAD_GATEWAY);
    assert!(answer.detail().contains("certificate"), "{}", answer.detail());
}

#[tokio::test]
async fn files_that_cannot_be_used_are_named() {
    let certificate = Certificate::new();
    let missing = TlsFiles { cert: "missing.pem".into(), key: certificate.files().key };
    let swapped = TlsFiles { cert: certificate.files().key, key: certificate.file() };
    for (tls, words) in [(missing, "cannot read missing.pem"), (swapped, "no private key")] {
        let error = start_with(Some(tls), at("http://127.0.0.1:1")).await;
        assert!(error.to_string().contains(words), "{error}");
    }
    let upstream = trusting("https://127.0.0.1:1", "missing-ca.pem".into());
    let error = start_with(None, upstream).await;
    assert!(error.to_string().contains("cannot read missing-ca.pem"), "{error}");
}

async fn start_with(tls: Option<TlsFiles>, upstream: Upstream) -> StartError {
    let files = bundle();
    let bundle = Bundle::Directory(files.path().to_owned());
    start(Options { tls, bundle, ..options(upstream) }).await.err().unwrap()
}
