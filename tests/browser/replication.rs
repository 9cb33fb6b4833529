//! Who follows whom, beside the servers of a table.

use maxconsole_tests::browser_tests;
use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::{Page, TestConsole};

browser_tests![
    hovering_a_replica_shows_its_source,
    focus_opens_the_card_and_escape_closes_it,
    the_card_shows_a_stopped_thread,
    the_pointer_can_move_onto_the_card,
];

async fn card(page: &Page, part: &str) {
    page.any("tooltip").reads(part).await;
}

async fn hovering_a_replica_shows_its_source() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").hover().await;
    for part in ["server2", "Follows\nserver1", "Replication\nup to date", "GTID received"] {
        card(&page, part).await;
    }
    axe(&page, "a replica's card").await;
    page.picture("replication-card").await;
    page.heading("Dashboard").hover().await;
    page.any("tooltip").gone().await;
}

async fn focus_opens_the_card_and_escape_closes_it() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.walk_to("Tab", "link", "server1").await;
    card(&page, "Followed by").await;
    card(&page, "server2: up to date").await;
    card(&page, "server3: up to date").await;
    let described = page.link("server1").shown().await.description;
    assert!(described.contains("Followed by"), "{described}");
    page.press("Escape").await;
    page.any("tooltip").gone().await;
    page.link("server1").focused().await;
}

async fn the_card_shows_a_stopped_thread() {
    let console = TestConsole::new().await;
    console.apply_event("break-replication server3").await;
    console.rest().await_state("server3", "Running").await;
    let page = console.signed_in("").await;
    page.link("server3").hover().await;
    card(&page, "replication is stopped").await;
    card(&page, "SQL is stopped").await;
}

async fn the_pointer_can_move_onto_the_card() {
    let console = TestConsole::new().await;
    let page = console.signed_in("").await;
    page.link("server2").hover().await;
    page.any("tooltip").hover().await;
    card(&page, "up to date").await;
    page.button("Refresh now").hover().await;
    page.any("tooltip").gone().await;
}
