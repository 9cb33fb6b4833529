//! Rule: where the app has a lighter stand-in for a part of leptos, it is taken.
//!
//! Leptos compiles these anew for each type or closure: hundreds of copies of the same machinery.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, shipped_rust};
use crate::tokens::shipped;

/// The name in leptos, and the module that has the stand-in; only that one may use the original.
const STAND_INS: [(&str, &str); 5] = [
    ("Signal", "src/ui/signal.rs"),
    ("Memo", "src/ui/memo.rs"),
    ("Effect", "src/ui/reactive.rs"),
    ("For", "src/ui/each.rs"),
    ("MaybeProp", "src/ui/signal.rs"),
];

#[test]
fn the_lighter_one_is_taken() {
    let app = shipped_rust().into_iter().filter(|file| file.path.starts_with("src/"));
    let findings = app.flat_map(|file| heavy(&file)).collect();
    assert_kept("Signals, memos, effects and lists are those of src/ui:", findings);
}

/// A stand-in of the same name has to be imported, or else the glob of leptos brings its own.
fn heavy(file: &File) -> Vec<Finding> {
    let tokens = shipped(file);
    let mut found = Vec::new();
    for (name, module) in STAND_INS.iter().filter(|(_, module)| file.path != *module) {
        let path = module.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::");
        let is_imported = file.text.contains(&format!("use crate::{path}::{name};"))
            || file
                .text
                .contains(&format!("use super::{}::{name};", path.trim_start_matches("ui::")));
        let first = tokens.iter().find(|token| token.text == *name);
        if let (false, Some(token)) = (is_imported, first) {
            found.push(Finding::at(&file.path, token.line, (*name).to_owned()));
        }
    }
    found
}

#[test]
fn a_heavy_one_is_found() {
    let heavy_one = "use leptos::prelude::*;\nfn a(b: Signal<bool>) {}\nfn c() { Effect::new(b) }";
    let file = File::sample("src/pages/a.rs", heavy_one);
    let expected = [(2, "Signal"), (3, "Effect")];
    let expected = expected.map(|(line, what)| Finding::at("src/pages/a.rs", line, what));
    assert_eq!(heavy(&file), expected);
    let light = "use crate::ui::signal::Signal;\nfn a(b: Signal<bool>, c: RwSignal<bool>) {}";
    assert_eq!(heavy(&File::sample("src/pages/a.rs", light)), []);
}
