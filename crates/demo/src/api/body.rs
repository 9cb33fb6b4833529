//! The form that bodies must have, and what is in them (rest-api.md 7, recording lifecycle).

use super::answer::Refusal;
use super::request::Request;
use crate::objects::validation::Given;
use crate::world::World;
use serde_json::Value;

/// What stands in a body at a place.
#[must_use]
pub fn at<'a>(body: &'a Value, pointer: &str) -> Option<&'a Value> {
    body.pointer(pointer)
}

/// A text that a body has to have.
///
/// # Errors
/// It is not there, no text, or empty.
pub fn text<'a>(body: &'a Value, pointer: &str) -> Result<&'a str, Refusal> {
    let value = at(body, pointer).ok_or_else(|| {
        Refusal::because(format!("Request body does not define the '{pointer}' field."))
    })?;
    let text = value
        .as_str()
        .ok_or_else(|| Refusal::because(format!("The '{pointer}' field is not a string.")))?;
    if text.is_empty() {
        return Err(Refusal::because(format!("Value '{pointer}' is empty.")));
    }
    Ok(text)
}

/// Refuses a body that is no resource.
///
/// # Errors
/// What is wrong with it, first things first.
pub fn refuse_malformed(world: &World, body: &Value) -> Result<(), Refusal> {
    if !at(body, "/data").is_some_and(Value::is_object) {
        return Err(Refusal::because("The '/data' field is not an object"));
    }
    for pointer in ["/data/id", "/data/type"] {
        if at(body, pointer).is_some_and(|value| !value.is_string()) {
            return Err(Refusal::because(format!("The '{pointer}' field is not a string")));
        }
    }
    if let Some(name) = at(body, "/data/id").and_then(Value::as_str) {
        refuse_name(name)?;
        if name.is_empty() {
            return Err(Refusal::because("The '/data/id' field is empty"));
        }
    }
    refuse_parameters(body)?;
    refuse_relationships(world, body)
}

/// Refuses what cannot be a name.
///
/// # Errors
/// It has white space in it, or a beginning that is MaxScale's own.
pub fn refuse_name(name: &str) -> Result<(), Refusal> {
    if name.chars().any(|c| c.is_ascii_whitespace() || c == '\u{b}') {
        return Err(Refusal::because(format!("The name '{name}' contains whitespace.")));
    }
    if name.starts_with("@@") {
        return Err(Refusal::because(format!(
            "The name '{name}' starts with '@@', which is a prefix reserved for MaxScale."
        )));
    }
    Ok(())
}

fn refuse_parameters(body: &Value) -> Result<(), Refusal> {
    let parameters = match at(body, "/data/attributes/parameters") {
        None => return Ok(()),
        Some(Value::Object(parameters)) => parameters,
        Some(_) => {
            let text = "The '/data/attributes/parameters' field is not an object";
            return Err(Refusal::because(text));
        }
    };
    let broken =
        parameters.iter().find(|(_, value)| value.as_str().is_some_and(|text| text.contains('\n')));
    match broken {
        Some((name, _)) => {
            Err(Refusal::because(format!("Parameter '{name}' contains unescaped newlines")))
        }
        None => Ok(()),
    }
}

fn refuse_relationships(world: &World, body: &Value) -> Result<(), Refusal> {
    let all = match at(body, "/data/relationships") {
        None => return Ok(()),
        Some(Value::Object(all)) => all,
        Some(_) => {
            return Err(Refusal::because("Field '/data/relationships' is not an object"));
        }
    };
    for (kind, relation) in all {
        refuse_relation(world, kind, relation).map_err(Refusal::because)?;
    }
    Ok(())
}

fn refuse_relation(world: &World, kind: &str, relation: &Value) -> Result<(), String> {
    let path = format!("/data/relationships/{kind}");
    if !relation.is_object() {
        return Err(format!("Field '{path}' is not an object"));
    }
    let fits: &[&str] = match kind {
        "servers" | "services" => &["server", "service"],
        "monitors" => &["monitor"],
        "filters" => &["filter"],
        "listeners" => &["listener"],
        _ => return Err(format!("'{kind}' is not a valid MaxScale relationship type")),
    };
    let items = match relation.get("data") {
        Some(Value::Null) => return Ok(()),
        Some(Value::Array(items)) => items,
        _ => return Err(format!("Field '{path}/data' is not an array")),
    };
    for (index, item) in items.iter().enumerate() {
        let path = format!("{path}/{index}");
        if !item.is_object() {
            return Err(format!("Field '{path}' is not an object"));
        }
        let text = |name: &str| item.get(name).and_then(Value::as_str);
        let id = text("id").ok_or_else(|| format!("Field '{path}/id' is not a string"))?;
        text("type").ok_or_else(|| format!("Field '{path}/type' is not a string"))?;
        if !world.kind_of(id).is_some_and(|known| fits.contains(&known)) {
            return Err(format!("'{id}' is not a valid object of type '{kind}'"));
        }
    }
    Ok(())
}

/// Refuses a change without `data`, or with relationships that are none.
///
/// # Errors
/// One text for each of them.
pub fn refuse_shapeless(body: &Value) -> Result<(), Refusal> {
    if at(body, "/data").is_none() {
        return Err(Refusal::because("No '/data' field defined"));
    }
    let wrong: Vec<String> = ["servers", "services", "monitors", "filters"]
        .iter()
        .map(|kind| format!("/data/relationships/{kind}"))
        .filter(|pointer| at(body, pointer).is_some_and(|relation| !relation.is_object()))
        .map(|pointer| format!("Relationship '{pointer}' is not an object"))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(Refusal::all(wrong)) }
}

/// The names in a relationship; `None` when the body does not speak of it.
///
/// # Errors
/// One text for each entry that is malformed or names something that is not there.
pub fn related(
    world: &World,
    body: &Value,
    kind: &str,
) -> Result<Option<Vec<String>>, Vec<String>> {
    let Some(list) = at(body, &format!("/data/relationships/{kind}/data")) else {
        return Ok(None);
    };
    let (mut names, mut problems) = (Vec::new(), Vec::new());
    for item in list.as_array().into_iter().flatten() {
        let text = |name: &str| item.get(name).and_then(Value::as_str);
        match (text("id"), text("type")) {
            (Some(id), Some(given)) => {
                let is_there = world.kind_of(id).is_some_and(|known| format!("{known}s") == kind);
                if is_there && given == kind {
                    names.push(id.to_owned());
                } else {
                    problems.push(format!("'{id}' is not a valid object of type '{given}'"));
                }
            }
            _ => problems.push("Malformed relationship object".to_owned()),
        }
    }
    if problems.is_empty() { Ok(Some(names)) } else { Err(problems) }
}

/// The parameters that a body gives, in their order.
#[must_use]
pub fn parameters(request: &Request, body: &Value) -> Option<Given> {
    let given = at(body, "/data/attributes/parameters")?.as_object()?;
    let mut ordered: Given = Vec::new();
    for name in &request.parameter_order {
        if !ordered.iter().any(|(other, _)| other == name) {
            ordered.extend(given.get(name).map(|value| (name.clone(), value.clone())));
        }
    }
    let rest = given.iter().filter(|(name, _)| !request.parameter_order.contains(name));
    ordered.extend(rest.map(|(name, value)| (name.clone(), value.clone())));
    Some(ordered)
}

/// Parameters without those that are null: they count as not given.
#[must_use]
pub fn without_nulls(mut given: Given) -> Given {
    given.retain(|(_, value)| !value.is_null());
    given
}
