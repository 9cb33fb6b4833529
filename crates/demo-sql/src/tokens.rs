//! The tokens of sqlparser's MySQL dialect, each with its place in the text.
//!
//! White space and comments are left out, but what is in a comment that MariaDB executes
//! (`/*! ... */`) counts.

use sqlparser::dialect::MySqlDialect;
use sqlparser::tokenizer::{Location, Token as Parsed, TokenWithSpan, Tokenizer};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword, or a variable with its `@` signs.
    Word,
    /// A name in backticks.
    Name,
    /// A number.
    Number,
    /// A text in single or double quotes, with the letter before it if it has one (`X'4D'`).
    Text,
    /// Anything else: one or more signs that belong together.
    Sign,
    /// A quote that is never closed, and everything after it.
    Unclosed,
}

/// One token and where it stands, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it stands for: a name without its backticks, a text without its quotes.
    pub value: String,
}

impl Token {
    /// The token as it is written.
    #[must_use]
    pub fn text<'a>(&self, sql: &'a str) -> &'a str {
        sql.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether it is that word, whatever its case.
    #[must_use]
    pub fn is(&self, sql: &str, word: &str) -> bool {
        self.kind != Kind::Text && self.text(sql).eq_ignore_ascii_case(word)
    }

    /// sqlparser ends a variable at a full stop and before a quote; for MariaDB `@@global.x` and
    /// `@'x y'` are one.
    fn is_continued_by(&self, next: &Self, sql: &str) -> bool {
        let text = self.text(sql);
        let is_bare = text.chars().all(|c| c == '@');
        self.kind == Kind::Word
            && text.starts_with('@')
            && self.end == next.start
            && match next.kind {
                Kind::Word => text.ends_with('.'),
                Kind::Name | Kind::Text => is_bare,
                Kind::Sign => next.text(sql) == ".",
                Kind::Number => false,
                Kind::Unclosed => is_bare,
            }
    }
}

/// All tokens of a text.
#[must_use]
pub fn tokens(sql: &str) -> Vec<Token> {
    let mut parsed = Vec::new();
    let end = Tokenizer::new(&MySqlDialect {}, sql).tokenize_with_location_into_buf(&mut parsed);
    let mut places = Places { sql, at: 0, hint_end: None };
    let mut found: Vec<Token> = Vec::new();
    let mut add = |token: Token| match found.last_mut() {
        Some(last) if last.is_continued_by(&token, sql) => {
            last.end = token.end;
            last.value = last.text(sql).to_owned();
        }
        _ => found.push(token),
    };
    for TokenWithSpan { token, span } in parsed {
        let (start, end) = places.next(span.start, span.end);
        if let Some((kind, value)) = kind_and_value(token, sql.get(start..end).unwrap_or_default())
        {
            add(Token { kind, start, end, value });
        }
    }
    let rest = places.rest();
    // A comment that is never closed is one up to the end.
    if end.is_err() && !rest.starts_with("/*") {
        let start = sql.len() - rest.len();
        add(Token { kind: Kind::Unclosed, start, end: sql.len(), value: rest.to_owned() });
    }
    found
}

/// What a token is and stands for; `None` for white space and comments.
fn kind_and_value(token: Parsed, text: &str) -> Option<(Kind, String)> {
    let written = |kind| Some((kind, text.to_owned()));
    match token {
        Parsed::Whitespace(_) | Parsed::EOF => None,
        Parsed::Word(word) if word.quote_style.is_some() => Some((Kind::Name, word.value)),
        Parsed::Word(_) => written(Kind::Word),
        Parsed::Number(..) => written(Kind::Number),
        Parsed::HexStringLiteral(_) if text.starts_with('0') => written(Kind::Number),
        Parsed::SingleQuotedString(value)
        | Parsed::DoubleQuotedString(value)
        | Parsed::NationalStringLiteral(value)
        | Parsed::HexStringLiteral(value)
        | Parsed::SingleQuotedByteStringLiteral(value)
        | Parsed::DoubleQuotedByteStringLiteral(value) => Some((Kind::Text, value)),
        // MariaDB skips it.
        Parsed::Char('\0') => None,
        _ if text.starts_with('@') => written(Kind::Word),
        _ => written(Kind::Sign),
    }
}

/// Where one token after the other stands: sqlparser counts lines and columns, and counts those
/// in a comment that is executed from the beginning of the comment.
struct Places<'a> {
    sql: &'a str,
    at: usize,
    hint_end: Option<usize>,
}

impl<'a> Places<'a> {
    fn rest(&self) -> &'a str {
        self.sql.get(self.at..).unwrap_or_default()
    }

    fn next(&mut self, start: Location, end: Location) -> (usize, usize) {
        self.pass_hint_marks();
        let begin = self.at;
        let mut at = start;
        for c in self.rest().chars() {
            if at >= end {
                break;
            }
            self.at += c.len_utf8();
            at = match c {
                '\n' => Location::new(at.line + 1, 1),
                _ => Location::new(at.line, at.column + 1),
            };
        }
        (begin, self.at)
    }

    /// The marks around what is executed are no tokens.
    fn pass_hint_marks(&mut self) {
        loop {
            if self.hint_end == Some(self.at) {
                self.at += "*/".len();
                self.hint_end = None;
            }
            if self.hint_end.is_some() || !self.rest().starts_with("/*!") {
                return;
            }
            let content = self.rest().trim_start_matches("/*!");
            let content = content.trim_start_matches(|c: char| c.is_ascii_digit());
            self.at = self.sql.len() - content.len();
            self.hint_end = content.find("*/").map(|end| self.at + end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(sql: &str) -> Vec<&str> {
        tokens(sql).iter().map(|token| token.text(sql)).collect()
    }

    #[test]
    fn quotes_and_comments_are_one_token_each() {
        assert_eq!(texts("a/* ; */'b;''\\'' -- c\n`d``;`"), ["a", "'b;''\\''", "`d``;`"]);
        assert_eq!(texts("1--1 # x"), ["1", "-", "-", "1"]);
    }

    #[test]
    fn an_executed_comment_counts_with_its_places() {
        assert_eq!(texts("/*!50001 SELECT */ 1"), ["SELECT", "1"]);
        assert_eq!(
            texts("a /*!50001*/ b /*! c\n'd' */ e /*!*/\n/* f */ g"),
            ["a", "b", "c", "'d'", "e", "g"]
        );
    }

    #[test]
    fn variables_numbers_and_signs_keep_together() {
        assert_eq!(texts("@@global.x:=@'y z'"), ["@@global.x", ":=", "@'y z'"]);
        assert_eq!(texts("1.5e-3<=>.5+0xaF"), ["1.5e-3", "<=>", ".5", "+", "0xaF"]);
    }

    #[test]
    fn an_unclosed_quote_reaches_to_the_end() {
        let sql = "x 'abc";
        let last = tokens(sql).pop();
        assert_eq!(last.map(|token| (token.kind, token.end)), Some((Kind::Unclosed, 6)));
        assert_eq!(texts("x /* abc"), ["x"]);
    }

    #[test]
    fn values_are_without_quotes() {
        let sql = r"'it''s\n' `a``b`";
        let values: Vec<String> = tokens(sql).into_iter().map(|token| token.value).collect();
        assert_eq!(values, ["it's\n", "a`b"]);
    }
}
