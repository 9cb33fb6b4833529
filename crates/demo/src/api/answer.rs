//! What the API answers, before it becomes an HTTP response.

use super::logs::Follow;
use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The document, if there is one.
    pub body: Option<Value>,
    /// The text of a document to which the options of the request were applied already.
    pub printed: Option<Vec<u8>>,
    /// Headers beside the usual ones.
    pub headers: HeaderMap,
    /// Written by the server's outermost layer, without the usual headers (rest-api.md 1.5).
    pub is_raw: bool,
    /// What is sent on once the connection has become a WebSocket.
    pub stream: Option<Follow>,
    /// Whether it comes from a resource, so that `ETag` and `Last-Modified` belong to it.
    pub is_resource: bool,
}

/// A request that is not done, with the reasons in MaxScale's words.
#[derive(Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The status.
    pub status: StatusCode,
    /// The reasons; none for an answer without body.
    pub details: Vec<String>,
}

/// What handling a request leads to.
pub type Outcome = Result<Answer, Refusal>;

impl Refusal {
    /// 400 with one reason.
    #[must_use]
    pub fn because(detail: impl Into<String>) -> Self {
        Self::all(vec![detail.into()])
    }

    /// 400 with several reasons.
    #[must_use]
    pub fn all(details: Vec<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, details }
    }

    /// 404 for an object that is not there.
    #[must_use]
    pub fn not_found(name: &str, kind: &str) -> Self {
        let details = vec![format!("{name} is not a {kind}")];
        Self { status: StatusCode::NOT_FOUND, details }
    }

    /// 404 without body, for a path that is not there.
    #[must_use]
    pub fn no_such_path() -> Self {
        Self { status: StatusCode::NOT_FOUND, details: Vec::new() }
    }

    /// 501 for something that MaxScale has and this simulation does not.
    #[must_use]
    pub fn not_simulated(what: &str) -> Self {
        let details = vec![format!("This simulation of MaxScale does not have {what}.")];
        Self { status: StatusCode::NOT_IMPLEMENTED, details }
    }
}

impl From<String> for Refusal {
    fn from(detail: String) -> Self {
        Self::because(detail)
    }
}

impl From<Vec<String>> for Refusal {
    fn from(details: Vec<String>) -> Self {
        Self::all(details)
    }
}

impl From<Refusal> for Answer {
    fn from(refusal: Refusal) -> Self {
        let body = (!refusal.details.is_empty()).then(|| errors(&refusal.details));
        Self { body, ..Self::empty(refusal.status) }
    }
}

/// The body of an error (rest-api.md 1.3).
#[must_use]
pub fn errors(details: &[String]) -> Value {
    let list: Vec<Value> = details.iter().map(|detail| json!({ "detail": detail })).collect();
    json!({ "errors": list })
}

impl Answer {
    /// An answer without body.
    #[must_use]
    pub fn empty(status: StatusCode) -> Self {
        Self {
            status,
            body: None,
            printed: None,
            headers: HeaderMap::new(),
            is_raw: false,
            stream: None,
            is_resource: true,
        }
    }

    /// 204.
    #[must_use]
    pub fn done() -> Self {
        Self::empty(StatusCode::NO_CONTENT)
    }

    /// 200 without body.
    #[must_use]
    pub fn ok() -> Self {
        Self::empty(StatusCode::OK)
    }

    /// 200 with a document.
    #[must_use]
    pub fn document(body: Value) -> Self {
        Self { body: Some(body), ..Self::ok() }
    }

    /// 200 with the text of a document.
    #[must_use]
    pub fn printed(text: Vec<u8>) -> Self {
        Self { printed: Some(text), ..Self::ok() }
    }

    /// An error of the outermost layer: JSON without a content type.
    #[must_use]
    pub fn raw(status: StatusCode, detail: &str) -> Self {
        let body = Some(errors(&[detail.to_owned()]));
        Self { body, is_raw: true, ..Self::empty(status) }
    }

    /// The same with one more header; a value that cannot be sent is left out.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.insert(name, value);
        }
        self
    }

    /// The same, not from a resource.
    #[must_use]
    pub fn on_sql_thread(mut self) -> Self {
        self.is_resource = false;
        self
    }
}
