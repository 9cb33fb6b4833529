//! The envelope that every answer of the REST API comes in (rest-api.md 1.2).

use serde_json::Value;

use crate::elements::elements;
use crate::fieldset::Fieldset;
use crate::json::Fields;

/// An answer that is not a MaxScale document: not JSON, or without `data` that names an object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// What was expected and what came, for people.
    pub reason: String,
}

impl ParseError {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

/// One object of the API: its name, its attributes, the names of its relatives.
#[derive(Clone, Copy)]
pub(crate) struct Resource<'a> {
    pub(crate) id: &'a str,
    pub(crate) attributes: Fields<'a>,
    relationships: Fields<'a>,
}

impl<'a> Resource<'a> {
    pub(crate) fn of(value: &'a Value) -> Option<Self> {
        let fields = Fields::of(value);
        Some(Self {
            id: fields.value("id")?.as_str()?,
            attributes: fields.object("attributes").as_root(),
            relationships: fields.object("relationships").as_root(),
        })
    }

    /// The names in a relationship; an absent relationship has none.
    pub(crate) fn related(self, kind: &str) -> impl Iterator<Item = String> + use<'a> {
        self.relationships
            .object(kind)
            .list("data")
            .iter()
            .filter_map(|item| Fields::of(item).text("id"))
    }
}

/// What can be read from one object of the API.
pub trait FromResource: Sized {
    /// What is read of it, and so asked for.
    const FIELDS: Fieldset;

    /// Reads one element of `data`; `None` only when it has no name.
    fn from_resource(value: &Value) -> Option<Self>;
}

fn document(body: &str) -> Result<Value, ParseError> {
    serde_json::from_str(body).map_err(|error| ParseError::new(texts::api::not_json(error)))
}

/// Reads a document whose `data` is one object.
pub fn single<T: FromResource>(body: &str) -> Result<T, ParseError> {
    let document = document(body)?;
    Fields::of(&document)
        .value("data")
        .and_then(T::from_resource)
        .ok_or_else(|| ParseError::new(texts::api::no_object()))
}

/// A part of a collection (rest-api.md 1.7).
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The elements of this page.
    pub items: Vec<T>,
    /// How many there are on all pages together.
    pub total: u64,
}

/// Reads a document whose `data` is a list; elements without a name are passed over.
pub fn collection<T: FromResource>(body: &str) -> Result<Vec<T>, ParseError> {
    page(body).map(|page| page.items)
}

/// Reads a document whose `data` is a page of a list. Where the total is not told, the page is
/// all there is.
pub fn page<T: FromResource>(body: &str) -> Result<Page<T>, ParseError> {
    let (mut items, mut length) = (vec![], 0);
    let meta = elements(body, &mut |element| {
        length += 1;
        items.extend(T::from_resource(element));
    })?;
    let total = Fields::of(&meta).count("total").unwrap_or(length);
    Ok(Page { items, total })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::Server;

    #[test]
    fn an_unreadable_document_is_an_error_in_words() {
        assert!(single::<Server>("<html>").unwrap_err().reason.contains("not JSON"));
        assert!(collection::<Server>("{}").unwrap_err().reason.contains("no list"));
        assert!(single::<Server>(r#"{"data":[]}"#).is_err());
        for no_list in ["[]", "null", "7", r#"{"data":{"id":"a"}}"#, r#"{"data":null}"#] {
            let reason = collection::<Server>(no_list).unwrap_err().reason;
            assert!(reason.contains("no list"), "{no_list}: {reason}");
        }
        for no_json in ["", "{", r#"{"data":[{"id":"a"#, "{} {}"] {
            let reason = collection::<Server>(no_json).unwrap_err().reason;
            assert!(reason.contains("not JSON"), "{no_json}: {reason}");
        }
    }

    #[test]
    fn the_total_is_that_of_all_pages() {
        let total = |body: &str| page::<Server>(body).unwrap().total;
        assert_eq!(total(r#"{"meta":{"total":70},"data":[{"id":"a"}]}"#), 70);
        assert_eq!(total(r#"{"data":[{"id":"a"},null],"links":[1,{}]}"#), 2);
    }

    #[test]
    fn an_element_without_a_name_is_skipped() {
        let body = r#"{"data":[{"type":"servers"},{"id":"a"},7]}"#;
        assert_eq!(collection::<Server>(body).unwrap().len(), 1);
    }
}
