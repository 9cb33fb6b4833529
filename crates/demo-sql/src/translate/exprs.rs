//! Operators and literals that the store writes in another way.

use super::calls;
use crate::error::SqlError;
use crate::names::quoted;
use crate::variables::Variables;
use sqlparser::ast::{
    BinaryOperator, DataType, Expr, Ident, Interval, ObjectNamePart, Value, ValueWithSpan,
};
use sqlparser::dialect::SQLiteDialect;
use sqlparser::parser::Parser;

/// Rewrites one expression whose parts have been rewritten before.
///
/// # Errors
/// The store has nothing like it.
pub fn rewrite(expr: &mut Expr, variables: &Variables) -> Result<(), SqlError> {
    match expr {
        Expr::Identifier(name) if name.quote_style.is_none() => {
            match word(name, variables)? {
                Some(value) => *expr = made(&value)?,
                // The store has keywords of its own.
                None => name.quote_style = Some('`'),
            }
        }
        Expr::CompoundIdentifier(parts) => match parts.as_slice() {
            [scope, name] if scope.value.starts_with("@@") => {
                let value = variables
                    .system(&name.value)
                    .ok_or_else(|| SqlError::unknown_variable(&name.value))?;
                *expr = made(&value)?;
            }
            [.., table, column] => {
                let name = |part: &Ident| Ident::with_quote('`', &part.value);
                *expr = Expr::CompoundIdentifier(vec![name(table), name(column)]);
            }
            _ => {}
        },
        Expr::BinaryOp { left, op, right } => {
            if let Some(text) = operator(left, op, right) {
                *expr = made(&text)?;
            }
        }
        Expr::Value(value) => {
            if let Some(text) = literal(value)? {
                *expr = made(&text)?;
            }
        }
        Expr::Like { pattern, escape_char, .. } if escape_char.is_none() && may_escape(pattern) => {
            *escape_char = Some(Box::new(made("'\\'")?));
        }
        Expr::RLike { .. } => return Err(SqlError::not_supported("REGEXP")),
        Expr::Function(function) => {
            if let Some(text) = calls::function(function)? {
                *expr = made(&text)?;
            }
        }
        Expr::Substring { special, .. } => *special = true,
        Expr::Position { expr: part, r#in } => {
            *expr = made(&format!("locate({part}, {in})", r#in = r#in))?
        }
        Expr::Extract { field, expr: inner, .. } => {
            *expr = made(&format!("date_part('{field}', {inner})"))?;
        }
        Expr::Ceil { expr: inner, .. } => *expr = made(&format!("ceil({inner})"))?,
        Expr::Floor { expr: inner, .. } => *expr = made(&format!("floor({inner})"))?,
        Expr::Cast { data_type, expr: inner, .. } => *expr = made(&cast(inner, data_type))?,
        Expr::Convert { data_type, expr: inner, .. } => {
            let text =
                data_type.as_ref().map_or_else(|| inner.to_string(), |kind| cast(inner, kind));
            *expr = made(&text)?;
        }
        Expr::Collate { expr: inner, collation } => {
            let is_exact = collation
                .0
                .last()
                .and_then(ObjectNamePart::as_ident)
                .is_some_and(|name| name.value.ends_with("_bin"));
            let order = if is_exact { "BINARY" } else { "NOCASE" };
            *expr = made(&format!("({inner} COLLATE {order})"))?;
        }
        Expr::Prefixed { value, .. } => *expr = value.as_ref().clone(),
        Expr::IsNull(_) | Expr::IsNotNull(_) => {}
        _ => {}
    }
    Ok(())
}

/// Whether a pattern may have a backslash in it, which MariaDB takes for an escape.
fn may_escape(pattern: &Expr) -> bool {
    let text = pattern.to_string();
    text.contains('\\') || text.starts_with("CAST(")
}

/// A text of the store as an expression.
///
/// # Errors
/// It is none.
pub fn made(text: &str) -> Result<Expr, SqlError> {
    let read = Parser::new(&SQLiteDialect {})
        .try_with_sql(text)
        .and_then(|mut parser| parser.parse_expr());
    read.map_err(|_| SqlError::not_supported(text))
}

/// Variables and the words that stand for the moment.
fn word(name: &Ident, variables: &Variables) -> Result<Option<String>, SqlError> {
    let text = name.value.as_str();
    if let Some(system) = text.strip_prefix("@@") {
        let bare = system.rsplit('.').next().unwrap_or(system);
        return variables.system(bare).map(Some).ok_or_else(|| SqlError::unknown_variable(bare));
    }
    if let Some(own) = text.strip_prefix('@') {
        return Ok(Some(variables.own(own)));
    }
    let call = match text.to_ascii_uppercase().as_str() {
        "CURRENT_TIMESTAMP" | "LOCALTIME" | "LOCALTIMESTAMP" | "UTC_TIMESTAMP" => "now()",
        "CURRENT_DATE" | "UTC_DATE" => "curdate()",
        "CURRENT_TIME" | "UTC_TIME" => "curtime()",
        "CURRENT_USER" => "current_user()",
        _ => return Ok(None),
    };
    Ok(Some(call.to_owned()))
}

fn operator(left: &Expr, op: &BinaryOperator, right: &Expr) -> Option<String> {
    if let Expr::Interval(interval) = right {
        let sign = match op {
            BinaryOperator::Plus => "",
            BinaryOperator::Minus => "-",
            _ => return None,
        };
        return Some(shifted(&left.to_string(), sign, interval));
    }
    Some(match op {
        BinaryOperator::Divide => format!("(({left}) * 1.0 / ({right}))"),
        BinaryOperator::MyIntegerDivide => format!("CAST(({left}) / ({right}) AS INTEGER)"),
        BinaryOperator::Spaceship => format!("(({left}) IS NOT DISTINCT FROM ({right}))"),
        BinaryOperator::Xor => format!("((({left}) <> 0) <> (({right}) <> 0))"),
        BinaryOperator::StringConcat => format!("({left} OR {right})"),
        _ => return None,
    })
}

/// A time moved by an interval.
#[must_use]
pub fn shifted(time: &str, sign: &str, interval: &Interval) -> String {
    let unit = interval.leading_field.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("date_shift({time}, {sign}({}), {})", interval.value, quoted(&unit.to_uppercase()))
}

/// A literal in another form, if it needs one: texts with a backslash or a quote are written as
/// bytes, so that no rule of quoting matters.
fn literal(value: &ValueWithSpan) -> Result<Option<String>, SqlError> {
    match &value.value {
        Value::Placeholder(_) => Err(SqlError::syntax("?", 1)),
        Value::SingleQuotedString(text) | Value::NationalStringLiteral(text)
            if text.contains(['\\', '\'']) =>
        {
            let digits: String = text.bytes().map(|byte| format!("{byte:02X}")).collect();
            Ok(Some(format!("CAST(X'{digits}' AS TEXT)")))
        }
        Value::NationalStringLiteral(text) => Ok(Some(quoted(text))),
        _ => Ok(None),
    }
}

fn cast(inner: &Expr, kind: &DataType) -> String {
    let word = kind.to_string().to_lowercase();
    let base = word.split(['(', ' ']).next().unwrap_or_default();
    match base {
        "signed" | "unsigned" | "int" | "integer" | "bigint" => format!("CAST({inner} AS INTEGER)"),
        "decimal" | "dec" | "numeric" => {
            let decimals =
                word.split_once(',').map_or("0", |(_, rest)| rest.trim_end_matches([')', ' ']));
            format!("round({inner}, {})", decimals.trim())
        }
        "double" | "float" | "real" => format!("CAST({inner} AS REAL)"),
        "date" => format!("date({inner})"),
        "datetime" => format!("date_shift({inner}, 0, 'SECOND')"),
        _ => format!("CAST({inner} AS TEXT)"),
    }
}
