//! Rule: the project names no place where it happened to be written.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

/// Each in two halves, so that this file does not break its own rule.
const PLACES: [(&str, &str); 8] = [
    ("/wo", "rk/"),
    ("/tm", "p/"),
    ("/ro", "ot/"),
    ("artif", "actory"),
    ("index.cra", "tes.io"),
    ("static.cra", "tes.io"),
    ("registry.np", "mjs"),
    ("py", "pi.org"),
];

/// What MaxScale says of itself, its default paths included.
const WORDS_OF_MAXSCALE: &str = "crates/demo/data/";

#[test]
fn no_place_of_one_machine_is_named() {
    let own = files().into_iter().filter(|file| !file.path.starts_with(WORDS_OF_MAXSCALE));
    let findings = own.flat_map(|file| places(&file)).collect();
    assert_kept("No path of one machine and no registry host:", findings);
}

fn places(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (text, line) in file.text.lines().zip(1..) {
        let named =
            PLACES.iter().map(|(a, b)| format!("{a}{b}")).filter(|place| is_named(text, place));
        found.extend(named.map(|place| Finding::at(&file.path, line, place)));
    }
    found
}

/// A path counts where it begins: `/srv/tmp/x` is another place than the one looked for.
fn is_named(text: &str, place: &str) -> bool {
    text.match_indices(place).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !place.starts_with('/') || !before.is_some_and(|c| c.is_alphanumeric() || "._-".contains(c))
    })
}

#[test]
fn a_place_is_found() {
    let sample = |text: &str| places(&File::sample("README.md", text)).len();
    let path = ["/wo", "rk/main"].concat();
    assert_eq!(sample(&format!("built\nin {path} today")), 1);
    assert_eq!(sample(&["see index.cra", "tes.io"].concat()), 1);
    assert_eq!(sample("see /workspace and /temporary and target/x"), 0);
    assert_eq!(sample(&format!("home{path}")), 0);
}
