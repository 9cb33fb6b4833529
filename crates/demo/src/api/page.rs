//! Paging of collections: `page[size]` and `page[number]` (rest-api.md 1.7, recording
//! sparse-and-paging).

use super::request::Query;
use serde_json::{Map, Value, json};

/// A part of a collection.
#[derive(Clone, Copy, Debug)]
pub struct Page {
    size: i64,
    number: i64,
}

impl Page {
    /// The page that a query asks for, if it does. Options that are no numbers, or too small, ask
    /// for nothing.
    #[must_use]
    pub fn of(query: &Query) -> Option<Self> {
        let option =
            |name: &str| query.get(&format!("page[{name}]")).filter(|text| !text.is_empty());
        let size = option("size").map(whole_number).filter(|size| *size > 0)?;
        let number = option("number").map_or(0, whole_number);
        (number >= 0).then_some(Self { size, number })
    }

    /// The items on it. All of them, whatever the number, if they fit on one page.
    pub fn cut<T>(self, items: Vec<T>) -> impl Iterator<Item = T> {
        let size = usize::try_from(self.size).unwrap_or(usize::MAX);
        let skipped = usize::try_from(self.number.saturating_mul(self.size)).unwrap_or(usize::MAX);
        let skipped = if items.len() > size { skipped } else { 0 };
        items.into_iter().skip(skipped).take(size)
    }

    /// Where this page and the others are, of a collection of `total` items with a link to itself.
    pub fn add_links(self, links: &mut Map<String, Value>, total: usize) {
        let Self { size, number } = self;
        let total = i64::try_from(total).unwrap_or(i64::MAX);
        let base = links.get("self").and_then(Value::as_str).unwrap_or_default().to_owned();
        let link =
            |number: i64| json!(format!("{base}?page%5Bsize%5D={size}&page%5Bnumber%5D={number}"));
        // MaxScale counts down from the number of pages: without any, the last one is -1.
        let pages = total / size + i64::from(total % size > 0);
        links.insert("self".to_owned(), link(number));
        links.insert("first".to_owned(), link(0));
        links.insert("last".to_owned(), link(pages - 1));
        if number > 0 && number < pages {
            links.insert("prev".to_owned(), link(number - 1));
        }
        if number.saturating_add(1) < pages {
            links.insert("next".to_owned(), link(number + 1));
        }
    }
}

/// Cuts a document down to a page, and says where the others are.
pub fn apply(document: &mut Value, query: &Query) {
    let Some(page) = Page::of(query) else {
        return;
    };
    let Some(Value::Array(items)) = document.get_mut("data") else {
        return;
    };
    let total = items.len();
    *items = page.cut(std::mem::take(items)).collect();
    let Some(fields) = document.as_object_mut() else {
        return;
    };
    if let Some(Value::Object(links)) = fields.get_mut("links") {
        let has_own =
            ["next", "prev", "last", "first"].iter().any(|name| links.contains_key(*name));
        if !has_own {
            page.add_links(links, total);
        }
    }
    fields.insert("meta".to_owned(), json!({ "total": total }));
}

/// The number that a text begins with, as C reads it.
fn whole_number(text: &str) -> i64 {
    let text = text.trim_start();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let digits = digits.get(..end).unwrap_or_default();
    if digits.is_empty() { 0 } else { sign * digits.parse::<i64>().unwrap_or(i64::MAX) }
}

#[cfg(test)]
mod tests {
    use super::whole_number;

    #[test]
    fn numbers_are_read_as_far_as_they_go() {
        assert_eq!(whole_number("2x"), 2);
        assert_eq!(whole_number(" -3"), -3);
        assert_eq!(whole_number("x"), 0);
        assert_eq!(whole_number("99999999999999999999"), i64::MAX);
    }
}
