//! The rules of accessibility that axe-core checks, on the page as it is now.

use super::page::Page;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::OnceLock;

/// Where `cargo xtask test` puts axe-core, under the user's cache folder.
const USUAL: &str = "maxconsole/tools/axe-core-4.14.1/node_modules/axe-core/axe.min.js";

/// Colours that are on their way to another colour have a contrast that nobody sees. What turns for
/// ever is not waited for.
const SETTLE: &str = "Promise.all(document.getAnimations()
    .filter(a => a.effect.getComputedTiming().endTime !== Infinity)
    .map(a => a.finished.catch(() => 0)))
    .then(() => new Promise(requestAnimationFrame)).then(() => 0)";

/// `preload` would fetch every style sheet again.
const RUN: &str = "axe.run(document, { resultTypes: ['violations'], preload: false,
        rules: { 'color-contrast-enhanced': { enabled: STRICT } } }).then(found =>
    found.violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`)))";

/// Fails on any violation, in the light and in the dark theme.
///
/// # Panics
/// With the rule, the element and what is wrong with it, for each violation.
pub async fn axe(page: &Page, state: &str) {
    run(page, state, &["light", "dark"], "false").await;
}

/// Fails on any violation in high contrast, where words need 7:1, light and dark.
///
/// # Panics
/// As [`axe`].
pub async fn axe_in_high_contrast(page: &Page, state: &str) {
    for scheme in ["light", "dark"] {
        page.prefers("prefers-color-scheme", scheme).await;
        run(page, &format!("{state}, {scheme}"), &["contrast"], "true").await;
    }
    page.prefers("prefers-color-scheme", "").await;
}

async fn run(page: &Page, state: &str, themes: &[&str], strict: &str) {
    let known = page.script("typeof axe").await == json!("object");
    if !known {
        page.script(&format!("{}; 0", source())).await;
    }
    let chosen = page.script("document.documentElement.getAttribute('data-theme')").await;
    for theme in themes {
        set_theme(page, &json!(theme)).await;
        let violations = page.script(&RUN.replace("STRICT", strict)).await;
        assert_eq!(violations, json!([]), "axe on {state}, {theme}");
    }
    set_theme(page, &chosen).await;
}

async fn set_theme(page: &Page, theme: &Value) {
    let script = match theme.as_str() {
        Some(name) => {
            format!("document.documentElement.setAttribute('data-theme', {})", json!(name))
        }
        None => "document.documentElement.removeAttribute('data-theme')".to_owned(),
    };
    page.script(&script).await;
    page.script(SETTLE).await;
}

fn source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let path = path();
        std::fs::read_to_string(&path).unwrap_or_else(|e| {
            panic!(
                "axe-core is not at {} (AXE_SOURCE names it): {e}; cargo xtask test installs it",
                path.display()
            )
        })
    })
}

fn path() -> PathBuf {
    if let Some(named) = std::env::var_os("AXE_SOURCE") {
        return named.into();
    }
    let home = || std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).or_else(home);
    cache.unwrap_or_default().join(USUAL)
}
