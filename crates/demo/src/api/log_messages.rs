//! What MaxScale writes to its log about requests, in its words.

use super::Api;
use super::answer::Answer;
use super::request::{Request, Verb};
use crate::access::credentials::Credentials;
use crate::world::World;
use crate::world::log::Priority;
use serde_json::Value;

impl Api {
    /// Says that somebody was let in by name and password.
    pub(super) fn log_login(&mut self, request: &Request, credentials: &Credentials) {
        if let Credentials::Password { user, .. } = credentials {
            let path = &request.sent_path;
            let text =
                format!("Accept authentication from '{user}', using password. Request: {path}");
            self.world.note(Priority::Info, text);
        }
    }

    /// Says that somebody was not let in; nothing is said about bad tokens.
    pub(super) fn log_failed_login(&mut self, request: &Request, credentials: &Credentials) {
        let (user, shown) = match credentials {
            Credentials::Password { user, .. } => (user.as_str(), "using password"),
            Credentials::None => ("", "no password"),
            Credentials::Token(_) => return,
        };
        let line = line_of(request);
        self.log_auth_failure(format!(
            "Authentication failed for '{user}', {shown}. Request: {line}"
        ));
    }

    /// Says that somebody who may only read wanted more.
    pub(super) fn log_forbidden(&mut self, request: &Request, user: &str) {
        let line = line_of(request);
        self.log_auth_failure(format!(
            "Authorization failed for '{user}', request requires administrative privileges. \
             Request: {line}"
        ));
    }

    fn log_auth_failure(&mut self, text: String) {
        let on = self.world.core.get("admin_log_auth_failures").and_then(Value::as_bool);
        if on.unwrap_or(true) {
            self.world.note(Priority::Warning, text);
        }
    }

    /// Says what a request did, once it is done. `farewell` is what there is to say about
    /// something that is gone now.
    pub(super) fn log_change(
        &mut self,
        request: &Request,
        answer: &Answer,
        deletion_message: Option<String>,
    ) {
        if !answer.status.is_success() || request.verb.only_reads() {
            return;
        }
        let id = request.body().ok().and_then(|body| body.pointer("/data/id")?.as_str());
        let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
        let said = match (request.verb, path.as_slice(), id) {
            (Verb::Post, ["listeners"] | ["services", _, "listeners"], Some(id)) => {
                self.log_listener(id)
            }
            (Verb::Post, [kind], Some(id)) => created(kind, id),
            (Verb::Post, ["users", "inet"], Some(id)) => {
                Some(format!("Create network user '{id}'"))
            }
            (Verb::Delete, _, _) => deletion_message,
            _ => None,
        };
        if let Some(text) = said {
            self.world.note(Priority::Notice, text);
        }
    }

    fn log_listener(&mut self, name: &str) -> Option<String> {
        let listener = self.world.listeners.iter().find(|listener| listener.name == name)?;
        let text = |name: &str| listener.parameters.get(name).and_then(Value::as_str);
        let port = listener.parameters.get("port").and_then(Value::as_u64).unwrap_or_default();
        let address = text("address").unwrap_or("::");
        let service = &listener.service;
        let created =
            format!("Created listener '{name}' at {address}:{port} for service '{service}'");
        let greeting = listener.greeting();
        self.world.note(Priority::Notice, greeting);
        Some(created)
    }
}

fn line_of(request: &Request) -> String {
    format!("{} {}", request.method, request.sent_path)
}

fn created(kind: &str, id: &str) -> Option<String> {
    match kind {
        "monitors" => Some(format!("Created monitor '{id}'")),
        "filters" => Some(format!("Created filter '{id}'")),
        "services" => Some(format!("Created service '{id}'")),
        _ => None,
    }
}

/// What there will be to say when a request has deleted something.
pub(super) fn deletion_message(world: &World, request: &Request) -> Option<String> {
    if request.verb != Verb::Delete {
        return None;
    }
    let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["servers", name] => {
            let address = world.server(name)?.address();
            Some(format!("Destroyed server '{name}' at {}:{}", address.host, address.port))
        }
        ["monitors", name] => Some(format!("Destroyed monitor '{name}'")),
        ["listeners", name] | ["services", _, "listeners", name] => {
            let listener = world.listeners.iter().find(|listener| listener.name == *name)?;
            Some(format!("Destroyed listener '{name}' for service '{}'.", listener.service))
        }
        ["users", "inet", name] => Some(format!("Deleted network user '{name}'")),
        _ => None,
    }
}
