//! The console's files: their forms, their headers, and their place under a base path.

use http::{Request, StatusCode};
use maxconsole::{Bundle, Options, Running, StartError, start};
use maxconsole_demo::{Scene, Simulation};

use crate::support::{Answer, PAGE, SCRIPT, bundle, gateway, get, options, send};

fn demo() -> Options {
    options(maxconsole::Upstream::Demo(Simulation::new(Scene::Recorded, 1)))
}

async fn ask(running: &Running, target: &str) -> Answer {
    send(running.address(), get(target)).await
}

#[tokio::test]
async fn the_page_is_asked_for_again_each_time_and_sent_when_it_changed() {
    let running = gateway(demo()).await;
    let page = ask(&running, "/").await;
    assert_eq!((page.status, page.text()), (StatusCode::OK, PAGE));
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-cache");

    let again = get("/index.html").header("if-none-match", page.header("etag"));
    let again = send(running.address(), again).await;
    assert_eq!((again.status, again.text()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!(again.header("etag"), page.header("etag"));
    let other = get("/").header("if-none-match", "\"other\"");
    assert_eq!(send(running.address(), other).await.status, StatusCode::OK);
}

#[tokio::test]
async fn hashed_files_are_kept_for_a_year() {
    let running = gateway(demo()).await;
    let module = ask(&running, "/app-0a1b.wasm").await;
    assert_eq!(module.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(module.header("content-type"), "application/wasm");
}

#[tokio::test]
async fn a_browser_gets_the_best_form_it_takes() {
    let running = gateway(demo()).await;
    let name = format!("/{}", SCRIPT[0].0);
    for (accepts, encoding, content) in [
        ("gzip, deflate, br, zstd", "br", "brotli"),
        ("gzip, br;q=0", "gzip", "gzip"),
        ("identity", "", "plain"),
    ] {
        let answer = send(running.address(), get(&name).header("accept-encoding", accepts)).await;
        assert_eq!((answer.header("content-encoding"), answer.text()), (encoding, content));
        assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8");
        assert_eq!(answer.header("vary"), "Accept-Encoding");
    }
}

#[tokio::test]
async fn what_is_not_there_is_not_the_page() {
    let running = gateway(demo()).await;
    for path in ["/servers", "/dashboard/servers", "/app-0a1b.js/", "/../Cargo.toml", "/%2e%2e/x"] {
        let answer = ask(&running, path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
        assert_ne!(answer.text(), PAGE);
    }
}

#[tokio::test]
async fn files_are_only_read() {
    let running = gateway(demo()).await;
    let head = send(running.address(), Request::head("/")).await;
    assert_eq!((head.status, head.text()), (StatusCode::OK, ""));
    assert_eq!(head.header("content-length"), PAGE.len().to_string());
    let post = send(running.address(), Request::post("/")).await;
    assert_eq!(post.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(post.header("allow"), "GET, HEAD");
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    let running = gateway(demo()).await;
    for path in ["/", "/app-0a1b.js", "/missing", "/v1/servers", "/v1/../x"] {
        let answer = ask(&running, path).await;
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe-inline"));
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "Deny");
        assert_eq!(answer.header("referrer-policy"), "same-origin");
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert_eq!(answer.header("strict-transport-security"), "", "only by TLS");
    }
}

#[tokio::test]
async fn under_a_base_path_lies_everything_and_elsewhere_nothing() {
    let running = gateway(Options { base_path: "/db/console".parse().unwrap(), ..demo() }).await;
    assert!(running.url().ends_with("/db/console/"));
    for path in ["/", "/db/console"] {
        let answer = ask(&running, path).await;
        assert_eq!(answer.status, StatusCode::TEMPORARY_REDIRECT, "{path}");
        assert_eq!(answer.header("location"), "/db/console/");
    }
    assert_eq!(ask(&running, "/db/console/").await.text(), PAGE);
    assert_eq!(ask(&running, "/db/console/app-0a1b.js").await.text(), "plain");
    for path in ["/index.html", "/v1/servers", "/db/consoles/", "/db"] {
        assert_eq!(ask(&running, path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn without_a_page_there_is_nothing_to_serve() {
    let empty = tempfile::tempdir().unwrap();
    let bundle = Bundle::Directory(empty.path().to_owned());
    let error = start(Options { bundle, ..demo() }).await.err().unwrap();
    assert!(matches!(error, StartError::NoBundle(_)));
    assert!(error.to_string().contains("cargo xtask demo"));
}

#[tokio::test]
async fn a_port_in_use_is_told_in_words() {
    let first = gateway(demo()).await;
    let files = bundle();
    let bundle = Bundle::Directory(files.path().to_owned());
    let second = start(Options { listen: first.address(), bundle, ..demo() }).await.err().unwrap();
    assert!(second.to_string().contains("in use by another program"));
}
