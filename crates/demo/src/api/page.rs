//! Paging of collections: `page[size]` and `page[number]` (rest-api.md 1.7, recording
//! sparse-and-paging).

use super::answer::Refusal;
use super::request::{Query, Request};
use serde_json::{Map, Value, json};

/// A part of a collection.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    size: u64,
    number: u64,
}

impl Page {
    /// The page that a request asks for, if it does.
    ///
    /// # Errors
    /// Size or number are no numbers.
    pub fn of(request: &Request) -> Result<Option<Self>, Refusal> {
        let Some(size) = option(&request.query, "size")? else {
            return Ok(None);
        };
        let number = option(&request.query, "number")?.unwrap_or(0);
        Ok(Some(Self { size: size.max(1), number }))
    }

    /// Whether the item at this place of the collection is on it.
    #[must_use]
    pub fn has(self, place: u64) -> bool {
        let first = self.number.saturating_mul(self.size);
        (first..first.saturating_add(self.size)).contains(&place)
    }

    /// Where this page and the others are, of a collection of `total` items.
    #[must_use]
    pub fn links(self, request: &Request, total: u64) -> Value {
        links(request, self.size, self.number, total)
    }
}

/// Cuts a document down to a page, and says where the others are.
///
/// # Errors
/// Size or number are no numbers.
pub fn apply(document: &mut Value, request: &Request) -> Result<(), Refusal> {
    let Some(page) = Page::of(request)? else {
        return Ok(());
    };
    let Some(Value::Array(items)) = document.get_mut("data") else {
        return Ok(());
    };
    let total = items.len() as u64;
    let placed = (0..).zip(std::mem::take(items));
    *items = placed.filter(|(place, _)| page.has(*place)).map(|(_, item)| item).collect();
    if let Some(fields) = document.as_object_mut() {
        fields.insert("links".to_owned(), page.links(request, total));
        fields.insert("meta".to_owned(), json!({ "total": total }));
    }
    Ok(())
}

fn option(query: &Query, name: &str) -> Result<Option<u64>, Refusal> {
    let found = query.bracketed("page").find(|(inner, _)| *inner == name);
    let Some((_, text)) = found else {
        return Ok(None);
    };
    let number = text.parse().ok().filter(|number| name == "number" || *number > 0);
    let problem = || Refusal::because(format!("Invalid value for 'page[{name}]': {text}"));
    number.map(Some).ok_or_else(problem)
}

fn links(request: &Request, size: u64, number: u64, total: u64) -> Value {
    let base = request.self_link();
    let link =
        |number: String| json!(format!("{base}?page%5Bsize%5D={size}&page%5Bnumber%5D={number}"));
    let pages = total.div_ceil(size);
    let mut links = Map::new();
    links.insert("first".to_owned(), link("0".to_owned()));
    links.insert("self".to_owned(), link(number.to_string()));
    // MaxScale counts down from the number of pages: without any, the last one is -1.
    let last = pages.checked_sub(1);
    links.insert("last".to_owned(), link(last.map_or("-1".to_owned(), |last| last.to_string())));
    if number < pages {
        if number > 0 {
            links.insert("prev".to_owned(), link((number - 1).to_string()));
        }
        if number + 1 < pages {
            links.insert("next".to_owned(), link((number + 1).to_string()));
        }
    }
    Value::Object(links)
}
