//! Rule: text reaches the page as text, and no style or script is inline.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, files, shipped_rust};
use crate::tokens::{Token, shipped, starts_with};

/// What turns a string into markup or code, in Rust and in JavaScript.
const MARKUP_FROM_TEXT: [&str; 9] = [
    "inner_html",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "eval(",
];

#[test]
fn no_markup_is_made_from_text() {
    let rust = shipped_rust().into_iter().flat_map(|file| markup_in_rust(&file));
    let scripts = files().into_iter().filter(|file| file.is("js"));
    let findings = rust.chain(scripts.flat_map(|file| markup_in_script(&file))).collect();
    assert_kept("No inner_html, outer_html, document.write or eval:", findings);
}

#[test]
fn no_style_attribute_is_inline() {
    let app = shipped_rust().into_iter().filter(|file| file.path.starts_with("src/"));
    let findings = app.flat_map(|file| styles_in_rust(&file)).collect();
    assert_kept(
        "The content security policy blocks style=\"…\"; use style:name= or a class:",
        findings,
    );
}

#[test]
fn html_has_no_inline_style_or_script() {
    let pages = files().into_iter().filter(|file| file.is("html"));
    let findings = pages.flat_map(|file| inline_in_html(&file)).collect();
    assert_kept("The content security policy blocks what is inline:", findings);
}

fn markup_in_rust(file: &File) -> Vec<Finding> {
    let tokens = shipped(file);
    let bad = tokens.iter().filter(|token| MARKUP_FROM_TEXT.contains(&token.text.as_str()));
    bad.map(|token| Finding::at(&file.path, token.line, token.text.clone())).collect()
}

fn markup_in_script(file: &File) -> Vec<Finding> {
    let lines = file.text.lines().zip(1..);
    lines
        .filter_map(|(text, line)| {
            let what = MARKUP_FROM_TEXT.iter().find(|what| text.contains(**what))?;
            Some(Finding::at(&file.path, line, *what))
        })
        .collect()
}

/// `style=` inside a view, `.style("…")` is allowed only as `style:name=`.
fn styles_in_rust(file: &File) -> Vec<Finding> {
    let tokens = shipped(file);
    let inline = |at: &usize| is_style_attribute(&tokens, *at);
    let found = (0..tokens.len()).filter(inline);
    found.map(|at| Finding::at(&file.path, tokens[at].line, "style=")).collect()
}

fn is_style_attribute(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| tokens[at].text.as_str());
    starts_with(&tokens[at..], &["style", "="])
        && !starts_with(&tokens[at..], &["style", "=", "="])
        && !matches!(before, "let" | "mut" | "." | ":" | "&")
}

fn inline_in_html(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for (text, line) in file.text.lines().zip(1..) {
        let mut report = |what: &str| found.push(Finding::at(&file.path, line, what));
        if text.contains(" style=") {
            report("a style attribute");
        }
        if text.contains("<style") {
            report("a style element");
        }
        if text.contains("<script") && !text.contains(" src=") {
            report("a script without src");
        }
        if text.split_whitespace().any(|word| word.starts_with("on") && word.contains("=\"")) {
            report("an event handler attribute");
        }
    }
    found
}

#[test]
fn markup_from_text_is_found() {
    let rust = File::sample("src/a.rs", "fn a() { view! { <p inner_html=b/> } }");
    assert_eq!(markup_in_rust(&rust), [Finding::at("src/a.rs", 1, "inner_html")]);
    let script = File::sample("assets/a.js", "\na.innerHTML = b;");
    assert_eq!(markup_in_script(&script), [Finding::at("assets/a.js", 2, "innerHTML")]);
}

#[test]
fn a_style_attribute_is_found() {
    let lines = |text| {
        let found = styles_in_rust(&File::sample("src/a.rs", text));
        found.into_iter().map(|finding| finding.line).collect::<Vec<_>>()
    };
    assert_eq!(lines("fn a() { view! { <p\nstyle=\"x:y\"/> } }"), [2]);
    assert_eq!(
        lines("fn a() { let style = 1; b.style = 2; view! { <p style:width=c/> } }"),
        [0; 0]
    );
}

#[test]
fn what_is_inline_in_html_is_found() {
    let lines = |text: &str| inline_in_html(&File::sample("index.html", text)).len();
    assert_eq!(lines("<p style=\"x\">\n<style>\n<script>a</script>\n<p onclick=\"a\">"), 4);
    assert_eq!(lines("<script type=\"module\" src=\"start.js\"></script>\n<html lang=\"en\">"), 0);
}
