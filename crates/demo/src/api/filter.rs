//! Filters on collections: `filter=POINTER=VALUE` and `filter[PATH]=EXPRESSION` (rest-api.md 1.7).

use super::answer::Refusal;
use super::condition::{Comparison, Condition};
use super::json_path;
use super::request::{Query, Request};
use serde_json::Value;

/// What the options of a request let through.
pub struct Filters<'a> {
    pointer: Option<(String, Condition)>,
    paths: Vec<(&'a str, Condition)>,
}

impl<'a> Filters<'a> {
    /// The filters of a query. One without a value is passed over.
    ///
    /// # Errors
    /// One of them cannot be understood.
    pub fn of(request: &'a Request) -> Result<Self, Refusal> {
        let query = &request.query;
        if !request.version.has_filter_expressions() {
            return Ok(Self::of_values(query));
        }
        let of_pointer = |(pointer, text): (&str, &str)| {
            let pointer = format!("/{}", pointer.trim_start_matches('/'));
            Condition::parse(text).map(|condition| (pointer, condition))
        };
        let pointer = query.get("filter").and_then(|text| text.split_once('='));
        let pointer = pointer.map(of_pointer).transpose()?;
        let of_path = |(path, text)| Condition::parse(text).map(|condition| (path, condition));
        let paths = query.bracketed("filter").map(of_path).collect::<Result<_, _>>()?;
        Ok(Self { pointer, paths })
    }

    /// Only the first form with a value; anything else is passed over.
    fn of_values(query: &'a Query) -> Self {
        let of_pointer = |(pointer, text): (&str, &str)| {
            let value = serde_json::from_str(text).ok()?;
            Some((pointer.to_owned(), Condition::Compare(Comparison::Equal, value)))
        };
        let pointer = query.get("filter").and_then(|text| text.split_once('='));
        Self { pointer: pointer.and_then(of_pointer), paths: Vec::new() }
    }

    /// Whether all of them let an item through.
    #[must_use]
    pub fn let_through(&self, item: &Value) -> bool {
        let has = |pointer: &str, condition: &Condition| {
            item.pointer(pointer).is_some_and(|value| condition.holds(value))
        };
        let finds = |path: &str, condition: &Condition| {
            json_path::find(item, path).into_iter().any(|value| condition.holds(value))
        };
        self.pointer.iter().all(|(pointer, condition)| has(pointer, condition))
            && self.paths.iter().all(|(path, condition)| finds(path, condition))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pointer.is_none() && self.paths.is_empty()
    }
}

/// Keeps of a document's items those that every filter of the query lets through.
///
/// # Errors
/// A filter cannot be understood, or the second form meets something that is no collection: then
/// nothing is said.
pub fn apply(document: Option<&mut Value>, request: &Request) -> Result<(), Refusal> {
    let filters = Filters::of(request)?;
    match document.and_then(|document| document.get_mut("data")?.as_array_mut()) {
        Some(items) => items.retain(|item| filters.let_through(item)),
        None if !filters.paths.is_empty() => return Err(Refusal::all(Vec::new())),
        None => {}
    }
    Ok(())
}
