//! Files of a GUI, served as MaxScale serves them.

use axum::body::{Body, to_bytes};
use http::{Request, Response};
use maxconsole_demo::{Scene, Simulation};
use std::path::PathBuf;
use tower::ServiceExt;

fn bundle(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(directory.join("sub")).unwrap();
    std::fs::write(directory.join("index.html"), "<p>").unwrap();
    std::fs::write(directory.join("app.js"), "1").unwrap();
    std::fs::write(directory.join("app.wasm"), [0, 97, 115, 109]).unwrap();
    std::fs::write(directory.join("empty.css"), "").unwrap();
    directory
}

async fn get(directory: PathBuf, path: &str) -> Response<Body> {
    let router = Simulation::new(Scene::Recorded, 1).with_gui(directory);
    router.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
}

fn header<'a>(response: &'a Response<Body>, name: &str) -> Option<&'a str> {
    response.headers().get(name).map(|value| value.to_str().unwrap())
}

#[tokio::test]
async fn files_have_the_types_and_ages_of_maxscale() {
    for (path, kind, age) in [
        ("/", Some("text/html"), "public, no-cache"),
        ("/v1/", Some("text/html"), "public, no-cache"),
        ("/index.html", Some("text/html"), "public, no-cache"),
        ("/app.js", Some("text/javascript"), "public, max-age=31536000"),
        ("/app.wasm", None, "public, max-age=31536000"),
    ] {
        let response = get(bundle("types"), path).await;
        assert_eq!(response.status(), 200, "{path}");
        assert_eq!(header(&response, "content-type"), kind, "{path}");
        assert_eq!(header(&response, "cache-control"), Some(age), "{path}");
        assert_eq!(header(&response, "x-frame-options"), Some("Deny"), "{path}");
        assert_eq!(header(&response, "etag"), None, "{path}");
    }
    let wasm = get(bundle("types"), "/app.wasm").await;
    assert_eq!(to_bytes(wasm.into_body(), 100).await.unwrap().as_ref(), [0, 97, 115, 109]);
}

#[tokio::test]
async fn everything_else_is_left_to_the_api() {
    for path in ["/nosuch.js", "/dashboard", "/sub", "/empty.css", "/../Cargo.toml", "/%2e%2e/x"] {
        let response = get(bundle("rest"), path).await;
        assert_eq!(response.status(), 401, "{path}");
    }
    let router = Simulation::new(Scene::Recorded, 1).with_gui(bundle("post"));
    let post = Request::post("/index.html").body(Body::empty()).unwrap();
    assert_eq!(router.oneshot(post).await.unwrap().status(), 401);
}
