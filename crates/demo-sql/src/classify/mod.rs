//! What MaxScale's query classifier makes of a statement (`pp_sqlite`).

pub mod canonical;
mod fields;
mod kinds;

use super::splitter;
use super::syntax;
use serde_json::{Value, json};

/// How far a statement was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// Not at all.
    Invalid,
    /// By its first words.
    Tokenized,
    /// As a whole.
    Whole,
}

impl Parsed {
    /// MaxScale's word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Invalid => "Parser::Result::INVALID",
            Self::Tokenized => "Parser::Result::TOKENIZED",
            Self::Whole => "Parser::Result::PARSED",
        }
    }
}

/// What a statement is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// How far it was understood.
    pub parsed: Parsed,
    /// The bits of its type, in MaxScale's words.
    pub type_mask: String,
    /// What it does, in MaxScale's words.
    pub operation: &'static str,
}

/// Classifies the first statement of a text.
#[must_use]
pub fn classify(sql: &str) -> Class {
    let Some(statement) = splitter::split(sql).into_iter().next() else {
        return invalid();
    };
    let Some(found) = kinds::by_words(statement.text) else {
        return invalid();
    };
    let is_read = !found.is_parsed_by_sqlparser || syntax::read(statement).is_ok();
    Class {
        parsed: if is_read { Parsed::Whole } else { Parsed::Tokenized },
        type_mask: kinds::mask(found.types),
        operation: found.operation,
    }
}

fn invalid() -> Class {
    Class { parsed: Parsed::Invalid, type_mask: String::new(), operation: "sql::OP_UNDEFINED" }
}

/// The attributes of a statement (`classify?sql=`).
#[must_use]
pub fn attributes(sql: &str) -> Value {
    let class = classify(sql);
    if class.parsed == Parsed::Invalid {
        return json!({ "parse_result": class.parsed.word() });
    }
    let used = fields::of(sql);
    json!({
        "canonical": canonical::canonical(sql),
        "fields": used.fields,
        "functions": used.functions_json(),
        "operation": class.operation,
        "parse_result": class.parsed.word(),
        "type_mask": class.type_mask,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_are_what_they_are() {
        for (sql, mask, operation) in [
            ("SELECT 1", "READ", "SELECT"),
            ("select @@server_id", "READ|SYSVAR_READ", "SELECT"),
            ("SELECT @a", "READ|USERVAR_READ", "SELECT"),
            ("SELECT last_insert_id()", "READ|MASTER_READ", "SELECT"),
            ("SELECT my_own(1)", "READ|WRITE", "SELECT"),
            ("SELECT a FROM t FOR UPDATE", "READ|WRITE", "SELECT"),
            ("INSERT INTO t VALUES (1)", "WRITE", "INSERT"),
            ("begin", "BEGIN_TRX", "UNDEFINED"),
            ("START TRANSACTION READ ONLY", "BEGIN_TRX|READONLY", "UNDEFINED"),
            ("COMMIT", "COMMIT", "UNDEFINED"),
            ("SET autocommit=0", "SESSION_WRITE|BEGIN_TRX|DISABLE_AUTOCOMMIT", "SET"),
            ("SET autocommit=1", "SESSION_WRITE|ENABLE_AUTOCOMMIT|COMMIT", "SET"),
            ("SET GLOBAL x=1", "GSYSVAR_WRITE", "SET"),
            ("SET @a=1", "SESSION_WRITE|USERVAR_WRITE", "SET"),
            ("USE shop", "SESSION_WRITE", "CHANGE_DB"),
            ("SHOW DATABASES", "READ", "SHOW_DATABASES"),
            ("DROP TABLE t", "WRITE", "DROP_TABLE"),
            ("CREATE TEMPORARY TABLE t (a INT)", "WRITE|CREATE_TMP_TABLE", "CREATE_TABLE"),
            ("KILL 5", "WRITE", "KILL"),
        ] {
            let class = classify(sql);
            let words: Vec<String> =
                mask.split('|').map(|word| format!("sql::TYPE_{word}")).collect();
            assert_eq!(class.type_mask, words.join("|"), "{sql}");
            assert_eq!(class.operation, format!("sql::OP_{operation}"), "{sql}");
            assert_eq!(class.parsed, Parsed::Whole, "{sql}");
        }
    }

    #[test]
    fn what_is_not_understood_is_said_so() {
        assert_eq!(attributes("nonsense"), json!({ "parse_result": "Parser::Result::INVALID" }));
        assert_eq!(classify("SELECT FROM WHERE").parsed, Parsed::Tokenized);
    }

    #[test]
    fn fields_and_functions_are_told() {
        let found = attributes("SELECT a, UPPER(t.b), * FROM t WHERE c = 1");
        assert_eq!(found["fields"], json!(["a", "t.b", "*", "c"]));
        let names: Vec<&Value> =
            found["functions"].as_array().into_iter().flatten().map(|f| &f["name"]).collect();
        assert_eq!(names, ["UPPER", "="]);
    }
}
