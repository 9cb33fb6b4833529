//! Tables with a thousand servers and ten thousand sessions.

use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::{Page, Stage, until};
use maxconsole_tests::trials;
use serde_json::Value;

trials![
    a_thousand_servers_are_a_few_rows_of_the_document,
    arrow_keys_lead_to_rows_that_were_not_there,
    the_row_with_the_focus_stays_in_the_document,
    the_header_stays_in_sight,
    cards_on_a_phone_come_and_go_as_well,
    ten_thousand_sessions_on_one_page,
    a_further_column_sorts_with_shift,
];

/// More than a tall window shows, and a tenth of all.
const FEW: u64 = 130;

/// How many rows are in the document.
async fn rows(page: &Page) -> u64 {
    page.script("document.querySelectorAll('tbody tr:not(.row-space)').length")
        .await
        .as_u64()
        .unwrap()
}

/// The names of the rows in the document that can be seen in the window, from top to bottom.
async fn seen(page: &Page) -> Vec<String> {
    let names = page
        .script(
            "[...document.querySelectorAll('tbody th a.object-link')].filter(link => {
                const box = link.getBoundingClientRect();
                return box.top >= 0 && box.bottom <= innerHeight;
            }).map(link => link.innerText)",
        )
        .await;
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

async fn sees(page: &Page, name: &str) {
    until(&format!("{name} to be seen"), async || {
        let names = seen(page).await;
        if names.iter().any(|one| one == name) { Ok(()) } else { Err(format!("{names:?}")) }
    })
    .await;
}

async fn scroll_to(page: &Page, place: &str) {
    page.script(&format!("scrollTo({{ top: {place}, behavior: 'instant' }}), 0")).await;
}

async fn a_thousand_servers_are_a_few_rows_of_the_document() {
    let stage = Stage::big().await;
    let page = stage.signed_in("").await;
    page.link("Servers 1000").shown().await;
    page.link("accounts-ams-db1").shown().await;
    let count = page.script("document.querySelector('table').getAttribute('aria-rowcount')").await;
    assert_eq!(count, "1201", "a header, 200 monitors and 1,000 servers");
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    until("the room of all the others", async || {
        let height = page.script("document.documentElement.scrollHeight").await.as_f64().unwrap();
        if height > 1_200.0 * 25.0 { Ok(()) } else { Err(height.to_string()) }
    })
    .await;
    page.picture("tables-big").await;
    scroll_to(&page, "document.documentElement.scrollHeight / 2").await;
    page.link("accounts-ams-db1").gone().await;
    scroll_to(&page, "1e9").await;
    sees(&page, "tracking-syd-db3").await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    let last = "function() { return this.closest('tr').getAttribute('aria-rowindex'); }";
    assert_eq!(page.link("tracking-syd-db3").call(last).await, "1201");
    axe(&page, "the end of a large table").await;
    page.picture("tables-end").await;
    scroll_to(&page, "0").await;
    sees(&page, "accounts-ams-db1").await;
}

async fn arrow_keys_lead_to_rows_that_were_not_there() {
    let stage = Stage::big().await;
    let page = stage.signed_in("").await;
    page.link("accounts-ams-db1").shown().await;
    page.script("document.querySelector('tbody th a[href*=\"servers/accounts-ams-db1\"]').focus()")
        .await;
    for (key, server) in [
        ("ArrowDown", "accounts-ams-db2"),
        ("End", "tracking-syd-db3"),
        ("ArrowUp", "tracking-syd-db2"),
        ("Home", "accounts-ams-db1"),
        ("PageDown", "accounts-gru-db1"),
        ("PageUp", "accounts-ams-db1"),
    ] {
        page.press(key).await;
        page.link(server).focused().await;
        sees(&page, server).await;
    }
    page.press("Enter").await;
    page.heading("accounts-ams-db1").shown().await;
}

async fn the_row_with_the_focus_stays_in_the_document() {
    let stage = Stage::big().await;
    let page = stage.signed_in("").await;
    page.link("accounts-ams-db2").shown().await;
    page.script("document.querySelector('tbody th a[href*=\"servers/accounts-ams-db2\"]').focus()")
        .await;
    scroll_to(&page, "1e9").await;
    sees(&page, "tracking-syd-db3").await;
    assert!(page.link("accounts-ams-db2").shown().await.is_focused());
    page.press("ArrowDown").await;
    page.link("accounts-ams-db3").focused().await;
    sees(&page, "accounts-ams-db3").await;
}

async fn the_header_stays_in_sight() {
    let stage = Stage::big().await;
    let page = stage.signed_in("").await;
    page.link("accounts-ams-db2").shown().await;
    scroll_to(&page, "4000").await;
    let gap = "(() => {
        const bar = document.querySelector('.bar').getBoundingClientRect();
        const head = document.querySelector('thead th').getBoundingClientRect();
        return Math.abs(head.top - bar.bottom);
    })()";
    until("the header to stand below the bar", async || {
        let gap = page.script(gap).await.as_f64().unwrap();
        if gap < 2.0 { Ok(()) } else { Err(format!("{gap} px between them")) }
    })
    .await;
    page.link("State").click().await;
    page.is_at("sort=state").await;
}

async fn cards_on_a_phone_come_and_go_as_well() {
    let stage = Stage::big().await;
    let page = stage.blank().await;
    page.size(390, 844).await;
    page.go(&stage.url("")).await;
    maxconsole_tests::support::stage::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.link("accounts-ams-db1").shown().await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    scroll_to(&page, "1e9").await;
    until("the last server", async || {
        scroll_to(&page, "1e9").await;
        let names = seen(&page).await;
        if names.iter().any(|one| one == "tracking-syd-db3") {
            Ok(())
        } else {
            Err(format!("{names:?}"))
        }
    })
    .await;
    let wide = page.script("document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(wide, Value::Bool(false), "the page scrolls sideways");
    axe(&page, "cards of a large table").await;
    page.picture("tables-cards").await;
}

async fn ten_thousand_sessions_on_one_page() {
    let stage = Stage::big().await;
    let page = stage.signed_in("#/dashboard/sessions?size=10000").await;
    page.find("combobox", "Sessions a page").shown().await;
    until("all sessions to have their place", async || {
        let count =
            page.script("document.querySelector('table')?.getAttribute('aria-rowcount')").await;
        let count = count.as_str().and_then(|count| count.parse::<u64>().ok()).unwrap_or(0);
        if count > 5_000 { Ok(()) } else { Err(count.to_string()) }
    })
    .await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
    page.picture("tables-sessions").await;
    page.script("document.querySelector('tbody th a').focus()").await;
    page.press("End").await;
    until("a late session to have the focus", async || {
        let index = page
            .script("document.activeElement.closest('tr')?.getAttribute('aria-rowindex')")
            .await;
        let index = index.as_str().and_then(|index| index.parse::<u64>().ok()).unwrap_or(0);
        if index > 5_000 { Ok(()) } else { Err(index.to_string()) }
    })
    .await;
    assert!(rows(&page).await < FEW, "{}", rows(&page).await);
}

async fn a_further_column_sorts_with_shift() {
    let stage = Stage::new().await;
    let page = stage.signed_in("").await;
    page.link("State").click().await;
    page.is_at("sort=state").await;
    page.walk_to("Tab", "link", "Connections").await;
    page.press("Shift+Enter").await;
    page.is_at("sort=state,connections").await;
    page.press("Shift+Enter").await;
    page.is_at("sort=state,-connections").await;
    let sorted = "function() { return this.closest('th').getAttribute('aria-sort'); }";
    assert_eq!(page.link("State 1").call(sorted).await, "ascending");
    let second = page.link("Connections 2 descending");
    assert_eq!(second.call(sorted).await, Value::Null);
    axe(&page, "two columns that sort").await;
    page.press("Shift+Enter").await;
    page.is_at("sort=state").await;
    page.link("State").shown().await;
}
