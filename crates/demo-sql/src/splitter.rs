//! Splits a text into statements at the semicolons that are not quoted or commented.

use super::tokens::{Kind, tokens};

/// One statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// The statement itself.
    pub text: &'a str,
    /// The statement and everything after it, as an error quotes it.
    pub rest: &'a str,
}

/// The statements of a text, in order. An empty one in between is kept, since it is an error; the
/// end after the last semicolon is none.
#[must_use]
pub fn split(sql: &str) -> Vec<Statement<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut last_end = 0;
    for token in tokens(sql) {
        if token.kind == Kind::Sign && token.text(sql) == ";" {
            found.push(piece(sql, start, token.start));
            start = token.end;
        }
        last_end = token.end;
    }
    if last_end > start || found.is_empty() {
        found.push(piece(sql, start, sql.len()));
    }
    found
}

fn piece(sql: &str, start: usize, end: usize) -> Statement<'_> {
    let text = sql.get(start..end).unwrap_or_default().trim();
    Statement { text, rest: sql.get(start..).unwrap_or_default().trim_start() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(sql: &str) -> Vec<&str> {
        split(sql).iter().map(|statement| statement.text).collect()
    }

    #[test]
    fn only_semicolons_outside_of_quotes_and_comments_split() {
        assert_eq!(texts("SELECT ';' ; /* ; */ SELECT `;`"), ["SELECT ';'", "/* ; */ SELECT `;`"]);
        assert_eq!(texts("SELECT 1; -- the end;\n"), ["SELECT 1"]);
    }

    #[test]
    fn there_is_always_a_statement() {
        assert_eq!(texts(""), [""]);
        assert_eq!(texts(";"), [""]);
        assert_eq!(texts("SELECT 1;;SELECT 2"), ["SELECT 1", "", "SELECT 2"]);
    }

    #[test]
    fn the_rest_reaches_to_the_end() {
        assert_eq!(split("a; b; c")[1].rest, "b; c");
    }
}
