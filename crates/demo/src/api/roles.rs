//! `/roles`: what accounts may do (maxscale-25.md 2.7).

use super::answer::{Answer, Outcome, Refusal};
use super::body::{at, text};
use super::document::{collection, document, resource};
use super::request::Request;
use crate::access::roles::Roles;
use serde_json::{Value, json};

/// All roles.
pub fn list(roles: &Roles, request: &Request) -> Outcome {
    collection(request, roles.iter().map(|(name, permissions)| role(request, name, permissions)))
}

/// One role.
pub fn show(roles: &Roles, request: &Request, name: &str) -> Outcome {
    let permissions = roles.get(name).ok_or_else(|| Refusal::not_found(name, "role"))?;
    document(request, role(request, name, permissions))
}

/// `POST /roles`. Words that MaxScale does not know are kept.
pub fn create(roles: &mut Roles, request: &Request) -> Outcome {
    let body = request.body()?;
    let name = text(body, "/data/id")?;
    if roles.get(name).is_some() {
        return Err(Refusal::because(format!("Role '{name}' already exists.")));
    }
    let permissions = permissions(body)?;
    roles.set(name, permissions);
    Ok(Answer::done())
}

/// `PATCH /roles/:n`.
pub fn patch(roles: &mut Roles, request: &Request, name: &str) -> Outcome {
    show(roles, request, name)?;
    let permissions = permissions(request.body()?)?;
    roles.set(name, permissions);
    Ok(Answer::done())
}

/// `DELETE /roles/:n`.
pub fn delete(roles: &mut Roles, request: &Request, name: &str) -> Outcome {
    show(roles, request, name)?;
    roles.remove(name);
    Ok(Answer::done())
}

fn permissions(body: &Value) -> Result<Vec<String>, Refusal> {
    let words = at(body, "/data/attributes/permissions").and_then(Value::as_array);
    let words = words.map(|words| words.iter().map(|word| word.as_str().map(str::to_owned)));
    words.and_then(Iterator::collect).ok_or_else(|| {
        Refusal::because("The '/data/attributes/permissions' field is not a list of strings.")
    })
}

fn role(request: &Request, name: &str, permissions: &[String]) -> Value {
    resource(request, "roles", name, json!({ "permissions": permissions }))
}
