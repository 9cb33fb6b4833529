//! What surrounds every page: titles, theme, age and refreshing of the data, narrow windows.

use crate::dialogs;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{Page, TestConsole, mutations, until};
use serde_json::{Value, json};

browser_tests![
    every_page_has_its_title,
    a_page_that_is_not_there_keeps_the_shell,
    links_go_back_and_forward,
    users_are_listed_sorted_and_filtered,
    who_may_not_see_the_users_reads_so,
    the_theme_is_chosen_and_remembered,
    the_theme_follows_the_system,
    high_contrast_is_chosen_or_follows_the_system,
    paused_data_ages_and_is_read_when_asked,
    the_usual_pace_is_five_seconds,
    an_unknown_version_gets_a_quiet_word,
    a_narrow_window_never_scrolls_sideways,
    messages_leave_the_page_to_be_seen_at_200_percent,
    the_lists_are_in_the_navigation_where_there_is_room,
    reduced_motion_is_respected,
    a_hidden_page_asks_nothing,
];

async fn every_page_has_its_title() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.button("Sign in").shown().await;
    assert!(page.title().await.contains("MaxConsole"));
    let page = console.signed_in("").await;
    for (route, heading, title) in [
        ("#/dashboard/servers", "Dashboard", "Servers"),
        ("#/dashboard/servers/server2", "server2", "server2"),
        ("#/dashboard/monitors/Monitor", "Monitor", "Monitor"),
        ("#/dashboard/services/RW-Split-Router", "RW-Split-Router", "RW-Split-Router"),
        ("#/users", "Users", "Users"),
        ("#/nowhere", "Page not found", "not found"),
    ] {
        page.route(route).await;
        page.is_at(route).await;
        page.find("heading", heading).is("to be there", |_| true).await;
        until(&format!("the title {title}"), async || {
            let now = page.title().await;
            if now.contains(title) && now.contains("MaxConsole") { Ok(()) } else { Err(now) }
        })
        .await;
    }
}

async fn a_page_that_is_not_there_keeps_the_shell() {
    let console = TestConsole::new().await;
    let page = console.signed_in("#/nowhere/at%20all").await;
    page.heading("Page not found").shown().await;
    page.button("admin: user menu").shown().await;
    page.link("Go to the servers").click().await;
    page.link("server1").shown().await;
}

async fn users_are_listed_sorted_and_filtered() {
    let console = TestConsole::new().await;
    let long = "a-name-that-never-ends-".repeat(8);
    for (name, role) in [("olga", "basic"), (long.as_str(), "admin")] {
        let attributes = json!({ "password": "a", "account": role });
        let user = json!({ "data": { "id": name, "type": "inet", "attributes": attributes } });
        console.rest().change("POST", "/v1/users/inet", user).await;
    }
    let page = console.signed_in("").await;
    page.link("Users").click().await;
    page.heading("Users").shown().await;
    users_are(&page, &[&long, "admin", "olga"]).await;
    axe(&page, "the users").await;
    page.picture("users").await;
    page.link("Role").click().await;
    page.is_at("sort=role").await;
    users_are(&page, &[&long, "admin", "olga"]).await;
    page.link("Role").click().await;
    users_are(&page, &["olga", &long, "admin"]).await;
    page.find("searchbox", "Filter users").fill("olga").await;
    users_are(&page, &["olga"]).await;
    page.reload().await;
    users_are(&page, &["olga"]).await;
    page.size(320, 640).await;
    page.route("#/users").await;
    users_are(&page, &[&long, "admin", "olga"]).await;
    fits(&page, "a user with a long name").await;
    page.picture("users").await;
}

async fn users_are(page: &Page, expected: &[&str]) {
    until(&format!("the users {expected:?}"), async || {
        let script = "[...document.querySelectorAll('tbody th')].map(cell => cell.innerText)";
        let now = page.script(script).await;
        if now == json!(expected) { Ok(()) } else { Err(now.to_string()) }
    })
    .await;
}

async fn who_may_not_see_the_users_reads_so() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    let refused = json!({ "errors": [{ "detail": "Administrative access required" }] });
    let refusal =
        page.intercept("*/v1/users?*", move |_| Reply::Json(403, refused.to_string())).await;
    page.press("g").await;
    page.press("u").await;
    page.is_at("#/users").await;
    page.reads("Your account may not see the users").await;
    refusal.end().await;
    page.button("Refresh now").click().await;
    users_are(&page, &["admin"]).await;
    page.expect_error("status of 403");
}

async fn links_go_back_and_forward() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    page.back().await;
    page.heading("Dashboard").shown().await;
    page.link("Galera-Monitor").click().await;
    page.heading("Galera-Monitor").shown().await;
    page.link("galera2").click().await;
    page.heading("galera2").shown().await;
    page.link("Galera-Service").click().await;
    page.heading("Galera-Service").shown().await;
}

async fn theme(page: &Page) -> Value {
    page.script("document.documentElement.getAttribute('data-theme')").await
}

async fn colour(page: &Page) -> Value {
    page.script("getComputedStyle(document.body).color").await
}

async fn the_theme_is_chosen_and_remembered() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.prefers("prefers-color-scheme", "light").await;
    let light = colour(&page).await;
    page.button("Theme: System").click().await;
    page.find("menuitemradio", "Dark").click().await;
    page.button("Theme: Dark").shown().await;
    assert_eq!(theme(&page).await, "dark");
    assert_ne!(colour(&page).await, light);
    page.reload().await;
    page.button("Theme: Dark").shown().await;
    assert_eq!(theme(&page).await, "dark");
    page.button("Theme: Dark").click().await;
    page.find("menuitemradio", "System").click().await;
    page.button("Theme: System").shown().await;
    assert_eq!((theme(&page).await, colour(&page).await), (Value::Null, light));
}

async fn the_theme_follows_the_system() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.button("Sign in").shown().await;
    page.prefers("prefers-color-scheme", "light").await;
    let light = colour(&page).await;
    page.prefers("prefers-color-scheme", "dark").await;
    assert_ne!(colour(&page).await, light);
}

async fn high_contrast_is_chosen_or_follows_the_system() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.reads("MaxScale 24.02.4").await;
    let usual = colour(&page).await;
    page.button("Theme: System").click().await;
    page.find("menuitemradio", "High contrast").click().await;
    page.button("Theme: High contrast").shown().await;
    let strong = colour(&page).await;
    assert_ne!(strong, usual);
    page.reload().await;
    page.button("Theme: High contrast").shown().await;
    assert_eq!((theme(&page).await, colour(&page).await), ("contrast".into(), strong.clone()));
    page.button("Theme: High contrast").click().await;
    page.find("menuitemradio", "System").click().await;
    page.button("Theme: System").shown().await;
    assert_eq!(colour(&page).await, usual);
    page.prefers("prefers-contrast", "more").await;
    assert_eq!(colour(&page).await, strong);
    page.button("Theme: System").click().await;
    page.find("menuitemradio", "Light").click().await;
    page.button("Theme: Light").shown().await;
    assert_eq!(colour(&page).await, strong, "who has told the system has it in every theme");
}

async fn paused_data_ages_and_is_read_when_asked() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.reads("Live").await;
    page.button("Refresh: Every second").click().await;
    page.find("menuitemradio", "Paused").click().await;
    page.reads("Data is").await;
    page.requests_settle().await;
    console.rest().change("PUT", "/v1/servers/server2/set?state=maintenance", Value::Null).await;
    page.hide(true).await;
    page.hide(false).await;
    page.requests_settle().await;
    page.reads("2 s old").await;
    let row = page.link("server2").row().await;
    assert!(row.contains("Replica"), "paused data stays as it was: {row}");
    page.button("Refresh now").click().await;
    page.reads("Maintenance").await;
}

async fn the_usual_pace_is_five_seconds() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.script("localStorage.setItem('maxconsole.refresh-interval', 'nonsense')").await;
    page.reload().await;
    page.button("Refresh: Every 5 seconds").shown().await;
}

async fn an_unknown_version_gets_a_quiet_word() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.reads("MaxScale 24.02.4").await;
    page.reads("Tested with MaxScale 23.08 to 25.10.").await;
    let newer = json!({ "data": { "id": "maxscale", "type": "maxscale", "attributes": { "version": "31.07.1" } } });
    let _newer =
        page.intercept("*/v1/maxscale?*", move |_| Reply::Json(200, newer.to_string())).await;
    page.reload().await;
    page.reads("MaxScale 31.07.1").await;
    // What it says to be it does not have.
    page.expect_error("status of 404");
    page.reads("Tested with MaxScale 23.08 to 25.10, not with this version.").await;
    page.link("server1").shown().await;
}

async fn a_narrow_window_never_scrolls_sideways() {
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.size(320, 640).await;
    page.button("Sign in").shown().await;
    fits(&page, "the sign-in page").await;
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.link("server2").shown().await;
    fits(&page, "the servers").await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    fits(&page, "a server").await;
    dialogs::open(&page, "Maintain").await;
    fits(&page, "the dialog").await;
    dialogs::button(&page, "Maintain").click().await;
    page.dialog().gone().await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
}

async fn fits(page: &Page, what: &str) {
    let width = page.script("document.documentElement.scrollWidth").await;
    assert!(width.as_u64().unwrap() <= 320, "{what} is {width} px wide");
}

/// A window of 1280 by 800 at 200 % zoom.
async fn messages_leave_the_page_to_be_seen_at_200_percent() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.size(640, 400).await;
    for server in ["server2", "server3", "galera2"] {
        dialogs::open_in_row(&page, server, "Drain").await;
        dialogs::confirm(&page, "Drain").await;
        page.reads(&format!("{server} is drain")).await;
    }
    let share = "document.querySelector('.toasts').getBoundingClientRect().height / innerHeight";
    let share = page.script(share).await.as_f64().unwrap();
    assert!(share < 0.34, "{share}");
    let wide = page.script("document.documentElement.scrollWidth > innerWidth").await;
    assert_eq!(wide, false, "the page scrolls sideways");
    page.picture("messages-200-percent").await;
}

async fn the_lists_are_in_the_navigation_where_there_is_room() {
    let console = TestConsole::new().await;
    let page = console.at_server("server2").await;
    page.link("All monitors").click().await;
    page.link("Galera-Monitor").shown().await;
    page.is_at("#/dashboard/monitors").await;
    let current = "function() { return this.getAttribute('aria-current'); }";
    assert_eq!(page.link("All monitors").call(current).await, "page");
    page.size(390, 844).await;
    page.link("All monitors").gone().await;
    page.link("Monitors 2").shown().await;
}

async fn reduced_motion_is_respected() {
    let moving =
        "document.querySelectorAll('*').length && [...document.querySelectorAll('*')].filter(e => {
        const style = getComputedStyle(e);
        const longest = list => Math.max(...list.split(',').map(parseFloat));
        return longest(style.transitionDuration) > 0.05
            || (style.animationName !== 'none' && longest(style.animationDuration) > 0.05);
    }).map(e => e.outerHTML.slice(0, 100))";
    let console = TestConsole::new().await;
    let page = console.page("").await;
    page.prefers("prefers-reduced-motion", "reduce").await;
    page.button("Sign in").shown().await;
    assert_eq!(page.script(moving).await, json!([]));
    maxconsole_tests::support::console::sign_in(&page, maxconsole_demo::ADMIN).await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    dialogs::open(&page, "Maintain").await;
    assert_eq!(page.script(moving).await, json!([]));
}

async fn a_hidden_page_asks_nothing() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").shown().await;
    page.hide(true).await;
    // What was under way ends; then it is quiet for longer than two rounds would take.
    let quiet = until("two seconds without a request", async || {
        let before = mutations::requests_to(&page, "v1/").await;
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let now = mutations::requests_to(&page, "v1/").await;
        if now == before { Ok(now) } else { Err(format!("{before}, then {now} requests")) }
    })
    .await;
    page.hide(false).await;
    until("the page to read again", async || {
        let now = mutations::requests_to(&page, "v1/").await;
        if now > quiet { Ok(()) } else { Err(format!("{now} requests")) }
    })
    .await;
}
