//! Counts what changes in the document.

use super::page::Page;

/// What changed since then, as `kind of element` for each.
const WATCH: &str = "window.changes = [];
    new MutationObserver(records => records.forEach(record => {
        const of = record.target.nodeType === 1 ? record.target : record.target.parentElement;
        const name = record.attributeName ? ' ' + record.attributeName : '';
        window.changes.push(record.type + name + ' of ' + (of ? of.outerHTML.slice(0, 120) : 'nothing'));
    })).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    0";

/// Begins to watch the whole document.
pub async fn watch(page: &Page) {
    page.script(WATCH).await;
}

/// Each change since [`watch`], in words.
pub async fn changes(page: &Page) -> Vec<String> {
    let changes = page.script("window.changes").await;
    let list = changes.as_array().expect("watch comes before changes").iter();
    list.map(|change| change.as_str().unwrap_or_default().to_owned()).collect()
}

/// The address of each request the page has made so far, the page itself first.
pub async fn requests(page: &Page) -> Vec<String> {
    let made = "performance.getEntries().filter(e => e.entryType === 'navigation' || e.entryType === 'resource')
        .map(e => e.name)";
    let made = page.script(made).await;
    let list = made.as_array().expect("a list of requests").iter();
    list.map(|url| url.as_str().unwrap_or_default().to_owned()).collect()
}

/// How many requests whose address holds `part` the page has made so far.
pub async fn requests_to(page: &Page, part: &str) -> u64 {
    let part = serde_json::json!(part);
    let made = format!(
        "performance.getEntriesByType('resource').filter(e => e.name.includes({part})).length"
    );
    page.script(&made).await.as_u64().unwrap_or_default()
}
