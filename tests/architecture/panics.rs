//! Rule: nothing that can panic in what ships, because a panic ends a WASM app for good.

use crate::finding::{Finding, assert_kept};
use crate::project::{File, shipped_rust};
use crate::tokens::{Kind, Token, shipped, starts_with};

const METHODS: [&str; 4] = ["unwrap", "expect", "unwrap_err", "expect_err"];
const MACROS: [&str; 6] = ["panic", "todo", "unimplemented", "unreachable", "assert", "assert_eq"];
/// Words that can stand before an array or a slice type without indexing anything.
const KEYWORDS: [&str; 16] = [
    "as", "break", "const", "dyn", "else", "for", "if", "impl", "in", "let", "match", "move",
    "mut", "ref", "return", "where",
];

#[test]
fn nothing_shipped_can_panic() {
    let findings = shipped_rust().iter().flat_map(panics).collect();
    assert_kept("No unwrap, expect, panic! or index outside tests:", findings);
}

fn panics(file: &File) -> Vec<Finding> {
    let tokens = shipped(file);
    let found = |at: usize| {
        let what = method(&tokens, at).or_else(|| call(&tokens, at)).or_else(|| index(&tokens, at));
        what.map(|what| Finding::at(&file.path, tokens[at].line, what))
    };
    (0..tokens.len()).filter_map(found).collect()
}

/// `.unwrap(` or `Result::unwrap`.
fn method(tokens: &[Token], at: usize) -> Option<String> {
    let name = METHODS.iter().find(|name| tokens[at].text == **name)?;
    let before = at.checked_sub(1).map(|at| tokens[at].text.as_str());
    matches!(before, Some("." | ":")).then(|| format!("{name} can panic"))
}

/// `panic!(`.
fn call(tokens: &[Token], at: usize) -> Option<String> {
    let name = MACROS.iter().find(|name| starts_with(&tokens[at..], &[name, "!"]))?;
    Some(format!("{name}! can panic"))
}

/// `list[0]`, `list()[0]`, `list?[0]`; not `list[..]`, which takes everything.
fn index(tokens: &[Token], at: usize) -> Option<String> {
    let before = tokens.get(at.checked_sub(1)?)?;
    let lifetime = at >= 2 && tokens[at - 2].text == "'";
    let indexed = match before.kind {
        Kind::Word => !lifetime && !KEYWORDS.contains(&before.text.as_str()),
        Kind::Close => before.text != "}",
        Kind::Sign => before.text == "?",
        Kind::Open | Kind::Literal => false,
    };
    let whole = starts_with(&tokens[at..], &["[", ".", ".", "]"]);
    (tokens[at].text == "[" && indexed && !whole).then(|| "an index can panic; use get".to_owned())
}

#[cfg(test)]
fn lines(text: &str) -> Vec<usize> {
    panics(&File::sample("src/a.rs", text)).into_iter().map(|finding| finding.line).collect()
}

#[test]
fn what_can_panic_is_found() {
    assert_eq!(
        lines("fn a() {\n b.unwrap();\n c.expect(\"d\");\n panic!();\n e[0];\n}"),
        [2, 3, 4, 5]
    );
    assert_eq!(lines("fn a() { b()[1]; }\nfn c() { Some(d[0])?[2]; }"), [1, 2, 2]);
    assert_eq!(lines("fn a() { view! { <p>{b.unwrap()}</p> } }"), [1]);
    assert_eq!(lines("fn a() { b.map(Option::unwrap); }"), [1]);
}

#[test]
fn what_cannot_panic_is_left_alone() {
    let harmless = "#[derive(Debug)]\nstruct A<'a>(&'a [u8]);\nimpl B for [u8] {}\n
        fn c(d: [u8; 2]) -> [u8; 2] { let [e, _] = d; f(&d[..]); vec![e].unwrap_or_default(); [1, 2] }
        #[cfg(test)] mod tests { fn g() { h.unwrap(); } }";
    assert_eq!(lines(harmless), [0usize; 0]);
}
