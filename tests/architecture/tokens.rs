//! Rust source as a flat list of tokens, so that rules see into macros and not into strings.

use crate::project::File;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// One token; a group is its opening and closing bracket with the content between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The token as written; a literal's text is left out, because rules are about code.
    pub text: String,
    /// Counted from 1.
    pub line: usize,
    /// What kind of token it is.
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name or a keyword.
    Word,
    /// One character of an operator.
    Sign,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// A string, a number, a character.
    Literal,
}

/// The tokens of a file without what is compiled for tests only.
pub fn shipped(file: &File) -> Vec<Token> {
    let stream: TokenStream =
        file.text.parse().unwrap_or_else(|e| panic!("{} is no Rust: {e}", file.path));
    let mut all = Vec::new();
    flatten(stream, &mut all);
    without_tests(&all)
}

fn flatten(stream: TokenStream, into: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        let mut push = |text: String, kind| into.push(Token { text, line, kind });
        match tree {
            TokenTree::Ident(word) => push(word.to_string(), Kind::Word),
            TokenTree::Punct(sign) => push(sign.as_char().to_string(), Kind::Sign),
            TokenTree::Literal(_) => push(String::new(), Kind::Literal),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(open.to_owned(), Kind::Open);
                flatten(group.stream(), into);
                let line = group.span_close().start().line;
                into.push(Token { text: close.to_owned(), line, kind: Kind::Close });
            }
        }
    }
}

fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const FOR_ALL_OF_THE_FILE: [&str; 8] = ["#", "!", "[", "cfg", "(", "test", ")", "]"];
    const FOR_THE_NEXT_ITEM: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if starts_with(&tokens[at..], &FOR_ALL_OF_THE_FILE) {
            return Vec::new();
        }
        if starts_with(&tokens[at..], &FOR_THE_NEXT_ITEM) {
            at = end_of_item(tokens, at + FOR_THE_NEXT_ITEM.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

/// Where the item that begins at `at` ends: behind its `;` or its braces.
fn end_of_item(tokens: &[Token], mut at: usize) -> usize {
    let mut depth = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match (token.kind, token.text.as_str()) {
            (Kind::Open, _) => depth += 1,
            (Kind::Close, text) => {
                depth -= 1;
                if depth == 0 && text == "}" {
                    break;
                }
            }
            (Kind::Sign, ";") if depth == 0 => break,
            _ => {}
        }
    }
    at
}

/// Whether the tokens begin with these texts.
pub fn starts_with(tokens: &[Token], texts: &[&str]) -> bool {
    tokens.len() >= texts.len() && tokens.iter().zip(texts).all(|(token, text)| token.text == *text)
}

/// Every position where these texts follow one another.
pub fn positions(tokens: &[Token], texts: &[&str]) -> Vec<usize> {
    (0..tokens.len()).filter(|at| starts_with(&tokens[*at..], texts)).collect()
}

#[test]
fn tests_are_left_out_and_the_rest_is_kept() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests { fn b() {} }\nfn c() {}\n#[cfg(test)] use d;";
    let words: Vec<_> = shipped(&File::sample("src/a.rs", text))
        .into_iter()
        .filter(|token| token.kind == Kind::Word)
        .map(|token| (token.text, token.line))
        .collect();
    let expected = [("fn", 1), ("a", 1), ("fn", 4), ("c", 4)];
    assert_eq!(words, expected.map(|(word, line)| (word.to_owned(), line)));
}

#[test]
fn strings_and_comments_are_not_code() {
    let file = File::sample("src/a.rs", "//! unwrap()\nconst A: &str = \"x.unwrap()\"; // panic!");
    assert!(positions(&shipped(&file), &["unwrap"]).is_empty());
}
