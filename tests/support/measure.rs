//! What the console costs: time, memory and what is left behind, measured in the page itself.

use super::page::Page;
use super::{mutations, until};
use serde_json::{Value, json};
use std::time::Duration;

/// Notes when the form and the table were first painted, what came over the network, and where
/// the module's memory is.
const WATCH: &str = "window.seen = {};
    window.traffic = { requests: 1, bytes: 0, rounds: 0 };
    const awaited = {
        form: 'input[type=password]',
        table: 'tbody a[href*=\"/dashboard/servers/\"]',
    };
    new MutationObserver(() => {
        for (const name of Object.keys(awaited)) {
            if (!document.querySelector(awaited[name])) continue;
            delete awaited[name];
            requestAnimationFrame(() => setTimeout(() => { seen[name] = performance.now(); }));
        }
    }).observe(document, { subtree: true, childList: true });
    document.addEventListener('submit', () => { seen.submitted = performance.now(); }, true);
    new PerformanceObserver(list => list.getEntries().forEach(entry => {
        traffic.requests += entry.entryType === 'resource' ? 1 : 0;
        traffic.bytes += entry.transferSize;
        traffic.rounds += entry.name.includes('v1/servers?') ? 1 : 0;
    })).observe({ entryTypes: ['resource', 'navigation'] });
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const real = WebAssembly[name];
        WebAssembly[name] = (...given) => real.apply(WebAssembly, given).then(made => {
            // The main module comes before its parts.
            window.module ??= (made.instance || made).exports;
            return made;
        });
    }";

/// Counts the changes of the document from now on.
const COUNT_MUTATIONS: &str = "window.mutated = 0;
    new MutationObserver(records => { mutated += records.length; }).observe(document,
        { subtree: true, childList: true, attributes: true, characterData: true });
    0";

/// Scrolls what holds the table from its top to its end in two seconds, and gives the time from
/// each frame to the next.
const SCROLL: &str = "(async () => {
        let place = document.querySelector('table');
        const scrolls = of => of.scrollHeight > of.clientHeight + 1
            && /auto|scroll/.test(getComputedStyle(of).overflowY);
        while (place && !scrolls(place)) place = place.parentElement;
        place = place || document.scrollingElement;
        const frame = () => new Promise(requestAnimationFrame);
        const times = [];
        let last = await frame();
        for (let step = 1; step <= 120; step++) {
            place.scrollTop = (place.scrollHeight - place.clientHeight) * step / 120;
            const now = await frame();
            times.push(now - last);
            last = now;
        }
        place.scrollTop = 0;
        return times;
    })()";

/// A thousand rows like those that are there, all in the document and none of them followed.
const AT_REST: &str = "(() => {
        const table = document.querySelector('table');
        const rows = [...table.querySelectorAll('tbody tr')].slice(0, 20);
        const copy = table.cloneNode(true);
        for (const body of [...copy.tBodies]) body.remove();
        const body = copy.createTBody();
        for (let at = 0; at < 1000; at++) body.append(rows[at % rows.length].cloneNode(true));
        table.replaceWith(copy);
    })()";

/// A round ends with the filters.
const ROUND: &str = "(async () => {
        await new Promise(done => {
            const watcher = new PerformanceObserver(list => {
                if (list.getEntries().some(entry => entry.name.includes('v1/filters?'))) {
                    watcher.disconnect();
                    done();
                }
            });
            watcher.observe({ type: 'resource' });
            document.querySelector('button[aria-label=\"Refresh now\"]').click();
        });
        performance.clearResourceTimings();
    })()";

/// A page is shown once its own heading or the table is.
const VISIT: &str = "(async () => {
        const shown = async what => {
            while (!what()) await new Promise(requestAnimationFrame);
        };
        const heading = () => document.querySelector('h1')?.innerText === 'SERVER';
        const row = () => document.querySelector('tbody a[href$=\"/servers/SERVER\"]');
        row().click();
        await shown(heading);
        history.back();
        await shown(row);
    })()";

/// Goes from page to page by their addresses; each is shown once its heading is there, and what is
/// below it.
const VISIT_ALL: &str = "(async () => {
        const pages = PAGES;
        const isThere = ([address, heading]) => location.hash === address
            && document.querySelector('h1')?.innerText === heading
            && !document.querySelector('main .skeleton')
            && document.querySelector('main :is(table, .facts, .section)');
        for (let visit = 0; visit < COUNT; visit++) {
            const page = pages[visit % pages.length];
            location.hash = page[0];
            while (!isThere(page)) await new Promise(requestAnimationFrame);
        }
    })()";

/// How much a page holds, after the garbage has been collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MemoryUse {
    /// Bytes of the JavaScript heap in use.
    pub heap: u64,
    /// Bytes of the module's memory, which never shrinks.
    pub module: u64,
    /// Nodes of the document, also those that are only remembered.
    pub nodes: u64,
    /// Event listeners.
    pub listeners: u64,
}

/// What came over the network since the page was loaded.
#[derive(Debug, Clone, Copy)]
pub struct Traffic {
    /// How many requests, that of the page itself too.
    pub requests: u32,
    /// Bytes, with Chromium's estimate of the headers.
    pub bytes: f64,
    /// How often the list of the servers was read.
    pub rounds: u32,
}

/// What a page that is left alone costs.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// How often the list of the servers was read.
    pub rounds: u32,
    /// All requests.
    pub requests: u32,
    /// Bytes over the network.
    pub bytes: f64,
    /// Milliseconds of processor time of the main thread.
    pub main_thread_ms: f64,
    /// Changes of the document.
    pub mutations: f64,
}

/// How smoothly something moved.
#[derive(Debug, Clone, Copy)]
pub struct Frames {
    /// How many there were.
    pub count: usize,
    /// Of a hundred, those that came later than the next one was due.
    pub late_percent: f64,
    /// The longest time from one to the next, in milliseconds.
    pub longest_ms: f64,
    /// Processor time of the main thread for each, in milliseconds.
    pub main_thread_ms: f64,
    /// What of that was spent in scripts, in milliseconds.
    pub scripts_ms: f64,
    /// What of that was spent on styles and on places, in milliseconds.
    pub layout_ms: f64,
}

/// At sixty frames a second; the clock of a frame is never exact.
const FRAME_MS: f64 = 1000.0 / 60.0;

impl Page {
    /// Measures from the next load on. Times are those of the processor, so that it does not
    /// matter what else the machine does.
    pub async fn measure(&self) {
        self.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await;
        self.send("Performance.disable", json!({})).await;
        self.send("Performance.enable", json!({ "timeDomain": "threadTicks" })).await;
    }

    /// Milliseconds from the click on the form's button until `table` was there.
    pub async fn after_sign_in(&self, what: &str) -> f64 {
        let shown = until(what, async || self.first(what).await.ok_or_else(String::new)).await;
        shown - self.first("submitted").await.expect("a form that was submitted")
    }

    /// Milliseconds from the first request for the servers until its answer was there.
    pub async fn waited_for_servers(&self) -> f64 {
        let waited = "(() => { const call = performance.getEntriesByType('resource')
            .find(entry => entry.name.includes('v1/servers?'));
            return call.responseEnd - call.startTime; })()";
        self.script(waited).await.as_f64().expect("a time")
    }

    /// What came over the network so far.
    pub async fn traffic(&self) -> Traffic {
        let traffic = self.script("traffic").await;
        let count = |name: &str| traffic[name].as_u64().expect("a count") as u32;
        let bytes = traffic["bytes"].as_f64().expect("a number of bytes");
        Traffic { requests: count("requests"), bytes, rounds: count("rounds") }
    }

    /// Leaves the page alone for a while, and gives what that cost.
    pub async fn watched(&self, seconds: u32) -> Cost {
        self.script(COUNT_MUTATIONS).await;
        let (before, busy) = (self.traffic().await, self.main_thread_ms().await);
        tokio::time::sleep(Duration::from_secs(u64::from(seconds))).await;
        let (after, busy) = (self.traffic().await, self.main_thread_ms().await - busy);
        Cost {
            rounds: after.rounds - before.rounds,
            requests: after.requests - before.requests,
            bytes: after.bytes - before.bytes,
            main_thread_ms: busy,
            mutations: self.script("mutated").await.as_f64().expect("a count of changes"),
        }
    }

    /// Scrolls the table from end to end.
    pub async fn scrolled(&self) -> Frames {
        let before = self.busy().await;
        let times = self.script(SCROLL).await;
        let after = self.busy().await;
        let times: Vec<f64> =
            times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        let late = times.iter().filter(|time| **time > 1.5 * FRAME_MS).count();
        Frames {
            count: times.len(),
            late_percent: 100.0 * late as f64 / times.len() as f64,
            longest_ms: times.iter().copied().fold(0.0, f64::max),
            main_thread_ms: (after[0] - before[0]) / times.len() as f64,
            scripts_ms: (after[1] - before[1]) / times.len() as f64,
            layout_ms: (after[2] - before[2]) / times.len() as f64,
        }
    }

    /// Puts a table in the place of the page's that does nothing: what scrolling it costs is the
    /// browser's own.
    pub async fn puts_the_table_to_rest(&self) {
        self.script(AT_REST).await;
    }

    /// Milliseconds so far: in all, in scripts, on styles and places.
    async fn busy(&self) -> [f64; 3] {
        let styles = self.metric("RecalcStyleDuration").await;
        let places = self.metric("LayoutDuration").await;
        let scripts = self.metric("ScriptDuration").await;
        [self.main_thread_ms().await, 1000.0 * scripts, 1000.0 * (styles + places)]
    }

    /// Processor time of the main thread so far, in milliseconds.
    pub async fn main_thread_ms(&self) -> f64 {
        1000.0 * self.metric("TaskDuration").await
    }

    async fn metric(&self, name: &str) -> f64 {
        let metrics = self.send("Performance.getMetrics", json!({})).await;
        let all = metrics["metrics"].as_array().into_iter().flatten();
        let value =
            all.filter(|metric| metric["name"] == name).find_map(|metric| metric["value"].as_f64());
        value.unwrap_or_else(|| panic!("Chromium does not measure {name}"))
    }

    /// Milliseconds from the start of the load until `form` or `table` was there.
    pub async fn first(&self, what: &str) -> Option<f64> {
        self.script(&format!("window.seen && window.seen[{}]", json!(what))).await.as_f64()
    }

    /// What was asked for before the servers were there, which the table shows; parts come later.
    pub async fn traffic_before_servers(&self) -> Traffic {
        let before = "(() => {
            const made = performance.getEntries().filter(entry =>
                ['navigation', 'resource'].includes(entry.entryType));
            const servers = made.find(entry => entry.name.includes('v1/servers?'));
            const before = made.filter(entry => entry.startTime < servers.responseEnd);
            return [before.length, before.reduce((sum, entry) => sum + entry.transferSize, 0)];
        })()";
        let before = self.script(before).await;
        let requests = before[0].as_u64().expect("a count") as u32;
        Traffic { requests, bytes: before[1].as_f64().expect("a number of bytes"), rounds: 0 }
    }

    /// The requests of the start alone: from the next load on, the page reads once a minute.
    pub async fn read_seldom(&self) {
        self.script("localStorage.setItem('maxconsole.refresh-interval', '60')").await;
    }

    /// The usual interval again, from the next load on.
    pub async fn read_as_usual(&self) {
        self.script("localStorage.removeItem('maxconsole.refresh-interval')").await;
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

    /// Waits until no request is under way.
    pub async fn requests_settle(&self) {
        let moment = Duration::from_millis(150);
        until("a moment without a request", async || {
            let before = mutations::requests(self).await.len();
            tokio::time::sleep(moment).await;
            let now = mutations::requests(self).await.len();
            if now == before { Ok(()) } else { Err(format!("{now} requests")) }
        })
        .await;
    }

    /// Reads the servers page `count` times over, as fast as MaxScale answers.
    pub async fn read_times(&self, count: u32) {
        for _ in 0..count {
            self.script(ROUND).await;
        }
    }

    /// Goes to the page of a server and back `count` times, as fast as they are shown.
    pub async fn visit_times(&self, server: &str, count: u32) {
        let visit = VISIT.replace("SERVER", server);
        for _ in 0..count {
            self.script(&visit).await;
        }
    }

    /// Goes from one of these pages to the next, `count` times in all. Each is an address and its
    /// heading.
    pub async fn visit_all(&self, pages: &[(&str, &str)], count: usize) {
        let pages = json!(pages).to_string();
        let visits = VISIT_ALL.replace("PAGES", &pages).replace("COUNT", &count.to_string());
        self.script(&visits).await;
    }

    /// How much the page holds now.
    pub async fn memory_use(&self) -> MemoryUse {
        // What was let go while a collection was under way is left to the next one.
        for _ in 0..2 {
            self.send("HeapProfiler.collectGarbage", json!({})).await;
        }
        let module = self.script("window.module.memory.buffer.byteLength").await;
        MemoryUse {
            heap: self.metric("JSHeapUsedSize").await as u64,
            module: module.as_u64().expect("the size of the module's memory"),
            nodes: self.metric("Nodes").await as u64,
            listeners: self.metric("JSEventListeners").await as u64,
        }
    }
}

/// A figure that may not be exceeded.
#[derive(Debug, Clone, Copy)]
pub struct Budget {
    /// The most that it may be.
    pub most: f64,
    /// What it is with MaxGUI, where that was measured.
    pub maxgui: Option<f64>,
}

/// A budget of tests/budgets.json by its key, such as `small.form_ms`.
pub fn budget_of(key: &str) -> Budget {
    let path = super::folders::root().join("tests/budgets.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let budgets: Value =
        serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let found = key.split('.').fold(&budgets, |found, part| &found[part]);
    let most = found.as_f64().or_else(|| found["most"].as_f64());
    Budget {
        most: most.unwrap_or_else(|| panic!("{}: no {key}", path.display())),
        maxgui: found["maxgui"].as_f64(),
    }
}

/// The same for a count.
pub fn budget(key: &str) -> usize {
    budget_of(key).most as usize
}
