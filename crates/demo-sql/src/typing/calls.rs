//! What clients are told about the values of functions.

use super::arithmetic::is_exact;
use super::wider;
use crate::column::{NOT_FIXED, Shape, SqlType, flag};

/// The longest text of an aggregate, in characters.
const GROUPED: u64 = 4_194_304;

/// What a function yields, by its name and the shapes of its arguments.
pub(super) fn called(name: &str, arguments: &[Shape]) -> Shape {
    let first = arguments.first().copied().unwrap_or_else(Shape::null);
    let int = |length| Shape::integer(SqlType::Int, length);
    let big = |length| Shape::integer(SqlType::Bigint, length);
    let unsigned = |shape: Shape| Shape { flags: shape.flags | flag::UNSIGNED, ..shape };
    let total: u64 = arguments.iter().map(|shape| shape.length).sum();
    match name {
        "COUNT" | "ROW_NUMBER" | "RANK" | "DENSE_RANK" => big(21),
        "SUM" if is_exact(first) => Shape::decimal(first.length + 22, first.decimals),
        "AVG" if is_exact(first) => {
            let point = u64::from(first.decimals == 0);
            Shape::decimal(first.length + 4 + point, first.decimals.saturating_add(4))
        }
        "SUM" | "AVG" | "POW" | "POWER" | "SQRT" | "EXP" | "LN" | "LOG" | "RAND" | "PI" => {
            Shape::real()
        }
        "MIN" | "MAX" | "ABS" | "GREATEST" | "LEAST" | "LAG" | "LEAD" | "FIRST_VALUE" => {
            let mut shape =
                arguments.iter().copied().reduce(wider).unwrap_or(first).computed().nullable();
            if shape.kind.is_text() {
                shape.decimals = NOT_FIXED;
            }
            shape
        }
        "GROUP_CONCAT" => Shape { kind: SqlType::Text, length: GROUPED, decimals: 0, flags: 0 },
        "ROUND" | "TRUNCATE" if first.kind == SqlType::Decimal && arguments.len() == 1 => {
            Shape::decimal(first.length.saturating_sub(u64::from(first.decimals)), 0).not_null()
        }
        "ROUND" | "TRUNCATE" | "MOD" | "SIGN" => first.computed(),
        "IFNULL" | "COALESCE" | "NULLIF" => {
            let shape = arguments.iter().copied().reduce(wider).unwrap_or(first).computed();
            if arguments.iter().any(|shape| shape.flags & flag::NOT_NULL != 0) && name != "NULLIF" {
                shape.not_null()
            } else {
                shape.nullable()
            }
        }
        "IF" => match arguments {
            [_, yes, no] => wider(*yes, *no).computed(),
            _ => Shape::null(),
        },
        "LENGTH" | "CHAR_LENGTH" | "OCTET_LENGTH" | "CHARACTER_LENGTH" => Shape {
            flags: int(10).flags & !flag::NOT_NULL | first.flags & flag::NOT_NULL,
            ..int(10)
        },
        "CONNECTION_ID" => unsigned(int(10)),
        "SLEEP" | "ISNULL" => int(1),
        "UNIX_TIMESTAMP" => big(17).nullable(),
        "LAST_INSERT_ID" | "ROW_COUNT" | "FOUND_ROWS" => big(21),
        "YEAR" | "MONTH" | "DAY" | "HOUR" | "MINUTE" | "SECOND" | "QUARTER" | "DAYOFWEEK"
        | "WEEKDAY" | "DAYOFYEAR" | "DAYOFMONTH" | "DATEDIFF" | "LOCATE" | "INSTR" | "FIELD"
        | "FIND_IN_SET" | "STRCMP" => int(11).nullable(),
        "TIMESTAMPDIFF" => big(21).nullable(),
        "NOW" | "SYSDATE" | "CURRENT_TIMESTAMP" | "LOCALTIME" | "LOCALTIMESTAMP"
        | "UTC_TIMESTAMP" => Shape::time(SqlType::Datetime, 19).not_null(),
        "CURDATE" | "CURRENT_DATE" | "UTC_DATE" => Shape::time(SqlType::Date, 10).not_null(),
        "CURTIME" | "CURRENT_TIME" | "UTC_TIME" => Shape::time(SqlType::Time, 10).not_null(),
        "DATE" | "LAST_DAY" => Shape::time(SqlType::Date, 10),
        "DATE_ADD" | "DATE_SUB" | "ADDDATE" | "SUBDATE" | "FROM_UNIXTIME" | "TIMESTAMPADD" => {
            let is_date = first.kind == SqlType::Date;
            Shape::time(
                if is_date { SqlType::Date } else { SqlType::Datetime },
                if is_date { 10 } else { 19 },
            )
        }
        "DATABASE" | "SCHEMA" => Shape::text(64),
        "USER" | "CURRENT_USER" | "SESSION_USER" | "SYSTEM_USER" => Shape::text(384),
        "VERSION" => Shape::text(26).not_null(),
        "CONCAT" | "CONCAT_WS" => Shape::text(total),
        _ => Shape::text(total.max(first.length)),
    }
}
