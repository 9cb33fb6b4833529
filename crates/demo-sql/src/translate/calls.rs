//! Calls of functions that the store has under another name, or in another form.

use super::exprs::shifted;
use crate::error::SqlError;
use crate::names::quoted;
use sqlparser::ast::{
    DuplicateTreatment, Expr, Function, FunctionArg, FunctionArgExpr, FunctionArgumentClause,
    FunctionArgumentList, FunctionArguments, Ident, ObjectName,
};

/// Functions that take a part of a time.
const PARTS: [&str; 11] = [
    "YEAR",
    "QUARTER",
    "MONTH",
    "DAY",
    "HOUR",
    "MINUTE",
    "SECOND",
    "WEEKDAY",
    "DAYOFWEEK",
    "DAYOFYEAR",
    "DAYOFMONTH",
];

/// What stands for a call, as text; `None` if the call itself can stay, perhaps renamed.
///
/// # Errors
/// Its arguments are of no form that MariaDB knows.
pub fn function(function: &mut Function) -> Result<Option<String>, SqlError> {
    let name = function.name.to_string().to_uppercase();
    if function.uses_odbc_syntax {
        return Err(SqlError::not_supported("ODBC escapes"));
    }
    let FunctionArguments::List(list) = &mut function.args else {
        return Ok(without_parentheses(&name));
    };
    let arguments = plain(list);
    let text = match (name.as_str(), arguments.as_slice()) {
        ("DATE_ADD" | "ADDDATE", [time, amount]) => moved(time, "", amount),
        ("DATE_SUB" | "SUBDATE", [time, amount]) => moved(time, "-", amount),
        ("TIMESTAMPADD", [unit, amount, time]) => {
            Some(format!("date_shift({time}, {amount}, {})", quoted(&unit.to_string())))
        }
        ("TIMESTAMPDIFF", [unit, from, to]) => {
            Some(format!("time_between({}, {from}, {to})", quoted(&unit.to_string())))
        }
        ("DATEDIFF", [to, from]) => Some(format!("time_between('DATES', {from}, {to})")),
        (part, [time]) if PARTS.contains(&part) => {
            let part = if part == "DAYOFMONTH" { "DAY" } else { part };
            Some(format!("date_part('{part}', {time})"))
        }
        ("VALUES" | "VALUE", [column]) => Some(format!("excluded.{column}")),
        ("CURRENT_TIMESTAMP" | "NOW" | "SYSDATE" | "LOCALTIME" | "LOCALTIMESTAMP", _) => {
            Some("now()".to_owned())
        }
        ("CURRENT_DATE", []) => Some("curdate()".to_owned()),
        ("CURTIME" | "CURRENT_TIME", _) => Some("curtime()".to_owned()),
        ("GREATEST", _) => return Ok(renamed(function, "max")),
        ("LEAST", _) => return Ok(renamed(function, "min")),
        ("IF", _) => return Ok(renamed(function, "iif")),
        ("CEILING", _) => return Ok(renamed(function, "ceil")),
        ("POWER", _) => return Ok(renamed(function, "pow")),
        ("SUBSTRING_INDEX", _) => return Ok(None),
        ("STD" | "STDDEV" | "VARIANCE", _) => return Err(SqlError::not_supported(&name)),
        ("GROUP_CONCAT", _) => {
            separate(list);
            None
        }
        _ => None,
    };
    Ok(text)
}

fn without_parentheses(name: &str) -> Option<String> {
    let call = match name {
        "CURRENT_TIMESTAMP" | "LOCALTIME" | "LOCALTIMESTAMP" => "now()",
        "CURRENT_DATE" => "curdate()",
        "CURRENT_TIME" => "curtime()",
        "CURRENT_USER" | "USER" | "SESSION_USER" => "user()",
        _ => return None,
    };
    Some(call.to_owned())
}

fn renamed(function: &mut Function, name: &str) -> Option<String> {
    function.name = ObjectName::from(vec![Ident::new(name)]);
    None
}

fn plain(list: &FunctionArgumentList) -> Vec<Expr> {
    let expr = |argument: &FunctionArg| match argument {
        FunctionArg::Unnamed(FunctionArgExpr::Expr(expr)) => Some(expr.clone()),
        _ => None,
    };
    list.args.iter().filter_map(expr).collect()
}

fn moved(time: &Expr, sign: &str, amount: &Expr) -> Option<String> {
    Some(match amount {
        Expr::Interval(interval) => shifted(&time.to_string(), sign, interval),
        days => format!("date_shift({time}, {sign}({days}), 'DAY')"),
    })
}

/// `GROUP_CONCAT(x SEPARATOR ';')`: the separator becomes an argument.
fn separate(list: &mut FunctionArgumentList) {
    let mut separator = None;
    list.clauses.retain(|clause| match clause {
        FunctionArgumentClause::Separator(value) => {
            separator = Some(Expr::Value(value.clone()));
            false
        }
        _ => true,
    });
    // The store takes a separator only where all values count.
    let is_distinct = list.duplicate_treatment == Some(DuplicateTreatment::Distinct);
    if let Some(separator) = separator.filter(|_| !is_distinct) {
        list.args.push(FunctionArg::Unnamed(FunctionArgExpr::Expr(separator)));
    }
}
