//! Turns an answer into an HTTP response: options on the document, conditions, headers
//! (rest-api.md 1.5–1.7).

use super::answer::{Answer, Refusal};
use super::listing::print;
use super::logs::Follow;
use super::request::{Request, Verb};
use super::time::http_date;
use super::{fields, filter, page};
use http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, IF_MATCH,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_UNMODIFIED_SINCE, LAST_MODIFIED, X_FRAME_OPTIONS,
};
use http::{HeaderMap, Response, StatusCode};
use sha1::{Digest, Sha1};
use std::time::SystemTime;

/// Says in every answer that this is no MaxScale.
pub const MARK: (HeaderName, HeaderValue) =
    (HeaderName::from_static("x-maxconsole-demo"), HeaderValue::from_static("simulated"));

/// What the conditions of a request make of an answer (rest-api.md 1.6).
enum Verdict {
    /// Another status, and nothing else.
    Status(StatusCode),
    /// The whole answer, whatever the options say, without the headers for conditions.
    Whole,
    /// The answer as it was asked for.
    Usual,
}

/// A response of the server's outermost layer, with one reason.
#[must_use]
pub fn raw(status: StatusCode, detail: &str) -> Response<Vec<u8>> {
    let body = super::answer::errors(&[detail.to_owned()]);
    finish(status, HeaderMap::new(), true, body.to_string().into_bytes())
}

/// The response for an answer of a resource that was changed last at `modified`.
///
/// Conditions are looked at when everything is done already, as in MaxScale.
#[must_use]
pub fn build(request: &Request, answer: Answer, modified: SystemTime) -> Response<Vec<u8>> {
    if let Some(stream) = answer.stream {
        return upgrade(answer.headers, stream);
    }
    if !answer.is_resource || answer.is_raw {
        return plain(request, answer);
    }
    let is_head = request.verb == Verb::Head;
    let tag = if is_head { hash(&[]) } else { etag(&answer) };
    match judge(&request.headers, &tag, modified) {
        Verdict::Status(status) => return finish(status, HeaderMap::new(), false, Vec::new()),
        Verdict::Whole => return plain(request, answer),
        Verdict::Usual => {}
    }
    if !matches!(request.verb, Verb::Get | Verb::Head) {
        return plain(request, answer);
    }
    let mut answer = match select(request, answer) {
        Ok(answer) => answer,
        Err(refusal) => return plain(request, refusal.into()),
    };
    let mut headers = std::mem::take(&mut answer.headers);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(ETAG, tag);
    }
    if let Ok(date) = HeaderValue::from_str(&http_date(modified)) {
        headers.insert(LAST_MODIFIED, date);
    }
    let text = text(request, &mut answer);
    if text.is_some() {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    let bytes = text.filter(|_| !is_head).unwrap_or_default();
    finish(answer.status, headers, false, bytes)
}

/// The response after which the connection is a WebSocket; the stream goes with it.
fn upgrade(headers: HeaderMap, stream: Follow) -> Response<Vec<u8>> {
    let mut response = Response::new(Vec::new());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    *response.headers_mut() = headers;
    let (name, value) = MARK;
    response.headers_mut().insert(name, value);
    response.extensions_mut().insert(stream);
    response
}

fn plain(request: &Request, mut answer: Answer) -> Response<Vec<u8>> {
    let text = text(request, &mut answer).filter(|_| request.verb != Verb::Head);
    let bytes = text.unwrap_or_default();
    if !bytes.is_empty() && !answer.is_raw {
        answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    finish(answer.status, answer.headers, answer.is_raw, bytes)
}

/// Applies filters, pages and field selections to a document.
fn select(request: &Request, mut answer: Answer) -> Result<Answer, Refusal> {
    if answer.printed.is_some() {
        return Ok(answer);
    }
    filter::apply(answer.body.as_mut(), request)?;
    if let Some(body) = &mut answer.body {
        if request.path.iter().all(|part| part != "logs") {
            page::apply(body, &request.query);
        }
        fields::select(body, &request.query);
    }
    Ok(answer)
}

/// The tag of a document; of a list, that of what is sent.
fn etag(answer: &Answer) -> String {
    match (&answer.printed, &answer.body) {
        (Some(text), _) => hash(text),
        (None, Some(document)) => hash(document.to_string().as_bytes()),
        (None, None) => hash(&[]),
    }
}

fn hash(text: &[u8]) -> String {
    let hex: String = Sha1::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("\"{hex}\"")
}

fn judge(headers: &HeaderMap, tag: &str, modified: SystemTime) -> Verdict {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    // A date that is none is long ago.
    let date = |text: &str| httpdate::parse_http_date(text).unwrap_or(SystemTime::UNIX_EPOCH);
    let changed_since = text(IF_UNMODIFIED_SINCE).is_some_and(|text| modified > date(text));
    if changed_since || text(IF_MATCH).is_some_and(|wanted| wanted != tag) {
        return Verdict::Status(StatusCode::PRECONDITION_FAILED);
    }
    let (since, known) = (text(IF_MODIFIED_SINCE), text(IF_NONE_MATCH));
    if since.is_none() && known.is_none() {
        return Verdict::Usual;
    }
    let is_same =
        since.is_none_or(|text| modified <= date(text)) && known.is_none_or(|known| known == tag);
    if is_same { Verdict::Status(StatusCode::NOT_MODIFIED) } else { Verdict::Whole }
}

fn text(request: &Request, answer: &mut Answer) -> Option<Vec<u8>> {
    let document = answer.body.take().map(|body| print(request, &body));
    document.or_else(|| answer.printed.take())
}

fn finish(
    status: StatusCode,
    headers: HeaderMap,
    is_raw: bool,
    body: Vec<u8>,
) -> Response<Vec<u8>> {
    let length = body.len();
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    let headers = response.headers_mut();
    if status != StatusCode::NO_CONTENT {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(length));
    }
    if !is_raw {
        headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("Deny"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert("x-xss-protection", HeaderValue::from_static("1"));
        headers.insert("referrer-policy", HeaderValue::from_static("same-origin"));
    }
    let (name, value) = MARK;
    headers.insert(name, value);
    response
}
