//! Charts: they show what was read, keep it, and can be read without seeing them.

use crate::screenshots::look;
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use serde_json::{Value, json};

browser_tests![
    charts_show_the_values_read,
    charts_stay_while_all_else_is_read_again,
    a_chart_is_read_with_the_keyboard,
    a_chart_is_read_with_the_pointer,
    history_survives_navigation_and_reload_but_not_signing_out,
    history_is_recorded_while_no_chart_is_shown,
    an_outage_is_a_gap_in_the_chart,
    collapsed_charts_and_the_time_range_are_remembered,
    a_limit_is_drawn_warned_of_and_remembered,
    maintenance_is_marked_on_the_charts_of_its_server,
    a_service_has_charts_of_its_own,
    only_the_busiest_of_many_servers_have_lines,
    charts_are_collapsed_on_a_phone,
    charts_follow_the_theme,
];

/// What knows load and number of the sessions.
const THREADS: &str = "v1/maxscale/threads";

/// What a screen reader says of a chart.
async fn said(page: &Page, chart: &str) -> String {
    let said = "function() { return this.getAttribute('aria-valuetext'); }";
    page.find("slider", chart).call(said).await.as_str().unwrap_or_default().to_owned()
}

async fn says(page: &Page, chart: &str, is_it: impl Fn(&str) -> bool) -> String {
    until(&format!("the chart {chart} to tell it"), async || {
        let said = said(page, chart).await;
        if is_it(&said) { Ok(said) } else { Err(said) }
    })
    .await
}

async fn focus(page: &Page, chart: &str) {
    page.find("slider", chart).call("function() { this.focus(); }").await;
    page.find("slider", chart).focused().await;
}

/// What stands at the oldest sample: its time and its value.
async fn oldest(page: &Page, chart: &str) -> String {
    says(page, chart, |said| !said.starts_with("–")).await;
    focus(page, chart).await;
    page.press("Home").await;
    says(page, chart, |said| said.contains(", ")).await
}

/// So many answers to requests with these words in their address.
async fn reads(page: &Page, of: &str, more: u64) {
    let end = mutations::requests_to(page, of).await + more;
    until(&format!("{more} reads of {of}"), async || {
        let now = mutations::requests_to(page, of).await;
        if now >= end { Ok(()) } else { Err(now.to_string()) }
    })
    .await;
}

/// How many pixels of a canvas have just this colour, by a value of the style sheet.
async fn pixels(page: &Page, chart: &str, value: &str) -> u64 {
    let count = format!(
        "function() {{
            const canvas = this.querySelector('canvas');
            const blank = () => Object.assign(document.createElement('canvas'),
                {{ width: canvas.width, height: canvas.height }})
                .getContext('2d', {{ willReadFrequently: true }});
            const pen = blank(), wanted = blank();
            pen.drawImage(canvas, 0, 0);
            wanted.fillStyle = getComputedStyle(canvas).getPropertyValue('{value}');
            wanted.fillRect(0, 0, 1, 1);
            const [r, g, b] = wanted.getImageData(0, 0, 1, 1).data;
            const all = pen.getImageData(0, 0, canvas.width, canvas.height).data;
            let count = 0;
            for (let at = 0; at < all.length; at += 4) {{
                if (all[at] === r && all[at + 1] === g && all[at + 2] === b && all[at + 3] > 200) count++;
            }}
            return count;
        }}"
    );
    page.find("slider", chart).call(&count).await.as_u64().unwrap_or_default()
}

async fn has_pixels(page: &Page, chart: &str, value: &str) {
    until(&format!("{value} in {chart}"), async || match pixels(page, chart, value).await {
        0 => Err("none".to_owned()),
        _ => Ok(()),
    })
    .await;
}

async fn charts_show_the_values_read() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 600").await;
    let page = console.signed_in("").await;
    says(&page, "Sessions", |said| said == "4").await;
    says(&page, "Connections", |said| said.contains("total · peak server ")).await;
    says(&page, "Load per thread", |said| said.ends_with("busiest thread")).await;
    has_pixels(&page, "Sessions", "--chart-1").await;
    for server in ["server1", "galera3"] {
        let legend =
            "[...document.querySelectorAll('.chart-legend')].map(list => list.innerText).join()";
        let names = page.script(legend).await;
        assert!(names.as_str().unwrap().contains(server), "{names}");
    }
    look(&page, "charts").await;
}

async fn charts_stay_while_all_else_is_read_again() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    says(&page, "Sessions", |said| said == "0").await;
    page.script("document.querySelector('.charts-row').isTheSame = true").await;
    console.apply_event("load RW-Split-Router 4 600").await;
    says(&page, "Sessions", |said| said == "4").await;
    page.read_times(3).await;
    assert_eq!(page.script("document.querySelector('.charts-row').isTheSame").await, true);
}

async fn a_chart_is_read_with_the_keyboard() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    says(&page, "Sessions", |said| said == "0").await;
    reads(&page, THREADS, 3).await;
    console.apply_event("load RW-Split-Router 4 600").await;
    says(&page, "Sessions", |said| said == "4").await;
    reads(&page, THREADS, 3).await;
    focus(&page, "Sessions").await;
    let newest = says(&page, "Sessions", |said| said.ends_with(", Sessions 4")).await;
    page.press("Home").await;
    let first = says(&page, "Sessions", |said| said.ends_with(", Sessions 0")).await;
    page.press("ArrowRight").await;
    says(&page, "Sessions", |said| said != first && said.ends_with(", Sessions 0")).await;
    page.press("PageDown").await;
    says(&page, "Sessions", |said| said == first).await;
    page.press("End").await;
    let last = says(&page, "Sessions", |said| said.ends_with(", Sessions 4")).await;
    assert!(last.len() == newest.len(), "a time and a value: {newest}, {last}");
    look(&page, "charts-read").await;
    page.press("Escape").await;
    says(&page, "Sessions", |said| said == "4").await;
}

async fn a_chart_is_read_with_the_pointer() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    says(&page, "Load per thread", |said| !said.starts_with("–")).await;
    reads(&page, THREADS, 2).await;
    for share in [0.3, 0.98] {
        let place = format!(
            "function() {{ const box = this.getBoundingClientRect();
                return [box.x + box.width * {share}, box.y + 20]; }}"
        );
        let place = page.find("slider", "Load per thread").call(&place).await;
        let event = json!({ "type": "mouseMoved", "x": place[0], "y": place[1] });
        page.send("Input.dispatchMouseEvent", event).await;
        says(&page, "Load per thread", |said| said.contains("Thread 0 ")).await;
        let inside =
            "(() => { const box = document.querySelector('.chart-readout').getBoundingClientRect();
            return box.width > 50 && box.left >= 0 && box.right <= innerWidth; })()";
        assert_eq!(page.script(inside).await, true);
    }
    page.send("Input.dispatchMouseEvent", json!({ "type": "mouseMoved", "x": 5, "y": 5 })).await;
    says(&page, "Load per thread", |said| said.ends_with("busiest thread")).await;
}

async fn history_survives_navigation_and_reload_but_not_signing_out() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    reads(&page, THREADS, 2).await;
    let first = oldest(&page, "Sessions").await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    page.link("Dashboard").click().await;
    assert_eq!(oldest(&page, "Sessions").await, first);
    page.reload().await;
    page.link("server2").shown().await;
    assert_eq!(oldest(&page, "Sessions").await, first);
    let kept =
        "Object.keys(sessionStorage).filter(key => key.startsWith('maxconsole.history')).length";
    assert_eq!(page.script(kept).await, 1);
    page.button("admin: user menu").click().await;
    page.menu_item("Sign out").click().await;
    page.button("Sign in").shown().await;
    assert_eq!(page.script(kept).await, 0);
    sign_in(&page, ADMIN).await;
    assert_ne!(oldest(&page, "Sessions").await, first);
}

async fn history_is_recorded_while_no_chart_is_shown() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/dashboard/filters").await;
    page.script("localStorage.setItem('maxconsole.refresh-interval', '1')").await;
    page.reload().await;
    page.link("Hint").click().await;
    page.heading("Hint").shown().await;
    let seen = mutations::requests(&page).await.len();
    reads(&page, THREADS, 2).await;
    reads(&page, "v1/servers", 1).await;
    let since = mutations::requests(&page).await.split_off(seen);
    let own = since.iter().filter(|url| url.contains("v1/filters/Hint")).count();
    assert!(own > 5, "what is beside shall be read more seldom: {since:#?}");
}

async fn an_outage_is_a_gap_in_the_chart() {
    let (console, mut remote) = TestConsole::remote().await;
    let page = console.signed_in("").await;
    reads(&page, THREADS, 2).await;
    remote.die();
    page.reads("out of date").await;
    page.expect_error("status of 502");
    remote.revive().await;
    page.stops_reading("out of date").await;
    reads(&page, THREADS, 2).await;
    open(&page, "Sessions", "As a table").await;
    page.reads("after a gap").await;
    look(&page, "charts-table").await;
}

/// Opens a disclosure of a chart.
async fn open(page: &Page, chart: &str, words: &str) {
    let click = format!(
        "function() {{ [...this.closest('.chart-card').querySelectorAll('summary')]
            .find(one => one.innerText.startsWith({})).click(); }}",
        json!(words)
    );
    page.find("slider", chart).call(&click).await;
}

async fn collapsed_charts_and_the_time_range_are_remembered() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    let choose = "function() { this.value = '3600';
        this.dispatchEvent(new Event('change', { bubbles: true })); }";
    page.find("combobox", "Span of the charts").call(choose).await;
    page.reload().await;
    let chosen = page.find("combobox", "Span of the charts");
    chosen.is("to be an hour", |node| node.value == "1 hour").await;
    page.script("document.querySelector('.charts summary').click()").await;
    page.find("slider", "Sessions").gone().await;
    page.reload().await;
    page.link("server2").shown().await;
    page.reads("galeramon").await;
    page.find("slider", "Sessions").gone().await;
    page.route("#/dashboard/filters").await;
    reads(&page, THREADS, 1).await;
    let servers = mutations::requests_to(&page, "v1/servers").await;
    reads(&page, THREADS, 3).await;
    assert_eq!(mutations::requests_to(&page, "v1/servers").await, servers);
    page.script("document.querySelector('.charts summary').click()").await;
    says(&page, "Sessions", |said| said == "0").await;
    reads(&page, "v1/servers", 2).await;
}

async fn a_limit_is_drawn_warned_of_and_remembered() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 4 600").await;
    let page = console.signed_in("").await;
    says(&page, "Sessions", |said| said == "4").await;
    open(&page, "Sessions", "Limit").await;
    page.field("Limit").fill("many").await;
    page.reads("Type a whole number").await;
    assert_eq!(pixels(&page, "Sessions", "--chart-limit").await, 0);
    page.field("Limit").fill("3").await;
    page.find("image", "Above the limit:").shown().await;
    page.reads("Limit 3").await;
    has_pixels(&page, "Sessions", "--chart-limit").await;
    look(&page, "charts-limit").await;
    page.reload().await;
    page.find("image", "Above the limit:").shown().await;
    open(&page, "Sessions", "Limit").await;
    page.field("Limit").fill("4").await;
    page.find("image", "Above the limit:").gone().await;
    page.reads("Limit 4").await;
}

async fn maintenance_is_marked_on_the_charts_of_its_server() {
    let console = TestConsole::new().await;
    let rest = console.rest();
    let page = console.at_server("server2").await;
    reads(&page, "v1/servers", 2).await;
    rest.change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    rest.await_state("server2", "Maintenance, Running").await;
    focus(&page, "Connections").await;
    until("the mark", async || {
        page.press("End").await;
        let said = said(&page, "Connections").await;
        if said.ends_with("server2 in maintenance") { Ok(()) } else { Err(said) }
    })
    .await;
    page.press("Home").await;
    says(&page, "Connections", |said| !said.contains("maintenance")).await;
    rest.change("PUT", "/v1/servers/server2/clear?state=maintenance", Value::Null).await;
    rest.await_state("server2", "Slave, Running").await;
    until("the end of the mark", async || {
        page.press("End").await;
        let said = said(&page, "Connections").await;
        if said.contains("maintenance") { Err(said) } else { Ok(()) }
    })
    .await;
    open(&page, "Active operations", "As a table").await;
    page.find("columnheader", "State").shown().await;
    page.reads("server2 in maintenance").await;
    look(&page, "charts-server").await;
    page.link("Dashboard").click().await;
    // Of many servers one is always out of service, which says nothing of the others.
    says(&page, "Connections", |said| said.contains("peak server")).await;
    open(&page, "Connections", "As a table").await;
    page.stops_reading("server2 in maintenance").await;
}

async fn a_service_has_charts_of_its_own() {
    let console = TestConsole::new().await;
    console.apply_event("load RW-Split-Router 3 600").await;
    let page = console.signed_in("#/dashboard/services/RW-Split-Router").await;
    says(&page, "Sessions", |said| said == "3").await;
    says(&page, "Active operations", |said| !said.starts_with("–")).await;
    look(&page, "charts-service").await;
}

async fn only_the_busiest_of_many_servers_have_lines() {
    let console = TestConsole::big().await;
    let page = console.signed_in("").await;
    page.reads("All 1,000 servers, lowest to highest").await;
    let marks = "document.querySelector('.chart-legend').children.length";
    assert_eq!(page.script(marks).await, 8 + 1, "the busiest and the area");
    says(&page, "Load per thread", |said| said.ends_with("busiest thread")).await;
    focus(&page, "Connections").await;
    says(&page, "Connections", |said| said.contains("servers, lowest to highest ")).await;
    look(&page, "charts-big").await;
}

async fn charts_are_collapsed_on_a_phone() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.size(390, 844).await;
    page.reload().await;
    sign_in(&page, ADMIN).await;
    page.link("server2").shown().await;
    page.find("slider", "Sessions").gone().await;
    let tabs = "document.querySelector('nav.tabs').getBoundingClientRect().top";
    let closed = page.script(tabs).await.as_f64().unwrap();
    page.script("document.querySelector('.charts summary').click()").await;
    says(&page, "Sessions", |said| said == "0").await;
    let opened = page.script(tabs).await.as_f64().unwrap();
    assert!(opened - closed < 280.0, "{closed}, then {opened}");
    let wide = page.script("document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(wide, false);
}

async fn charts_follow_the_theme() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    has_pixels(&page, "Sessions", "--chart-1").await;
    // Seldom read, so that nothing but the theme draws anew.
    page.read_seldom().await;
    page.reload().await;
    says(&page, "Sessions", |said| said == "0").await;
    page.read_times(1).await;
    has_pixels(&page, "Sessions", "--chart-1").await;
    for theme in ["dark", "light", "contrast"] {
        let set = format!("document.documentElement.setAttribute('data-theme', '{theme}')");
        page.script(&set).await;
        has_pixels(&page, "Sessions", "--chart-1").await;
    }
    page.send(
        "Emulation.setEmulatedMedia",
        json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
    )
    .await;
    has_pixels(&page, "Sessions", "--chart-1").await;
}
