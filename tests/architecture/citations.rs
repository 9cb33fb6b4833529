//! Rule: what a comment cites of docs/reference exists.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files};

const FOLDER: &str = "docs/reference/";

#[test]
fn cited_sections_exist() {
    let all = files();
    let documents: Vec<&File> = all.iter().filter(|file| file.path.starts_with(FOLDER)).collect();
    let sources = all.iter().filter(|file| file.is("rs") && !file.path.ends_with("/citations.rs"));
    let findings = sources.flat_map(|file| unknown_sections(file, &documents)).collect();
    assert_kept("A citation names a document of docs/reference and its section:", findings);
}

fn unknown_sections(file: &File, documents: &[&File]) -> Vec<Finding> {
    let unknown = |citation: &Citation| {
        let path = format!("{FOLDER}{}", citation.document);
        let document = documents.iter().find(|document| document.path == path)?;
        let sections = citation.sections.iter().filter(|section| !has_section(document, section));
        let what = sections.map(|section| format!("{} has no {section}", citation.document));
        Some(what.map(|what| Finding::at(&file.path, citation.line, what)).collect::<Vec<_>>())
    };
    let known = |citation: &Citation| {
        unknown(citation).unwrap_or_else(|| {
            let what = format!("{} is not in {FOLDER}", citation.document);
            vec![Finding::at(&file.path, citation.line, what)]
        })
    };
    citations(&file.text)
        .iter()
        .filter(|citation| !citation.sections.is_empty())
        .flat_map(known)
        .collect()
}

/// `## 3. Endpoints` and `### 3.2 Servers` are sections 3 and 3.2.
fn has_section(document: &File, section: &str) -> bool {
    let headings = document.text.lines().filter_map(|line| line.strip_prefix("##"));
    let numbers =
        headings.filter_map(|line| line.trim_start_matches('#').split_whitespace().next());
    numbers.into_iter().any(|number| number.trim_end_matches('.') == section)
}

/// `rest-api.md 3.3 to 3.7`, which may go on in the next line of a comment.
struct Citation {
    document: String,
    sections: Vec<String>,
    line: usize,
}

fn citations(text: &str) -> Vec<Citation> {
    let words: Vec<(&str, usize)> = text
        .lines()
        .zip(1..)
        .flat_map(|(line, number)| line.split_whitespace().map(move |word| (word, number)))
        .filter(|(word, _)| !["//", "///", "//!"].contains(word))
        .collect();
    let is_letter = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let citation = |(at, (word, line)): (usize, &(&str, usize))| {
        let document = word.trim_matches(|c: char| !is_letter(c));
        let stem = document.strip_suffix(".md").filter(|stem| stem.chars().all(is_letter))?;
        let sections = match word.ends_with(".md") {
            true => sections(words[at + 1..].iter().map(|(word, _)| *word)),
            false => Vec::new(),
        };
        Some(Citation { document: format!("{stem}.md"), sections, line: *line })
    };
    words.iter().enumerate().filter_map(citation).collect()
}

/// The numbers at the beginning of `words`, as in `3.1, 7.5).` or `1.5–1.7`.
fn sections<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut found = Vec::new();
    for word in words {
        if ["to", "and", "or"].contains(&word) {
            continue;
        }
        let numbers = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let is_number = |part: &str| {
            part.split('.').all(|digits| {
                !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        if !numbers.split('–').all(is_number) {
            break;
        }
        found.extend(numbers.split('–').map(str::to_owned));
        if word.ends_with([')', '.', ':', ';']) {
            break;
        }
    }
    found
}

#[cfg(test)]
fn found(text: &str) -> Vec<String> {
    let document = File::sample("docs/reference/api.md", "# Api\n\n## 1. One\n\n### 1.2 Two\n");
    let findings = unknown_sections(&File::sample("src/a.rs", text), &[&document]);
    findings.into_iter().map(|finding| finding.what).collect()
}

#[test]
fn a_section_that_is_not_there_is_found() {
    assert_eq!(found("/// As in api.md 1.3."), ["api.md has no 1.3"]);
    assert_eq!(found("//! (api.md 1.2 and\n//! 3, recording x)."), ["api.md has no 3"]);
    assert_eq!(found("// api.md 1–2: so it is"), ["api.md has no 2"]);
    assert_eq!(found("// other.md 1"), ["other.md is not in docs/reference/"]);
}

#[test]
fn a_section_that_is_there_is_left_alone() {
    let none: [String; 0] = [];
    assert_eq!(found("/// (api.md 1, 1.2). 3 of them are enough"), none);
    assert_eq!(found("/// See docs/demo.md and api.md for more; README.md 7"), none);
}
