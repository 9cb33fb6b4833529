//! A request to the REST API, and how to say it in a terminal.

mod body;
mod changes;
mod shell;
#[cfg(test)]
mod tests;

pub use body::Secret;
pub use changes::{Arguments, Parameter};

use serde_json::Value;

use body::Body;
use shell::{Word, line, quote};

/// The verb of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read.
    Get,
    /// Set or clear a state, start, stop.
    Put,
    /// Create, or call a command of a module.
    Post,
    /// Change parameters or relationships.
    Patch,
    /// Remove.
    Delete,
}

impl Verb {
    /// The verb as HTTP writes it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// A request: verb, path below `/v1/` with its parts encoded, options in order, body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The verb.
    pub verb: Verb,
    path: String,
    options: Vec<(&'static str, String)>,
    body: Option<Body>,
    /// The same for the command line client, which may need several lines for it.
    maxctrl: Vec<Vec<Word>>,
}

impl Request {
    /// A request to a path below `/v1/`.
    pub fn new(verb: Verb, path: impl Into<String>) -> Self {
        Self { verb, path: path.into(), options: vec![], body: None, maxctrl: vec![] }
    }

    /// Adds a query option; the value may only have characters that need no encoding there.
    pub fn option(mut self, name: &'static str, value: &str) -> Self {
        self.options.push((name, value.to_owned()));
        if (name, value) == ("force", "yes") {
            for line in &mut self.maxctrl {
                line.push("--force".into());
            }
        }
        self
    }

    /// Adds a body in JSON.
    pub fn with_body(mut self, document: Value) -> Self {
        self.body = Some(Body::new(document));
        self
    }

    /// Puts a secret into the body, where the JSON pointer says. It is sent, and never shown.
    pub fn with_secret(mut self, pointer: &str, secret: Secret) -> Self {
        self.body = self.body.map(|body| body.with_secret(pointer, secret));
        self
    }

    /// Says the same in the words of maxctrl.
    pub fn maxctrl(mut self, words: &[&str]) -> Self {
        self.maxctrl.push(words.iter().map(|&word| word.into()).collect());
        self
    }

    /// The path below `/v1/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The URL below `/v1/`.
    pub fn url(&self) -> String {
        let mut url = self.path.clone();
        for (index, (name, value)) in self.options.iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.push_str(value);
        }
        url
    }

    /// The body as it is sent, secrets included.
    pub fn body(&self) -> Option<String> {
        self.body.as_ref().map(Body::text)
    }

    /// The request as a curl command; `api` is the URL of `/v1/` with its last slash. curl asks
    /// for the password, so that it stands in no history.
    pub fn curl(&self, api: &str, user: &str) -> String {
        let url = quote(&format!("{api}{}", self.url()));
        let body = self.body.as_ref().map_or_else(String::new, |body| {
            format!("-H 'Content-Type: application/json' --data {} ", quote(&body.shown()))
        });
        format!("curl -u {} -X {} {body}{url}", quote(user), self.verb.word())
    }

    /// The same for the command line client `maxctrl`, where it has a command for it.
    pub fn as_maxctrl(&self) -> Option<String> {
        let lines: Vec<String> = self.maxctrl.iter().map(|words| line(words)).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }
}
