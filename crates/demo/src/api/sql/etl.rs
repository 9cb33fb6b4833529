//! `POST /sql/:id/etl/...`: moving tables needs an ODBC connection to take them from, and there is
//! no ODBC driver, so that it is always refused; but for the reasons and in the order of MaxScale.

use super::tokens;
use crate::api::Api;
use crate::api::answer::{Outcome, Refusal};
use crate::api::request::Request;
use serde_json::Value;

/// Says why not.
///
/// # Errors
/// Always.
pub fn refuse(api: &Api, request: &Request) -> Outcome {
    let target = request.body()?.get("target").and_then(Value::as_str);
    let target = target.ok_or("The `target` field is mandatory".to_owned())?;
    let Some(other) = api.sql.get(target) else {
        let detail = format!("The target '{target}' is not a valid connection ID.");
        return Err(Refusal::because(detail));
    };
    let option = request.query.get("target_token").filter(|token| !token.is_empty());
    tokens::verify(api, request, target, option)
        .map_err(|problem| format!("Validation of target connection failed: {problem}"))?;
    let leads_to = &other.config.target;
    if api.world.server(leads_to).is_none() {
        return Err(Refusal::because(format!(
            "The target '{leads_to}' of connection '{target}' is not a server in MaxScale."
        )));
    }
    Err(Refusal::because("Only ODBC targets are supported"))
}
