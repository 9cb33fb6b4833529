//! `/users` (rest-api.md 3.13, recording auth-and-users).

use super::answer::{Answer, Outcome, Refusal};
use super::body::{at, text};
use super::document::document;
use super::request::Request;
use super::time::http_date;
use crate::access::accounts::{Account, Accounts, Role};
use serde_json::{Value, json};
use std::time::SystemTime;

/// All accounts. The document's link is that of `/users/inet`, from `/users` too.
pub fn list(accounts: &Accounts, request: &Request) -> Outcome {
    let items: Vec<Value> = accounts.iter().map(|account| resource(request, account)).collect();
    let links = json!({ "self": request.link(&["users", "inet"]) });
    Ok(Answer::document(json!({ "data": items, "links": links })))
}

/// Accounts of the operating system: there are none any more.
pub fn list_unix(request: &Request) -> Outcome {
    document(request, json!([]))
}

/// One account.
pub fn show(accounts: &Accounts, request: &Request, name: &str) -> Outcome {
    let account = accounts.get(name).ok_or_else(|| Refusal::not_found(name, "inetuser"))?;
    document(request, resource(request, account))
}

/// `POST /users/inet`.
pub fn create(accounts: &mut Accounts, request: &Request, now: SystemTime) -> Outcome {
    let body = request.body()?;
    let name = text(body, "/data/id")?;
    let kind = text(body, "/data/type")?;
    let password = text(body, "/data/attributes/password")?;
    let account = text(body, "/data/attributes/account")?;
    let role = Role::from_name(account).ok_or_else(|| {
        Refusal::because("The '/data/attributes/account' field is not a valid account value")
    })?;
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

/// `PATCH /users/inet/:n`: the password.
pub fn patch(accounts: &mut Accounts, request: &Request, name: &str, now: SystemTime) -> Outcome {
    if accounts.get(name).is_none() {
        return Err(Refusal::not_found(name, "inetuser"));
    }
    let password = at(request.body()?, "/data/attributes/password").and_then(Value::as_str);
    let password = password.ok_or_else(|| Refusal::because("No password provided"))?;
    accounts.change_password(name, password, now);
    Ok(Answer::done())
}

/// `DELETE /users/inet/:n`.
pub fn delete(accounts: &mut Accounts, name: &str) -> Outcome {
    if accounts.get(name).is_none() {
        return Err(Refusal::not_found(name, "inetuser"));
    }
    accounts.remove(name)?;
    Ok(Answer::done())
}

fn resource(request: &Request, account: &Account) -> Value {
    json!({
        "attributes": {
            "account": account.role.name(),
            "created": account.created.map(http_date),
            "last_login": account.last_login.map(http_date),
            "last_update": account.last_update.map(http_date),
            "name": account.name,
        },
        "id": account.name,
        "links": { "self": request.link(&["users", "inet", &account.name]) },
        "type": "inet",
    })
}
