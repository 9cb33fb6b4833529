//! Rule: every component can be seen on the page `#/ui`.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

const UI: &str = "src/ui/mod.rs";
const PAGE: &str = "src/pages/gallery";
/// There is nothing to see of them.
const UNSEEN: [&str; 5] = ["download", "focus", "keys", "live", "locale"];

#[test]
fn every_component_is_in_the_gallery() {
    let all = files();
    let ui = all.iter().find(|file| file.path == UI).expect("the list of components");
    let page: Vec<&File> = all.iter().filter(|file| file.path.starts_with(PAGE)).collect();
    let findings = missing(&ui.text, &page).into_iter().map(|name| Finding::file(UI, name));
    assert_kept("Each public module of ui is named on the page of components:", findings.collect());
}

fn missing(ui: &str, page: &[&File]) -> Vec<String> {
    let public = ui.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let shown = |name: &str| page.iter().any(|file| file.text.contains(&format!("ui::{name}::")));
    public.filter(|name| !UNSEEN.contains(name) && !shown(name)).map(str::to_owned).collect()
}

#[test]
fn a_component_that_is_not_shown_is_found() {
    let page = File::sample("src/pages/gallery/a.rs", "use crate::ui::badge::Badge;");
    let ui = "pub mod badge;\npub mod button;\nmod id;\npub mod focus;\n";
    assert_eq!(missing(ui, &[&page]), ["button"]);
}
