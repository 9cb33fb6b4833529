//! Functions on texts and numbers.

use super::{PURE, number, text};
use rusqlite::Connection;
use rusqlite::functions::Context;
use rusqlite::types::Value;

/// The longest text that a function makes, in characters.
const MAX_TEXT: usize = 1 << 20;

type Function = fn(&Context<'_>) -> Option<Value>;

/// Makes them known to a connection; a number of arguments below 0 stands for any.
pub fn register(connection: &Connection) -> rusqlite::Result<()> {
    let all: [(&str, i32, Function); 27] = [
        ("concat", -1, concat),
        ("concat_ws", -1, concat_ws),
        ("length", 1, |c| int(text(c, 0)?.len())),
        ("octet_length", 1, |c| int(text(c, 0)?.len())),
        ("char_length", 1, |c| int(text(c, 0)?.chars().count())),
        ("character_length", 1, |c| int(text(c, 0)?.chars().count())),
        ("ucase", 1, |c| string(text(c, 0)?.to_uppercase())),
        ("upper", 1, |c| string(text(c, 0)?.to_uppercase())),
        ("lcase", 1, |c| string(text(c, 0)?.to_lowercase())),
        ("lower", 1, |c| string(text(c, 0)?.to_lowercase())),
        ("left", 2, |c| string(text(c, 0)?.chars().take(count(c, 1)).collect())),
        ("right", 2, right),
        ("mid", 3, mid),
        ("repeat", 2, repeat),
        ("reverse", 1, |c| string(text(c, 0)?.chars().rev().collect())),
        ("space", 1, |c| string(" ".repeat(count(c, 0).min(MAX_TEXT)))),
        ("lpad", 3, |c| pad(c, true)),
        ("rpad", 3, |c| pad(c, false)),
        ("locate", 2, |c| server_state(&text(c, 0)?, &text(c, 1)?)),
        ("strcmp", 2, |c| Some(Value::Integer(text(c, 0)?.cmp(&text(c, 1)?) as i64))),
        ("field", -1, field),
        ("elt", -1, elt),
        ("find_in_set", 2, find_in_set),
        ("truncate", 2, truncate),
        ("format", 2, format),
        ("quote_name", 1, |c| string(format!("`{}`", text(c, 0)?.replace('`', "``")))),
        ("isnull", 1, |c| Some(Value::Integer(i64::from(text(c, 0).is_none())))),
    ];
    for (name, arguments, function) in all {
        connection.create_scalar_function(name, arguments, PURE, move |context| {
            Ok(function(context).unwrap_or(Value::Null))
        })?;
    }
    Ok(())
}

fn int(number: usize) -> Option<Value> {
    i64::try_from(number).ok().map(Value::Integer)
}

fn string(text: String) -> Option<Value> {
    Some(Value::Text(text))
}

/// An argument as a length: nothing below 0.
fn count(context: &Context<'_>, index: usize) -> usize {
    number(context, index) as usize
}

fn arguments(context: &Context<'_>, from: usize) -> impl Iterator<Item = Option<String>> {
    (from..context.len()).map(|index| text(context, index))
}

fn concat(context: &Context<'_>) -> Option<Value> {
    string(arguments(context, 0).collect::<Option<String>>()?)
}

fn concat_ws(context: &Context<'_>) -> Option<Value> {
    let separator = text(context, 0)?;
    string(arguments(context, 1).flatten().collect::<Vec<_>>().join(&separator))
}

fn right(context: &Context<'_>) -> Option<Value> {
    let whole: Vec<char> = text(context, 0)?.chars().collect();
    let from = whole.len().saturating_sub(count(context, 1));
    string(whole.get(from..)?.iter().collect())
}

fn mid(context: &Context<'_>) -> Option<Value> {
    let from = count(context, 1).checked_sub(1)?;
    string(text(context, 0)?.chars().skip(from).take(count(context, 2)).collect())
}

fn repeat(context: &Context<'_>) -> Option<Value> {
    let part = text(context, 0)?;
    let times = count(context, 1);
    (part.len().saturating_mul(times) <= MAX_TEXT).then(|| Value::Text(part.repeat(times)))
}

fn pad(context: &Context<'_>, left: bool) -> Option<Value> {
    let (whole, fill) = (text(context, 0)?, text(context, 2)?);
    let length = count(context, 1).min(MAX_TEXT);
    let present = whole.chars().count();
    if present >= length {
        return string(whole.chars().take(length).collect());
    }
    let padding: String = fill.chars().cycle().take(length - present).collect();
    string(if left { padding + &whole } else { whole + &padding })
}

/// Where a text is in another, counted from 1; 0 if it is not.
fn server_state(part: &str, whole: &str) -> Option<Value> {
    let (part, whole) = (part.to_lowercase(), whole.to_lowercase());
    let before = whole.find(&part).and_then(|at| whole.get(..at));
    int(before.map_or(0, |before| before.chars().count() + 1))
}

fn field(context: &Context<'_>) -> Option<Value> {
    let Some(wanted) = text(context, 0) else {
        return int(0);
    };
    int(arguments(context, 1)
        .position(|word| word.as_ref() == Some(&wanted))
        .map_or(0, |at| at + 1))
}

fn elt(context: &Context<'_>) -> Option<Value> {
    let index = count(context, 0);
    (1..context.len()).contains(&index).then(|| text(context, index)).flatten().and_then(string)
}

fn find_in_set(context: &Context<'_>) -> Option<Value> {
    let (wanted, set) = (text(context, 0)?, text(context, 1)?);
    int(set.split(',').position(|word| word == wanted).map_or(0, |at| at + 1))
}

fn truncate(context: &Context<'_>) -> Option<Value> {
    text(context, 0)?;
    let scale = 10_f64.powf(number(context, 1).clamp(-20.0, 20.0).trunc());
    Some(Value::Real((number(context, 0) * scale).trunc() / scale))
}

/// `FORMAT(1234.5, 2)` is `1,234.50`
fn format(context: &Context<'_>) -> Option<Value> {
    text(context, 0)?;
    let decimals = count(context, 1).min(30);
    let plain = format!("{:.decimals$}", number(context, 0));
    let (whole, rest) = plain.split_once('.').map_or((plain.as_str(), None), |(a, b)| (a, Some(b)));
    let digits: Vec<char> = whole.chars().collect();
    let mut grouped = String::new();
    for (index, digit) in digits.iter().enumerate() {
        let left = digits.len() - index;
        if index > 0
            && left.is_multiple_of(3)
            && digits.get(index - 1).is_some_and(char::is_ascii_digit)
        {
            grouped.push(',');
        }
        grouped.push(*digit);
    }
    string(rest.map_or(grouped.clone(), |rest| format!("{grouped}.{rest}")))
}
