//! Lists of resources, printed one after the other, so that a long one takes little memory and
//! what is not asked for takes no time.

use super::answer::{Answer, Outcome, Refusal};
use super::fields::Fields;
use super::filter::Filters;
use super::page::Page;
use super::request::Request;
use http::header::{IF_MODIFIED_SINCE, IF_NONE_MATCH};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::PrettyFormatter;
use serde_json::{Map, Value, json};
use std::cell::RefCell;

/// An answer with the resources of these things, as far as the options of the request let them
/// through.
///
/// # Errors
/// An option cannot be understood.
pub fn listing<T>(
    request: &Request,
    things: impl Iterator<Item = T>,
    show: impl Fn(T) -> Value,
) -> Outcome {
    let conditions = [IF_NONE_MATCH, IF_MODIFIED_SINCE];
    if !conditions.iter().any(|name| request.headers.contains_key(name)) {
        return Ok(Answer::printed(selected(request, things, show)?));
    }
    // Who has another version gets the whole of the new one.
    let all: Vec<Value> = things.map(show).collect();
    let printed = selected(request, all.iter(), Value::clone)?;
    let body = json!({ "data": all, "links": { "self": request.self_link() } });
    Ok(Answer { body: Some(body), ..Answer::printed(printed) })
}

fn selected<T>(
    request: &Request,
    things: impl Iterator<Item = T>,
    show: impl Fn(T) -> Value,
) -> Result<Vec<u8>, Refusal> {
    let filters = Filters::of(request)?;
    let fields = Fields::of(&request.query);
    let mut links = Map::from_iter([("self".to_owned(), json!(request.self_link()))]);
    let mut total = None;
    let mut take = |page: Page, all: usize| {
        page.add_links(&mut links, all);
        total = Some(all);
    };
    let items: Box<dyn Iterator<Item = Value>> = match Page::of(&request.query) {
        None => Box::new(things.map(show).filter(|item| filters.let_through(item))),
        Some(page) if filters.is_empty() => {
            let all: Vec<T> = things.collect();
            take(page, all.len());
            Box::new(page.cut(all).map(show))
        }
        Some(page) => {
            let shown = things.map(show).filter(|item| filters.let_through(item));
            let all: Vec<Value> = shown.collect();
            take(page, all.len());
            Box::new(page.cut(all))
        }
    };
    let items = RefCell::new(items.map(|mut item| {
        fields.select(&mut item);
        item
    }));
    Ok(print(request, &List { items, links, total }))
}

struct List<I> {
    items: RefCell<I>,
    links: Map<String, Value>,
    /// Of how many items this is a page.
    total: Option<usize>,
}

struct Items<'a, I>(&'a RefCell<I>);

impl<I: Iterator<Item = Value>> Serialize for List<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("data", &Items(&self.items))?;
        document.serialize_entry("links", &self.links)?;
        if let Some(total) = self.total {
            document.serialize_entry("meta", &json!({ "total": total }))?;
        }
        document.end()
    }
}

impl<I: Iterator<Item = Value>> Serialize for Items<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&mut *self.0.borrow_mut())
    }
}

/// A document as text: indented by four, unless `pretty=false`.
pub fn print(request: &Request, document: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Writing a document into memory cannot fail.
    let written = if request.query.is_off("pretty") {
        serde_json::to_writer(&mut bytes, document)
    } else {
        let formatter = PrettyFormatter::with_indent(b"    ");
        document.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter))
    };
    debug_assert!(written.is_ok(), "{written:?}");
    bytes
}
