//! One headless Chromium for all tests of a process.

use super::cdp::Call;
use chromiumoxide::cdp::browser_protocol::target::CreateTargetParams;
use chromiumoxide::{Browser, BrowserConfig, Page};
use futures::StreamExt;
use serde_json::json;
use std::sync::OnceLock;
use std::time::Duration;
use tempfile::TempDir;
use tokio::runtime::Runtime;
use tokio::sync::{Mutex, OnceCell};

/// Beside chromiumoxide's own: nothing may leave the machine, and a window is like any other.
const FLAGS: [&str; 6] = [
    "disable-gpu",
    "disable-quic",
    "disable-component-update",
    "disable-domain-reliability",
    "no-default-browser-check",
    "window-size=1280,1100",
];

/// How long an answer of the browser itself is waited for; a busy machine has many pages to care for.
const TIMEOUT: Duration = Duration::from_secs(120);

static SHARED: OnceCell<Shared> = OnceCell::const_new();

struct Shared {
    browser: Mutex<Browser>,
    /// Held so that it is there as long as the browser is.
    profile: std::sync::Mutex<Option<TempDir>>,
}

/// The runtime of all tests; the browser's connection lives on it from test to test.
pub fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| Runtime::new().expect("a tokio runtime"))
}

/// A window of its own for one test: its cookies and storage are nobody else's.
pub struct Window {
    context: chromiumoxide::cdp::browser_protocol::browser::BrowserContextId,
}

impl Window {
    /// Opens a window, and starts the browser if this is the first.
    pub async fn open() -> Self {
        let browser = shared().await.browser.lock().await;
        let made = browser.execute(Call::new("Target.createBrowserContext", json!({}))).await;
        let made = made.expect("a browser context").result;
        let id = made["browserContextId"].as_str().expect("the id of a browser context");
        Self { context: id.to_owned().into() }
    }

    /// A new empty tab.
    pub async fn tab(&self) -> Page {
        let blank = CreateTargetParams::builder()
            .url("about:blank")
            .browser_context_id(self.context.clone())
            .new_window(true)
            .build()
            .expect("a tab has an address");
        let browser = shared().await.browser.lock().await;
        browser.new_page(blank).await.expect("a tab")
    }

    /// Closes the window and all its tabs.
    pub async fn close(self) {
        let browser = shared().await.browser.lock().await;
        let id = json!({ "browserContextId": self.context });
        let closed = browser.execute(Call::new("Target.disposeBrowserContext", id)).await;
        closed.expect("the window closes");
    }
}

async fn shared() -> &'static Shared {
    SHARED.get_or_init(launch).await
}

async fn launch() -> Shared {
    let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    let profile = tempfile::tempdir().expect("a folder for the browser's profile");
    let config = BrowserConfig::builder()
        .chrome_executable(&program)
        .no_sandbox()
        .new_headless_mode()
        .viewport(None)
        .user_data_dir(profile.path())
        .request_timeout(TIMEOUT)
        .args(FLAGS)
        .build()
        .expect("the browser's configuration");
    let launched = Browser::launch(config).await;
    let (browser, mut events) =
        launched.unwrap_or_else(|e| panic!("{program} does not start (CHROMIUM names it): {e}"));
    tokio::spawn(async move { while events.next().await.is_some() {} });
    Shared { browser: Mutex::new(browser), profile: std::sync::Mutex::new(Some(profile)) }
}

/// Ends the browser and removes its profile.
pub async fn quit() {
    let Some(shared) = SHARED.get() else { return };
    let mut browser = shared.browser.lock().await;
    if browser.close().await.is_err() {
        browser.kill().await;
    }
    // Whether it ended well matters to no test.
    let _ = browser.wait().await;
    shared.profile.lock().expect("no test holds the profile").take();
}
