//! `/maxscale/logs`: what is logged, and the rows (rest-api.md 3.10, recording logs).

use super::answer::{Answer, Outcome, Refusal};
use super::document::document;
use super::request::Request;
use crate::world::World;
use crate::world::log::Row;
use serde_json::{Map, Value, json};
use std::time::UNIX_EPOCH;

/// How many rows a page has when nothing is said.
const PAGE: usize = 50;

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
    Ok(Answer::document(document(request, data)))
}

/// The rows of a page, oldest first, with the cursors of the page before and of this one.
struct Page<'a> {
    rows: Vec<&'a Row>,
    size: usize,
    total: usize,
    before: Option<u64>,
}

/// A page that ends just before the row of the cursor, or with the last row.
fn page<'a>(world: &'a World, request: &Request) -> Result<Page<'a>, Refusal> {
    let option = |name: &str| request.query.bracketed("page").find(|(inner, _)| *inner == name);
    let size =
        match option("size") {
            None => PAGE,
            Some((_, text)) => text.parse().ok().filter(|size| *size > 0).ok_or_else(|| {
                Refusal::because(format!("Invalid value for 'page[size]': {text}"))
            })?,
        };
    let end = match option("cursor") {
        None => u64::MAX,
        Some((_, text)) => text
            .parse()
            .map_err(|_| Refusal::because(format!("Invalid value for 'page[cursor]': {text}")))?,
    };
    let wanted: Option<Vec<&str>> =
        request.query.get("priority").map(|text| text.split(',').collect());
    let fits = |row: &&Row| wanted.as_ref().is_none_or(|list| list.contains(&row.priority));
    let rows: Vec<&Row> = world.log.rows().filter(fits).collect();
    let total = rows.len();
    let until = rows.iter().take_while(|row| row.id < end).count();
    let from = until.saturating_sub(size);
    let rows = rows.get(from..until).unwrap_or_default().to_vec();
    let before = rows.first().map(|row| row.id).filter(|_| from > 0);
    Ok(Page { rows, size, total, before })
}

fn links(request: &Request, page: &Page<'_>) -> Value {
    let base = request.self_link();
    let priority = request.query.get("priority").map(|p| format!("&priority={p}"));
    let tail = format!("page%5Bsize%5D={}{}", page.size, priority.unwrap_or_default());
    let at = |cursor: u64| format!("{base}?page%5Bcursor%5D={cursor}&{tail}");
    let mut links = Map::new();
    links.insert("last".to_owned(), json!(format!("{base}?{tail}")));
    let end = page.rows.last().map_or(0, |row| row.id + 1);
    links.insert("self".to_owned(), json!(at(end)));
    if let Some(before) = page.before {
        links.insert("prev".to_owned(), json!(at(before)));
    }
    Value::Object(links)
}

/// `GET /maxscale/logs/data`.
pub fn data(world: &World, request: &Request) -> Outcome {
    let page = page(world, request)?;
    let rows: Vec<Value> = page.rows.iter().map(|row| attributes(row, true)).collect();
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
                "attributes": attributes(row, false),
                "id": row.id.to_string(),
                "type": "log_entry",
            })
        })
        .collect();
    let meta = json!({ "total": page.total });
    Ok(Answer::document(json!({ "data": rows, "links": links(request, &page), "meta": meta })))
}

fn attributes(row: &Row, with_id: bool) -> Value {
    let unix = row.at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let mut attributes = json!({
        "message": row.message,
        "priority": row.priority,
        "timestamp": timestamp(unix),
        "unix_timestamp": unix,
    });
    if let Value::Object(fields) = &mut attributes {
        if with_id {
            fields.insert("id".to_owned(), json!(row.id.to_string()));
        }
        if let Some(module) = row.module {
            fields.insert("module".to_owned(), json!(module));
        }
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
