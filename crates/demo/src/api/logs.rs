//! `/maxscale/logs`: what is logged, and the rows (rest-api.md 3.10, recording logs).

use super::answer::{Answer, Outcome, Refusal};
use super::document::document;
use super::request::Request;
use crate::world::World;
use crate::world::log::{Priority, Row};
use serde_json::{Map, Value, json};
use std::time::UNIX_EPOCH;

/// How many rows a page has when nothing is said.
const PAGE: u64 = 50;

/// `GET /maxscale/logs`.
pub fn show(world: &World, request: &Request) -> Outcome {
    let names = [
        "log_debug",
        "log_info",
        "log_notice",
        "log_throttling",
        "log_warning",
        "maxlog",
        "ms_timestamp",
        "syslog",
    ];
    let value = |name: &str| (name.to_owned(), world.core.get(name).cloned().unwrap_or_default());
    let parameters: Map<String, Value> = names.map(value).into_iter().collect();
    let on = |name: &str| parameters.get(name).and_then(Value::as_bool).unwrap_or(false);
    let mut priorities = vec!["alert", "error"];
    for (parameter, priority) in [
        ("log_warning", "warning"),
        ("log_notice", "notice"),
        ("log_info", "info"),
        ("log_debug", "debug"),
    ] {
        if on(parameter) {
            priorities.push(priority);
        }
    }
    let data = json!({
        "attributes": {
            "log_file": "/var/log/maxscale/maxscale.log",
            "log_priorities": priorities,
            "parameters": parameters,
        },
        "id": "logs",
        "type": "logs",
    });
    document(request, data)
}

/// A page: the rows from the cursor on, as many as its size, then those of a wanted priority.
struct Page<'a> {
    rows: Vec<&'a Row>,
    size: u64,
    cursor: u64,
    wanted: Vec<Priority>,
}

fn number(request: &Request, name: &str) -> Result<Option<u64>, Refusal> {
    let Some((_, text)) = request.query.bracketed("page").find(|(inner, _)| *inner == name) else {
        return Ok(None);
    };
    let problem = || Refusal::because(format!("Invalid value for 'page[{name}]': {text}"));
    text.parse().map(Some).map_err(|_| problem())
}

fn page<'a>(world: &'a World, request: &Request) -> Result<Page<'a>, Refusal> {
    let size = number(request, "size")?.unwrap_or(PAGE).max(1);
    let newest = world.log.written.saturating_sub(size);
    let cursor = number(request, "cursor")?.unwrap_or(newest);
    let names = request.query.get("priority").unwrap_or_default().split(',');
    let mut wanted: Vec<Priority> = names.filter_map(Priority::from_name).collect();
    wanted.sort();
    let end = cursor.saturating_add(size);
    let fits = |row: &&Row| {
        (cursor..end).contains(&row.id) && (wanted.is_empty() || wanted.contains(&row.priority))
    };
    let rows = world.log.rows().filter(fits).collect();
    Ok(Page { rows, size, cursor, wanted })
}

fn links(request: &Request, page: &Page<'_>) -> Value {
    let base = request.self_link();
    let mut tail = format!("page%5Bsize%5D={}", page.size);
    if !page.wanted.is_empty() {
        let names: Vec<&str> = page.wanted.iter().map(|priority| priority.name()).collect();
        tail = format!("{tail}&priority={}", names.join(","));
    }
    let at = |cursor: u64| json!(format!("{base}?page%5Bcursor%5D={cursor}&{tail}"));
    let mut links = Map::new();
    links.insert("last".to_owned(), json!(format!("{base}?{tail}")));
    links.insert("self".to_owned(), at(page.cursor));
    if page.cursor > 0 {
        links.insert("prev".to_owned(), at(page.cursor.saturating_sub(page.size)));
    }
    Value::Object(links)
}

/// `GET /maxscale/logs/data`.
pub fn data(world: &World, request: &Request) -> Outcome {
    let page = page(world, request)?;
    let rows: Vec<Value> =
        page.rows.iter().map(|row| attributes(row, ("id", &row.id.to_string()))).collect();
    let data = json!({
        "attributes": { "log": rows, "log_source": "maxlog" },
        "id": "log_data",
        "type": "log_data",
    });
    Ok(Answer::document(json!({ "data": data, "links": links(request, &page) })))
}

/// `GET /maxscale/logs/entries`.
pub fn entries(world: &World, request: &Request) -> Outcome {
    let page = page(world, request)?;
    let rows: Vec<Value> = page
        .rows
        .iter()
        .map(|row| {
            json!({
                "attributes": attributes(row, ("log_source", "maxlog")),
                "id": row.id.to_string(),
                "type": "log_entry",
            })
        })
        .collect();
    let meta = json!({ "total": rows.len() });
    Ok(Answer::document(json!({ "data": rows, "links": links(request, &page), "meta": meta })))
}

fn attributes(row: &Row, (name, value): (&str, &str)) -> Value {
    let unix = row.at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let mut attributes = json!({
        "message": row.message,
        "priority": row.priority.name(),
        "timestamp": timestamp(unix),
        "unix_timestamp": unix,
    });
    if let Value::Object(fields) = &mut attributes {
        fields.insert(name.to_owned(), json!(value));
    }
    attributes
}

/// A time as in `2026-11-23 00:30:41`, in UTC.
fn timestamp(unix: u64) -> String {
    let (days, second) = (unix / 86_400, unix % 86_400);
    // The civil calendar, counted from 1 March of the year 0 in eras of 400 years.
    let shifted = days + 719_468;
    let (era, day) = (shifted / 146_097, shifted % 146_097);
    let year_of_era = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_index = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month_index + 2) / 5 + 1;
    let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day_of_month:02} {hour:02}:{minute:02}:{second:02}")
}

#[cfg(test)]
mod tests {
    use super::timestamp;

    #[test]
    fn timestamps_follow_the_calendar() {
        assert_eq!(timestamp(0), "1970-01-01 00:00:00");
        assert_eq!(timestamp(951_782_400), "2000-02-29 00:00:00");
        assert_eq!(timestamp(1_795_393_841), "2026-11-23 00:30:41");
    }
}
