//! The back door of a simulated MaxScale: beside the API, guarded, and only when asked for.

use http::{Request, StatusCode};
use maxconsole::{Options, Upstream};
use maxconsole_demo::{Scene, Simulation};

use crate::support::{MaxScale, at, gateway, get, options, send};

fn demo(simulation: Simulation) -> Options {
    options(Upstream::Demo(simulation))
}

fn open() -> Simulation {
    Simulation::new(Scene::Recorded, 1).with_back_door()
}

#[tokio::test]
async fn it_stands_beside_the_api_under_any_base_path() {
    for base in ["", "/max"] {
        let base_path = base.parse().unwrap();
        let running = gateway(Options { base_path, ..demo(open()) }).await;
        let answer = send(running.address(), get(&format!("{base}/_demo"))).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.text().contains("\"scene\":\"recorded\""), "{}", answer.text());
        let freeze = Request::post(format!("{base}/_demo/clock"));
        let answer = send(running.address(), freeze).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "there were no words");
        assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
    }
}

#[tokio::test]
async fn it_is_not_there_unless_asked_for() {
    let maxscale = MaxScale::start().await;
    let shut = gateway(demo(Simulation::new(Scene::Recorded, 1))).await;
    let real = gateway(options(at(&maxscale.url()))).await;
    for running in [shut, real] {
        for path in ["/_demo", "/_demo/", "/_demo/env"] {
            let answer = send(running.address(), get(path)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        }
        let post = Request::post("/_demo/env");
        assert!(send(running.address(), post).await.status.is_client_error());
    }
}

#[tokio::test]
async fn a_page_of_another_site_may_not_use_it() {
    let running = gateway(demo(open())).await;
    let foreign = Request::post("/_demo/env").header("origin", "http://evil.example");
    assert_eq!(send(running.address(), foreign).await.status, StatusCode::FORBIDDEN);
    let rebound = get("/_demo").header("host", "evil.example");
    assert_eq!(send(running.address(), rebound).await.status, StatusCode::FORBIDDEN);
}
