//! Lists of resources, printed one after the other, so that a long one takes little memory and
//! what is not asked for takes no time.

use super::answer::{Answer, Outcome};
use super::fields::Fields;
use super::filter::Filters;
use super::page::Page;
use super::request::Request;
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::PrettyFormatter;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};

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
    let filters = Filters::of(&request.query)?;
    let page = Page::of(request)?;
    let fields = Fields::of(&request.query);
    let total = Cell::new(0);
    let is_on_page = || {
        let place = total.replace(total.get() + 1);
        page.as_ref().is_none_or(|page| page.has(place))
    };
    let items = things.filter_map(|thing| {
        let mut item = if filters.is_empty() {
            is_on_page().then(|| show(thing))?
        } else {
            let item = show(thing);
            (filters.let_through(&item) && is_on_page()).then_some(item)?
        };
        fields.select(&mut item);
        Some(item)
    });
    let list = List { items: RefCell::new(items), page: page.as_ref(), total: &total, request };
    Ok(Answer::printed(print(request, &list)))
}

struct List<'a, I> {
    items: RefCell<I>,
    page: Option<&'a Page>,
    /// Known when the items are through.
    total: &'a Cell<u64>,
    request: &'a Request,
}

struct Items<'a, I>(&'a RefCell<I>);

impl<I: Iterator<Item = Value>> Serialize for List<'_, I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("data", &Items(&self.items))?;
        match self.page {
            Some(page) => {
                let total = self.total.get();
                document.serialize_entry("links", &page.links(self.request, total))?;
                document.serialize_entry("meta", &json!({ "total": total }))?;
            }
            None => {
                let links = json!({ "self": self.request.self_link() });
                document.serialize_entry("links", &links)?;
            }
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
