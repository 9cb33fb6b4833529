//! Functions on times, which are texts here, as in MariaDB's answers.

use super::moment::{DAY, Moment, days};
use super::{FRESH, Facts, PURE, number, text};
use rusqlite::Connection;
use rusqlite::functions::Context;
use rusqlite::types::Value;

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

type Function = fn(&Context<'_>) -> Option<Value>;

/// Makes them known to a connection.
pub fn register(connection: &Connection, facts: &Facts) -> rusqlite::Result<()> {
    for name in ["now", "sysdate", "localtime", "localtimestamp", "utc_timestamp"] {
        current(connection, facts, name, |moment| Value::Text(moment.text()))?;
    }
    for name in ["curdate", "utc_date"] {
        current(connection, facts, name, |moment| Value::Text(moment.date_text()))?;
    }
    for name in ["curtime", "utc_time"] {
        current(connection, facts, name, |moment| Value::Text(moment.clock_text()))?;
    }
    current(connection, facts, "unix_timestamp", |moment| Value::Integer(moment.seconds))?;
    let all: [(&str, i32, Function); 10] = [
        ("unix_timestamp", 1, |c| Some(Value::Integer(moment(c, 0)?.seconds))),
        ("from_unixtime", 1, |c| {
            let moment = Moment { seconds: number(c, 0) as i64 };
            moment.is_possible().then(|| Value::Text(moment.text()))
        }),
        ("date", 1, |c| Some(Value::Text(moment(c, 0)?.date_text()))),
        ("last_day", 1, last_day),
        ("dayname", 1, |c| word(&WEEKDAYS, moment(c, 0)?.weekday())),
        ("monthname", 1, |c| word(&MONTHS, moment(c, 0)?.date().1 - 1)),
        ("date_part", 2, part),
        ("date_shift", 3, shift),
        ("date_format", 2, format),
        ("time_between", 3, between),
    ];
    for (name, arguments, function) in all {
        connection.create_scalar_function(name, arguments, PURE, move |context| {
            Ok(function(context).unwrap_or(Value::Null))
        })?;
    }
    Ok(())
}

fn current(
    connection: &Connection,
    facts: &Facts,
    name: &str,
    tell: fn(Moment) -> Value,
) -> rusqlite::Result<()> {
    let facts = facts.clone();
    connection.create_scalar_function(name, 0, FRESH, move |_| {
        Ok(tell(Moment { seconds: facts.lock().now }))
    })
}

fn moment(context: &Context<'_>, index: usize) -> Option<Moment> {
    Moment::read(&text(context, index)?)
}

fn word(words: &[&str], index: i64) -> Option<Value> {
    let word = words.get(usize::try_from(index).ok()?)?;
    Some(Value::Text((*word).to_owned()))
}

fn last_day(context: &Context<'_>) -> Option<Value> {
    let (year, month, _) = moment(context, 0)?.date();
    let first = Moment { seconds: days(year, month, 1) * DAY };
    let last = Moment { seconds: first.shifted(1, "MONTH")?.seconds - DAY };
    Some(Value::Text(last.date_text()))
}

/// `date_part('YEAR', x)`
fn part(context: &Context<'_>) -> Option<Value> {
    let moment = moment(context, 1)?;
    let ((year, month, day), (hour, minute, second)) = (moment.date(), moment.clock());
    let number = match text(context, 0)?.as_str() {
        "YEAR" => year,
        "QUARTER" => (month + 2) / 3,
        "MONTH" => month,
        "DAY" => day,
        "HOUR" => hour,
        "MINUTE" => minute,
        "SECOND" => second,
        "WEEKDAY" => moment.weekday(),
        "DAYOFWEEK" => (moment.weekday() + 1) % 7 + 1,
        "DAYOFYEAR" => moment.seconds.div_euclid(DAY) - days(year, 1, 1) + 1,
        _ => return None,
    };
    Some(Value::Integer(number))
}

/// `date_shift(x, amount, 'DAY')`: a date stays one unless it is moved by less than days.
fn shift(context: &Context<'_>) -> Option<Value> {
    let given = text(context, 0)?;
    let unit = text(context, 2)?.to_uppercase();
    let moved = Moment::read(&given)?.shifted(number(context, 1) as i64, &unit)?;
    let is_short = given.trim().len() <= 10;
    let is_fine = matches!(unit.as_str(), "HOUR" | "MINUTE" | "SECOND");
    Some(Value::Text(if is_short && !is_fine { moved.date_text() } else { moved.text() }))
}

/// `time_between('DAY', a, b)`: how many whole units it is from one to the other.
fn between(context: &Context<'_>) -> Option<Value> {
    let (from, to) = (moment(context, 1)?, moment(context, 2)?);
    let seconds = to.seconds - from.seconds;
    let months = || {
        let ((y1, m1, d1), (y2, m2, d2)) = (from.date(), to.date());
        let months = (y2 * 12 + m2) - (y1 * 12 + m1);
        months - i64::from(months > 0 && d2 < d1) + i64::from(months < 0 && d2 > d1)
    };
    let number = match text(context, 0)?.to_uppercase().as_str() {
        "YEAR" => months() / 12,
        "QUARTER" => months() / 3,
        "MONTH" => months(),
        "WEEK" => seconds / (7 * DAY),
        "DAY" => seconds / DAY,
        "DATES" => to.seconds.div_euclid(DAY) - from.seconds.div_euclid(DAY),
        "HOUR" => seconds / 3600,
        "MINUTE" => seconds / 60,
        _ => seconds,
    };
    Some(Value::Integer(number))
}

fn format(context: &Context<'_>) -> Option<Value> {
    let moment = moment(context, 0)?;
    let pattern = text(context, 1)?;
    let mut made = String::new();
    let mut signs = pattern.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '%' => made.push_str(&formatted(moment, signs.next()?)),
            other => made.push(other),
        }
    }
    Some(Value::Text(made))
}

fn formatted(moment: Moment, sign: char) -> String {
    let ((year, month, day), (hour, minute, second)) = (moment.date(), moment.clock());
    let name = |names: &[&str], index: i64| {
        usize::try_from(index)
            .ok()
            .and_then(|index| names.get(index))
            .map_or_else(String::new, |name| (*name).to_owned())
    };
    let short = |name: String| name.chars().take(3).collect();
    match sign {
        'Y' => format!("{year:04}"),
        'y' => format!("{:02}", year % 100),
        'm' => format!("{month:02}"),
        'c' => month.to_string(),
        'd' => format!("{day:02}"),
        'e' => day.to_string(),
        'H' => format!("{hour:02}"),
        'k' => hour.to_string(),
        'h' | 'I' => format!("{:02}", (hour + 11) % 12 + 1),
        'i' => format!("{minute:02}"),
        's' | 'S' => format!("{second:02}"),
        'T' => moment.clock_text(),
        'p' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        'M' => name(&MONTHS, month - 1),
        'b' => short(name(&MONTHS, month - 1)),
        'W' => name(&WEEKDAYS, moment.weekday()),
        'a' => short(name(&WEEKDAYS, moment.weekday())),
        'w' => ((moment.weekday() + 1) % 7).to_string(),
        'f' => "000000".to_owned(),
        other => other.to_string(),
    }
}
