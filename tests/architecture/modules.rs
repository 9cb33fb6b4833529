//! Rule: every module opens with one sentence that says what it is for.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

#[test]
fn every_module_says_what_it_is_for() {
    let sources = files().into_iter().filter(|file| file.is("rs"));
    let findings = sources.filter_map(|file| unexplained(&file)).collect();
    assert_kept(
        "The first line of a module is a //! sentence; more may follow an empty //!:",
        findings,
    );
}

fn unexplained(file: &File) -> Option<Finding> {
    let opening: Vec<&str> = file
        .text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let sentence = opening.join(" ");
    let what = match sentence.as_str() {
        "" => "does not begin with //! and a sentence",
        text if !text.ends_with(['.', ':']) => "the opening sentence does not end",
        text if has_two_sentences(text) => "opens with more than one sentence",
        _ => return None,
    };
    Some(Finding::at(&file.path, 1, what))
}

/// A full stop, a space and a capital: enough for prose without names such as `Dr. No`.
fn has_two_sentences(text: &str) -> bool {
    let starts = text.match_indices(". ").filter_map(|(at, _)| text[at + 2..].chars().next());
    starts.into_iter().any(char::is_uppercase)
}

#[test]
fn a_module_without_its_sentence_is_found() {
    let what = |text| unexplained(&File::sample("src/a.rs", text)).map(|finding| finding.what);
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(what("use b;"), is("does not begin with //! and a sentence"));
    assert_eq!(what("//!\n//! Late."), is("does not begin with //! and a sentence"));
    assert_eq!(what("//! Unfinished\nuse b;"), is("the opening sentence does not end"));
    assert_eq!(what("//! One. Two."), is("opens with more than one sentence"));
    assert_eq!(what("//! One that goes\n//! on, e.g. here.\n//!\n//! More. Even more."), None);
}
