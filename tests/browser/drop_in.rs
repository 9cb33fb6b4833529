//! The folder for MaxScale's own gui directory, served exactly as MaxScale serves it.

use crate::dialogs::{self, confirm};
use maxconsole_tests::browser_tests;
use maxconsole_tests::support::{TestConsole, folders, mutations};

browser_tests![the_flow_works_from_maxscale_itself, the_folder_is_flat_and_hashed];

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
    assert_eq!(mutations::requests_to(&page, ".wasm.gz").await, 1, "the module travels compressed");
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
