//! Who follows whom, beside the servers of a table.

use maxconsole_tests::support::axe::axe;
use maxconsole_tests::support::{Page, Stage};
use maxconsole_tests::trials;

trials![
    a_replica_under_the_pointer_tells_whom_it_follows,
    the_focus_brings_the_card_and_escape_takes_it_away,
    a_card_tells_of_a_thread_that_has_stopped,
    one_can_go_on_to_the_card,
];

async fn card(page: &Page, part: &str) {
    page.any("tooltip").reads(part).await;
}

async fn a_replica_under_the_pointer_tells_whom_it_follows() {
    let stage = Stage::new().await;
    let page = stage.signed_in("").await;
    page.link("server2").hover().await;
    for part in ["server2", "Follows\nserver1", "Replication\nup to date", "GTID received"] {
        card(&page, part).await;
    }
    axe(&page, "a replica's card").await;
    page.picture("replication-card").await;
    page.heading("Dashboard").hover().await;
    page.any("tooltip").gone().await;
}

async fn the_focus_brings_the_card_and_escape_takes_it_away() {
    let stage = Stage::new().await;
    let page = stage.signed_in("").await;
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

async fn a_card_tells_of_a_thread_that_has_stopped() {
    let stage = Stage::new().await;
    stage.happens("break-replication server3").await;
    stage.rest().comes_to("server3", "Running").await;
    let page = stage.signed_in("").await;
    page.link("server3").hover().await;
    card(&page, "replication is stopped").await;
    card(&page, "SQL is stopped").await;
}

async fn one_can_go_on_to_the_card() {
    let stage = Stage::new().await;
    let page = stage.signed_in("").await;
    page.link("server2").hover().await;
    page.any("tooltip").hover().await;
    card(&page, "up to date").await;
    page.button("Refresh now").hover().await;
    page.any("tooltip").gone().await;
}
