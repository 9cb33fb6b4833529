//! A MaxScale, a console in front of it, and pages that look at it.

use super::page::Page;
use super::remote::Remote;
use super::rest::Rest;
use super::{folders, runner};
use maxconsole::{Bundle, Options, Running, Upstream};
use maxconsole_demo::{ADMIN, MaxScaleVersion, Scene, Simulation};
use serde_json::json;
use std::path::PathBuf;
use tokio::net::TcpListener;

/// Reads each second, so that no test waits for the usual interval; a test that sets another keeps it.
/// All requests of a test can be counted, not only the first 250.
const FAST: &str = "performance.setResourceTimingBufferSize(10000);
    if (location.protocol === 'http:' && !localStorage.getItem('maxconsole.refresh-interval'))
    localStorage.setItem('maxconsole.refresh-interval', '1')";

/// A simulated MaxScale, the console before it, and its pages.
pub struct TestConsole {
    /// The world behind the console.
    pub simulation: Simulation,
    url: String,
    /// Held so that it serves as long as the console is there.
    _program: Option<Running>,
}

impl TestConsole {
    /// The recorded world with nobody in it, the clock running, behind the program `maxconsole`.
    pub async fn new() -> Self {
        Self::with(Scene::Recorded, "").await
    }

    /// The world of the demonstration, where clients come and go.
    pub async fn with_clients() -> Self {
        Self::with(Scene::Rehearsal, "").await
    }

    /// A thousand servers with ten thousand sessions.
    pub async fn big() -> Self {
        Self::with(Scene::Big, "").await
    }

    /// The recorded world, its console under a path such as `/tools/maxconsole`.
    pub async fn under_path(path: &str) -> Self {
        Self::with(Scene::Recorded, path).await
    }

    /// The recorded world behind another version of MaxScale.
    pub async fn with_version(version: MaxScaleVersion) -> Self {
        let simulation = Simulation::of_version(version, Scene::Recorded, 1);
        simulation.run_clock();
        Self::before(simulation.clone(), Upstream::Demo(simulation), "").await
    }

    /// The recorded world with its back door open.
    pub async fn with_back_door() -> Self {
        let simulation = Simulation::new(Scene::Recorded, 1).with_back_door();
        simulation.run_clock();
        Self::before(simulation.clone(), Upstream::Demo(simulation), "").await
    }

    /// The recorded world, but time stands still: nothing changes by itself.
    pub async fn with_stopped_clock() -> Self {
        let simulation = Simulation::new(Scene::Recorded, 1);
        Self::before(simulation.clone(), Upstream::Demo(simulation), "").await
    }

    /// The recorded world, but its MaxScale is reached over the network and can die.
    pub async fn remote() -> (Self, Remote) {
        let simulation = Simulation::new(Scene::Recorded, 1);
        simulation.run_clock();
        let remote = Remote::start(simulation.clone()).await;
        let url = remote.url().parse().expect("the address of a MaxScale");
        let upstream = Upstream::MaxScale { url, ca: None };
        (Self::before(simulation, upstream, "").await, remote)
    }

    /// The drop-in, served by MaxScale itself with nothing between.
    pub async fn dropped_in() -> Self {
        let simulation = Simulation::new(Scene::Recorded, 1);
        simulation.run_clock();
        let app = simulation.with_gui(folders::built("MAXCONSOLE_DIST", "dist"));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { simulation, url, _program: None }
    }

    /// The recorded world before a console that has the page of all components.
    pub async fn gallery() -> Self {
        let simulation = Simulation::new(Scene::Recorded, 1);
        simulation.run_clock();
        let bundle = folders::built("MAXCONSOLE_GALLERY", "target/gallery");
        Self::serving(bundle, simulation.clone(), Upstream::Demo(simulation), "").await
    }

    async fn with(scene: Scene, path: &str) -> Self {
        let simulation = Simulation::new(scene, 1);
        simulation.run_clock();
        Self::before(simulation.clone(), Upstream::Demo(simulation), path).await
    }

    async fn before(simulation: Simulation, upstream: Upstream, path: &str) -> Self {
        let bundle = folders::built("MAXCONSOLE_BUNDLE", "target/bundle");
        Self::serving(bundle, simulation, upstream, path).await
    }

    async fn serving(
        bundle: PathBuf,
        simulation: Simulation,
        upstream: Upstream,
        path: &str,
    ) -> Self {
        let options = Options {
            listen: ([127, 0, 0, 1], 0).into(),
            upstream,
            base_path: path.parse().expect("a path"),
            tls: None,
            bundle: Bundle::Directory(bundle),
            allowed_hosts: Vec::new(),
        };
        let program = maxconsole::start(options).await;
        let program = program.unwrap_or_else(|e| panic!("the program does not start: {e}"));
        let url = format!("{}/", program.url().trim_end_matches('/'));
        Self { simulation, url, _program: Some(program) }
    }

    /// What MaxScale says, past the page.
    pub fn rest(&self) -> Rest {
        Rest::new(self.simulation.clone())
    }

    /// Lets something happen in the world, in the words of the recordings.
    pub async fn apply_event(&self, words: &str) {
        self.simulation.env(words).await.unwrap_or_else(|e| panic!("{words}: {e}"));
    }

    /// An empty page that will read fast.
    pub async fn blank_page(&self) -> Page {
        let page = runner::open_page().await;
        page.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": FAST })).await;
        page
    }

    /// Another tab beside that opened last, at a route; who is signed in there is so here.
    pub async fn second_tab(&self, route: &str) -> Page {
        let page = runner::open_page_beside().await;
        page.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": FAST })).await;
        page.go(&self.url(route)).await;
        page
    }

    /// The address of a route, such as `#/dashboard/servers`.
    pub fn url(&self, route: &str) -> String {
        format!("{}{route}", self.url)
    }

    /// A new page with the console at a route, not signed in.
    pub async fn page(&self, route: &str) -> Page {
        let page = self.blank_page().await;
        page.go(&self.url(route)).await;
        page
    }

    /// A new page at a route, signed in as the administrator, with all that is read at the start.
    pub async fn signed_in(&self, route: &str) -> Page {
        let page = self.page(route).await;
        sign_in(&page, ADMIN).await;
        page.requests_settle().await;
        page
    }

    /// A new page of one server, signed in as the administrator.
    pub async fn at_server(&self, name: &str) -> Page {
        let page = self.signed_in(&format!("#/dashboard/servers/{name}")).await;
        page.heading(name).shown().await;
        page.button("Server actions").shown().await;
        page
    }
}

/// Fills in the form and waits until it is gone.
pub async fn sign_in(page: &Page, (user, password): (&str, &str)) {
    page.field("User name").fill(user).await;
    page.field("Password").fill(password).await;
    page.button("Sign in").click().await;
    page.button("Sign in").gone().await;
}
