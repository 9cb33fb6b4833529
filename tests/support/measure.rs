//! What the console costs: time, memory and what is left behind, measured in the page itself.

use super::page::Page;
use super::{mutations, until};
use serde_json::{Value, json};
use std::time::Duration;

/// Notes when the form and the table were first there, and where the module's memory is.
const WATCH: &str = "window.seen = {};
    const first = (name, selector) => {
        if (!(name in seen) && document.querySelector(selector)) seen[name] = performance.now();
    };
    new MutationObserver(() => {
        first('form', 'input[type=password]');
        first('table', 'tbody a[href*=\"/dashboard/servers/\"]');
    }).observe(document, { subtree: true, childList: true });
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = (...given) => real.apply(WebAssembly, given).then(made => {
            window.module = (made.instance || made).exports;
            return made;
        });
    }";

/// Reads again and again, as fast as MaxScale answers; a round ends with the filters.
const ROUNDS: &str = "(async () => {
        const refresh = document.querySelector('button[aria-label=\"Refresh now\"]');
        for (let round = 0; round < COUNT; round++) {
            await new Promise(done => {
                const watcher = new PerformanceObserver(list => {
                    if (list.getEntries().some(entry => entry.name.includes('v1/filters?'))) {
                        watcher.disconnect();
                        done();
                    }
                });
                watcher.observe({ type: 'resource' });
                refresh.click();
            });
            performance.clearResourceTimings();
        }
    })()";

/// How much a page holds, after the garbage has been collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// Bytes of the JavaScript heap in use.
    pub heap: u64,
    /// Bytes of the module's memory, which never shrinks.
    pub module: u64,
    /// Nodes of the document, also those that are only remembered.
    pub nodes: u64,
    /// Event listeners.
    pub listeners: u64,
}

impl Page {
    /// Measures from the next load on.
    pub async fn measure(&self) {
        self.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        self.send("Performance.enable", json!({})).await;
    }

    /// Milliseconds from the start of the load until `form` or `table` was there.
    pub async fn first(&self, what: &str) -> Option<f64> {
        self.script(&format!("window.seen && window.seen[{}]", json!(what))).await.as_f64()
    }

    /// The requests of the start alone: from the next load on, the page reads once a minute.
    pub async fn read_seldom(&self) {
        self.script("localStorage.setItem('maxconsole.pace', '60')").await;
    }

    /// All requests so far, once the page has been quiet for a second.
    pub async fn requests_when_quiet(&self) -> Vec<String> {
        until("a second without a request", async || {
            let before = mutations::requests(self).await;
            tokio::time::sleep(Duration::from_secs(1)).await;
            let now = mutations::requests(self).await;
            if now == before { Ok(now) } else { Err(format!("{now:#?}")) }
        })
        .await
    }

    /// Reads the servers page `count` times over.
    pub async fn read_times(&self, count: u32) {
        self.script(&ROUNDS.replace("COUNT", &count.to_string())).await;
    }

    /// How much the page holds now.
    pub async fn held(&self) -> Held {
        self.send("HeapProfiler.collectGarbage", json!({})).await;
        let metrics = self.send("Performance.getMetrics", json!({})).await;
        let metric = |name: &str| {
            let all = metrics["metrics"].as_array().into_iter().flatten();
            let value = all
                .filter(|metric| metric["name"] == name)
                .find_map(|metric| metric["value"].as_f64());
            value.unwrap_or_else(|| panic!("Chromium does not measure {name}")) as u64
        };
        let module = self.script("window.module.memory.buffer.byteLength").await;
        Held {
            heap: metric("JSHeapUsedSize"),
            module: module.as_u64().expect("the size of the module's memory"),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
        }
    }
}

/// A budget of tests/budgets.json.
pub fn budget(name: &str) -> usize {
    let path = super::folders::root().join("tests/budgets.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let budgets: Value =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let budget = budgets[name].as_u64().unwrap_or_else(|| panic!("{}: no {name}", path.display()));
    usize::try_from(budget).expect("a budget that fits")
}
