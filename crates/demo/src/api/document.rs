//! The form of documents: resources, relationships and links (rest-api.md 1.2).

use super::answer::{Answer, Outcome};
use super::listing::listing;
use super::request::Request;
use serde_json::{Map, Value, json};

/// Adds a relationship to a resource's, unless it is empty: those are left out.
pub fn relate(
    relationships: &mut Map<String, Value>,
    request: &Request,
    owner: [&str; 2],
    kind: &str,
    ids: &[String],
) {
    if ids.is_empty() {
        return;
    }
    let data: Vec<Value> = ids.iter().map(|id| json!({ "id": id, "type": kind })).collect();
    let [collection, name] = owner;
    let value = json!({
        "data": data,
        "links": {
            "related": request.link(&[kind]),
            "self": request.link(&[collection, name, "relationships", kind]),
        },
    });
    relationships.insert(kind.to_owned(), value);
}

/// A resource with its own link.
#[must_use]
pub fn resource(request: &Request, collection: &str, id: &str, attributes: Value) -> Value {
    json!({
        "attributes": attributes,
        "id": id,
        "links": { "self": request.link(&[collection, id]) },
        "type": collection,
    })
}

/// A resource with its own link and relationships, even if there are none.
#[must_use]
pub fn related_resource(
    request: &Request,
    collection: &str,
    id: &str,
    attributes: Value,
    relationships: Map<String, Value>,
) -> Value {
    let mut resource = resource(request, collection, id, attributes);
    if let Value::Object(fields) = &mut resource {
        fields.insert("relationships".to_owned(), Value::Object(relationships));
    }
    resource
}

/// An answer with all items of a collection.
pub fn collection(request: &Request, items: impl Iterator<Item = Value>) -> Outcome {
    listing(request, items, |item| item)
}

/// An answer with a document around a resource.
pub fn document(request: &Request, data: Value) -> Outcome {
    let links = json!({ "self": request.self_link() });
    Ok(Answer::document(json!({ "data": data, "links": links })))
}
