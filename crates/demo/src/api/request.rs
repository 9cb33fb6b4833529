//! A request to the API, taken apart.

use super::answer::Refusal;
use crate::version::MaxScaleVersion;
use http::header::HOST;
use http::{HeaderMap, Method, Uri};
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// The verbs that MaxScale handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// GET
    Get,
    /// GET without body
    Head,
    /// PUT
    Put,
    /// POST
    Post,
    /// PATCH
    Patch,
    /// DELETE
    Delete,
    /// OPTIONS
    Options,
    /// Any other: answered with 405.
    Unknown,
}

impl Verb {
    /// The verb of that name, in capitals.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        match name {
            "GET" => Self::Get,
            "HEAD" => Self::Head,
            "PUT" => Self::Put,
            "POST" => Self::Post,
            "PATCH" => Self::Patch,
            "DELETE" => Self::Delete,
            "OPTIONS" => Self::Options,
            _ => Self::Unknown,
        }
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn only_reads(self) -> bool {
        matches!(self, Self::Get | Self::Head | Self::Options | Self::Unknown)
    }
}

/// The options after the question mark.
#[derive(Clone, Debug, Default)]
pub struct Query {
    items: Vec<(String, String)>,
    /// Name and value of each item as they stand, decoded: the arguments of a module command.
    pub pairs: Vec<(String, String)>,
}

impl Query {
    fn parse(text: &str) -> Self {
        // What comes after the last ampersand is nothing when it is empty.
        let parts: Vec<&str> = text.strip_suffix('&').unwrap_or(text).split('&').collect();
        let parts = if parts == [""] { Vec::new() } else { parts };
        // A plus is a space here, as in forms, but not in paths.
        let spaced = |part: &str| decode(&part.replace('+', " "));
        let item = |part: &&str| {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            (spaced(key), spaced(value))
        };
        let pairs: Vec<(String, String)> = parts.iter().map(item).collect();
        // The first of several with one name counts, and they are gone through by name.
        let named = pairs.iter().filter(|(key, _)| !key.is_empty());
        let mut items: Vec<(String, String)> =
            named.map(|(key, value)| (key.to_lowercase(), value.clone())).collect();
        items.sort_by(|(one, _), (other, _)| one.cmp(other));
        items.dedup_by(|(later, _), (first, _)| later == first);
        Self { items, pairs }
    }

    /// The value of an option: the first one counts.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.items.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// Whether an option is switched on (rest-api.md 1.1).
    #[must_use]
    pub fn is_on(&self, key: &str) -> bool {
        self.is_one_of(key, &["yes", "true", "on", "1"])
    }

    /// Whether an option is switched off.
    #[must_use]
    pub fn is_off(&self, key: &str) -> bool {
        self.is_one_of(key, &["no", "false", "off", "0"])
    }

    fn is_one_of(&self, key: &str, words: &[&str]) -> bool {
        let given = self.get(key).unwrap_or_default();
        words.iter().any(|word| word.eq_ignore_ascii_case(given))
    }

    /// The options of the form `name[inner]=value`, as inner and value.
    pub fn bracketed(&self, name: &str) -> impl Iterator<Item = (&str, &str)> {
        self.items.iter().filter_map(move |(key, value)| {
            let inner = key.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']')?;
            Some((inner, value.as_str()))
        })
    }
}

/// The number that a text begins with, as C's `atoi` reads it: 0 when there is none or it is
/// negative, and no larger than an `int`.
#[must_use]
pub fn leading_number(text: &str) -> u64 {
    let text = text.trim_start();
    let digits = text.strip_prefix('+').unwrap_or(text);
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let number = digits.get(..end).unwrap_or_default();
    let most = u64::from(i32::MAX.unsigned_abs());
    if number.is_empty() { 0 } else { number.parse().unwrap_or(most).min(most) }
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// A request.
#[derive(Debug)]
pub struct Request {
    /// The version of MaxScale that it is sent to.
    pub version: MaxScaleVersion,
    /// The verb that counts: `X-HTTP-Method-Override` if given, and rights go by it too.
    pub verb: Verb,
    /// The parts of the path, decoded, without `v1`.
    pub path: Vec<String>,
    /// What links begin with: scheme, host, and `/v1` if the request had it.
    pub base: String,
    /// The options.
    pub query: Query,
    /// The headers.
    pub headers: HeaderMap,
    /// The method as it was sent.
    pub method: Method,
    /// The path as it was sent.
    pub sent_path: String,
    /// The names of the parameters in the body, in their order.
    pub parameter_order: Vec<String>,
    body: Option<Value>,
}

impl Request {
    /// Takes a request apart.
    #[must_use]
    pub fn new(version: MaxScaleVersion, method: &Method, uri: &Uri, headers: HeaderMap) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let override_name = text("x-http-method-override").filter(|name| !name.is_empty());
        let verb = Verb::from_name(override_name.unwrap_or(method.as_str()));
        let decoded = decode(uri.path());
        let mut path: Vec<String> =
            decoded.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        let versioned = path.first().is_some_and(|part| part == "v1");
        if versioned {
            path.remove(0);
        }
        let host = text(HOST.as_str())
            .map(str::to_owned)
            .or_else(|| uri.authority().map(ToString::to_string))
            .unwrap_or_else(|| "127.0.0.1:8989".to_owned());
        let base = format!("http://{host}{}", if versioned { "/v1" } else { "" });
        let query = Query::parse(uri.query().unwrap_or_default());
        let (method, sent_path) = (method.clone(), uri.path().to_owned());
        let parameter_order = Vec::new();
        Self {
            version,
            verb,
            path,
            base,
            query,
            headers,
            method,
            sent_path,
            parameter_order,
            body: None,
        }
    }

    /// Reads the body.
    ///
    /// # Errors
    /// It is not JSON, or neither an object nor a list.
    pub fn read_body(&mut self, bytes: &[u8]) -> Result<(), String> {
        if bytes.is_empty() {
            return Ok(());
        }
        let value: Value = serde_json::from_slice(bytes)
            .map_err(|error| super::json_error::describe(bytes, &error))?;
        if !value.is_object() && !value.is_array() {
            return Err("Invalid JSON in request: '[' or '{' expected near end of file".to_owned());
        }
        self.body = Some(value);
        self.parameter_order = super::key_order::of_parameters(bytes);
        Ok(())
    }

    /// The body.
    ///
    /// # Errors
    /// There is none.
    pub fn body(&self) -> Result<&Value, Refusal> {
        self.body.as_ref().ok_or_else(|| Refusal::because("Missing request body"))
    }

    /// Where in the API this is, as a link.
    #[must_use]
    pub fn self_link(&self) -> String {
        self.link(&self.path.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// A link into the API.
    #[must_use]
    pub fn link(&self, parts: &[&str]) -> String {
        let mut link = format!("{}/", self.base);
        for part in parts {
            link.push_str(part);
            link.push('/');
        }
        link
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn request(target: &str) -> Request {
        let version = MaxScaleVersion::default();
        Request::new(version, &Method::GET, &target.parse().unwrap(), HeaderMap::new())
    }

    #[test]
    fn names_are_decoded_after_the_prefix_is_gone() {
        let request = request("http://mxs:1/v1/servers/%3Cb%3E'%22&x/");
        assert_eq!(request.path, ["servers", "<b>'\"&x"]);
        assert_eq!(request.self_link(), "http://mxs:1/v1/servers/<b>'\"&x/");
    }

    #[test]
    fn links_go_without_prefix_when_the_request_does() {
        assert_eq!(request("http://mxs:1/servers").self_link(), "http://mxs:1/servers/");
        assert_eq!(request("http://mxs:1/").self_link(), "http://mxs:1/");
    }

    #[test]
    fn numbers_are_read_as_far_as_they_go() {
        for (text, number) in [("12", 12), (" +7x", 7), ("x", 0), ("-3", 0), ("", 0)] {
            assert_eq!(leading_number(text), number, "{text}");
        }
        assert_eq!(leading_number("99999999999999999999"), 2_147_483_647);
    }

    #[test]
    fn the_first_of_several_options_counts() {
        let query = request("/servers?STATE=a&state=b&fields%5Bservers%5D=x&force=on").query;
        assert_eq!(query.get("state"), Some("a"));
        assert_eq!(query.bracketed("fields").collect::<Vec<_>>(), [("servers", "x")]);
        assert!(query.is_on("force") && !query.is_off("force"));
    }

    #[test]
    fn a_plus_is_a_space_in_options_only() {
        let request = request("/filters/a+b?sql=SELECT+1%2B1");
        assert_eq!(request.path, ["filters", "a+b"]);
        assert_eq!(request.query.get("sql"), Some("SELECT 1+1"));
    }
}
