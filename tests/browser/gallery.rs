//! Every component in every state, in all themes and sizes: axe finds nothing, and there are
//! pictures to be looked at.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::{axe, axe_in_high_contrast};
use maxconsole_tests::support::{Page, TestConsole};
use serde_json::json;

browser_tests![
    all_components_at_rest,
    what_opens,
    a_card_shows_at_its_link,
    the_gallery_is_not_in_a_usual_build,
];

const SIZES: [u32; 3] = [1280, 1920, 390];
const THEMES: [(&str, &str); 4] =
    [("light", "light"), ("dark", "light"), ("contrast", "light"), ("contrast", "dark")];

async fn gallery(console: &TestConsole) -> Page {
    let page = console.signed_in("#/ui").await;
    page.heading("Components").shown().await;
    page
}

/// Checks a state, and takes pictures of it: of all of the page, or of the window.
async fn look(page: &Page, name: &str, whole: bool) {
    axe(page, name).await;
    axe_in_high_contrast(page, name).await;
    if std::env::var_os("MAXCONSOLE_PICTURES").is_none() {
        return;
    }
    for width in SIZES {
        page.size(width, 800).await;
        if whole {
            let height = page.script("document.documentElement.scrollHeight").await;
            page.size(width, u32::try_from(height.as_u64().unwrap()).unwrap()).await;
        }
        for (theme, scheme) in THEMES {
            page.prefers("prefers-color-scheme", scheme).await;
            page.script(&format!("document.documentElement.dataset.theme = {}", json!(theme)))
                .await;
            page.picture(&format!("{name}-{width}-{theme}-{scheme}")).await;
        }
        page.prefers("forced-colors", "active").await;
        page.picture(&format!("{name}-{width}-forced")).await;
        page.prefers("forced-colors", "").await;
    }
    page.prefers("prefers-color-scheme", "").await;
    page.send("Emulation.clearDeviceMetricsOverride", json!({})).await;
    page.script("document.documentElement.removeAttribute('data-theme')").await;
}

async fn all_components_at_rest() {
    let console = TestConsole::gallery().await;
    let page = gallery(&console).await;
    look(&page, "ui", true).await;
    for width in [320, 390] {
        page.size(width, 800).await;
        let wide = page.script("document.documentElement.scrollWidth").await;
        assert!(wide.as_u64().unwrap() <= u64::from(width), "{wide} px at {width} px");
    }
}

async fn what_opens() {
    let console = TestConsole::gallery().await;
    let page = gallery(&console).await;
    for name in ["Menu", "Menu with words", "Shared, first"] {
        page.button(name).click().await;
        page.menu_item("Delete").shown().await;
        look(&page, &format!("ui-{}", name.to_lowercase().replace([' ', ','], "-")), false).await;
        page.press("Escape").await;
        page.menu_item("Delete").gone().await;
    }
    page.button("Open a dialog").click().await;
    page.heading("A dialog").shown().await;
    look(&page, "ui-dialog", false).await;
    page.press("Escape").await;
    page.dialog().gone().await;
    page.button("Open one that must be answered").click().await;
    page.heading("A question").shown().await;
    page.press("Escape").await;
    page.button("Answer").click().await;
    page.dialog().gone().await;
    page.button("Show toasts").click().await;
    page.reads("It did not succeed").await;
    look(&page, "ui-toasts", false).await;
}

async fn a_card_shows_at_its_link() {
    let console = TestConsole::gallery().await;
    let page = gallery(&console).await;
    page.button("Show toasts").call("function() { this.focus(); }").await;
    page.walk_to("Tab", "link", "A link with a card").await;
    page.reads("More about it.").await;
    look(&page, "ui-card", false).await;
}

async fn the_gallery_is_not_in_a_usual_build() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/ui").await;
    page.heading("Page not found").shown().await;
    assert!(page.title().await.contains("Page not found"), "{}", page.title().await);
}
