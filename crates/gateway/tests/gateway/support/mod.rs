//! A gateway to test, a MaxScale for it that tells what it was asked, and a client that sends
//! requests exactly as they are written.

mod certificate;
mod client;
mod maxscale;

use std::fs;

use maxconsole::{BasePath, Bundle, Options, Running, Upstream, start};
use tempfile::TempDir;

pub use certificate::Certificate;
pub use client::{Answer, connect, get, send, send_over};
pub use maxscale::{Echo, MaxScale, tell};

/// The text of the bundle's script, as each of its forms.
pub const SCRIPT: [(&str, &str); 3] =
    [("app-0a1b.js", "plain"), ("app-0a1b.js.br", "brotli"), ("app-0a1b.js.gz", "gzip")];
pub const PAGE: &str = "<!doctype html><title>MaxConsole</title>";

/// A bundle in a directory that goes with the value.
pub fn bundle() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    for (name, content) in SCRIPT.into_iter().chain([("index.html", PAGE), ("app-0a1b.wasm", "w")])
    {
        fs::write(directory.path().join(name), content).unwrap();
    }
    directory
}

/// What a gateway before `upstream` is told, with a free port.
pub fn options(upstream: Upstream) -> Options {
    Options {
        listen: "127.0.0.1:0".parse().unwrap(),
        upstream,
        base_path: BasePath::default(),
        tls: None,
        bundle: Bundle::Embedded,
        allowed_hosts: Vec::new(),
    }
}

/// The MaxScale at a URL without TLS.
pub fn at(url: &str) -> Upstream {
    Upstream::MaxScale { url: url.parse().unwrap(), ca: None }
}

/// A gateway with these options and the test bundle, which it has read when this returns.
pub async fn gateway(options: Options) -> Running {
    let files = bundle();
    start(Options { bundle: Bundle::Directory(files.path().to_owned()), ..options }).await.unwrap()
}
