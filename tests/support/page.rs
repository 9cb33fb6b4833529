//! One page of the console, as a person meets it.

use super::browser::Window;
use super::cdp::Call;
use super::find::Find;
use super::folders;
use super::keyboard::GUARD;
use super::page_errors::PageErrors;
use super::until::until;
use chromiumoxide::Page as Tab;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How late an error may be told.
const ERROR_TIMEOUT: Duration = Duration::from_secs(10);

/// One tab; clones are the same tab.
#[derive(Clone)]
pub struct Page {
    tab: Tab,
    errors: Arc<Mutex<PageErrors>>,
}

impl Page {
    /// An empty page in `window`.
    pub async fn open(window: &Window) -> Self {
        let tab = window.tab().await;
        let errors = Arc::new(Mutex::new(PageErrors::listen(&tab).await));
        let page = Self { tab, errors };
        // Tests run side by side; each page shall behave as the one in front.
        page.send("Emulation.setFocusEmulationEnabled", json!({ "enabled": true })).await;
        page.before_all(GUARD).await;
        page
    }

    /// The tab, for what this type has no word for.
    pub fn tab(&self) -> &Tab {
        &self.tab
    }

    /// Sends one command to the tab.
    pub async fn send(&self, method: &'static str, parameters: Value) -> Value {
        self.try_send(method, parameters).await.unwrap_or_else(|e| panic!("{method}: {e}"))
    }

    /// Sends one command that may fail, such as one about an element that may be gone.
    pub async fn try_send(&self, method: &'static str, parameters: Value) -> Result<Value, String> {
        let done = self.tab.execute(Call::new(method, parameters)).await;
        done.map(|done| done.result).map_err(|e| e.to_string())
    }

    /// Runs a script before all others of each document that is loaded from now on.
    pub async fn before_all(&self, script: &str) {
        self.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Hides the page, as going to another tab does, or shows it again.
    pub async fn hide(&self, hidden: bool) {
        self.script(&format!(
            "Object.defineProperty(document, 'hidden', {{ configurable: true, get: () => {hidden} }});
             document.dispatchEvent(new Event('visibilitychange', {{ bubbles: true }})); 0"
        ))
        .await;
    }

    /// Lets so much time pass on the page's clock alone.
    pub async fn later(&self, seconds: u32) {
        let milliseconds = u64::from(seconds) * 1000;
        self.script(&format!(
            "{{ const now = Date.now; Date.now = () => now() + {milliseconds}; }} 0"
        ))
        .await;
    }

    /// Loads an address.
    pub async fn go(&self, url: &str) {
        let gone = self.send("Page.navigate", json!({ "url": url })).await;
        assert_eq!(gone["errorText"], Value::Null, "{url}");
    }

    /// Loads the page again.
    pub async fn reload(&self) {
        self.send("Page.reload", json!({})).await;
    }

    /// Back in history.
    pub async fn back(&self) {
        self.script("history.back()").await;
    }

    /// Goes to a route of the console without loading anything, as a typed address does.
    pub async fn route(&self, fragment: &str) {
        self.script(&format!("location.hash = {}", json!(fragment))).await;
    }

    /// The value of a JavaScript expression; a promise is awaited.
    pub async fn script(&self, expression: &str) -> Value {
        let parameters =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let done = self.send("Runtime.evaluate", parameters).await;
        assert_eq!(done["exceptionDetails"], Value::Null, "{expression}");
        done["result"]["value"].clone()
    }

    /// What can be read on the page.
    pub async fn text(&self) -> String {
        let text = self.script("document.body ? document.body.innerText : ''").await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The address with its fragment.
    pub async fn url(&self) -> String {
        self.script("location.href").await.as_str().unwrap_or_default().to_owned()
    }

    /// The title of the page.
    pub async fn title(&self) -> String {
        self.script("document.title").await.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until `part` can be read somewhere on the page.
    pub async fn reads(&self, part: &str) {
        until(&format!("the text {part:?}"), async || {
            let text = self.text().await;
            if text.contains(part) { Ok(()) } else { Err(text) }
        })
        .await;
    }

    /// Waits until `part` can be read nowhere on the page any more.
    pub async fn stops_reading(&self, part: &str) {
        until(&format!("the text {part:?} to go"), async || {
            let text = self.text().await;
            if text.contains(part) { Err(text) } else { Ok(()) }
        })
        .await;
    }

    /// Waits until the address ends with `end`.
    pub async fn is_at(&self, end: &str) {
        until(&format!("the address …{end}"), async || {
            let url = self.url().await;
            if url.ends_with(end) { Ok(()) } else { Err(url) }
        })
        .await;
    }

    /// Says that this error belongs to the test; it must come, and any other fails the test.
    pub fn expect_error(&self, part: &str) {
        self.errors.lock().expect("one test, one task").expect(part);
    }

    /// Waits for an error with these words, which belongs to the test.
    pub async fn await_error(&self, part: &str) {
        self.expect_error(part);
        until(part, async || {
            self.script("0").await;
            let came = self.errors.lock().expect("one test, one task").has(part);
            if came { Ok(()) } else { Err("no such error".to_owned()) }
        })
        .await;
    }

    /// Gives what is expected the time to come: some errors are told late.
    pub async fn await_expected_errors(&self) {
        let end = Instant::now() + ERROR_TIMEOUT;
        while self.errors.lock().expect("one test, one task").is_missing() && Instant::now() < end {
            self.script("0").await;
        }
    }

    /// What the console, the network and the policy complained about, and what did not come.
    pub async fn unexpected_errors(&self) -> Vec<String> {
        // One answer from the tab: all that happened before it has been heard by now.
        self.script("0").await;
        self.errors.lock().expect("one test, one task").unexpected_errors()
    }

    /// The page as a PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        let shot = self.send("Page.captureScreenshot", json!({ "format": "png" })).await;
        use base64::Engine;
        let data = shot["data"].as_str().unwrap_or_default();
        base64::engine::general_purpose::STANDARD.decode(data).expect("a PNG in base64")
    }

    /// Writes target/pictures/NAME.png when `MAXCONSOLE_PICTURES` is set.
    pub async fn picture(&self, name: &str) {
        if std::env::var_os("MAXCONSOLE_PICTURES").is_some() {
            let path = folders::output("pictures").join(format!("{name}.png"));
            let png = self.screenshot().await;
            std::fs::write(&path, png).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
    }

    /// A window of this size, in CSS pixels.
    pub async fn size(&self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.send("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// What the system prefers, such as `("prefers-color-scheme", "dark")`.
    pub async fn prefers(&self, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.send("Emulation.setEmulatedMedia", features).await;
    }

    /// What has this role and this accessible name.
    pub fn find(&self, role: &'static str, name: &str) -> Find {
        Find::new(self.clone(), role, Some(name.to_owned()))
    }

    /// What has this role, whatever its name.
    pub fn any(&self, role: &'static str) -> Find {
        Find::new(self.clone(), role, None)
    }
}

/// The things of a page by the names that people and screen readers know them by.
impl Page {
    /// A button.
    pub fn button(&self, name: &str) -> Find {
        self.find("button", name)
    }

    /// A link.
    pub fn link(&self, name: &str) -> Find {
        self.find("link", name)
    }

    /// A text field, also one for a password.
    pub fn field(&self, name: &str) -> Find {
        self.find("textbox", name)
    }

    /// A checkbox.
    pub fn checkbox(&self, name: &str) -> Find {
        self.find("checkbox", name)
    }

    /// An entry of an open menu.
    pub fn menu_item(&self, name: &str) -> Find {
        self.find("menuitem", name)
    }

    /// A heading.
    pub fn heading(&self, name: &str) -> Find {
        self.find("heading", name)
    }

    /// The open dialog, whatever its name.
    pub fn dialog(&self) -> Find {
        self.any("dialog")
    }
}
