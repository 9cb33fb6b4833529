//! A `SHOW` taken apart.

use crate::sql::lexer::Token;
use crate::sql::splitter::Statement;

/// A `SHOW` taken apart.
pub(super) struct Request<'a> {
    pub(super) statement: Statement<'a>,
    pub(super) words: &'a [Token],
    /// The words after `SHOW`, without `FULL` and the like, up to `FROM`, `LIKE` or `WHERE`.
    pub(super) what: Vec<String>,
    pub(super) full: bool,
    /// The words after each `FROM` or `IN`, in order.
    pub(super) from: Vec<&'a [Token]>,
    pub(super) like: Option<String>,
    pub(super) filter: Option<&'a str>,
}

/// Takes the words of a `SHOW` apart.
pub(super) fn read<'a>(statement: Statement<'a>, words: &'a [Token]) -> Request<'a> {
    let sql = statement.text;
    let full = words.iter().take(2).any(|word| word.is(sql, "full") || word.is(sql, "extended"));
    let skipped = ["full", "extended", "global", "session", "local", "storage"];
    let ends = ["from", "in", "like", "where"];
    let mut what = Vec::new();
    let mut from: Vec<&[Token]> = Vec::new();
    let (mut like, mut filter) = (None, None);
    let mut rest = words.get(1..).unwrap_or_default();
    while let Some((word, after)) = rest.split_first() {
        let is_end = |word: &Token| ends.iter().any(|end| word.is(sql, end));
        let length = after.iter().position(is_end).unwrap_or(after.len());
        if word.is(sql, "from") || word.is(sql, "in") {
            let (names, others) = after.split_at(length);
            from.push(names);
            rest = others;
        } else if word.is(sql, "like") {
            like = after.first().map(|pattern| pattern.meaning(sql));
            break;
        } else if word.is(sql, "where") {
            filter = after.first().and_then(|first| sql.get(first.start..));
            break;
        } else {
            if !skipped.iter().any(|other| word.is(sql, other)) {
                what.push(word.text(sql).to_ascii_lowercase());
            }
            rest = after;
        }
    }
    Request { statement, words, what, full, from, like, filter }
}
