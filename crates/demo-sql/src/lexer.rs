//! Takes SQL apart into tokens as MariaDB does: words, numbers, quoted things, comments.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword, or a variable with its `@` signs.
    Word,
    /// A name in backticks.
    Name,
    /// A number.
    Number,
    /// A text in single or double quotes.
    Text,
    /// Anything else: one or more signs that belong together.
    Sign,
    /// A quote that is never closed, and everything after it.
    Open,
}

/// One token and where it stands, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
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

    /// What it means: the name without its backticks, the text without its quotes.
    #[must_use]
    pub fn meaning(&self, sql: &str) -> String {
        let text = self.text(sql);
        match self.kind {
            Kind::Name | Kind::Text => unquote(text),
            _ => text.to_owned(),
        }
    }
}

/// Signs of two or three characters that belong together.
const LONG_SIGNS: [&str; 12] =
    ["<=>", "->>", ":=", "<=", ">=", "<>", "!=", "&&", "||", "<<", ">>", "->"];

/// All tokens of a text; comments and white space are left out, but what is in a comment that
/// MariaDB executes (`/*! ... */`) counts.
#[must_use]
pub fn tokens(sql: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = sql.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(length) = skipped(rest) {
            at += length;
            continue;
        }
        let (kind, length) = next(rest);
        found.push(Token { kind, start: at, end: at + length });
        at += length;
    }
    found
}

/// The length of white space or of a comment at the beginning.
fn skipped(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    if first.is_whitespace() || first == '\0' {
        return Some(first.len_utf8());
    }
    if rest.starts_with('#') || is_dashed(rest) {
        return Some(rest.find('\n').map_or(rest.len(), |end| end + 1));
    }
    if let Some(inner) = rest.strip_prefix("/*!").or_else(|| rest.strip_prefix("/*M!")) {
        let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        return Some(rest.len() - inner.len() + digits);
    }
    if rest.starts_with("*/") {
        return Some(2);
    }
    let inner = rest.strip_prefix("/*")?;
    Some(inner.find("*/").map_or(rest.len(), |end| end + 4))
}

/// Two dashes begin a comment only before white space.
fn is_dashed(rest: &str) -> bool {
    rest.strip_prefix("--").is_some_and(|after| {
        after.chars().next().is_none_or(|next| next.is_whitespace() || next.is_control())
    })
}

fn next(rest: &str) -> (Kind, usize) {
    match rest.chars().next().unwrap_or_default() {
        quote @ ('\'' | '"') => quoted(rest, quote, Kind::Text),
        '`' => quoted(rest, '`', Kind::Name),
        first if first.is_ascii_digit() => (Kind::Number, number(rest)),
        '.' if rest
            .get(1..)
            .is_some_and(|after| after.starts_with(|c: char| c.is_ascii_digit())) =>
        {
            (Kind::Number, number(rest))
        }
        '@' => (Kind::Word, variable(rest)),
        first if is_word(first) => (Kind::Word, run(rest, is_word)),
        first => {
            let long = LONG_SIGNS.iter().find(|sign| rest.starts_with(**sign));
            (Kind::Sign, long.map_or(first.len_utf8(), |sign| sign.len()))
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

fn run(rest: &str, belongs: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !belongs(c)).unwrap_or(rest.len())
}

/// `@name`, `@'name'`, `@@name`, `@@global.name`
fn variable(rest: &str) -> usize {
    let signs = run(rest, |c| c == '@').min(2);
    let after = rest.get(signs..).unwrap_or_default();
    if let Some(quote @ ('`' | '\'' | '"')) = after.chars().next() {
        return signs + quoted(after, quote, Kind::Word).1;
    }
    signs + run(after, |c| is_word(c) || c == '.')
}

fn number(rest: &str) -> usize {
    if rest.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("0x")) {
        return 2 + run(rest.get(2..).unwrap_or_default(), |c| c.is_ascii_hexdigit());
    }
    let whole = run(rest, |c| c.is_ascii_digit() || c == '.');
    let exponent = rest.get(whole..).unwrap_or_default();
    let Some(digits) = exponent.strip_prefix(['e', 'E']) else {
        // A name may begin with digits.
        return run(rest, |c| is_word(c) || c == '.').max(whole);
    };
    let signed = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    match run(signed, |c| c.is_ascii_digit()) {
        0 => whole,
        length => rest.len() - signed.len() + length,
    }
}

/// A quoted thing: doubled quotes do not end it, nor do those after a backslash, which has no
/// meaning in backticks.
fn quoted(rest: &str, quote: char, kind: Kind) -> (Kind, usize) {
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if c == '\\' && quote != '`' {
            chars.next();
        } else if c == quote {
            if chars.peek().is_some_and(|(_, next)| *next == quote) {
                chars.next();
            } else {
                return (kind, at + c.len_utf8());
            }
        }
    }
    (Kind::Open, rest.len())
}

/// A quoted thing without its quotes.
fn unquote(text: &str) -> String {
    let Some(quote) = text.chars().next() else {
        return String::new();
    };
    let inner = text.strip_prefix(quote).unwrap_or(text);
    let inner = inner.strip_suffix(quote).unwrap_or(inner);
    let mut plain = String::new();
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        if c == quote && chars.peek() == Some(&quote) {
            chars.next();
        }
        match c {
            '\\' if quote != '`' => plain.extend(chars.next().map(escaped)),
            _ => plain.push(c),
        }
    }
    plain
}

fn escaped(c: char) -> char {
    match c {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        '0' => '\0',
        'b' => '\u{8}',
        'Z' => '\u{1a}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(sql: &str) -> Vec<&str> {
        tokens(sql).iter().map(|token| token.text(sql)).collect()
    }

    #[test]
    fn quotes_and_comments_are_one_thing_each() {
        assert_eq!(texts("a/* ; */'b;''\\'' -- c\n`d``;`"), ["a", "'b;''\\''", "`d``;`"]);
        assert_eq!(texts("1--1 # x"), ["1", "-", "-", "1"]);
        assert_eq!(texts("/*!50001 SELECT */ 1"), ["SELECT", "1"]);
    }

    #[test]
    fn variables_numbers_and_signs_keep_together() {
        assert_eq!(texts("@@global.x:=@'y z'"), ["@@global.x", ":=", "@'y z'"]);
        assert_eq!(texts("1.5e-3<=>.5+0xaF"), ["1.5e-3", "<=>", ".5", "+", "0xaF"]);
    }

    #[test]
    fn what_is_not_closed_is_said_so() {
        let token = tokens("x 'abc")[1];
        assert_eq!((token.kind, token.end), (Kind::Open, 6));
    }

    #[test]
    fn meanings_are_without_quotes() {
        let sql = r"'it''s\n' `a``b`";
        let meanings: Vec<String> = tokens(sql).iter().map(|token| token.meaning(sql)).collect();
        assert_eq!(meanings, ["it's\n", "a`b"]);
    }
}
