//! A page of the log: the rows from a cursor on, as many as its size, then those of a wanted
//! priority.

use crate::api::answer::Refusal;
use crate::api::request::{Request, leading_number};
use crate::world::World;
use crate::world::log::Row;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// How many rows a page has when nothing is said.
const USUAL_SIZE: u64 = 50;

/// A page.
pub struct Page {
    /// Where the rows come from; `None` when nothing is logged.
    pub source: Option<&'static str>,
    size: u64,
    cursor: u64,
    wanted: BTreeSet<String>,
}

/// Where MaxScale logs to, if it does.
#[must_use]
pub fn source(world: &World) -> Option<&'static str> {
    let is_on = |name: &&str| world.core.get(*name).and_then(Value::as_bool).unwrap_or(false);
    ["syslog", "maxlog"].into_iter().find(is_on)
}

/// The priorities that a request names; all if it names none.
#[must_use]
pub fn wanted(request: &Request) -> BTreeSet<String> {
    let names = request.query.get("priority").unwrap_or_default().split(',');
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Whether a row is of a wanted priority.
#[must_use]
pub fn is_wanted(wanted: &BTreeSet<String>, row: &Row) -> bool {
    wanted.is_empty() || wanted.contains(row.priority.name())
}

/// The value of `page[name]`, if it is given and not empty.
#[must_use]
pub fn option<'a>(request: &'a Request, name: &str) -> Option<&'a str> {
    let given = request.query.bracketed("page").find(|(inner, _)| *inner == name);
    given.map(|(_, value)| value).filter(|value| !value.is_empty())
}

impl Page {
    /// The page that a request asks for.
    ///
    /// # Errors
    /// Its size is no positive number.
    pub fn asked_for(world: &World, request: &Request) -> Result<Self, Refusal> {
        let size = match option(request, "size") {
            Some(text) => text.parse().ok().filter(|size| *size > 0).ok_or_else(|| {
                Refusal::because(format!("Invalid value for 'page[size]': {text}"))
            })?,
            None => USUAL_SIZE,
        };
        let written = world.log.written;
        let cursor = match option(request, "cursor") {
            Some(text) => leading_number(text).min(written),
            None => written.saturating_sub(size),
        };
        Ok(Self { source: source(world), size, cursor, wanted: wanted(request) })
    }

    /// Its rows.
    pub fn rows<'a>(&'a self, world: &'a World) -> impl Iterator<Item = &'a Row> {
        let end = self.cursor.saturating_add(self.size);
        let rows = world.log.rows_from(self.cursor).take_while(move |row| row.id < end);
        rows.filter(|row| is_wanted(&self.wanted, row))
    }

    /// The links to this page, the one before, and the last.
    #[must_use]
    pub fn links(&self, request: &Request) -> Value {
        let base = request.self_link();
        let mut tail = format!("page%5Bsize%5D={}", self.size);
        if !self.wanted.is_empty() {
            let names: Vec<&str> = self.wanted.iter().map(String::as_str).collect();
            tail = format!("{tail}&priority={}", names.join(","));
        }
        let at = |cursor: u64| json!(format!("{base}?page%5Bcursor%5D={cursor}&{tail}"));
        let mut links = Map::new();
        links.insert("last".to_owned(), json!(format!("{base}?{tail}")));
        let own = if self.source.is_some() { at(self.cursor) } else { json!(base) };
        links.insert("self".to_owned(), own);
        if self.source.is_some() && self.cursor > 0 {
            links.insert("prev".to_owned(), at(self.cursor.saturating_sub(self.size)));
        }
        Value::Object(links)
    }
}
