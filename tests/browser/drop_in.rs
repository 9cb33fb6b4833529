//! The folder for MaxScale's own gui directory, served exactly as MaxScale serves it.

use crate::dialogs::{self, confirm};
use maxconsole_demo::ADMIN;
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::console::sign_in;
use maxconsole_tests::support::network::Reply;
use maxconsole_tests::support::{TestConsole, folders, mutations};

browser_tests![
    the_flow_works_from_maxscale_itself,
    a_part_without_its_compressed_form_is_loaded_plain,
    the_folder_is_flat_and_hashed,
];

async fn the_flow_works_from_maxscale_itself() {
    let console = TestConsole::dropped_in().await;
    let page = console.signed_in("").await;
    page.link("server2").click().await;
    page.heading("server2").shown().await;
    dialogs::open(&page, "Maintain").await;
    page.checkbox("Force closing").click().await;
    confirm(&page, "Maintain").await;
    assert_eq!(console.rest().state("server2").await, "Maintenance, Running");
    page.reload().await;
    page.heading("server2").shown().await;
    let made = mutations::requests(&page).await;
    let modules = made.iter().filter(|url| url.contains(".wasm")).collect::<Vec<_>>();
    assert!(modules.len() >= 2, "the main module and the page's part: {made:#?}");
    assert!(modules.iter().all(|url| url.ends_with(".wasm.gz")), "packed: {modules:#?}");
}

async fn a_part_without_its_compressed_form_is_loaded_plain() {
    let console = TestConsole::dropped_in().await;
    let page = console.blank_page().await;
    let _network = page.intercept("*/server-*.gz", |_| Reply::Empty(404)).await;
    page.go(&console.url("")).await;
    sign_in(&page, ADMIN).await;
    page.link("server2").click().await;
    page.heading("server2").focused().await;
    page.expect_error("status of 404");
}

/// MaxScale dies of a request for a directory, and lets browsers keep all but `.html` for a year.
async fn the_folder_is_flat_and_hashed() {
    let folder = folders::built("MAXCONSOLE_DIST", "dist");
    for entry in std::fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        assert!(entry.file_type().unwrap().is_file(), "{name} is no file");
        let hashed = name.split(['-', '.', '_']).any(|part| {
            part.len() >= 8
                && part.chars().all(|c| c.is_ascii_hexdigit())
                && part.contains(|c: char| c.is_ascii_digit())
        });
        assert!(name == "index.html" || hashed, "{name} has no hash");
    }
}
