//! `/users` (rest-api.md 3.13, recordings auth-and-users and users-manage; maxscale-25.md 2.7).

use super::answer::{Answer, Outcome, Refusal};
use super::body::{at, text};
use super::document::document;
use super::request::Request;
use super::time::http_date;
use crate::access::accounts::{Account, Accounts};
use serde_json::{Value, json};
use std::time::SystemTime;

/// Where accounts are, and what their type is called.
struct Place {
    path: &'static [&'static str],
    kind: &'static str,
}

fn place(request: &Request) -> Place {
    if request.version.has_roles() {
        Place { path: &["users"], kind: "users" }
    } else {
        Place { path: &["users", "inet"], kind: "inet" }
    }
}

/// All accounts. The document's link is that of their collection, whatever was asked.
pub fn list(accounts: &Accounts, request: &Request) -> Outcome {
    let shown = accounts.iter().map(|account| resource(accounts, request, account));
    let items: Vec<Value> = shown.collect();
    let links = json!({ "self": request.link(place(request).path) });
    Ok(Answer::document(json!({ "data": items, "links": links })))
}

/// Accounts of the operating system: there are none any more.
pub fn list_unix(request: &Request) -> Outcome {
    document(request, json!([]))
}

/// One account.
pub fn show(accounts: &Accounts, request: &Request, name: &str) -> Outcome {
    let account = accounts.get(name).ok_or_else(|| Refusal::not_found(name, "inetuser"))?;
    document(request, resource(accounts, request, account))
}

/// `POST /users` or `/users/inet`.
pub fn create(accounts: &mut Accounts, request: &Request, now: SystemTime) -> Outcome {
    let body = request.body()?;
    let name = text(body, "/data/id")?;
    let kind = if request.version.has_roles() { "inet" } else { text(body, "/data/type")? };
    let password = text(body, "/data/attributes/password")?;
    let role = match wanted_role(request, body) {
        Some(role) => role,
        None => text(body, "/data/attributes/account")?,
    };
    refuse_role(accounts, role)?;
    match kind {
        "inet" => accounts.add(name, password, role, Some(now))?,
        "unix" => return Err(Refusal::because("UNIX users are no longer supported.")),
        other => {
            let text = format!("Invalid value for field '/data/type': {other}");
            return Err(Refusal::because(text));
        }
    }
    Ok(Answer::done())
}

/// The role that a body names, where it is called so.
fn wanted_role<'a>(request: &Request, body: &'a Value) -> Option<&'a str> {
    let role = at(body, "/data/attributes/role").and_then(Value::as_str);
    role.filter(|_| request.version.has_roles())
}

fn refuse_role(accounts: &Accounts, role: &str) -> Result<(), Refusal> {
    let problem = "The '/data/attributes/account' field is not a valid account value";
    accounts.roles.get(role).map(|_| ()).ok_or_else(|| Refusal::because(problem))
}

/// `PATCH /users/:n` or `/users/inet/:n`: the password, and where there are roles, the role.
pub fn patch(accounts: &mut Accounts, request: &Request, name: &str, now: SystemTime) -> Outcome {
    if accounts.get(name).is_none() {
        return Err(Refusal::not_found(name, "inetuser"));
    }
    let body = request.body()?;
    let password = at(body, "/data/attributes/password").and_then(Value::as_str);
    let account = at(body, "/data/attributes/account").and_then(Value::as_str);
    let account = account.filter(|_| request.version.has_roles());
    let role = wanted_role(request, body).or(account);
    if password.is_none() && role.is_none() {
        return Err(Refusal::because("No password provided"));
    }
    if let Some(role) = role {
        refuse_role(accounts, role)?;
        accounts.change_role(name, role, now);
    }
    if let Some(password) = password {
        accounts.change_password(name, password, now);
    }
    Ok(Answer::done())
}

/// `DELETE /users/:n` or `/users/inet/:n`.
pub fn delete(accounts: &mut Accounts, name: &str) -> Outcome {
    if accounts.get(name).is_none() {
        return Err(Refusal::not_found(name, "inetuser"));
    }
    accounts.remove(name)?;
    Ok(Answer::done())
}

fn resource(accounts: &Accounts, request: &Request, account: &Account) -> Value {
    let mut attributes = json!({
        "account": account.role,
        "created": account.created.map(http_date),
        "last_login": account.last_login.map(http_date),
        "last_update": account.last_update.map(http_date),
        "name": account.name,
    });
    if let (Value::Object(fields), true) = (&mut attributes, request.version.has_roles()) {
        let permissions = accounts.roles.get(&account.role).unwrap_or_default();
        fields.insert("permissions".to_owned(), json!(permissions));
    }
    let Place { path, kind } = place(request);
    let link = request.link(&[path, &[account.name.as_str()]].concat());
    json!({
        "attributes": attributes,
        "id": account.name,
        "links": { "self": link },
        "type": kind,
    })
}
