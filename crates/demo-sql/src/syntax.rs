//! Reads a statement, or says from where on it is not understood.

use super::error::SqlError;
use super::splitter;
use super::tokens::{Kind, Token, tokens};
use sqlparser::ast::{Expr, SelectItem, SetExpr, Statement};
use sqlparser::dialect::MySqlDialect;
use sqlparser::parser::{Parser, ParserError};

/// How deep a statement may be nested.
const DEEPEST: usize = 40;

/// More operators in one statement are not read: they nest as well.
const MOST_OPERATORS: usize = 300;

/// More tokens in one statement are not read.
const MOST_TOKENS: usize = 100_000;

/// Reads one statement.
///
/// # Errors
/// It is none that MariaDB has, or too much of one.
pub fn read(statement: splitter::Statement<'_>) -> Result<Statement, SqlError> {
    let found = tokens(statement.text);
    refuse_missing_column(statement, &found)?;
    if operators(statement.text, &found) > MOST_OPERATORS || found.len() > MOST_TOKENS {
        return Err(too_deep());
    }
    let mut parser = Parser::new(&MySqlDialect {})
        .with_recursion_limit(DEEPEST)
        .try_with_sql(statement.text)
        .map_err(|error| problem(statement, &error))?;
    let read = parser.parse_statement().map_err(|error| problem(statement, &error))?;
    let next = parser.peek_token();
    if next.token == sqlparser::tokenizer::Token::EOF {
        return Ok(read);
    }
    Err(near(statement, next.span.start.line, next.span.start.column))
}

/// Reads an expression that is written like that.
///
/// # Errors
/// It is none.
pub fn expression(written: &str) -> Result<Expr, SqlError> {
    let wrapped = format!("SELECT {written}");
    let statement = splitter::Statement { text: &wrapped, rest: &wrapped };
    let wrong = || SqlError::syntax(written, 1);
    let Statement::Query(query) = read(statement)? else {
        return Err(wrong());
    };
    let SetExpr::Select(select) = *query.body else {
        return Err(wrong());
    };
    match select.projection.into_iter().next() {
        Some(SelectItem::UnnamedExpr(expr)) if select.from.is_empty() => Ok(expr),
        _ => Err(wrong()),
    }
}

/// A syntax error at a token, counted from the beginning of the statement.
#[must_use]
pub fn error_at(statement: splitter::Statement<'_>, start: usize) -> SqlError {
    let before = statement.text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    SqlError::syntax(statement.rest.get(start..).unwrap_or_default(), line)
}

/// The word that ends a list of columns is no column: the parser would take it for one.
fn refuse_missing_column(
    statement: splitter::Statement<'_>,
    found: &[Token],
) -> Result<(), SqlError> {
    let is = |token: &Token, word: &str| token.text(statement.text).eq_ignore_ascii_case(word);
    let after = found.iter().zip(found.iter().skip(1));
    let mut columns = after.filter(|(before, _)| is(before, ",") || is(before, "select"));
    match columns.find(|(_, next)| next.kind == Kind::Word && is(next, "from")) {
        Some((_, next)) => Err(error_at(statement, next.start)),
        None => Ok(()),
    }
}

/// How many operators there are; signs at the beginning of a value are none.
fn operators(sql: &str, found: &[Token]) -> usize {
    let mut previous = "(";
    let mut count = 0;
    for token in found {
        let begins = matches!(previous, "(" | ",") || previous.eq_ignore_ascii_case("select");
        let is_sign = begins && matches!(token.text(sql), "-" | "+" | "*");
        count += usize::from(!is_sign && is_operator(token, sql));
        previous = token.text(sql);
    }
    count
}

fn is_operator(token: &Token, sql: &str) -> bool {
    let text = token.text(sql);
    match token.kind {
        Kind::Sign => !matches!(text, "," | "." | ";" | "(" | ")"),
        Kind::Word => [
            "and", "or", "xor", "not", "is", "in", "like", "between", "div", "mod", "case", "union",
        ]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word)),
        _ => false,
    }
}

fn too_deep() -> SqlError {
    SqlError::new(
        1436,
        "HY000",
        "Thread stack overrun: need more than this simulation gives to one statement. Consider \
         increasing the thread_stack system variable.",
    )
}

fn problem(statement: splitter::Statement<'_>, error: &ParserError) -> SqlError {
    let message = match error {
        ParserError::RecursionLimitExceeded => return too_deep(),
        ParserError::ParserError(message) | ParserError::TokenizerError(message) => message,
    };
    let number = |word: &str| -> Option<u64> {
        let after = message.rsplit_once(word)?.1.trim_start();
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        after.get(..end)?.parse().ok()
    };
    match (number("Line:"), number("Column:")) {
        (Some(line), Some(column)) if !message.contains("found: EOF") => {
            near(statement, line, column)
        }
        _ => SqlError::syntax("", statement.text.matches('\n').count() + 1),
    }
}

fn near(statement: splitter::Statement<'_>, line: u64, column: u64) -> SqlError {
    let skipped: usize = statement
        .text
        .split_inclusive('\n')
        .take(usize::try_from(line.saturating_sub(1)).unwrap_or_default())
        .map(str::len)
        .sum();
    let rest = statement.text.get(skipped..).unwrap_or_default();
    let column = usize::try_from(column.saturating_sub(1)).unwrap_or_default();
    let within = rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at);
    error_at(statement, before_clause(statement.text, skipped + within))
}

/// The parser takes a word like `FROM` after a comma for a name, and stumbles only later.
fn before_clause(sql: &str, start: usize) -> usize {
    let found = tokens(sql);
    let before: Vec<&Token> = found.iter().take_while(|token| token.start < start).collect();
    let clauses = ["from", "where", "group", "order", "limit", "having"];
    match before.as_slice() {
        [.., comma, word]
            if comma.text(sql) == "," && clauses.iter().any(|clause| word.is(sql, clause)) =>
        {
            word.start
        }
        _ => start,
    }
}

/// The names of the columns of the first `SELECT` as MariaDB makes them: as they are written.
#[must_use]
pub fn column_names(sql: &str, items: &[SelectItem]) -> Vec<Option<String>> {
    let written = select_list(sql);
    let is_whole = written.len() == items.len();
    let name = |(index, item): (usize, &SelectItem)| match item {
        SelectItem::ExprWithAlias { alias, .. } => Some(alias.value.clone()),
        SelectItem::UnnamedExpr(expr) => Some(match expr {
            sqlparser::ast::Expr::Identifier(name) if !name.value.starts_with('@') => {
                name.value.clone()
            }
            sqlparser::ast::Expr::CompoundIdentifier(parts)
                if parts.first().is_some_and(|part| !part.value.starts_with('@')) =>
            {
                parts.last().map(|part| part.value.clone()).unwrap_or_default()
            }
            sqlparser::ast::Expr::Value(value) => match value.value.clone().into_string() {
                Some(text) => text,
                None => written
                    .get(index)
                    .filter(|_| is_whole)
                    .cloned()
                    .unwrap_or_else(|| value.to_string()),
            },
            other => written
                .get(index)
                .filter(|_| is_whole)
                .cloned()
                .unwrap_or_else(|| other.to_string()),
        }),
        _ => None,
    };
    items.iter().enumerate().map(name).collect()
}

/// The parts of the first select list, as they are written.
fn select_list(sql: &str) -> Vec<String> {
    let found = tokens(sql);
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut home = None;
    let mut begin = None;
    let mut end = 0;
    let leading = found.iter().take_while(|token| token.text(sql) == "(").count();
    for token in &found {
        match token.text(sql) {
            "(" => depth += 1,
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if home.is_none() {
            if token.is(sql, "select") && depth <= leading {
                home = Some(depth);
            }
            continue;
        }
        let is_home = home == Some(depth);
        if begin.is_none()
            && ["distinct", "all", "sql_no_cache", "distinctrow"]
                .iter()
                .any(|word| token.is(sql, word))
        {
            continue;
        }
        let is_over = home.is_some_and(|home| depth < home)
            || is_home
                && token.kind == Kind::Word
                && [
                    "from",
                    "union",
                    "limit",
                    "order",
                    "where",
                    "into",
                    "except",
                    "intersect",
                    "having",
                    "group",
                    "for",
                ]
                .iter()
                .any(|word| token.is(sql, word));
        if is_over {
            break;
        }
        if is_home && token.text(sql) == "," {
            parts.push((begin.take().unwrap_or(token.start), end));
        } else {
            begin.get_or_insert(token.start);
            end = token.end;
        }
    }
    parts.extend(begin.map(|begin| (begin, end)));
    parts.iter().map(|(from, to)| sql.get(*from..*to).unwrap_or_default().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn complaint(sql: &str) -> String {
        let statement = *splitter::split(sql).first().unwrap();
        read(statement).unwrap_err().message
    }

    #[test]
    fn errors_say_where_they_are() {
        for (sql, near) in [
            ("SELECT nonsense FROM", "near '' at line 1"),
            ("SELEC 1", "near 'SELEC 1' at line 1"),
            ("SELECT id, FROM t", "near 'FROM t' at line 1"),
            ("SELECT 1)", "near ')' at line 1"),
            ("SELECT (1", "near '' at line 1"),
            ("SELECT 'abc", "near ''abc' at line 1"),
            ("SELECT 1\nFROM t WERE 1; SELECT 2", "near '1; SELECT 2' at line 2"),
        ] {
            assert!(complaint(sql).ends_with(near), "{sql}: {}", complaint(sql));
        }
    }

    #[test]
    fn depth_is_bounded() {
        let deep = format!("SELECT {}1{}", "(".repeat(5_000), ")".repeat(5_000));
        assert!(complaint(&deep).starts_with("Thread stack overrun"));
        let long = format!("SELECT 1{}", "+1".repeat(5_000));
        assert!(complaint(&long).starts_with("Thread stack overrun"));
    }

    #[test]
    fn columns_are_called_as_written() {
        let names = |sql: &str| select_list(sql);
        assert_eq!(
            names("SELECT 1+1, COUNT( * ) , f(a,b) x FROM t"),
            ["1+1", "COUNT( * )", "f(a,b) x"]
        );
        assert_eq!(names("(SELECT SLEEP(1))"), ["SLEEP(1)"]);
        assert_eq!(names("WITH c AS (SELECT 1) SELECT 2"), ["2"]);
        assert_eq!(names("SELECT (SELECT 1 FROM a), 2"), ["(SELECT 1 FROM a)", "2"]);
    }
}
