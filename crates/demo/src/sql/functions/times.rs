//! Functions on times, which are texts here, as in MariaDB's answers.

use super::{FRESH, Facts, PURE, number, text};
use rusqlite::Connection;
use rusqlite::functions::Context;
use rusqlite::types::Value;

const DAY: i64 = 86_400;

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

/// A moment, taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Seconds since 1970.
    pub seconds: i64,
}

impl Moment {
    /// Reads `2024-01-31`, with or without a time after it.
    fn read(text: &str) -> Option<Self> {
        let (date, time) = text.trim().split_once([' ', 'T']).unwrap_or((text.trim(), "0:0:0"));
        let mut parts = date.splitn(3, '-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        if !(0..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let mut units = time.split(':').map(|part| part.parse::<f64>().unwrap_or_default());
        let mut next = || units.next().unwrap_or_default().clamp(0.0, 999.0) as i64;
        let seconds = next() * 3600 + next() * 60 + next();
        Some(Self { seconds: days(year, month, day) * DAY + seconds })
    }

    fn date(self) -> (i64, i64, i64) {
        civil(self.seconds.div_euclid(DAY))
    }

    fn clock(self) -> (i64, i64, i64) {
        let rest = self.seconds.rem_euclid(DAY);
        (rest / 3600, rest / 60 % 60, rest % 60)
    }

    fn weekday(self) -> i64 {
        (self.seconds.div_euclid(DAY) + 3).rem_euclid(7)
    }

    fn date_text(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    fn clock_text(self) -> String {
        let (hour, minute, second) = self.clock();
        format!("{hour:02}:{minute:02}:{second:02}")
    }

    /// `2024-01-31 10:00:00`
    #[must_use]
    pub fn text(self) -> String {
        format!("{} {}", self.date_text(), self.clock_text())
    }

    fn shifted(self, amount: i64, unit: &str) -> Option<Self> {
        let months = match unit {
            "YEAR" => amount.checked_mul(12)?,
            "QUARTER" => amount.checked_mul(3)?,
            "MONTH" => amount,
            _ => {
                let seconds = match unit {
                    "WEEK" => 7 * DAY,
                    "DAY" => DAY,
                    "HOUR" => 3600,
                    "MINUTE" => 60,
                    "SECOND" => 1,
                    _ => return None,
                };
                let seconds = self.seconds.checked_add(amount.checked_mul(seconds)?)?;
                return Some(Self { seconds }).filter(|moment| moment.is_possible());
            }
        };
        let (year, month, day) = self.date();
        let total = year.checked_mul(12)?.checked_add(month - 1)?.checked_add(months)?;
        let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
        if !(0..=9999).contains(&year) {
            return None;
        }
        let last = civil(days(year, month, 1) + 31).2;
        let day = day.min(32 - last);
        let seconds = days(year, month, day) * DAY + self.seconds.rem_euclid(DAY);
        Some(Self { seconds })
    }

    fn is_possible(self) -> bool {
        (-62_167_219_200..253_402_300_800).contains(&self.seconds)
    }
}

/// Days since 1970 of a date.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a day since 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

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
    let all: [(&str, i32, fn(&Context<'_>) -> Option<Value>); 10] = [
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_lead_back_to_themselves() {
        for day in [-700_000, -1, 0, 59, 11_016, 20_000, 2_900_000] {
            let (year, month, of_month) = civil(day);
            assert_eq!(days(year, month, of_month), day);
        }
    }

    #[test]
    fn moments_move_by_calendar_units() {
        let moved = |text: &str, amount, unit| {
            Moment::read(text).unwrap().shifted(amount, unit).unwrap().text()
        };
        assert_eq!(moved("2024-01-31", 1, "MONTH"), "2024-02-29 00:00:00");
        assert_eq!(moved("2024-03-01 12:00:00", -1, "DAY"), "2024-02-29 12:00:00");
        assert_eq!(moved("2024-12-31 23:59:59", 1, "SECOND"), "2025-01-01 00:00:00");
    }
}
