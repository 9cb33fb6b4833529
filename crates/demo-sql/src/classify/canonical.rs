//! The canonical form of a statement: its literals are question marks, its comments gone.

use crate::tokens::{Kind, Token, tokens};

/// The canonical form, as MaxScale makes it.
#[must_use]
pub fn canonical(sql: &str) -> String {
    let mut made = String::new();
    let mut last: Option<Token> = None;
    for token in tokens(sql) {
        if last.is_some_and(|last| last.end < token.start) {
            made.push(' ');
        }
        match token.kind {
            Kind::Number => made.push('?'),
            Kind::Text => {
                // The letter before a text stays (`X'4D'`).
                made.extend(token.text(sql).chars().take_while(|c| c.is_ascii_alphabetic()));
                made.push('?');
            }
            Kind::Word | Kind::Name | Kind::Sign | Kind::Unclosed => {
                made.push_str(token.text(sql));
            }
        }
        last = Some(token);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_question_marks() {
        for (sql, expected) in [
            ("select  md5(\"200foo\") =10, sleep(2);", "select md5(?) =?, sleep(?);"),
            (
                "insert into t values ('a',null), (1.5, `x`)",
                "insert into t values (?,null), (?, `x`)",
            ),
            ("SELECT /* no */ 1 -- end", "SELECT ?"),
            ("select t1.a2 from t1", "select t1.a2 from t1"),
        ] {
            assert_eq!(canonical(sql), expected);
        }
    }
}
